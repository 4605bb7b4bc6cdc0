#include <boost/test/unit_test.hpp>

#include "read/pdf_coverage.h"
#include "support/pdf_file.h"
#include "support/read_sample.h"

using namespace klausul;

namespace {

SourceText read_pdf_sample(const PdfFile& file) { return read_sample(file.bytes(), "avtal.pdf"); }

bool says(const SourceText& text, std::string_view words) {
  return std::any_of(text.coverage.limits.begin(), text.coverage.limits.end(),
                     [&](const std::string& limit) { return limit.find(words) != std::string::npos; });
}

/// Lines that fill a column, so that none ends on purpose.
const std::vector<std::string> kLeft{"Biträdet ska behandla uppgifter", "endast enligt instruktion från",
                                     "den ansvarige, om inte annat är", "bestämt i lag eller i detta avtal",
                                     "och dess bilagor med ändringar,", "som parterna har skrivit under."};
const std::vector<std::string> kRight{"The processor shall process data", "only on documented instructions",
                                      "from the controller, unless the",  "law or this agreement with its",
                                      "annexes and amendments, which",    "both parties signed, says else."};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf)

BOOST_AUTO_TEST_CASE(lines_become_paragraphs_and_large_lines_headings) {
  PdfFile file;
  file.text(60, 90, "Personuppgiftsbiträdesavtal", 20, true)
      .text(60, 130, "1. Instruktioner", 14, true)
      .lines(60, 160,
             {"Biträdet ska behandla personuppgifter endast enligt dokumenterade instruktioner från den",
              "ansvarige. Biträdet ska genast meddela den ansvarige om en instruktion strider mot lag."})
      .text(60, 210, "2. Sekretess", 14, true)
      .lines(60, 240, {"Personalen omfattas av tystnadsplikt."});
  BOOST_TEST(
      describe(read_pdf_sample(file)) ==
      "title bold: Personuppgiftsbiträdesavtal\n"
      "heading 1 bold: 1. Instruktioner\n"
      "text: Biträdet ska behandla personuppgifter endast enligt dokumenterade instruktioner från den ansvarige. "
      "Biträdet ska genast meddela den ansvarige om en instruktion strider mot lag.\n"
      "heading 1 bold: 2. Sekretess\n"
      "text: Personalen omfattas av tystnadsplikt.\n");
}

BOOST_AUTO_TEST_CASE(columns_are_read_one_after_the_other) {
  PdfFile file;
  file.text(60, 90, "Avtal om behandling av personuppgifter mellan den ansvarige och biträdet i två spalter på sidan");
  file.lines(60, 130, kLeft).lines(320, 130, kRight);
  file.text(60, 300,
            "Detta avtal är upprättat i två exemplar, av vilka parterna har tagit var sitt och sparat det väl.");
  BOOST_TEST(describe(read_pdf_sample(file)) ==
             "text: Avtal om behandling av personuppgifter mellan den ansvarige och biträdet i två spalter på sidan\n"
             "text: " +
                 joined(kLeft) + "\ntext: " + joined(kRight) +
                 "\ntext: Detta avtal är upprättat i två exemplar, av vilka parterna har tagit var sitt och sparat det "
                 "väl.\n");
}

BOOST_AUTO_TEST_CASE(headers_footers_and_page_numbers_are_no_text_and_a_sentence_goes_on_over_them) {
  PdfFile file;
  const auto decorate = [&](int page) {
    file.text(60, 40, "Exempelbolaget AB").text(500, 40, "Diarienr 2026/17", 8);
    file.text(280, 810, "Sida " + std::to_string(page) + " (3)", 8);
  };
  decorate(1);
  file.text(60, 700, "Biträdet ska underrätta den ansvarige om en incident utan dröjsmål och senast inom tjugofyra");
  file.page();
  decorate(2);
  file.text(60, 90, "timmar efter att biträdet fick kännedom om den.");
  file.page();
  decorate(3);
  file.text(60, 90, "Sida 3 av bilagan beskriver detta.");
  const SourceText text = read_pdf_sample(file);
  BOOST_TEST(describe(text) ==
             "page header: Exempelbolaget AB\npage header: Diarienr 2026/17\npage header: Sida 1 (3)\n"
             "text: Biträdet ska underrätta den ansvarige om en incident utan dröjsmål och senast inom tjugofyra "
             "timmar efter att biträdet fick kännedom om den.\n"
             "text: Sida 3 av bilagan beskriver detta.\n");
  BOOST_TEST(place_of(text, "tjugofyra").page == 1);
  BOOST_TEST(place_of(text, "timmar").page == 2);
  BOOST_TEST(place_of(text, "Sida 3 av").page == 3);
}

