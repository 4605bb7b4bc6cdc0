// A complete agreement lacks nothing; without the passage that answers a required entry, it lacks that entry, and
// nothing else but what the same passage answered.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "cli/run_program.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

constexpr int most_rounds = 8;  ///< an entry may be answered in several places

SourceText contract(const std::string& folder) {
  for (const auto& file : std::filesystem::directory_iterator(std::string(KLAUSUL_ROOT) + "/corpus/" + folder)) {
    if (file.path().stem() != "source") continue;
    Result<SourceText> source = read_document(read_file(file.path()), file.path().filename().string());
    BOOST_REQUIRE(source.has_value());
    return std::move(*source);
  }
  BOOST_FAIL("there is no contract in corpus/" << folder);
  return {};
}

struct Review {
  DocumentReport report;
  std::vector<std::string> names;  ///< of the parties and all that stands for them, and the defined terms
};

Review review(SourceText source) {
  AssessOptions options;
  options.type = DocumentType::dpa;
  const Document document = prepare_document(std::move(source), repository_lexicon());
  Review review{assess(document, repository_knowledge(), options, "", ""), {}};
  for (const ResolvedParty& party : document.parties) {
    review.names.push_back(party.name);
    review.names.insert(review.names.end(), party.aliases.begin(), party.aliases.end());
  }
  for (const DefinedTerm& term : document.definitions) review.names.push_back(term.term);
  return review;
}

/// The words of `span` become words that mean nothing; lengths and signs stay, so that all offsets hold.
void blank_out(std::string& text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter || (byte >= '0' && byte <= '9')) text[at] = 'x';
  }
}

bool overlaps(Span span, const std::vector<Span>& removed) {
  return std::any_of(removed.begin(), removed.end(),
                     [&](Span other) { return span.begin < other.end && other.begin < span.end; });
}

/// What the review finds missing; facts that are missing in silence are none of it.
std::vector<std::string> missing_in(const DocumentReport& report) {
  std::vector<std::string> ids;
  for (const Finding& finding : report.findings)
    if (finding.status == Status::missing) ids.push_back(finding.id);
  return ids;
}

std::map<std::string, const EntryResult*> by_id(const DocumentReport& report) {
  std::map<std::string, const EntryResult*> entries;
  for (const EntryResult& entry : report.entries) entries[entry.id] = &entry;
  return entries;
}

/// Every required entry that the whole contract answers, or whose absence would be critical or serious.
void check_contract(const std::string& folder) {
  const SourceText source = contract(folder);
  const Review before_all = review(source);
  const DocumentReport& whole = before_all.report;
  for (const std::string& id : missing_in(whole)) BOOST_TEST(false, folder << " lacks " << id);
  const auto before = by_id(whole);
  std::size_t removed_entries = 0;
  for (const EntryResult& entry : whole.entries) {
    if (entry.kind != EntryKind::required || (entry.status != Status::present && entry.status != Status::weak))
      continue;
    SourceText without = source;
    std::vector<Span> removed;
    Review now_all = before_all;
    for (int round = 0; round < most_rounds; ++round) {
      const EntryResult now = *by_id(now_all.report).at(entry.id);
      if (now.status != Status::present && now.status != Status::weak) break;
      for (const Evidence& evidence : now.evidence) {
        blank_out(without.text, evidence.span);
        removed.push_back(evidence.span);
      }
      now_all = review(without);
    }
    ++removed_entries;
    const auto after = by_id(now_all.report);
    const Status status = after.at(entry.id)->status;
    // What asks for it may stand in the passage that answers it, and what decides may stand in an absent annex.
    const bool gone = status == Status::missing || status == Status::not_applicable || status == Status::undetermined;
    BOOST_TEST(gone, folder << " without " << entry.id << " still has it");
    // What names parties or terms is read with all the rest; it is no clause that can be removed alone.
    // So is what makes the text an agreement: other clauses count from its end.
    if (now_all.names != before_all.names || entry.id.starts_with("contract.")) continue;
    for (const std::string& id : missing_in(now_all.report)) {
      if (id == entry.id) continue;
      const std::vector<Evidence>& evidence = before.at(id)->evidence;
      const bool same_passage = std::any_of(evidence.begin(), evidence.end(),
                                            [&](const Evidence& passage) { return overlaps(passage.span, removed); });
      BOOST_TEST(same_passage, folder << " without " << entry.id << " lacks " << id << " too");
    }
  }
  BOOST_TEST(removed_entries > 20U);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(removed_clauses)

BOOST_AUTO_TEST_CASE(english) { check_contract("en-dpa-good"); }

BOOST_AUTO_TEST_CASE(swedish) { check_contract("sv-dpa-good"); }

BOOST_AUTO_TEST_SUITE_END()
