// Reviews real documents, when they are there: shared/ beside the repository, or where KLAUSUL_SHARED says. They are
// not part of the repository, so this test passes without them and says so.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"
#include "text/unicode.h"

using namespace klausul;
using namespace klausul::test;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> real_files() {
  const fs::path shared = shared_folder();
  std::vector<fs::path> files;
  for (const fs::path& part : {shared / "corpora", shared / "gold" / "documents"}) {
    std::error_code error;
    for (const auto& item : fs::recursive_directory_iterator(part, error)) {
      const std::string extension = item.path().extension().string();
      if (extension == ".txt" || extension == ".md" || extension == ".html" || extension == ".docx" ||
          extension == ".pdf")
        files.push_back(item.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool ends_entity(std::string_view text, std::size_t at, std::size_t& end) {
  end = text.find(';', at);
  return end != std::string_view::npos && end - at <= 12 && end > at + 1 &&
         text.substr(at + 1, end - at - 1)
                 .find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") ==
             std::string_view::npos;
}

/// Whether a tag, a comment or the like begins at `at`; "{{< " of a template does not.
bool opens_tag(std::string_view text, std::size_t at) {
  if (text[at] != '<' || at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  return next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

/// Where the web address that begins at `at` ends; `at` when none does.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) return at;
  return std::min(text.size(), text.find_first_of(" \t\n)<>\"]", at));
}

/// The letters and digits of `text` alone: white space, signs, tags, entities and the rest of markup squeezed out.
/// Letters that an entity stands for ("&ouml;") are lost on one side only, so letters beyond ASCII go on both. So do
/// web addresses: a reader shows a link's address behind its text, a file holds it elsewhere.
std::string squeezed(std::string_view text, bool markup) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    std::size_t end = end_of_address(text, at);
    if (end > at) {
      at = end - 1;
    } else if (markup && text.substr(at).starts_with("![") && (end = text.find("](", at)) != std::string_view::npos &&
               text.find(')', end) != std::string_view::npos) {
      at = text.find(')', end);  // a picture: no reader shows it
    } else if (markup && text.substr(at).starts_with("](") && (end = text.find(')', at)) != std::string_view::npos &&
               (text.substr(at, end - at).find(' ') == std::string_view::npos || text[end - 1] == '"')) {
      at = end;  // the target of a Markdown link, with its title; "](#11. By you.)" is none
    } else if (markup && opens_tag(text, at) && end_of_address(text, at + 1) == at + 1 &&
               (end = text.find('>', at)) != std::string_view::npos) {
      at = end;
    } else if (markup && c == '&' && ends_entity(text, at, end)) {
      at = end;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      result.push_back(c);
    }
  }
  return result;
}

/// Everything that must hold of one review.
class ReviewChecker {
 public:
  explicit ReviewChecker(const Document& document) : document_(document) {
    const std::string_view source = document.source.map.source();
    lines_ = 1 + static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n'));
    markup_ = document.source.format == "html" || document.source.format == "md";
    has_lines_ = !source.empty();
    squeezed_source_ = squeezed(source, markup_);
  }

  void check(const DocumentReport& report) {
    for (const EntryResult& result : report.entries) {
      const bool shows =
          result.status == Status::present || result.status == Status::weak || result.status == Status::triggered;
      // Of what cannot be decided, the passage that names the absent annex may be quoted.
      if (result.status != Status::undetermined && result.evidence.empty() == shows)
        fail(result.id + " has the status " + name_of(result.status) + (shows ? " and no quote" : " and a quote"));
      for (const Evidence& evidence : result.evidence) check(result.id, evidence);
    }
    for (const Finding& finding : report.findings)
      for (const Evidence& evidence : finding.evidence) check(finding.id, evidence);
    for (const Fact& fact : report.facts) check(fact.duty, fact.evidence);
  }

  [[nodiscard]] const std::vector<std::string>& failures() const { return failures_; }
  [[nodiscard]] std::size_t quotes() const { return quotes_; }

 private:
  void fail(std::string sentence) { failures_.push_back(std::move(sentence)); }

  void check(const std::string& id, const Evidence& evidence) {
    ++quotes_;
    if (evidence.span.end > document_.source.text.size() || evidence.span.empty())
      return fail(id + ": the span lies outside the text");
    if (evidence.quote != document_.text(evidence.span)) fail(id + ": the quote is not the text at its span");
    if (find_ill_formed_utf8(evidence.quote) != evidence.quote.size()) fail(id + ": the quote cuts a character");
    if (!has_lines_) {
      if (evidence.line != 0) fail(id + ": a line in a format without lines");
      return;
    }
    if (evidence.line < 1 || evidence.line > lines_)
      fail(id + ": line " + std::to_string(evidence.line) + " of " + std::to_string(lines_));
    // A table is read cell by cell, so its pieces are looked for one at a time.
    if (squeezed_source_.find(squeezed(evidence.quote, false)) == std::string::npos)
      fail(id + ": not found in the file: " + evidence.quote);
  }

  const Document& document_;
  std::size_t lines_ = 0;
  bool markup_ = false;
  bool has_lines_ = false;
  std::string squeezed_source_;
  std::vector<std::string> failures_;
  std::size_t quotes_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(reviews_of_real_files_keep_their_promises) {
  const std::vector<fs::path> files = real_files();
  if (files.empty()) {
    std::cout << "skipped: shared/ is not here\n";
    return;
  }
  const Knowledge& knowledge = repository_knowledge();
  std::size_t quotes = 0;
  for (const fs::path& path : files) {
    Result<std::string> bytes = read_bytes(path.string(), {});
    BOOST_REQUIRE(bytes.has_value());
    Result<SourceText> source = read_document(std::move(*bytes), path.filename().string());
    if (!source) {
      BOOST_ERROR(path.filename() << ": " << source.error().what);
      continue;
    }
    const Document document = prepare_document(std::move(*source), knowledge.lexicon);
    ReviewChecker checker(document);
    checker.check(assess(document, knowledge, AssessOptions{}, path.filename().string(), ""));
    quotes += checker.quotes();
    for (const std::string& failure : checker.failures()) BOOST_ERROR(path.filename() << ": " << failure);
  }
  BOOST_TEST(quotes > files.size());
}