BOOST_AUTO_TEST_CASE(small_print_below_the_text_is_no_part_of_the_sentence_over_the_page) {
  PdfFile file;
  file.text(60, 700, "Biträdet ska underrätta den ansvarige om en incident utan dröjsmål och senast inom tjugofyra");
  file.text(400, 815, "Blankett PUB-7 utgåva C", 7);
  file.page().text(60, 90, "timmar efter att biträdet fick kännedom om den.");
  BOOST_TEST(describe(read_pdf_sample(file)) ==
             "page header: Blankett PUB-7 utgåva C\n"
             "text: Biträdet ska underrätta den ansvarige om en incident utan dröjsmål och senast inom tjugofyra "
             "timmar efter att biträdet fick kännedom om den.\n");
}

BOOST_AUTO_TEST_CASE(lines_of_a_table_of_contents_stay_apart) {
  PdfFile file;
  file.lines(60, 100,
             {"1. Parter ......................................................... 2",
              "2. Instruktioner .................................................. 3",
              "3. Sekretess ...................................................... 4"});
  BOOST_TEST(read_pdf_sample(file).paragraphs.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_table_drawn_with_lines_is_rows_and_goes_on_over_the_page) {
  PdfFile file;
  const auto draw_table = [&](double top, int rows) {
    for (int row = 0; row <= rows; ++row) file.rule(60, top + row * 40, 500, top + row * 40);
    for (const double x : {60.0, 200.0, 500.0}) file.rule(x, top, x, top + rows * 40);
  };
  file.text(60, 700, "Underbiträden:");
  draw_table(720, 2);
  file.text(65, 735, "Bolag").text(205, 735, "Plats");
  file.text(65, 775, "Molnet AB").lines(205, 770, {"Stockholm, Sverige, och i", "undantagsfall Dublin"});
  file.page();
  draw_table(60, 1);
  file.text(65, 75, "Nordic Ltd").text(205, 75, "Oslo");
  file.text(60, 200, "Listan gäller från avtalets början.");
  BOOST_TEST(describe(read_pdf_sample(file)) ==
             "text: Underbiträden:\ncell 1/1/1: Bolag\ncell 1/1/2: Plats\ncell 1/2/1: Molnet AB\n"
             "cell 1/2/2: Stockholm, Sverige, och i undantagsfall Dublin\ncell 1/3/1: Nordic Ltd\ncell 1/3/2: Oslo\n"
             "text: Listan gäller från avtalets början.\n");
}

BOOST_AUTO_TEST_CASE(a_table_without_lines_is_known_by_its_edges_and_numbered_clauses_are_none) {
  PdfFile file;
  file.lines(60, 100, {"Version", "Datum", "Klass"}).lines(200, 100, {"1.1", "2026-03-23", "Öppen"});
  file.lines(60, 300, {"1.1", "1.2", "1.3"});
  file.lines(110, 300, {"Biträdet för register.", "Biträdet utbildar sin personal.", "Biträdet granskas varje år."});
  BOOST_TEST(describe(read_pdf_sample(file)) ==
             "cell 1/1/1: Version\ncell 1/1/2: 1.1\ncell 1/2/1: Datum\ncell 1/2/2: 2026-03-23\ncell 1/3/1: Klass\n"
             "cell 1/3/2: Öppen\ntext: 1.1 Biträdet för register.\ntext: 1.2 Biträdet utbildar sin personal.\n"
             "text: 1.3 Biträdet granskas varje år.\n");
}

BOOST_AUTO_TEST_CASE(hyphens_at_line_ends_are_joined_as_the_dictionaries_say) {
  PdfFile file;
  file.lines(60, 100,
             {"Avtalet är ett biträdesavtal och gäller all behandling av personupp-",
              "gifter. Biträdet får anlita en sub-processor eller, som det heter, ett under-", "biträde enligt EU-",
              "kommissionens klausuler om tekniska och säkerhets- och kontroll-", "åtgärder."});
  BOOST_TEST(read_pdf_sample(file).text ==
             "Avtalet är ett biträdesavtal och gäller all behandling av personuppgifter. Biträdet får anlita en "
             "sub-processor eller, som det heter, ett underbiträde enligt EU-kommissionens klausuler om tekniska och "
             "säkerhets- och kontrollåtgärder.\n");
  PdfFile english;
  english.lines(60, 100,
                {"The processor shall bind each of its sub-", "processors in writing before transfers of data."});
  BOOST_TEST(read_pdf_sample(english).text ==
             "The processor shall bind each of its sub-processors in writing before transfers of data.\n");
}

BOOST_AUTO_TEST_CASE(letters_that_are_spaced_out_make_words) {
  PdfFile file;
  double x = 60;
  for (const std::string letter : {"B", "I", "L", "A", "G", "A"}) {
    file.text(x, 100, letter, 14, true);
    x += 24;
  }
  file.text(x + 30, 100, "2", 14, true).text(60, 140, "Tekniska och organisatoriska åtgärder.");
  BOOST_TEST(read_pdf_sample(file).text == "BILAGA 2\nTekniska och organisatoriska åtgärder.\n");
}

BOOST_AUTO_TEST_CASE(bullets_are_items_by_their_indent_and_footnotes_stand_apart) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska:").text(80, 120, "\u00B7 föra register,").text(100, 140, "- över alla behandlingar");
  file.text(80, 160, "\u00B7 utbilda personalen.")
      .text(60, 190, "Åtgärderna beskrivs i bilagan")
      .text(192, 186, "1", 6);
  file.text(60, 780, "1 Bilagan uppdateras varje år.", 7);
  file.text(60, 215, "Detta är ett stycke med text i vanlig storlek, så att fotnoten är mindre än det mesta på sidan.");
  BOOST_TEST(
      describe(read_pdf_sample(file)) ==
      "text: Biträdet ska:\nitem 1: föra register,\nitem 2: över alla behandlingar\nitem 1: utbilda personalen.\n"
      "text: Åtgärderna beskrivs i bilagan\n"
      "text: Detta är ett stycke med text i vanlig storlek, så att fotnoten är mindre än det mesta på sidan.\n"
      "note [1]: Bilagan uppdateras varje år.\n");
}

