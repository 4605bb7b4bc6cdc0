// Whole documents with the repository's own knowledge: types, quotes, fingerprints.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ostringstream stream;
  stream << std::ifstream(path, std::ios::binary).rdbuf();
  return stream.str();
}

/// The example contracts: corpus/NAME/source.*
std::vector<fs::path> contracts() {
  std::vector<fs::path> found;
  for (const auto& item : fs::recursive_directory_iterator(fs::path(KLAUSUL_ROOT) / "corpus"))
    if (item.path().stem() == "source") found.push_back(item.path());
  std::sort(found.begin(), found.end());
  return found;
}

DocumentReport review(const Document& document) {
  return assess(document, repository_knowledge(), AssessOptions{}, "sample", "");
}

DocumentReport review(const std::string& text) { return review(document_of(text, repository_knowledge().lexicon)); }

/// "id fingerprint" of the findings that point at a passage; what is missing has no clause to hash.
std::multiset<std::string> fingerprints(const DocumentReport& report) {
  std::multiset<std::string> found;
  for (const Finding& finding : report.findings)
    if (finding.status != Status::missing) found.insert(finding.id + " " + finding.fingerprint);
  return found;
}

std::string joined(const std::multiset<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += "\n  " + line;
  return all;
}

/// A processor agreement with several findings: paragraphs, one each.
std::vector<std::string> bad_agreement() {
  return {
      "Data Processing Agreement",
      "This data processing agreement is between Brinkenvik Ltd (the \"Processor\") and Tallmo Forest Ltd (the "
      "\"Controller\").",
      "1. Sub-processors",
      "1.1 The Processor may engage sub-processors at its own discretion without informing the Controller.",
      "1.2 The list of sub-processors stands on the Processor's website and is updated from time to time.",
      "2. Changes",
      "2.1 The Processor may change this agreement at any time without notice. Continued use of the service means "
      "that the Controller accepts the change.",
      "3. Security",
      "3.1 The Processor shall notify the Controller of a personal data breach within 96 hours after the breach has "
      "been confirmed.",
      "4. Statistics",
      "4.1 The Processor may use personal data of the Controller for its own purposes, such as improving its "
      "products. Hashed data is anonymous."};
}

std::string with_blank_lines(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// Lines of at most about `width` letters, broken at spaces.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string result;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == ' ' && column >= width) {
      result += '\n';
      column = 0;
      continue;
    }
    result += c;
    column = c == '\n' ? 0 : column + 1;
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(documents)

