#include "read/text_builder.h"

#include <boost/test/unit_test.hpp>

#include "support/read_sample.h"

using namespace klausul;

namespace {

/// Appends `source` as one paragraph.
SourceText build(const std::string& source) {
  TextBuilder builder("txt");
  builder.append(source, 0);
  builder.end_paragraph({});
  SourceText text = builder.finish(source);
  check_invariants(text, source);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_builder)

BOOST_AUTO_TEST_CASE(white_space_becomes_one_space) {
  BOOST_TEST(build("  ett\t två \u00A0 tre\r\n fyra  ").text == "ett två tre fyra\n");
}

BOOST_AUTO_TEST_CASE(invisible_characters_are_dropped) {
  BOOST_TEST(build("under\u00ADbi\u200Bträde\uFEFF").text == "underbiträde\n");
  BOOST_TEST(build("ett \u200B två").text == "ett två\n");
}

BOOST_AUTO_TEST_CASE(quotes_dashes_and_case_stand) {
  BOOST_TEST(build("”Tjänsten” – 12 §").text == "”Tjänsten” – 12 §\n");
}

BOOST_AUTO_TEST_CASE(offsets_survive_what_was_dropped) {
  const SourceText text = build("a \u00A0 b\u00ADc  d");
  BOOST_TEST(text.text == "a bc d\n");
  BOOST_TEST(place_of(text, "b").source == 5U);
  BOOST_TEST(place_of(text, "c").source == 8U);
  BOOST_TEST(place_of(text, "d").source == 11U);
  BOOST_TEST(place_of(text, "d").column == 10U);
}

BOOST_AUTO_TEST_CASE(decomposed_letters_are_composed_and_mapped) {
  const SourceText text = build("fo\u0308r a\u030Aret  slut");
  BOOST_TEST(text.text == "för året slut\n");
  BOOST_TEST(place_of(text, "ö").source == 1U);
  BOOST_TEST(place_of(text, "året").source == 6U);
  BOOST_TEST(place_of(text, "ret").source == 9U);
  BOOST_TEST(place_of(text, "slut").source == 14U);
}

BOOST_AUTO_TEST_CASE(letters_and_marks_from_different_pieces_compose) {
  TextBuilder builder("docx");
  builder.append("o", 10);
  builder.append("\u0308l", 40);
  builder.end_paragraph({});
  const SourceText text = builder.finish({});
  check_invariants(text, "pieces");
  BOOST_TEST(text.text == "öl\n");
  BOOST_TEST(place_of(text, "l").source == 42U);
}

BOOST_AUTO_TEST_CASE(ill_formed_bytes_are_replaced_and_said) {
  const SourceText text = [] {
    TextBuilder builder("docx");
    builder.append("a\xE5z", 0);
    builder.end_paragraph({});
    return builder.finish({});
  }();
  BOOST_TEST(text.text == "a\uFFFDz\n");
  BOOST_TEST(text.coverage.limits.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_paragraph_without_text_leaves_nothing) {
  TextBuilder builder("txt");
  builder.append(" \t\u200B ", 0);
  BOOST_TEST(!builder.end_paragraph({}));
  builder.append("x", 9);
  BOOST_TEST(builder.end_paragraph({}));
  const SourceText text = builder.finish("0123456789");
  BOOST_TEST(text.text == "x\n");
  BOOST_TEST(text.paragraphs.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_map_never_goes_back) {
  TextBuilder builder("html");
  builder.append("later", 100);
  builder.append("earlier", 20);
  builder.append_inserted("!", 200);
  builder.end_paragraph({});
  const SourceText text = builder.finish({});
  check_invariants(text, "back");
  BOOST_TEST(place_of(text, "earlier").source == 105U);
  BOOST_TEST(place_of(text, "!").source == 200U);
}

BOOST_AUTO_TEST_CASE(plain_text_costs_one_segment) {
  BOOST_TEST(build("En rad\nsom går vidare\noch en till").map.segments().size() == 1U);
}

BOOST_AUTO_TEST_CASE(labels_keep_the_promises_too) {
  TextBuilder builder("docx");
  builder.append("x", 0);
  Paragraph paragraph;
  paragraph.label = "\u00A7\u00A0o\u0308\xFF";
  builder.end_paragraph(paragraph);
  BOOST_TEST(builder.finish({}).paragraphs[0].label == "§ ö\uFFFD");
}

BOOST_AUTO_TEST_SUITE_END()