BOOST_AUTO_TEST_CASE(what_is_filled_into_a_form_is_read) {
  PdfFile file;
  file.text(60, 100, "Personuppgiftsansvarig:").field(200, 102, "Exempelkommunen");
  const SourceText text = read_pdf_sample(file);
  BOOST_TEST(text.text.find("Exempelkommunen") != std::string::npos);
  BOOST_TEST(text.coverage.complete);
}

BOOST_AUTO_TEST_CASE(what_is_struck_through_is_left_out) {
  // A redline strikes parts of words ("48", of 11 points), whole lines and, with notes, words.
  PdfFile file;
  file.text(60, 100, "The processor shall notify within ").text(205.05, 100, "4872 hours in writing to");
  file.rule(205.05, 97, 216.17, 97);
  file.lines(60, 113, {"the controller without undue delay, or never if it so decides,", "and shall document it."});
  file.rule(60, 110, 322, 110);
  file.text(60, 160, "The customer may not end the agreement.").strike_out(145, 151, 160, 163);
  // Neither an underline nor a line that runs past the letters strikes anything.
  file.text(60, 200, "Liability").rule(60, 201.5, 99, 201.5);
  file.text(60, 240, "Annex").rule(30, 237, 200, 237);
  const SourceText text = read_pdf_sample(file);
  BOOST_TEST(describe(text) ==
             "text: The processor shall notify within 72 hours in writing to and shall document it.\n"
             "text: The customer may end the agreement.\n"
             "text: Liability\n"
             "text: Annex\n");
  BOOST_TEST(says(text, "3 stretches of struck text were left out."));
  BOOST_TEST(text.coverage.tracked_deletions == 3U);
}

BOOST_AUTO_TEST_CASE(pages_without_text_are_named_and_make_the_reading_incomplete) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.");
  file.page().picture(0, 0, 595, 842);
  file.page().picture(0, 0, 595, 842).text(60, 30, "Kuvert-id 4711", 7);
  file.page();
  const SourceText text = read_pdf_sample(file);
  BOOST_TEST(text.coverage.pages == 4U);
  BOOST_TEST(text.coverage.pages_with_text == 1U);
  BOOST_TEST(!text.coverage.complete);
  BOOST_TEST(says(text, "pictures without text: 2, 3."));
  BOOST_TEST(says(text, "Blank pages: 4."));
}

BOOST_AUTO_TEST_CASE(a_blank_page_or_a_logo_leaves_nothing_out) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.").picture(60, 20, 40, 20).page();
  BOOST_TEST(read_pdf_sample(file).coverage.complete);
}

