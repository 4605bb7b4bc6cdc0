// What is around the comments: the parts of the package, odd and hostile ones.
#include <boost/test/unit_test.hpp>
#include <set>

#include "report/reviewed_sample.h"
#include "report/swedish_errors.h"
#include "report/word/docx_comments.h"
#include "support/docx_file.h"
#include "support/word_comments.h"

using namespace klausul;
using klausul::test::comments_in;
using klausul::test::WordComment;
using klausul::test::zip_entries;

namespace {

constexpr const char* kText = "<w:p><w:r><w:t>The vendor may change it.</w:t></w:r></w:p>";

Result<std::string> commented(const std::string& bytes) {
  DocumentReport document = reviewed_sample(bytes, "avtal.docx");
  document.findings = {flag_on(document, {"may change"})};
  return add_comments(document, Language::en);
}

std::string commented_well(const ZipFile& file) {
  const Result<std::string> result = commented(file.bytes());
  BOOST_REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().what));
  return *result;
}

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// The comment on "may change", which every one of these files must get.
void check_commented(const ZipFile& file) {
  const std::vector<WordComment> comments = comments_in(commented_well(file));
  BOOST_REQUIRE(!comments.empty());
  BOOST_TEST(comments.back().words == "may change");
  BOOST_TEST(comments.back().author == "klausul");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_package)

BOOST_AUTO_TEST_CASE(a_file_without_comments_gets_the_part_and_is_told_of_it) {
  DocxFile file(kText);
  file.add("styles", "styles.xml", word_xml("styles", ""));
  file.set_entry("word/media/image1.png", std::string(5000, '\x01'));
  const std::string docx = commented_well(file);
  const auto before = zip_entries(file.bytes(), true);
  const auto after = zip_entries(docx, true);
  std::set<std::string> changed;
  for (const auto& [name, content] : after)
    if (before.find(name) == before.end() || before.at(name) != content) changed.insert(name);
  const std::set<std::string> expected = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml",
                                          "word/document.xml"};
  BOOST_TEST(changed == expected, boost::test_tools::per_element());
  BOOST_TEST(after.size() == before.size() + 1);
  const auto entries = zip_entries(docx, false);
  BOOST_TEST(count(entries.at("[Content_Types].xml"), "PartName=\"/word/comments.xml\"") == 1U);
  BOOST_TEST(count(entries.at("word/_rels/document.xml.rels"), "Target=\"comments.xml\"") == 1U);
  BOOST_TEST(docx == commented_well(file));
}

BOOST_AUTO_TEST_CASE(comments_that_are_there_stay_and_ids_go_on) {
  const std::string old =
      "<w:comment w:id=\"7\" w:author=\"Anna\"><w:p><w:r><w:t>Hör med IT.</w:t></w:r></w:p></w:comment>";
  DocxFile file(
      "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>The vendor may</w:t></w:r><w:commentRangeEnd "
      "w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r><w:r><w:t xml:space=\"preserve\"> change "
      "it.</w:t></w:r></w:p>");
  file.add("comments", "comments.xml", word_xml("comments", old));
  file.set_entry("word/commentsExtended.xml", "<w15:commentsEx xmlns:w15=\"urn:x\"/>");
  const std::string docx = commented_well(file);
  const std::vector<WordComment> comments = comments_in(docx);
  BOOST_REQUIRE(comments.size() == 2U);
  BOOST_TEST(comments[0].author == "Anna");
  BOOST_TEST(comments[0].words == "The vendor may");
  BOOST_TEST(comments[1].id == "8");
  BOOST_TEST(comments[1].words == "may change");
  const auto entries = zip_entries(docx, false);
  BOOST_TEST(entries.at("word/comments.xml").starts_with(word_xml("comments", old).substr(0, 300)));
  BOOST_TEST(zip_entries(docx, true).at("word/_rels/document.xml.rels") ==
             zip_entries(file.bytes(), true).at("word/_rels/document.xml.rels"));
  BOOST_TEST(entries.at("word/commentsExtended.xml") == "<w15:commentsEx xmlns:w15=\"urn:x\"/>");
}

