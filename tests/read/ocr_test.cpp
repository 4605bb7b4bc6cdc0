#include <boost/test/unit_test.hpp>
#include <iostream>

#include "read/child_program.h"
#include "read/pdf_ocr.h"
#include "support/pdf_file.h"
#include "support/read_sample.h"

using namespace klausul;

BOOST_AUTO_TEST_SUITE(ocr)

BOOST_AUTO_TEST_CASE(words_of_a_line_share_its_height) {
  const OcrText text = words_of_tesseract_table(
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n"
      "4\t1\t1\t1\t1\t0\t300\t600\t500\t50\t-1\t\n"
      "5\t1\t1\t1\t1\t1\t300\t602\t200\t40\t90.0\tBiträdet\n"
      "5\t1\t1\t1\t1\t2\t520\t600\t100\t50\t60.0\tska\n"
      "5\t1\t1\t1\t1\t3\t640\t600\t100\t50\t10.0\t \n",
      300);
  BOOST_REQUIRE(text.words.size() == 2U);
  BOOST_TEST(text.words[0].text == "Biträdet");
  BOOST_TEST(text.words[0].box.left == 72.0);
  BOOST_TEST(text.words[0].box.top == text.words[1].box.top);
  BOOST_TEST(text.words[0].baseline == text.words[1].baseline);
  BOOST_TEST(text.confidence == (90.0 * 9 + 60.0 * 3) / 12);
  BOOST_TEST(words_of_tesseract_table("nonsense\n5\t\n", 300).words.empty());
}

BOOST_AUTO_TEST_CASE(programs_are_run_without_a_shell_and_within_limits) {
  BOOST_TEST(output_of_program({"cat"}, "$(echo x)", {}).value() == "$(echo x)");
  const std::string large(1U << 21U, 'x');
  BOOST_TEST((output_of_program({"cat"}, large, {}).value() == large));
  BOOST_TEST(!output_of_program({"klausul-no-such-program"}, "", {}).has_value());
  BOOST_TEST(!output_of_program({"false"}, "", {}).has_value());
  BOOST_TEST(!output_of_program({"sleep", "30"}, "", {1, std::size_t{1} << 30U, 100}).has_value());
  BOOST_TEST(!output_of_program({"cat"}, large, {10, std::size_t{1} << 30U, 1000}).has_value());
}

BOOST_AUTO_TEST_CASE(a_page_that_shows_other_letters_than_it_says_is_read_as_a_picture) {
  const std::optional<std::string> languages = output_of_program({"tesseract", "--list-langs"}, "", {});
  if (!languages || languages->find("swe") == std::string::npos || languages->find("eng") == std::string::npos) {
    std::cout << "skipped: tesseract with swe and eng is not installed\n";
    return;
  }
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.").page();
  file.misleading_text(60, 100, "Biträdet ska utan dröjsmål", 16)
      .misleading_text(60, 122, "underrätta den ansvarige.", 16);
  const Result<SourceText> without = read_document(file.bytes(), "avtal.pdf");
  BOOST_REQUIRE(without.has_value());
  BOOST_TEST(!without->coverage.complete);
  const Result<SourceText> text = read_document(file.bytes(), "avtal.pdf", {}, {"", true});
  BOOST_REQUIRE(text.has_value());
  check_invariants(*text, "avtal.pdf");
  BOOST_TEST(text->text == "Biträdet ska föra register.\nBiträdet ska utan dröjsmål underrätta den ansvarige.\n");
  BOOST_TEST(text->coverage.complete);
  BOOST_TEST((text->coverage.ocr_pages == std::vector<std::uint32_t>{2}));
  BOOST_TEST(text->coverage.ocr_confidence > 50);
}

BOOST_AUTO_TEST_SUITE_END()