BOOST_AUTO_TEST_CASE(signs_without_letters_are_noticed) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.");
  file.page();
  for (int line = 0; line < 10; ++line)
    file.unmapped_text(60, 100 + 13 * line, "The processor shall keep records of all its processing");
  const SourceText text = read_pdf_sample(file);
  BOOST_TEST(text.text == "Biträdet ska föra register.\n");
  BOOST_TEST(says(text, "make no known words"));
  BOOST_TEST(!text.coverage.complete);

  PdfFile shifted;
  shifted.text(60, 100, "Biträdet ska föra register.").page();
  for (int line = 0; line < 10; ++line)
    shifted.text(60, 100 + 13 * line, "7KH SURFHVVRU VKDOO NHHS UHFRUGV RI DOO LWV SURFHVVLQJ");
  BOOST_TEST(says(read_pdf_sample(shifted), "make no known words"));
}

BOOST_AUTO_TEST_CASE(files_packed_into_the_pdf_are_named) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.").embed("original.docx", "PK");
  const SourceText text = read_pdf_sample(file);
  BOOST_TEST(says(text, "packed into the PDF were not read: original.docx."));
  BOOST_TEST(!text.coverage.complete);
}

BOOST_AUTO_TEST_CASE(an_encrypted_file_needs_its_password) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.");
  const std::string bytes = file.bytes("öppna");
  const Result<SourceText> without = read_document(bytes, "avtal.pdf");
  BOOST_REQUIRE(!without);
  BOOST_TEST((without.error().kind == ErrorKind::encrypted));
  BOOST_TEST(without.error().what == "avtal.pdf is encrypted. Give its password with --password.");
  const Result<SourceText> wrong = read_document(bytes, "avtal.pdf", {}, {"hemlig", false});
  BOOST_REQUIRE(!wrong);
  BOOST_TEST(wrong.error().what.find("hemlig") == std::string::npos);
  // Old programs write the password in Latin-1, new ones in UTF-8.
  for (const std::string password : {"öppna", "lösen"}) {
    const Result<SourceText> text = read_document(file.bytes(password), "avtal.pdf", {}, {password, false});
    BOOST_REQUIRE(text.has_value());
    BOOST_TEST(text->text == "Biträdet ska föra register.\n");
  }
}

BOOST_AUTO_TEST_CASE(damage_and_limits_are_said) {
  PdfFile file;
  file.text(60, 100, "Biträdet ska föra register.").page().text(60, 100, "Biträdet ska utbilda sin personal.");
  const std::string whole = file.bytes();
  std::string misled = whole;
  misled.replace(misled.find("startxref\n") + 10, 1, "9");
  const SourceText repaired = read_sample(misled, "avtal.pdf");
  BOOST_TEST(says(repaired, "was repaired"));
  BOOST_TEST(!repaired.coverage.complete);
  const Result<SourceText> nothing = read_document("%PDF-1.4\nnothing of a PDF follows", "avtal.pdf");
  BOOST_REQUIRE(!nothing);
  BOOST_TEST((nothing.error().kind == ErrorKind::damaged));

  ReadLimits limits;
  limits.pages = 1;
  const Result<SourceText> pages = read_document(whole, "avtal.pdf", limits);
  BOOST_REQUIRE(!pages);
  BOOST_TEST((pages.error().kind == ErrorKind::too_large));
  limits = {};
  limits.objects = 5;
  BOOST_TEST(!read_document(whole, "avtal.pdf", limits).has_value());
  limits = {};
  limits.page_characters = 10;
  const Result<SourceText> cut = read_document(whole, "avtal.pdf", limits);
  BOOST_REQUIRE(cut.has_value());
  BOOST_TEST(says(*cut, "because a limit was met: 1, 2."));
  BOOST_TEST(!cut->coverage.complete);
}

BOOST_AUTO_TEST_CASE(a_scan_without_ocr_says_what_to_do) {
  PdfFile file;
  file.picture(0, 0, 595, 842);
  const Result<SourceText> text = read_document(file.bytes(), "scan.pdf");
  BOOST_REQUIRE(!text);
  BOOST_TEST(text.error().what ==
             "scan.pdf holds no readable text: its pages are pictures. Read it with --ocr, which needs tesseract.");
}

BOOST_AUTO_TEST_CASE(lists_of_pages_are_short) {
  BOOST_TEST(list_of_pages({1, 2, 3, 5, 7, 8}) == "1-3, 5, 7, 8");
  BOOST_TEST(list_of_pages({}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
