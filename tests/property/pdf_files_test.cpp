// Reviews real PDF files, when they are there (see real_files_test.cpp), and compares with what poppler-cpp shows on
// each page and with the same documents in other formats.

#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

namespace fs = std::filesystem;

fs::path corpus() { return shared_folder() / "corpora"; }

std::vector<fs::path> pdf_files() {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& item : fs::recursive_directory_iterator(corpus(), error))
    if (item.path().extension() == ".pdf") files.push_back(item.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<DocumentReport> review(const fs::path& path) {
  Result<std::string> bytes = read_bytes(path.string(), {});
  if (!bytes) return std::nullopt;
  Result<SourceText> source = read_document(*std::move(bytes), path.filename().string());
  if (!source) return std::nullopt;
  const Document document = prepare_document(*std::move(source), repository_knowledge().lexicon);
  return assess(document, repository_knowledge(), AssessOptions{}, path.filename().string(), "");
}

bool is_sign(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// The letters and digits of `text` in ASCII: how lines are broken and joined does not matter.
std::string squeezed(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), is_sign);
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (const std::string word = squeezed(text.substr(at, end - at)); word.size() > 2) words.push_back(word);
    at = end + 1;
  }
  return words;
}

/// The text of each page as poppler-cpp gives it, squeezed.
std::vector<std::string> pages_of(const fs::path& path) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(path.string()));
  std::vector<std::string> pages;
  for (int number = 0; document && number < document->pages(); ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number));
    const poppler::byte_array text = page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    pages.push_back(squeezed({text.data(), text.size()}));
  }
  return pages;
}

/// Whether the quote begins on its page and all its words stand there or on the next.
bool stands_on_its_page(const Evidence& evidence, const std::vector<std::string>& pages) {
  if (evidence.page < 1 || evidence.page > pages.size()) return false;
  const std::string& page = pages[evidence.page - 1];
  const std::string next = evidence.page < pages.size() ? pages[evidence.page] : "";
  const std::vector<std::string> words = words_of(evidence.quote);
  if (!words.empty() && page.find(words.front()) == std::string::npos) return false;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return page.find(word) != std::string::npos || next.find(word) != std::string::npos ||
           (page + next).find(word) != std::string::npos;
  });
}

std::vector<const Evidence*> all_evidence(const DocumentReport& report) {
  std::vector<const Evidence*> all;
  for (const EntryResult& entry : report.entries)
    for (const Evidence& evidence : entry.evidence) all.push_back(&evidence);
  for (const Finding& finding : report.findings)
    for (const Evidence& evidence : finding.evidence) all.push_back(&evidence);
  for (const Fact& fact : report.facts) all.push_back(&fact.evidence);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_quote_stands_on_the_page_that_it_names) {
  const std::vector<fs::path> files = pdf_files();
  if (files.empty()) {
    std::cout << "skipped: shared/ is not here\n";
    return;
  }
  std::size_t quotes = 0;
  for (const fs::path& path : files) {
    const std::optional<DocumentReport> report = review(path);
    BOOST_REQUIRE_MESSAGE(report, path.filename() << " is reviewed");
    BOOST_TEST(report->coverage.pages > 0U);
    const std::vector<std::string> pages = pages_of(path);
    for (const Evidence* evidence : all_evidence(*report)) {
      ++quotes;
      if (!stands_on_its_page(*evidence, pages))
        BOOST_ERROR(path.filename() << " page " << evidence->page << ": not there: " << evidence->quote);
    }
  }
  BOOST_TEST(quotes > 50 * files.size());
}

BOOST_AUTO_TEST_CASE(the_same_document_in_two_formats_has_the_same_statuses) {
  constexpr std::array<std::pair<const char*, const char*>, 4> kPairs{{{"dpa-safespring-ab", ".md"},
                                                                       {"dpa-opengis-ch-qfieldcloud", ".html"},
                                                                       {"dpa-weblate-s-r-o", ".html"},
                                                                       {"dpa-retool-inc", ".md"}}};
  if (pdf_files().empty()) {
    std::cout << "skipped: shared/ is not here\n";
    return;
  }
  for (const auto& [name, extension] : kPairs) {
    const auto as_pdf = review(corpus() / "en" / (std::string(name) + ".pdf"));
    const auto as_other = review(corpus() / "en" / (std::string(name) + extension));
    BOOST_REQUIRE(as_pdf);
    BOOST_REQUIRE(as_other);
    std::map<std::string, Status> statuses;
    for (const EntryResult& entry : as_other->entries) statuses[entry.id] = entry.status;
    const auto agreed = std::count_if(as_pdf->entries.begin(), as_pdf->entries.end(),
                                      [&](const EntryResult& entry) { return statuses.at(entry.id) == entry.status; });
    std::cout << name << ": " << agreed << " of " << as_pdf->entries.size() << " statuses agree\n";
    BOOST_TEST(static_cast<std::size_t>(agreed) * 100 >= as_pdf->entries.size() * 95);
  }
}
