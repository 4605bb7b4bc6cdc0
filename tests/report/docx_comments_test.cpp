#include "report/word/docx_comments.h"

#include <boost/test/unit_test.hpp>

#include "report/reviewed_sample.h"
#include "support/docx_file.h"
#include "support/word_comments.h"

using namespace klausul;
using klausul::test::comments_in;
using klausul::test::WordComment;
using klausul::test::zip_entries;

namespace {

std::string run(std::string_view text, std::string_view properties = {}) {
  return "<w:r>" + std::string(properties) + "<w:t>" + std::string(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view content) { return "<w:p>" + std::string(content) + "</w:p>"; }

/// The file with one comment on each of the quotes.
std::string commented(const std::string& bytes, const std::vector<std::string>& quotes,
                      Language language = Language::en) {
  DocumentReport document = reviewed_sample(bytes, "avtal.docx");
  for (const std::string& quote : quotes) document.findings.push_back(flag_on(document, {quote}));
  const Result<std::string> result = add_comments(document, language);
  BOOST_REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().what));
  return *result;
}

std::string document_xml(const std::string& docx) { return zip_entries(docx, false).at("word/document.xml"); }

const std::string text_box =
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
    paragraph(run("Held in a box.")) +
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
    "</w:r>";

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_comments)

BOOST_AUTO_TEST_CASE(runs_are_cut_at_the_quote_and_nothing_else_changes) {
  const std::string look = "<w:rPr><w:b/></w:rPr>";
  const std::string mark = "<w:commentReference w:id=\"0\"/>";
  const DocxFile file(paragraph(run("We may change terms now.", look)) + paragraph(run("Other.")));
  const std::string expected = word_xml(
      "document",
      "<w:body>" +
          paragraph("<w:r>" + look +
                    "<w:t xml:space=\"preserve\">We </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r>" + look +
                    "<w:t xml:space=\"preserve\">may change</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r>" + look +
                    mark + "</w:r><w:r>" + look + "<w:t xml:space=\"preserve\"> terms now.</w:t></w:r>") +
          paragraph(run("Other.")) + "</w:body>");
  BOOST_TEST(document_xml(commented(file.bytes(), {"may change"})) == expected);
}

