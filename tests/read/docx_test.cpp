#include <boost/test/unit_test.hpp>

#include "support/docx_file.h"
#include "support/read_sample.h"

using namespace klausul;

namespace {

std::string run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view text, std::string_view properties = {}) {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + run(text) + "</w:p>";
}

std::string numbered(std::string_view text, int number, int level) {
  return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                             std::to_string(number) + "\"/></w:numPr>");
}

std::string style(std::string_view id, std::string_view name, std::string_view rest = {}) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\"><w:name w:val=\"" + std::string(name) +
         "\"/>" + std::string(rest) + "</w:style>";
}

std::string level(int number, std::string_view format, std::string_view text, std::string_view rest = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         std::string(format) + "\"/>" + std::string(rest) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

SourceText read_docx_sample(const DocxFile& file) { return read_sample(file.bytes(), "avtal.docx"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(docx)

BOOST_AUTO_TEST_CASE(headings_by_style_chain_and_outline_level) {
  DocxFile file(paragraph("Titel", "<w:pStyle w:val=\"Rubrik\"/>") + paragraph("Ett", "<w:pStyle w:val=\"Rubrik1\"/>") +
                paragraph("Eget", "<w:pStyle w:val=\"Egen\"/>") + paragraph("Nivå", "<w:pStyle w:val=\"Niva\"/>") +
                paragraph("Direkt", "<w:outlineLvl w:val=\"2\"/>") + paragraph("Inte", "<w:pStyle w:val=\"TOC\"/>") +
                paragraph("Ring", "<w:pStyle w:val=\"Ring1\"/>") + paragraph("Text"));
  file.add("styles", "styles.xml",
           word_xml("styles", style("Rubrik", "Title") + style("Rubrik1", "heading 1") +
                                  style("Egen", "Klausulrubrik", "<w:basedOn w:val=\"Rubrik1\"/>") +
                                  style("Niva", "Avsnitt", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>") +
                                  style("TOC", "TOC Heading",
                                        "<w:basedOn w:val=\"Rubrik1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>") +
                                  style("Ring1", "a", "<w:basedOn w:val=\"Ring2\"/>") +
                                  style("Ring2", "b", "<w:basedOn w:val=\"Ring1\"/>")));
  BOOST_TEST(describe(read_docx_sample(file)) ==
             "title: Titel\nheading 1: Ett\nheading 1: Eget\nheading 2: Nivå\nheading 3: Direkt\ntext: Inte\n"
             "text: Ring\ntext: Text\n");
}

BOOST_AUTO_TEST_CASE(heading_styles_are_known_without_styles_xml) {
  BOOST_TEST(describe(read_docx_sample(DocxFile(paragraph("Ett", "<w:pStyle w:val=\"Rubrik2\"/>")))) ==
             "heading 2: Ett\n");
}

BOOST_AUTO_TEST_CASE(automatic_numbering_is_resolved) {
  DocxFile file(numbered("A", 1, 0) + numbered("B", 1, 1) + numbered("C", 1, 1) + numbered("D", 1, 2) +
                numbered("E", 1, 0) + numbered("F", 1, 1) + numbered("G", 1, 3) + numbered("punkt", 2, 0) +
                numbered("om", 3, 0) + numbered("om2", 3, 0) + numbered("Laglig", 1, 4) + numbered("Utan", 0, 0));
  file.add(
      "numbering", "numbering.xml",
      word_xml("numbering", "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") +
                                level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)") +
                                level(3, "upperRoman", "%4)") + level(4, "lowerRoman", "%1.%3.%5", "<w:isLgl/>") +
                                "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "bullet", "\uF0B7") +
                                "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                                "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
                                "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                                "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"));
  BOOST_TEST(describe(read_docx_sample(file)) ==
             "item 1 [1]: A\nitem 2 [1.1]: B\nitem 2 [1.2]: C\nitem 3 [(a)]: D\nitem 1 [2]: E\nitem 2 [2.1]: F\n"
             "item 4 [I)]: G\nitem 1: punkt\nitem 1 [7]: om\nitem 1 [8]: om2\nitem 5 [8.1.1]: Laglig\ntext: Utan\n");
}

BOOST_AUTO_TEST_CASE(numbering_comes_with_styles_and_links) {
  DocxFile file(paragraph("Ett", "<w:pStyle w:val=\"Rubrik1\"/>") + paragraph("Två", "<w:pStyle w:val=\"Rubrik2\"/>") +
                paragraph("Tre", "<w:pStyle w:val=\"Rubrik2\"/>") +
                paragraph("Fri", "<w:pStyle w:val=\"Rubrik2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                numbered("Länk", 2, 0));
  file.add(
      "styles", "styles.xml",
      word_xml("styles", style("Rubrik1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") +
                             style("Rubrik2", "heading 2",
                                   "<w:basedOn w:val=\"Rubrik1\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>") +
                             style("Lista", "Lista", "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>")));
  file.add(
      "numbering", "numbering.xml",
      word_xml(
          "numbering",
          "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1", "<w:pStyle w:val=\"Rubrik1\"/>") +
              level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Rubrik2\"/>") +
              "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Lista\"/>"
              "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Lista\"/>" +
              level(0, "upperLetter", "Bilaga %1") +
              "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\">"
              "<w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"));
  BOOST_TEST(describe(read_docx_sample(file)) ==
             "heading 1 [1]: Ett\nheading 2 [1.1]: Två\nheading 2 [1.2]: Tre\nheading 2: Fri\ntext [Bilaga A]: Länk\n");
}

BOOST_AUTO_TEST_CASE(tables_may_be_nested) {
  const auto cell = [](const std::string& content, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  };
  const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
  const std::string inner = "<w:tbl>" + row(cell(paragraph("i1")) + cell(paragraph("i2"))) + "</w:tbl>";
  DocxFile file("<w:tbl>" + row(cell(paragraph("a"), "<w:gridSpan w:val=\"2\"/>") + cell(paragraph("b"))) +
                row(cell(paragraph("c") + inner + paragraph("d")) + cell(paragraph("e"))) + "</w:tbl>" + "<w:tbl>" +
                row(cell(paragraph("ram"))) + "</w:tbl>");
  BOOST_TEST(describe(read_docx_sample(file)) ==
             "cell 1/1/1: a\ncell 1/1/3: b\ncell 1/2/1: c\ncell 2/1/1: i1\ncell 2/1/2: i2\ncell 1/2/1: d\n"
             "cell 1/2/2: e\ntext: ram\n");
}

BOOST_AUTO_TEST_CASE(notes_headers_and_footers) {
  DocxFile file("<w:p>" + run("Text") + "<w:r><w:footnoteReference w:id=\"5\"/></w:r></w:p>" + paragraph("Slut"));
  file.add("footnotes", "footnotes.xml",
           word_xml("footnotes", "<w:footnote w:type=\"separator\" w:id=\"-1\">" + paragraph("streck") +
                                     "</w:footnote><w:footnote w:id=\"5\">" + paragraph("Noten") + "</w:footnote>"));
  file.add("header", "header1.xml", word_xml("hdr", paragraph("Avtal 12")));
  file.add("header", "header2.xml", word_xml("hdr", paragraph("Avtal 12")));
  file.add("footer", "footer1.xml", word_xml("ftr", paragraph("Sida")));
  const SourceText text = read_docx_sample(file);
  BOOST_TEST(describe(text) == "text: Text\ntext: Slut\nnote [1]: Noten\npage header: Avtal 12\npage header: Sida\n");
  BOOST_TEST(text.map.parts()[place_of(text, "Noten").part] == "word/footnotes.xml");
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted) {
  DocxFile file("<w:p>" + run("Kund ") + "<w:ins>" + run("ska ") +
                "</w:ins><w:del><w:r><w:delText>får </w:delText></w:r></w:del>" + "<w:moveFrom>" + run("flyttat ") +
                "</w:moveFrom>" + run("betala") + "</w:p>" + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
                run("Första") + "</w:p>" + paragraph("andra") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" +
                paragraph("bort") + "</w:tc></w:tr></w:tbl>");
  const SourceText text = read_docx_sample(file);
  BOOST_TEST(text.text == "Kund ska betala\nFörsta andra\n");
  BOOST_TEST(text.coverage.tracked_insertions == 1U);
  BOOST_TEST(text.coverage.tracked_deletions == 4U);
  BOOST_TEST(text.coverage.limits.size() == 1U);
}

BOOST_AUTO_TEST_CASE(text_boxes_are_read_once) {
  const std::string box = "<w:txbxContent>" + paragraph("I rutan") + "</w:txbxContent>";
  DocxFile file("<w:p>" + run("Före ") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" +
                box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("efter") + "</w:p>");
  BOOST_TEST(describe(read_docx_sample(file)) == "text: Före efter\nbox: I rutan\n");
}

BOOST_AUTO_TEST_CASE(the_map_names_the_part_that_a_text_box_stands_in) {
  const auto boxed = [](std::string_view text) {
    return "<w:p><w:r><w:pict><w:txbxContent>" + paragraph(text) + "</w:txbxContent></w:pict></w:r></w:p>";
  };
  DocxFile file(boxed("I texten"));
  file.add("header", "header1.xml", word_xml("hdr", boxed("I huvudet")));
  const SourceText text = read_docx_sample(file);
  BOOST_TEST(text.map.parts()[place_of(text, "I texten").part] == "word/document.xml (text box)");
  BOOST_TEST(text.map.parts()[place_of(text, "I huvudet").part] == "word/header1.xml (text box)");
}

BOOST_AUTO_TEST_CASE(controls_links_fields_and_signs) {
  DocxFile file(
      "<w:sdt><w:sdtContent><w:p>" + run("A") + "<w:r><w:tab/></w:r><w:sdt><w:sdtContent>" + run("B") +
      "</w:sdtContent></w:sdt><w:r><w:br/></w:r><w:smartTag>" + run("C") +
      "</w:smartTag></w:p></w:sdtContent></w:sdt><w:p><w:hyperlink r:id=\"l1\">" + run("villkor") + "</w:hyperlink>" +
      run(" nr") + "<w:r><w:noBreakHyphen/></w:r>" + run("1 ") +
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK "
      "\"https://exempel.se/f\"</w:instrText>"
      "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
      run("falt") +
      "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r></w:p>");
  file.add_link("l1", "https://exempel.se/v");
  BOOST_TEST(describe(read_docx_sample(file)) ==
             "text: A B C\ntext: villkor (https://exempel.se/v) nr-1 falt (https://exempel.se/f)\u2610\n");
}

BOOST_AUTO_TEST_CASE(a_broken_field_hides_no_more_than_its_paragraph) {
  DocxFile file("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + run("dold") + "</w:p>" + paragraph("synlig"));
  BOOST_TEST(read_docx_sample(file).text == "synlig\n");
}

BOOST_AUTO_TEST_CASE(bold_and_hidden_runs) {
  const std::string bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Fet</w:t></w:r>";
  DocxFile file("<w:p>" + bold + "</w:p><w:p>" + bold + run(" inte") +
                "</w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr>"
                "<w:t>dold</w:t></w:r>" +
                run("kvar") + "</w:p>");
  const SourceText text = read_docx_sample(file);
  BOOST_TEST(describe(text) == "text bold: Fet\ntext: Fet inte\ntext: kvar\n");
  BOOST_TEST(!text.coverage.complete);
}

BOOST_AUTO_TEST_CASE(offsets_are_those_of_the_part) {
  DocxFile file(paragraph("Kund &amp; &#246;vriga parter"));
  const SourceText text = read_docx_sample(file);
  const std::string xml = word_xml("document", "<w:body>" + paragraph("Kund &amp; &#246;vriga parter") + "</w:body>");
  BOOST_TEST(text.text == "Kund & övriga parter\n");
  BOOST_TEST(place_of(text, "Kund").source == xml.find("Kund"));
  BOOST_TEST(place_of(text, "vriga").source == xml.find("vriga"));
  BOOST_TEST(place_of(text, "parter").source == xml.find("parter"));
  BOOST_TEST(place_of(text, "parter").line == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
