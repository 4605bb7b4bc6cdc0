#include <boost/test/unit_test.hpp>

#include "support/odt_file.h"
#include "support/read_sample.h"

using namespace klausul;

namespace {

std::string paragraph(std::string_view text, std::string_view style = {}) {
  return "<text:p text:style-name=\"" + std::string(style) + "\">" + std::string(text) + "</text:p>";
}

std::string heading(std::string_view text, int level) {
  return "<text:h text:outline-level=\"" + std::to_string(level) + "\">" + std::string(text) + "</text:h>";
}

std::string list(std::string_view content, std::string_view attributes = {}) {
  return "<text:list " + std::string(attributes) + ">" + std::string(content) + "</text:list>";
}

std::string item(std::string_view content, std::string_view attributes = {}) {
  return "<text:list-item " + std::string(attributes) + ">" + std::string(content) + "</text:list-item>";
}

std::string level(int number, std::string_view attributes) {
  return "<text:list-level-style-number text:level=\"" + std::to_string(number) + "\" " + std::string(attributes) +
         "/>";
}

std::string style(std::string_view name, std::string_view attributes, std::string_view content = {}) {
  return "<style:style style:family=\"paragraph\" style:name=\"" + std::string(name) + "\" " + std::string(attributes) +
         ">" + std::string(content) + "</style:style>";
}

std::string styles(std::string_view content) { return "<office:styles>" + std::string(content) + "</office:styles>"; }

SourceText read_odt_sample(const OdtFile& file) { return read_sample(file.bytes(), "avtal.odt"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(odt)

BOOST_AUTO_TEST_CASE(headings_titles_and_bold) {
  const std::string named =
      styles(style("Titel", "style:display-name=\"Title\"") + style("Rubrik_20_2", "style:parent-style-name=\"Ring\"") +
             style("Ring", "style:parent-style-name=\"Ring\"") + style("Egen", "style:default-outline-level=\"3\""));
  const std::string automatic = style("P1", "style:parent-style-name=\"Titel\"") +
                                style("P2", "style:parent-style-name=\"Egen\"") +
                                style("Fet", "", "<style:text-properties fo:font-weight=\"bold\"/>") +
                                "<style:style style:family=\"text\" style:name=\"T1\"><style:text-properties "
                                "fo:font-weight=\"normal\"/></style:style>";
  const OdtFile file(paragraph("Avtal", "P1") + heading("Ett", 1) + paragraph("Två", "Rubrik_20_2") +
                         paragraph("Tre", "P2") + paragraph("Allt", "Fet") +
                         paragraph("Fet <text:span text:style-name=\"T1\">inte</text:span>", "Fet"),
                     automatic, named);
  BOOST_TEST(describe(read_odt_sample(file)) ==
             "title: Avtal\nheading 1: Ett\nheading 2: Två\nheading 3: Tre\ntext bold: Allt\ntext: Fet inte\n");
}

BOOST_AUTO_TEST_CASE(lists_are_numbered_by_their_styles) {
  const std::string named = styles(
      "<text:outline-style>" + level(1, "style:num-format=\"1\" style:num-suffix=\".\"") + "</text:outline-style>" +
      "<text:list-style style:name=\"L\">" + level(1, "style:num-format=\"1\" style:num-suffix=\".\"") +
      level(2, "style:num-format=\"1\" text:display-levels=\"2\"") +
      level(3, "style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"") +
      "</text:list-style><text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\"/>"
      "</text:list-style><text:list-style style:name=\"F\">" +
      level(1, "style:num-format=\"A\" loext:num-list-format=\"Bilaga %1%:\"") + "</text:list-style>");
  const OdtFile file(
      heading("Rubrik", 1) +
          list(
              item(heading("Ett", 1) + list(item(paragraph("A") + paragraph("mer")) +
                                            item(paragraph("B") + list(item(paragraph("a")) + item(paragraph("b")))))) +
                  item(paragraph("Två")),
              "xml:id=\"x\" text:style-name=\"L\"") +
          paragraph("emellan") + list(item(paragraph("punkt")), "text:style-name=\"B\"") +
          list(item(list(item(paragraph("C")))), "text:continue-numbering=\"true\" text:style-name=\"L\"") +
          list(item(paragraph("Ny")) + item(paragraph("Sju"), "text:start-value=\"7\""), "text:style-name=\"L\"") +
          list(item(paragraph("Tre")), "text:continue-list=\"x\" text:style-name=\"L\"") +
          list("<text:list-header>" + paragraph("utan") + "</text:list-header>" + item(paragraph("Bil")),
               "text:style-name=\"F\"") +
          heading("Rubrik", 1),
      "", named);
  BOOST_TEST(
      describe(read_odt_sample(file)) ==
      "heading 1 [1]: Rubrik\nheading 1 [1]: Ett\nitem 2 [1.1]: A\nitem 2: mer\nitem 2 [1.2]: B\nitem 3 [(a)]: a\n"
      "item 3 [(b)]: b\nitem 1 [2]: Två\ntext: emellan\nitem 1: punkt\nitem 2 [2.1]: C\nitem 1 [1]: Ny\n"
      "item 1 [7]: Sju\nitem 1 [3]: Tre\nitem 1: utan\ntext [Bilaga A:]: Bil\nheading 1 [2]: Rubrik\n");
}

BOOST_AUTO_TEST_CASE(tables_with_spans_and_tables_within) {
  const auto cell = [](const std::string& content, const std::string& attributes = {}) {
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
  };
  const auto row = [](const std::string& cells) { return "<table:table-row>" + cells + "</table:table-row>"; };
  const auto table = [](const std::string& rows) { return "<table:table>" + rows + "</table:table>"; };
  const std::string inner = table(row(cell(paragraph("i1")) + cell(paragraph("i2"))));
  const OdtFile file(table("<table:table-header-rows>" +
                           row(cell(paragraph("a"), "table:number-columns-spanned=\"2\"") +
                               "<table:covered-table-cell/>" + cell(paragraph("b"))) +
                           "</table:table-header-rows>" +
                           row(cell(paragraph("c") + inner + paragraph("d")) + cell(paragraph("e")))) +
                     table(row(cell(paragraph("ram")))));
  BOOST_TEST(describe(read_odt_sample(file)) ==
             "cell 1/1/1: a\ncell 1/1/3: b\ncell 1/2/1: c\ncell 2/1/1: i1\ncell 2/1/2: i2\ncell 1/2/1: d\n"
             "cell 1/2/2: e\ntext: ram\n");
}

BOOST_AUTO_TEST_CASE(notes_boxes_headers_and_comments) {
  const std::string note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>" +
                           paragraph("Noten") + "</text:note-body></text:note>";
  const std::string box = "<draw:frame><draw:text-box>" + paragraph("I rutan") + "</draw:text-box></draw:frame>";
  const std::string page = "<office:master-styles><style:master-page><style:header>" + paragraph("Avtal 12") +
                           "</style:header><style:header-left>" + paragraph("Avtal 12") + "</style:header-left>" +
                           "<style:footer style:display=\"false\">" + paragraph("dold") + "</style:footer>" +
                           "<style:footer>" + paragraph("Sida") + "</style:footer></style:master-page>" +
                           "</office:master-styles>";
  const std::string body =
      paragraph("Före" + note + box + "<office:annotation>" + paragraph("råd") + "</office:annotation> efter") + box +
      "<text:section text:display=\"none\">" + paragraph("gömd") + "</text:section>" + paragraph("<draw:object/>Slut");
  const std::string expected =
      "text: Före efter\nbox: I rutan\nbox: I rutan\ntext: Slut\nnote [1]: Noten\npage header: Avtal 12\n"
      "page header: Sida\n";
  const SourceText text = read_odt_sample(OdtFile(body, "", page));
  BOOST_TEST(describe(text) == expected);
  BOOST_TEST(text.coverage.limits.size() == 3U);
  BOOST_TEST(!text.coverage.complete);
  BOOST_TEST(text.map.parts()[place_of(text, "Noten").part] == "content.xml (notes)");
  BOOST_TEST(describe(read_sample(flat_odt(body, "", page), "avtal.fodt")) == expected);
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted) {
  const OdtFile file("<text:tracked-changes><text:changed-region><text:deletion>" + paragraph("får") +
                     "</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
                     "</text:changed-region></text:tracked-changes>" +
                     paragraph("Kund <text:change-start/>ska<text:change-end/><text:change/> betala"));
  const SourceText text = read_odt_sample(file);
  BOOST_TEST(text.text == "Kund ska betala\n");
  BOOST_TEST(text.coverage.tracked_insertions == 1U);
  BOOST_TEST(text.coverage.tracked_deletions == 1U);
}

BOOST_AUTO_TEST_CASE(links_spaces_and_offsets) {
  const std::string body =
      paragraph(
          "A<text:s text:c=\"3\"/>B<text:tab/>C<text:line-break/>D <text:span>e</text:span> <text:span>f</text:span>") +
      paragraph("Se <text:a xlink:href=\"https://exempel.se/v\">villkoren</text:a> &amp; mer") +
      "<text:table-of-content><text:table-of-content-source><text:index-title-template>mall"
      "</text:index-title-template></text:table-of-content-source><text:index-body>" +
      paragraph("Rubrik 1") + "</text:index-body></text:table-of-content>";
  const SourceText text = read_odt_sample(OdtFile(body));
  BOOST_TEST(text.text == "A B C D e f\nSe villkoren (https://exempel.se/v) & mer\nRubrik 1\n");
  const SourceText flat = read_sample(flat_odt(body), "a.fodt");
  BOOST_TEST(place_of(flat, "mer").source == flat_odt(body).find("mer"));
}

BOOST_AUTO_TEST_CASE(encrypted_damaged_and_hostile_files) {
  const auto expect = [](const OdtFile& file, ErrorKind kind) {
    const Result<SourceText> result = read_document(file.bytes(), "a.odt");
    BOOST_REQUIRE(!result.has_value());
    BOOST_TEST((result.error().kind == kind), result.error().what);
  };
  OdtFile encrypted(paragraph("x"));
  encrypted.set_entry("META-INF/manifest.xml",
                      "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>");
  encrypted.set_entry("content.xml", "\x01\x02");
  expect(encrypted, ErrorKind::encrypted);
  OdtFile missing(paragraph("x"));
  missing.remove_entry("content.xml");
  expect(missing, ErrorKind::damaged);
  OdtFile entities("");
  entities.set_entry("content.xml", "<!DOCTYPE x [<!ENTITY a \"aa\">]><x>&a;</x>");
  expect(entities, ErrorKind::damaged);
  std::string deep;
  for (int depth = 0; depth < 5000; ++depth) deep += "<text:section>";
  expect(OdtFile(deep), ErrorKind::too_large);
  OdtFile no_styles(paragraph("text"));
  no_styles.set_entry("styles.xml", "<broken");
  BOOST_TEST(!read_odt_sample(no_styles).coverage.complete);
}

BOOST_AUTO_TEST_SUITE_END()