BOOST_AUTO_TEST_CASE(a_comment_is_anchored_on_the_quoted_words_wherever_they_stand) {
  const std::string control = "<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>";
  const std::string control_end = "</w:sdtContent></w:sdt>";
  const std::string cell_table = "<w:tbl><w:tr><w:tc>" + paragraph(run("Left cell.")) + "</w:tc><w:tc>" +
                                 paragraph(run("Right cell, long.")) + "</w:tc></w:tr></w:tbl>";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {paragraph(run("All of it.")), "All of it."},
      {paragraph(run("One ") + run("quote over", "<w:rPr><w:i/></w:rPr>") + run(" runs.")), "quote over runs."},
      {cell_table, "cell, long."},
      {paragraph("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + run("An item here.")), "item here."},
      {paragraph(control + run("In a control.") + control_end), "In a control."},
      {control + paragraph(run("Within a block control.")) + control_end, "a block control."},
      {paragraph(run("See ") + "<w:hyperlink w:anchor=\"x\">" + run("the linked words") + "</w:hyperlink>"), "linked"},
      {paragraph(run("You ") + "<w:ins w:id=\"9\" w:author=\"a\">" + run("shall not") + "</w:ins>" + run(" pay.")),
       "shall not pay."},
      {paragraph(run("You ") + "<w:del w:id=\"9\"><w:r><w:delText>may</w:delText></w:r></w:del>" + run("must pay.")),
       "You must pay."},
      {paragraph("<w:r><w:t>Before</w:t><w:tab/><w:t>after the tab</w:t><w:br/><w:t>end</w:t></w:r>"), "after the tab"},
      {paragraph("<w:fldSimple w:instr=\"REF x\">" + run("a field") + "</w:fldSimple>" + run(" follows")), "a field"},
      {paragraph("<w:smartTag>" + run("tagged words") + "</w:smartTag>"), "words"},
      {paragraph(run("fees &amp; taxes &#228;r &quot;h\u00F6ga&quot; nu")), "& taxes är \"höga\""},
      {paragraph("<w:r><w:t><![CDATA[raw a < b words]]></w:t></w:r>"), "a < b"},
      {paragraph("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>binding terms</w:t></w:r>"), "non-binding"},
      {paragraph(run("First part.")) + paragraph(run("Second part.")), "part.\nSecond"},
  };
  for (const auto& [body, quote] : cases) {
    const std::vector<WordComment> comments = comments_in(commented(DocxFile(body).bytes(), {quote}));
    BOOST_REQUIRE_MESSAGE(comments.size() == 1, quote);
    std::string one_line = quote;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    BOOST_TEST(comments[0].words == one_line);
    BOOST_TEST(comments[0].references == 1U);
    BOOST_TEST(comments[0].author == "klausul");
  }
}

BOOST_AUTO_TEST_CASE(accents_and_soft_hyphens_of_the_source_do_not_move_the_anchor) {
  const DocxFile file(paragraph(run("fo\u0308re avtals\u00ADtiden e\u0301 efter")));
  BOOST_TEST(comments_in(commented(file.bytes(), {"avtalstiden é"}))[0].words == "avtals\u00ADtiden e\u0301");
}

BOOST_AUTO_TEST_CASE(comments_share_and_overlap_words) {
  const DocxFile file(paragraph(run("one two three four five")));
  const std::vector<std::string> quotes = {"two three", "three four", "two three", "one two three four five", "three"};
  const std::vector<WordComment> comments = comments_in(commented(file.bytes(), quotes));
  BOOST_REQUIRE(comments.size() == quotes.size());
  for (std::size_t index = 0; index < quotes.size(); ++index) BOOST_TEST(comments[index].words == quotes[index]);
}

BOOST_AUTO_TEST_CASE(marks_stand_outside_of_an_insertion_that_is_quoted_whole) {
  const DocxFile file(paragraph("<w:ins w:id=\"9\" w:author=\"a\">" + run("All new.") + "</w:ins>"));
  BOOST_TEST(document_xml(commented(file.bytes(), {"All new."})).find("<w:commentRangeStart w:id=\"0\"/><w:ins") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(where_word_has_no_comments_they_stand_nearby_and_quote) {
  DocxFile file(paragraph(run("Title of it")) + paragraph(run("Before ") + text_box + run("after")) +
                paragraph(run("Noted") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" more")));
  file.add("footnotes", "footnotes.xml",
           word_xml("footnotes", "<w:footnote w:id=\"2\">" + paragraph(run("Held in a note.")) + "</w:footnote>"));
  file.add("header", "header1.xml", word_xml("hdr", paragraph(run("Held above.")) + paragraph(text_box)));
  const std::string docx = commented(file.bytes(), {"in a box", "in a note", "Held above"});
  const std::vector<WordComment> comments = comments_in(docx);
  BOOST_REQUIRE(comments.size() == 3U);
  BOOST_TEST(comments[0].paragraphs[1] == "In the text box: “in a box”");
  BOOST_TEST(comments[1].paragraphs[1] == "In the note: “in a note”");
  BOOST_TEST(comments[2].paragraphs[1] == "In the page header or footer: “Held above”");
  BOOST_TEST(comments[2].words == "Title of it");
  const std::string xml = document_xml(docx);
  BOOST_TEST(xml.find("<w:commentRangeStart w:id=\"0\"/><w:r><mc:AlternateContent>") != std::string::npos);
  BOOST_TEST(xml.find("<w:commentRangeStart w:id=\"1\"/><w:r><w:footnoteReference") != std::string::npos);
  for (const char* part : {"word/footnotes.xml", "word/header1.xml"})
    BOOST_TEST(zip_entries(docx, true).at(part) == zip_entries(file.bytes(), true).at(part));
}

BOOST_AUTO_TEST_CASE(what_is_missing_stands_at_the_nearest_passage_else_the_section_else_the_title) {
  const auto heading = [](std::string_view text) {
    return paragraph("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" + run(text));
  };
  const DocxFile file(paragraph(run("Agreement on data")) + heading("Audits") + paragraph(run("We may be audited.")) +
                      heading("Security") + paragraph(run("We keep it safe.")));
  DocumentReport document = reviewed_sample(file.bytes(), "avtal.docx");
  EntryResult present;
  present.id = "audit.right";
  present.status = Status::present;
  present.evidence = {evidence_of(document, "We may be audited.")};
  document.entries = {present};
  Finding missing = flag_on(document, {});
  missing.status = Status::missing;
  missing.id = "audit.cost";
  document.findings.push_back(missing);
  missing.id = "deletion.proof";
  document.findings.push_back(missing);
  missing.nearest = true;
  missing.evidence = {evidence_of(document, "keep it safe")};
  document.findings.push_back(missing);
  const Result<std::string> result = add_comments(document, Language::sv);
  BOOST_REQUIRE(result.has_value());
  const std::vector<WordComment> comments = comments_in(*result);
  BOOST_REQUIRE(comments.size() == 3U);
  BOOST_TEST(comments[0].words == "Audits");
  BOOST_TEST(comments[1].words == "Agreement on data");
  BOOST_TEST(comments[2].words == "keep it safe");
  BOOST_TEST(comments[2].paragraphs[2] == "Den markerade passagen kommer närmast men räcker inte.");
}

BOOST_AUTO_TEST_CASE(a_comment_says_what_why_and_what_to_propose) {
  DocumentReport document = reviewed_sample(DocxFile(paragraph(run("one two three"))).bytes(), "avtal.docx");
  EntryResult entry;
  entry.id = "change.no-notice";
  entry.kind = EntryKind::red_flag;
  document.entries = {entry};
  document.findings = {flag_on(document, {"two", "three"})};
  document.findings[0].severity = Severity::high;
  const std::vector<WordComment> comments = comments_in(*add_comments(document, Language::sv));
  BOOST_REQUIRE(comments.size() == 2U);
  const std::vector<std::string> expected = {"Ändring utan besked: Riskklausul · Allvarligt",
                                             "Leverantören bestämmer ensam.",
                                             "Stöd: GDPR Art. 28 (lag)",
                                             "Förslag: Ändringar kräver besked.",
                                             "Ställe 1 av 2.",
                                             "change.no-notice"};
  BOOST_TEST(comments[0].paragraphs == expected, boost::test_tools::per_element());
  BOOST_TEST(comments[1].words == "three");
  BOOST_TEST(comments[1].paragraphs[1] == "Ställe 2 av 2; skälen står vid det första.");
}

BOOST_AUTO_TEST_CASE(hostile_words_stay_words) {
  DocumentReport document = reviewed_sample(DocxFile(paragraph(run("one two three"))).bytes(), "avtal.docx");
  Finding finding = flag_on(document, {"two"});
  finding.title.en = "]]></w:t> & \"quoted\" 'x'";
  finding.message.en = std::string("bell\x07 null ") + '\0' + " \xEF\xBF\xBF \xC3( end\nnext";
  finding.suggest.en = std::string(200'000, '<');
  document.findings = {finding};
  const std::vector<WordComment> comments = comments_in(*add_comments(document, Language::en));
  BOOST_TEST(comments[0].paragraphs[0].starts_with("]]></w:t> & \"quoted\" 'x'"));
  BOOST_TEST(comments[0].paragraphs[1] == "bell\uFFFD null \uFFFD \uFFFD \uFFFD( endnext");
  BOOST_TEST(comments[0].paragraphs[3].size() > 200'000U);
}

BOOST_AUTO_TEST_CASE(without_findings_the_file_comes_back_as_it_is) {
  const std::string bytes = DocxFile(paragraph(run("Text."))).bytes();
  BOOST_TEST(commented(bytes, {}) == bytes);
}

BOOST_AUTO_TEST_SUITE_END()
