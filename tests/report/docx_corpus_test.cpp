// The example contracts in Word format, through the program: what the JSON report finds is commented, and nothing else;
// another word processor finds the same comments on the same words.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <vector>

#include "cli/run_program.h"
#include "support/word_comments.h"

using klausul::test::comments_in;
using klausul::test::WordComment;
using klausul::test::zip_entries;

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;

std::vector<std::string> word_files() {
  std::vector<std::string> files;
  for (const auto& folder : std::filesystem::directory_iterator(root / "corpus"))
    if (const auto file = folder.path() / "source.docx"; std::filesystem::exists(file)) files.push_back(file.string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string written(const std::string& format, const std::string& file) {
  const ProgramRun run =
      run_program(root, "check --fail-on never --report-language en --format " + format + " " + file);
  BOOST_REQUIRE_MESSAGE(run.status == 0, file << ": " << run.err);
  return run.out;
}

/// The entry and the quote of each passage of a finding; no quote for what is missing without a trace. Quotes that
/// Word has no comments on are left empty.
std::vector<std::pair<std::string, std::string>> expected_comments(const std::string& json) {
  std::vector<std::pair<std::string, std::string>> expected;
  const auto report = nlohmann::json::parse(json);
  for (const auto& finding : report["documents"][0]["findings"]) {
    for (const auto& evidence : finding["evidence"])
      expected.emplace_back(finding["id"], evidence.contains("part") ? "" : evidence["quote"]);
    if (finding["evidence"].empty()) expected.emplace_back(finding["id"], "");
  }
  return expected;
}

/// The comments of a flat OpenDocument file and the words that they stand on, deleted ones left out.
class OpenDocumentNotes {
 public:
  explicit OpenDocumentNotes(const pugi::xml_document& tree) {
    for (const pugi::xpath_node deleted : tree.select_nodes("//text:changed-region[text:deletion]"))
      deletions_.insert(deleted.node().attribute("text:id").value());
    visit(tree);
  }

  std::map<std::string, std::string> words;  ///< by the name of the annotation
  std::map<std::string, std::string> text;

 private:
  void visit(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      const std::string id = child.attribute("office:name").value();
      const bool is_text = child.type() == pugi::node_pcdata;
      if (name == "office:annotation") {
        open_.insert(id);
        for (const pugi::xpath_node piece : child.select_nodes(".//text()")) text[id] += piece.node().value();
      } else if (name == "office:annotation-end") {
        open_.erase(id);
      } else if (name == "text:change-start" || name == "text:change-end") {
        if (deletions_.contains(child.attribute("text:change-id").value())) in_deletion_ = name == "text:change-start";
      } else if (is_text && !in_deletion_) {
        for (const std::string& which : open_) words[which] += child.value();
      } else if (name != "text:note" && name != "text:tracked-changes" && !name.starts_with("draw:")) {
        visit(child);
      }
    }
  }

  std::set<std::string> deletions_;
  std::set<std::string> open_;
  bool in_deletion_ = false;
};

/// Without white space, which word processors break and join, and with a plain hyphen.
std::string letters_of(std::string text) {
  constexpr std::string_view no_break_hyphen = "\u2011";
  for (std::size_t at = text.find(no_break_hyphen); at != std::string::npos; at = text.find(no_break_hyphen))
    text.replace(at, no_break_hyphen.size(), "-");
  std::string letters;
  for (const char byte : text)
    if (byte != ' ' && byte != '\n' && byte != '\t') letters += byte;
  return letters;
}

/// Text as it stands in a PDF's annotation.
std::string in_utf16_digits(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (const char byte : text)
    hex += {'0', '0', digits[static_cast<unsigned char>(byte) >> 4U], digits[static_cast<unsigned char>(byte) & 15U]};
  return hex;
}

/// Converts `folder`/avtal.docx with LibreOffice; false, and said, when there is none.
bool converted(const std::filesystem::path& folder, const std::string& format) {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) {
    BOOST_TEST_MESSAGE("LibreOffice is not installed: not checked that it opens the files.");
    return false;
  }
  const std::string command = "cd '" + folder.string() + "' && soffice -env:UserInstallation=file://" +
                              folder.string() + "/profile --headless --convert-to '" + format +
                              "' avtal.docx >/dev/null 2>&1";
  BOOST_REQUIRE(std::system(command.c_str()) == 0);
  return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_finding_is_a_comment_and_nothing_else_is) {
  BOOST_REQUIRE(!word_files().empty());
  for (const std::string& file : word_files()) {
    const auto expected = expected_comments(written("json", file));
    const std::string docx = written("docx", file);
    BOOST_TEST(docx == written("docx", file));
    const std::vector<WordComment> comments = comments_in(docx);
    BOOST_REQUIRE_MESSAGE(comments.size() == expected.size(), file);
    for (std::size_t index = 0; index < comments.size(); ++index) {
      BOOST_TEST(comments[index].author == "klausul");
      BOOST_TEST(comments[index].paragraphs.back() == expected[index].first);
      if (!expected[index].second.empty())
        BOOST_TEST(letters_of(comments[index].words) == letters_of(expected[index].second));
    }
    const auto before = zip_entries(read_file(file), true);
    auto after = zip_entries(docx, true);
    for (const auto& [name, content] : before)
      if (name != "word/document.xml" && name != "word/_rels/document.xml.rels" && name != "[Content_Types].xml")
        BOOST_TEST((after[name] == content), file << ": " << name << " is as it was");
  }
}