BOOST_AUTO_TEST_CASE(types_of_the_example_contracts) {
  const std::vector<fs::path> all = contracts();
  BOOST_TEST(!all.empty());
  for (const fs::path& path : all) {
    const std::string folder = path.parent_path().filename().string();
    BOOST_TEST_CONTEXT(folder) {
      const DocumentReport report =
          review(document_of(bytes_of(path), repository_knowledge().lexicon, path.filename().string()));
      BOOST_TEST(folder.find(name_of(report.type)) != std::string::npos, "found to be " << name_of(report.type));
      BOOST_REQUIRE(!report.languages.empty());
      BOOST_TEST(folder.substr(0, 2) == name_of(report.languages.front().language));
      BOOST_TEST(!report.type_reason.en.empty());
      BOOST_TEST(!report.type_reason.sv.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_letter_is_of_no_type) {
  const DocumentReport report = review(
      "Dear Sir, thank you for the apples that you sent us on Monday. They were the best apples we have had in years.");
  BOOST_TEST((report.type == DocumentType::other));
  for (const EntryResult& result : report.entries)
    if (is_expected(result.kind)) BOOST_TEST((result.status == Status::not_applicable), result.id);
}

BOOST_AUTO_TEST_CASE(every_entry_stands_once_in_a_report_in_order) {
  const DocumentReport report = review(with_blank_lines(bad_agreement()));
  const std::vector<Entry>& entries = repository_knowledge().entries;
  BOOST_REQUIRE(report.entries.size() == entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) BOOST_TEST(report.entries[i].id == entries[i].id);
}

BOOST_AUTO_TEST_CASE(a_foreign_document_is_undetermined) {
  std::string german = "Vertrag\n\n";
  for (int i = 0; i < 20; ++i)
    german += "Der Auftragnehmer verarbeitet die Daten nur nach den Weisungen und nicht für eigene Zwecke.\n\n";
  AssessOptions options;
  options.type = DocumentType::dpa;
  const DocumentReport report =
      assess(document_of(german, repository_knowledge().lexicon), repository_knowledge(), options, "", "");
  BOOST_TEST(report.findings.empty());
  BOOST_TEST(!report.coverage.limits.empty());
  for (const EntryResult& result : report.entries)
    BOOST_TEST((result.status == Status::undetermined || result.status == Status::not_applicable), result.id);
}

BOOST_AUTO_TEST_CASE(quotes_are_the_text_at_their_place) {
  for (const fs::path& path : contracts()) {
    BOOST_TEST_CONTEXT(path.parent_path().filename().string()) {
      const Document document = document_of(bytes_of(path), repository_knowledge().lexicon, path.filename().string());
      const DocumentReport report = review(document);
      std::size_t quotes = 0;
      const auto check = [&](const Evidence& evidence) {
        ++quotes;
        BOOST_TEST(evidence.quote == document.text(evidence.span));
        BOOST_TEST(!evidence.quote.empty());
        const Place place = document.source.map.place_of(evidence.span.begin);
        BOOST_TEST(evidence.line == place.line);
        BOOST_TEST(evidence.column == place.column);
      };
      for (const EntryResult& result : report.entries) {
        const bool shows =
            result.status == Status::present || result.status == Status::weak || result.status == Status::triggered;
        BOOST_TEST(result.evidence.empty() != shows, result.id);
        for (const Evidence& evidence : result.evidence) check(evidence);
      }
      for (const Finding& finding : report.findings)
        for (const Evidence& evidence : finding.evidence) check(evidence);
      for (const Fact& fact : report.facts) check(fact.evidence);
      BOOST_TEST(quotes > 0U);
    }
  }
}

BOOST_AUTO_TEST_CASE(findings_are_ordered_and_speak_both_languages) {
  for (const fs::path& path : contracts()) {
    const DocumentReport report =
        review(document_of(bytes_of(path), repository_knowledge().lexicon, path.filename().string()));
    for (std::size_t i = 1; i < report.findings.size(); ++i)
      BOOST_TEST((report.findings[i - 1].severity >= report.findings[i].severity));
    for (const Finding& finding : report.findings) {
      BOOST_TEST_CONTEXT(path << " " << finding.id) {
        BOOST_TEST(!finding.message.en.empty());
        BOOST_TEST(!finding.message.sv.empty());
        BOOST_TEST(!finding.suggest.en.empty());
        BOOST_TEST(!finding.suggest.sv.empty());
        BOOST_TEST(!finding.basis.empty());
        BOOST_TEST(finding.fingerprint.size() == 16U);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(fingerprints_survive)

BOOST_AUTO_TEST_CASE(there_are_findings_to_compare) {
  BOOST_TEST(fingerprints(review(with_blank_lines(bad_agreement()))).size() >= 4U);
}

BOOST_AUTO_TEST_CASE(another_layout_and_other_signs) {
  const std::string plain = with_blank_lines(bad_agreement());
  const std::multiset<std::string> expected = fingerprints(review(plain));
  const std::vector<std::pair<std::string, std::string>> variants{
      {"hard wraps at 60", wrapped(plain, 60)},
      {"hard wraps at 72", wrapped(plain, 72)},
      {"no-break spaces", replaced(plain, "the Controller", "the\u00A0Controller")},
      {"curly quotes", replaced(replaced(plain, " \"", " “"), "(the \"", "(the “")},
      {"soft hyphens", replaced(plain, "processors", "proces\u00ADsors")},
      {"carriage returns", replaced(plain, "\n", "\r\n")},
      {"more blank lines", replaced(plain, "\n\n", "\n\n\n\n")},
      {"a non-breaking hyphen", replaced(plain, "Sub-processors", "Sub\u2011processors")},
      {"capitals in headings", replaced(plain, "2. Changes", "2. CHANGES")},
  };
  for (const auto& [name, text] : variants) {
    BOOST_TEST_CONTEXT(name) {
      const std::multiset<std::string> found = fingerprints(review(text));
      BOOST_TEST((found == expected), "expected:" << joined(expected) << "\nfound:" << joined(found));
    }
  }
}

BOOST_AUTO_TEST_CASE(sections_added_behind) {
  std::vector<std::string> paragraphs = bad_agreement();
  const std::multiset<std::string> expected = fingerprints(review(with_blank_lines(paragraphs)));
  paragraphs.emplace_back("5. Meetings");
  paragraphs.emplace_back("5.1 The parties meet once a year in a town that they agree on. Coffee is served.");
  const std::multiset<std::string> found = fingerprints(review(with_blank_lines(paragraphs)));
  BOOST_TEST(std::includes(found.begin(), found.end(), expected.begin(), expected.end()),
             "expected:" << joined(expected) << "\nfound:" << joined(found));
}

BOOST_AUTO_TEST_CASE(a_changed_clause_changes_its_own_only) {
  std::vector<std::string> paragraphs = bad_agreement();
  const std::multiset<std::string> before = fingerprints(review(with_blank_lines(paragraphs)));
  paragraphs[6] += " This holds in every country.";
  const std::multiset<std::string> after = fingerprints(review(with_blank_lines(paragraphs)));
  BOOST_TEST((before != after));
  for (const std::string& line : before)
    if (!line.starts_with("change.")) BOOST_TEST(after.contains(line), line);
}

BOOST_AUTO_TEST_SUITE_END()