BOOST_AUTO_TEST_CASE(odd_files_are_written_on_too) {
  const std::string document = word_xml("document", "<w:body>" + std::string(kText) + "</w:body>");
  // No list of relationships; an empty list of comments; a byte order mark; the largest id; a part of that name.
  check_commented(DocxFile(kText).remove_entry("word/_rels/document.xml.rels"));
  check_commented(
      DocxFile(kText).add("comments", "comments.xml", replaced(word_xml("comments", ""), "></w:comments>", "/>")));
  check_commented(DocxFile(kText).set_entry("word/document.xml", "\xEF\xBB\xBF" + document));
  check_commented(
      DocxFile(kText).add("comments", "comments.xml", word_xml("comments", "<w:comment w:id=\"2147483647\"/>")));
  check_commented(DocxFile(kText).set_entry("word/document.xml", replaced(document, "w:", "x:")));
  const auto entries = zip_entries(commented_well(DocxFile(kText).set_entry("word/comments.xml", "not ours")), false);
  BOOST_TEST(entries.at("word/comments.xml") == "not ours");
  BOOST_TEST(entries.at("word/comments2.xml").find("klausul") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(strict_files_keep_their_vocabulary) {
  constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  DocxFile file(kText);
  file.set_entry("word/document.xml", replaced(word_xml("document", "<w:body>" + std::string(kText) + "</w:body>"),
                                               "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict));
  const auto entries = zip_entries(commented_well(file), false);
  BOOST_TEST(entries.at("word/comments.xml").find(strict) != std::string::npos);
  BOOST_TEST(entries.at("word/_rels/document.xml.rels")
                 .find("http://purl.oclc.org/ooxml/officeDocument/relationships/comments") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_document_without_prefix_gets_marks_that_name_their_vocabulary) {
  std::string document = word_xml("document", "<w:body>" + std::string(kText) + "</w:body>");
  document = replaced(replaced(replaced(document, "<w:", "<"), "</w:", "</"), "xmlns:w=", "xmlns=");
  check_commented(DocxFile(kText).set_entry("word/document.xml", document));
}

BOOST_AUTO_TEST_CASE(utf16_becomes_utf8) {
  const std::string document = word_xml("document", "<w:body>" + std::string(kText) + "</w:body>");
  std::string wide = "\xFF\xFE";
  for (const char byte : replaced(document, "UTF-8", "UTF-16")) wide += {byte, '\0'};
  DocxFile file(kText);
  file.set_entry("word/document.xml", wide);
  check_commented(file);
  BOOST_TEST(zip_entries(commented_well(file), false)
                 .at("word/document.xml")
                 .starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_on_is_an_error_that_says_so) {
  DocxFile broken(kText);
  broken.add("comments", "comments.xml", "<w:comments");
  DocxFile untyped(kText);
  untyped.set_entry("[Content_Types].xml", "<!DOCTYPE x><Types/>");
  DocxFile crowded(kText);
  std::string ranges;
  for (int id = 0; id < 32767; ++id) ranges += "<w:commentRangeStart w:id=\"" + std::to_string(id) + "\"/>";
  crowded.set_entry("word/document.xml", word_xml("document", "<w:body>" + std::string(kText) + ranges + "</w:body>"));
  for (const ZipFile& file : std::initializer_list<ZipFile>{broken, untyped, crowded}) {
    const Result<std::string> result = commented(file.bytes());
    BOOST_REQUIRE(!result.has_value());
    BOOST_TEST(result.error().what.starts_with("avtal.docx "), result.error().what);
    BOOST_TEST(error_in_swedish(result.error().what).has_value(), result.error().what);
  }
  DocxFile empty("<w:p/>");
  empty.add("header", "header1.xml", word_xml("hdr", kText));
  const Result<std::string> result = commented(empty.bytes());
  BOOST_REQUIRE(!result.has_value());
  BOOST_TEST(result.error().what.find("no paragraph") != std::string::npos);
  BOOST_TEST(error_in_swedish(result.error().what).has_value());
}

BOOST_AUTO_TEST_CASE(damaged_files_never_stop_the_program) {
  const std::string bytes = DocxFile(kText).bytes();
  DocumentReport document = reviewed_sample(bytes, "avtal.docx");
  document.findings = {flag_on(document, {"may change"})};
  std::size_t written = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char byte : {'\x00', '\xFF', '<'}) {
      // The file changed after it was read, as it were: offsets that fit no more.
      auto reviewed = std::make_shared<ReviewedText>(*document.reviewed);
      reviewed->bytes[at] = byte;
      document.reviewed = reviewed;
      written += add_comments(document, Language::en).has_value() ? 1U : 0U;
      reviewed->bytes = bytes;
    }
  }
  BOOST_TEST(written > 0U);
  BOOST_TEST(written < 3 * bytes.size());
}

BOOST_AUTO_TEST_SUITE_END()