BOOST_AUTO_TEST_CASE(every_finding_is_a_point_of_the_negotiation_document) {
  for (const auto& folder : std::filesystem::directory_iterator(root / "corpus")) {
    if (!folder.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
      if (file.path().stem() != "source") continue;
      const auto findings = nlohmann::json::parse(written("json", file.path().string()))["documents"][0]["findings"];
      const auto parts = zip_entries(written("negotiation-docx", file.path().string()), false);
      const std::string& document = parts.at("word/document.xml");
      std::size_t points = 0;
      for (std::size_t at = document.find("<w:tbl>"); at != std::string::npos; at = document.find("<w:tbl>", at + 1))
        ++points;
      BOOST_TEST(points == findings.size(), file.path());
      for (const auto& finding : findings) {
        const std::string id = ">" + finding["id"].get<std::string>() + "<";
        BOOST_TEST((document.find(id) != std::string::npos), file.path() << ": " << id);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(libreoffice_finds_the_comments_on_the_same_words) {
  const std::string docx = written("docx", (root / "corpus/en-dpa-bad/source.docx").string());
  const std::vector<WordComment> comments = comments_in(docx);
  const TemporaryFolder folder;
  write_file(folder.path() / "avtal.docx", docx);
  if (!converted(folder.path(), "fodt")) return;
  pugi::xml_document tree;
  const std::string text = read_file(folder.path() / "avtal.fodt");
  BOOST_REQUIRE(tree.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  OpenDocumentNotes notes(tree);
  std::vector<std::string> found;
  for (const auto& [name, note] : notes.text) found.push_back(letters_of(note) + " | " + letters_of(notes.words[name]));
  std::vector<std::string> expected;
  for (const WordComment& comment : comments) {
    std::string all =
        "klausul"
        "0000-00-00T00:00:00"
        "kl";
    for (const std::string& paragraph : comment.paragraphs) all += paragraph;
    expected.push_back(letters_of(all) + " | " + letters_of(comment.words));
  }
  std::sort(found.begin(), found.end());
  std::sort(expected.begin(), expected.end());
  BOOST_TEST(found == expected, boost::test_tools::per_element());

  converted(folder.path(), R"(pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}})");
  const std::string pdf = read_file(folder.path() / "avtal.pdf");
  std::size_t annotations = 0;
  for (std::size_t at = pdf.find("/Subtype /Text"); at != std::string::npos; at = pdf.find("/Subtype /Text", at + 1))
    ++annotations;
  BOOST_TEST(annotations == comments.size());
  for (const WordComment& comment : comments)
    BOOST_TEST((pdf.find(in_utf16_digits(comment.paragraphs.back())) != std::string::npos), comment.paragraphs.back());
}
