#include "rules/playbook.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "assess/assess.h"
#include "cli/run_program.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

struct Applied {
  Knowledge knowledge = repository_knowledge();
  std::vector<Problem> problems;
  Playbook playbook;
};

Applied apply(const TemporaryFolder& folder, const std::string& profile) {
  Applied applied;
  write_file(folder.path() / "profile.json", profile);
  applied.playbook = apply_playbook((folder.path() / "profile.json").string(), applied.knowledge, applied.problems);
  return applied;
}

Status status_of(const Knowledge& knowledge, const std::string& id, const std::string& text) {
  AssessOptions options;
  options.type = DocumentType::dpa;
  const DocumentReport report = assess(document_of(text), knowledge, options, "", "");
  const auto found = std::find_if(report.entries.begin(), report.entries.end(),
                                  [&](const EntryResult& entry) { return entry.id == id; });
  BOOST_REQUIRE(found != report.entries.end());
  return found->status;
}

const std::string notice = "The Processor informs the Controller of a new sub-processor at least 40 days in advance.";

}  // namespace

BOOST_AUTO_TEST_SUITE(playbooks)

BOOST_AUTO_TEST_CASE(thresholds_severities_texts_and_entries_off) {
  const TemporaryFolder folder;
  BOOST_TEST((status_of(repository_knowledge(), "subprocessor.notice-short", notice) == Status::clear));
  const Applied applied = apply(folder, R"({"name": "Own", "sectors": ["public"],
      "thresholds": {"subprocessor.notice-short": {"enough": "60 days"}},
      "severities": {"subprocessor.notice-short": "critical"},
      "messages": {"subprocessor.notice-short": {"en": "We need 60 days.", "sv": "Vi behöver 60 dagar."}},
      "clauses": {"subprocessor.notice-short": {"en": "Sixty days.", "sv": "Sextio dagar."}},
      "off": ["breach", "subprocessor.list"]})");
  BOOST_REQUIRE(applied.problems.empty());
  BOOST_TEST(applied.playbook.name == "Own");
  BOOST_TEST((status_of(applied.knowledge, "subprocessor.notice-short", notice) == Status::triggered));
  BOOST_TEST((status_of(applied.knowledge, "breach.notification", notice) == Status::not_applicable));
  BOOST_TEST((status_of(applied.knowledge, "subprocessor.list", notice) == Status::not_applicable));
  const Entry* entry = applied.knowledge.find("subprocessor.notice-short");
  BOOST_TEST((entry->severity == Severity::critical));
  BOOST_TEST(entry->message.sv == "Vi behöver 60 dagar.");
  BOOST_TEST(entry->suggest.en == "Sixty days.");
  BOOST_TEST(applied.knowledge.hash != repository_knowledge().hash);
}

BOOST_AUTO_TEST_CASE(entries_of_ones_own) {
  const TemporaryFolder folder;
  write_file(folder.path() / "own" / "house" / "no-subprocessors.json", R"({
    "id": "house.no-subprocessors", "kind": "red-flag", "severity": "high",
    "title": {"en": "Sub-processors at all", "sv": "Underbiträden alls"}, "applies_to": ["dpa"],
    "basis": [{"act": "House rule", "ref": "", "kind": "house"}],
    "strong": [{"all": ["subprocessor"]}],
    "message": {"en": "We buy without sub-processors.", "sv": "Vi köper utan underbiträden."},
    "suggest": {"en": "No others are engaged.", "sv": "Inga andra anlitas."},
    "tests": [
      {"lang": "en", "hit": "[[A sub-processor is used.]]"}, {"lang": "en", "hit": "[[The sub-processor helps.]]"},
      {"lang": "en", "miss": "Nobody helps."}, {"lang": "en", "miss": "We do it."},
      {"lang": "sv", "hit": "[[Ett underbiträde anlitas.]]"}, {"lang": "sv", "hit": "[[Underbiträdet hjälper till.]]"},
      {"lang": "sv", "miss": "Ingen hjälper till."}, {"lang": "sv", "miss": "Vi gör det."}]})");
  const Applied applied = apply(folder, R"({"name": "Own", "entries": "own"})");
  BOOST_REQUIRE_MESSAGE(applied.problems.empty(), (applied.problems.empty() ? "" : applied.problems.front().what));
  BOOST_TEST((status_of(applied.knowledge, "house.no-subprocessors", notice) == Status::triggered));
}

BOOST_AUTO_TEST_CASE(all_mistakes_are_told) {
  const TemporaryFolder folder;
  const Applied applied = apply(folder, R"({"sectors": ["martian"],
      "thresholds": {"subprocessor.notice-short": {"enough": "soon", "other": "3 days"}, "no.such": {}},
      "severities": {"transfer.dpf": "huge"}, "off": ["nothing"], "unknown": 1})");
  std::vector<std::string> paths;
  for (const Problem& problem : applied.problems) paths.push_back(problem.path);
  std::sort(paths.begin(), paths.end());
  const std::vector<std::string> expected{"",
                                          "/off",
                                          "/sectors",
                                          "/severities/transfer.dpf",
                                          "/thresholds/no.such",
                                          "/thresholds/subprocessor.notice-short/enough",
                                          "/thresholds/subprocessor.notice-short/other",
                                          "/unknown"};
  BOOST_TEST(paths == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_example_loads) {
  Applied applied;
  apply_playbook(std::string(KLAUSUL_ROOT) + "/clauses/playbooks/strict.json", applied.knowledge, applied.problems);
  BOOST_TEST(applied.problems.empty());
}

BOOST_AUTO_TEST_SUITE_END()
