// How a status comes about, with entries over the concepts alpha, beta, gamma and delta.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "rules/load_entry.h"
#include "support/repository_knowledge.h"
#include "support/small_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

/// A whole clause file, changed as `changes` says (a JSON merge patch).
Json entry_json(const std::string& id, const std::string& changes) {
  Json json = Json::parse(R"x({
    "kind": "required", "severity": "high", "title": {"en": "A", "sv": "A"}, "applies_to": ["dpa"],
    "basis": [{"act": "GDPR", "ref": "", "kind": "house"}],
    "message": {"en": "A.", "sv": "A."}, "suggest": {"en": "A.", "sv": "A."},
    "tests": [{"lang": "en", "hit": "[[a]]"}, {"lang": "en", "hit": "[[a]]"}, {"lang": "en", "miss": "b"},
              {"lang": "en", "miss": "b"}, {"lang": "sv", "hit": "[[a]]"}, {"lang": "sv", "hit": "[[a]]"},
              {"lang": "sv", "miss": "b"}, {"lang": "sv", "miss": "b"}]})x");
  json["id"] = id;
  json.merge_patch(Json::parse(changes));
  return json;
}

struct NamedEntry {
  std::string id;
  std::string changes;
};

Knowledge knowledge_of(const std::vector<NamedEntry>& entries) {
  static const SmallKnowledge folder;
  std::vector<Problem> problems;
  Knowledge knowledge;
  knowledge.lexicon = Lexicon::load(folder.folder(), problems);
  for (const NamedEntry& entry : entries)
    knowledge.entries.push_back(load_entry(entry_json(entry.id, entry.changes), entry.id + ".json", entry.id,
                                           knowledge.lexicon, false, problems));
  BOOST_REQUIRE_MESSAGE(problems.empty(), all_told(problems));
  std::sort(knowledge.entries.begin(), knowledge.entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
  return knowledge;
}

DocumentReport review(const Knowledge& knowledge, const std::string& text, DocumentType type = DocumentType::dpa) {
  AssessOptions options;
  options.type = type;
  return assess(document_of(text, knowledge.lexicon), knowledge, options, "sample.txt", "");
}

const EntryResult& result_of(const DocumentReport& report, const std::string& id) {
  const auto found = std::find_if(report.entries.begin(), report.entries.end(),
                                  [&](const EntryResult& result) { return result.id == id; });
  BOOST_REQUIRE_MESSAGE(found != report.entries.end(), id << " is in the report");
  return *found;
}

struct Case {
  std::string text;
  Status status = Status::missing;
};

void check(const std::string& changes, const std::vector<Case>& cases) {
  const Knowledge knowledge = knowledge_of({{"x.entry", changes}});
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(changes << " in: " << sample.text) {
      const EntryResult result = review(knowledge, sample.text).entries.front();
      BOOST_TEST(std::string(name_of(result.status)) == name_of(sample.status));
      const bool shows =
          result.status == Status::present || result.status == Status::weak || result.status == Status::triggered;
      BOOST_TEST(result.evidence.empty() != shows);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statuses)

BOOST_AUTO_TEST_CASE(strong_and_weak_of_what_is_required) {
  check(R"({"strong": [{"all": ["alpha", "beta"]}], "weak": [{"all": ["alpha"]}]})",
        {{"The alpha is with the beta.", Status::present},
         {"The alpha is here.", Status::weak},
         {"The alpha is here. The alpha is with the beta.", Status::present},
         {"The gamma is here.", Status::missing}});
}

BOOST_AUTO_TEST_CASE(strong_and_weak_of_flags) {
  for (const std::string kind : {"red-flag", "misleading", "stale", "drafting"})
    check(R"({"kind": ")" + kind + R"(", "strong": [{"all": ["alpha", "beta"]}], "weak": [{"all": ["alpha"]}]})",
          {{"The alpha is with the beta.", Status::triggered},
           {"The alpha is here.", Status::weak},
           {"The gamma is here.", Status::clear}});
}

BOOST_AUTO_TEST_CASE(near_misses_silence) {
  check(R"({"strong": [{"all": ["alpha"]}], "unless": [{"all": ["gamma"]}]})",
        {{"The alpha is here.", Status::present},
         {"The alpha is with the gamma.", Status::missing},
         {"The alpha is here. The gamma is there.", Status::present},
         {"The alpha is with the gamma. The alpha is here.", Status::present}});
  check(R"({"strong": [{"all": ["alpha"]}], "unless": [{"all": ["gamma"], "within": "clause"}]})",
        {{"The alpha is here. The gamma is there.", Status::missing},
         {"The alpha is here.\n\nThe gamma is there.\n", Status::present}});
}

BOOST_AUTO_TEST_CASE(weakened_and_strengthened) {
  check(R"({"strong": [{"all": ["alpha"]}], "weakened_by": [{"all": ["gamma"]}]})",
        {{"The alpha is here.", Status::present},
         {"The alpha is with the gamma.", Status::weak},
         {"The alpha is with the gamma. The alpha is here.", Status::present}});
  check(R"({"weak": [{"all": ["alpha"]}], "strengthened_by": [{"all": ["gamma"], "within": "clause"}]})",
        {{"The alpha is here.", Status::weak},
         {"The alpha is here. The gamma is there.", Status::present},
         {"The alpha is here.\n\nThe gamma is there.\n", Status::weak}});
}

/// The README says: `strengthened_by` is looked for in the same clause unless it names a scope.
BOOST_AUTO_TEST_CASE(strengthened_by_looks_at_the_clause_by_itself) {
  check(
      R"({"weak": [{"all": ["alpha"]}], "strengthened_by": [{"all": ["gamma"]}]})",
      {{"The alpha is with the gamma.", Status::present}, {"The alpha is here. The gamma is there.", Status::present}});
}

BOOST_AUTO_TEST_CASE(absence) {
  const NamedEntry near{"x.near", R"({"kind": "fact", "strong": [{"all": ["alpha"]}]})"};
  const Knowledge knowledge =
      knowledge_of({near, {"x.silent", R"({"kind": "red-flag", "absent": {"near": "x.near", "sentences": 1,
          "patterns": [{"all": ["beta"]}], "weak": [{"all": ["gamma"]}]}})"}});
  const std::vector<Case> cases{
      {"The alpha is here.\n", Status::triggered},
      {"The alpha is here. The beta is there.\n", Status::clear},
      {"The alpha is here.\n\nThe beta is there.\n", Status::clear},
      {"The alpha is here.\n\nThe thing is.\n\nThe thing is.\n\nThe beta is there.\n", Status::triggered},
      {"The alpha is here.\n\nThe thing is.\n\nThe thing is.\n\nThe gamma is there.\n", Status::weak},
      {"The delta is here.\n", Status::clear}};
  for (const Case& sample : cases) BOOST_TEST_CONTEXT(sample.text) {
      const DocumentReport report = review(knowledge, sample.text);
      const EntryResult& result = result_of(report, "x.silent");
      BOOST_TEST(std::string(name_of(result.status)) == name_of(sample.status));
      if (sample.status == Status::triggered) BOOST_TEST(result.evidence.front().quote == "The alpha is here.");
    }
}

BOOST_AUTO_TEST_CASE(a_claim_set_against_the_rest_of_the_document) {
  const NamedEntry other{"x.other", R"({"kind": "fact", "strong": [{"all": ["gamma"]}]})"};
  const Knowledge knowledge = knowledge_of(
      {other,
       {"x.claim", R"({"kind": "misleading", "weak": [{"all": ["alpha"]}], "against": {"patterns": [{"all": ["beta"]}],
          "entries": [{"entry": "x.other", "status": ["present"]}]}})"},
       {"x.needs",
        R"({"kind": "misleading", "strong": [{"all": ["alpha"]}],
          "against": {"patterns": [{"all": ["beta"]}], "needed": true}})"}});
  struct Expected {
    std::string text;
    Status claim, needs;
    std::size_t quotes;
  };
  const std::vector<Expected> cases{
      {"The alpha is here.\n", Status::weak, Status::clear, 1},
      {"The alpha is here.\n\nThe beta is there.\n", Status::triggered, Status::triggered, 2},
      {"The alpha is here.\n\nThe gamma is there.\n", Status::triggered, Status::clear, 2},
      {"The alpha is with the beta.\n", Status::weak, Status::clear, 1},  // a passage does not contradict itself
      {"The beta is there.\n", Status::clear, Status::clear, 0}};
  for (const Expected& sample : cases) BOOST_TEST_CONTEXT(sample.text) {
      const DocumentReport report = review(knowledge, sample.text);
      const EntryResult& claim = result_of(report, "x.claim");
      BOOST_TEST(std::string(name_of(claim.status)) == name_of(sample.claim));
      BOOST_TEST(claim.evidence.size() == sample.quotes);
      BOOST_TEST(std::string(name_of(result_of(report, "x.needs").status)) == name_of(sample.needs));
    }
}

BOOST_AUTO_TEST_CASE(near_misses_and_shorter_periods_contradict_nothing) {
  const Knowledge knowledge = knowledge_of({{"x.near", R"({"kind": "red-flag", "strong": [{"all": ["alpha"]}],
          "against": {"patterns": [{"all": ["beta"]}], "unless": [{"all": ["gamma"]}], "needed": true}})"},
                                            {"x.period", R"({"kind": "red-flag", "strong": [{"all": ["alpha"]}],
          "against": {"patterns": [{"all": ["beta"]}], "longer": true, "needed": true}})"}});
  struct Expected {
    std::string text;
    Status near, period;
  };
  const std::vector<Expected> cases{
      {"The alpha is here.\n\nThe beta is there.\n", Status::triggered, Status::clear},
      {"The alpha is here.\n\nThe beta is there with the gamma.\n", Status::clear, Status::clear},
      {"The alpha is here in 10 days.\n\nThe beta is there in 20 days.\n", Status::triggered, Status::triggered},
      {"The alpha is here in 30 days.\n\nThe beta is there in 20 days.\n", Status::triggered, Status::clear},
      {"The alpha is here.\n\nThe beta is there in 2 days.\n", Status::triggered, Status::triggered},
      {"The alpha is here in 10 days, the alpha in 5 days.\n\nThe beta in 7 days.\n", Status::triggered,
       Status::clear}};
  for (const Expected& sample : cases) BOOST_TEST_CONTEXT(sample.text) {
      const DocumentReport report = review(knowledge, sample.text);
      BOOST_TEST(std::string(name_of(result_of(report, "x.near").status)) == name_of(sample.near));
      BOOST_TEST(std::string(name_of(result_of(report, "x.period").status)) == name_of(sample.period));
    }
}

BOOST_AUTO_TEST_CASE(what_other_entries_found_is_gathered_and_counted) {
  const auto flag = [](const char* word) {
    return R"({"kind": "red-flag", "strong": [{"all": [")" + std::string(word) +
           R"("]}], "weakened_by": [{"all": ["delta"]}]})";
  };
  const Knowledge knowledge = knowledge_of({{"x.a", flag("alpha")},
                                            {"x.b", flag("beta")},
                                            {"x.c", flag("gamma")},
                                            {"x.two", R"({"kind": "red-flag", "gathers": {"at_least": 2, "entries": [
          {"entry": "x.a", "status": ["triggered", "weak"]}, {"entry": "x.b", "status": ["triggered", "weak"]},
          {"entry": "x.c", "status": ["triggered"]}]}})"}});
  struct Expected {
    std::string text;
    Status status;
    std::size_t quotes;
  };
  const std::vector<Expected> cases{
      {"The alpha is here.\n", Status::clear, 0},
      {"The alpha is here.\n\nThe alpha is there.\n", Status::clear, 0},
      {"The alpha is here.\n\nThe beta is there.\n", Status::triggered, 2},
      {"The alpha is here.\n\nThe beta is there, the delta.\n", Status::weak, 2},
      {"The alpha is here.\n\nThe gamma is there, the delta.\n", Status::clear, 0},  // weak does not count there
      {"The alpha is here.\n\nThe alpha too, the delta.\n\nThe beta is there.\n", Status::triggered, 2}};
  for (const Expected& sample : cases) BOOST_TEST_CONTEXT(sample.text) {
      const DocumentReport report = review(knowledge, sample.text);
      BOOST_TEST(std::string(name_of(result_of(report, "x.two").status)) == name_of(sample.status));
      BOOST_TEST(result_of(report, "x.two").evidence.size() == sample.quotes);
    }
}

BOOST_AUTO_TEST_CASE(what_is_missing_with_something_else_has_no_finding_of_its_own) {
  const Knowledge knowledge =
      knowledge_of({{"x.whole", R"({"strong": [{"all": ["alpha"]}]})"},
                    {"x.part", R"({"strong": [{"all": ["beta"]}], "missing_with": "x.whole"})"}});
  const DocumentReport neither = review(knowledge, "The gamma is here.");
  BOOST_TEST((result_of(neither, "x.part").status == Status::missing));
  BOOST_REQUIRE(neither.findings.size() == 1U);
  BOOST_TEST(neither.findings.front().id == "x.whole");
  BOOST_TEST(neither.findings.front().also_missing == std::vector<std::string>{"x.part"},
             boost::test_tools::per_element());
  const DocumentReport whole = review(knowledge, "The alpha is here.");
  BOOST_REQUIRE(whole.findings.size() == 1U);
  BOOST_TEST(whole.findings.front().id == "x.part");
}

BOOST_AUTO_TEST_CASE(conditions) {
  const Knowledge knowledge = knowledge_of(
      {{"x.first", R"({"strong": [{"all": ["alpha"]}]})"},
       {"x.then", R"({"strong": [{"all": ["beta"]}], "when": [{"entry": "x.first", "status": ["present"]}]})"},
       {"x.found", R"({"strong": [{"all": ["beta"]}], "when": [{"found": {"all": ["gamma"]}}]})"},
       {"x.either", R"({"strong": [{"all": ["beta"]}],
          "when": [{"entry": "x.first", "status": ["present"]}, {"found": {"all": ["gamma"]}}]})"}});
  const DocumentReport with_alpha = review(knowledge, "The alpha is with the beta.");
  BOOST_TEST((result_of(with_alpha, "x.then").status == Status::present));
  BOOST_TEST((result_of(with_alpha, "x.found").status == Status::not_applicable));
  BOOST_TEST((result_of(with_alpha, "x.either").status == Status::present));
  BOOST_TEST(!result_of(with_alpha, "x.found").reason.empty());
  const DocumentReport with_gamma = review(knowledge, "The gamma is here.");
  BOOST_TEST((result_of(with_gamma, "x.then").status == Status::not_applicable));
  BOOST_TEST((result_of(with_gamma, "x.found").status == Status::missing));
  BOOST_TEST((result_of(with_gamma, "x.either").status == Status::missing));
}

/// Entries whose conditions ask for each other must not hang.
BOOST_AUTO_TEST_CASE(conditions_and_absences_in_a_circle_end) {
  const Knowledge knowledge =
      knowledge_of({{"x.a", R"({"kind": "red-flag", "absent": {"near": "x.b", "patterns": [{"all": ["beta"]}]}})"},
                    {"x.b", R"({"kind": "red-flag", "absent": {"near": "x.a", "patterns": [{"all": ["beta"]}]}})"}});
  const DocumentReport report = review(knowledge, "The alpha is here.");
  BOOST_TEST(report.entries.size() == 2U);
}

BOOST_AUTO_TEST_CASE(types_that_an_entry_does_not_apply_to) {
  const Knowledge knowledge =
      knowledge_of({{"x.dpa", R"({"strong": [{"all": ["alpha"]}]})"},
                    {"x.terms", R"({"applies_to": ["terms*"], "strong": [{"all": ["alpha"]}]})"}});
  const DocumentReport privacy = review(knowledge, "The alpha is here.", DocumentType::privacy);
  BOOST_TEST((result_of(privacy, "x.dpa").status == Status::not_applicable));
  BOOST_TEST(result_of(privacy, "x.dpa").reason.find("privacy") != std::string::npos);
  const DocumentReport terms = review(knowledge, "The alpha is here.", DocumentType::terms);
  BOOST_TEST((result_of(terms, "x.terms").status == Status::not_applicable));
  BOOST_TEST(result_of(terms, "x.terms").reason.find("processor clauses") != std::string::npos);
  BOOST_TEST(privacy.findings.empty());
}

BOOST_AUTO_TEST_CASE(other_languages_are_undetermined) {
  const Knowledge knowledge = knowledge_of({{"x.entry", R"({"strong": [{"all": ["alpha"]}]})"}});
  std::string german;
  for (int i = 0; i < 12; ++i) german += "Der Anbieter wird nicht und der Kunde wird nicht. ";
  const DocumentReport report = review(knowledge, german);
  BOOST_TEST((report.entries.front().status == Status::undetermined));
  BOOST_TEST(!report.entries.front().reason.empty());
  BOOST_TEST(!report.coverage.limits.empty());
  BOOST_TEST(report.findings.empty());
}

BOOST_AUTO_TEST_CASE(what_could_not_be_read_leaves_missing_undetermined) {
  const Knowledge knowledge = knowledge_of(
      {{"x.alpha", R"({"strong": [{"all": ["alpha"]}]})"}, {"x.beta", R"({"strong": [{"all": ["beta"]}]})"}});
  Document document = document_of("The alpha is here.", knowledge.lexicon);
  document.source.coverage.complete = false;
  AssessOptions options;
  options.type = DocumentType::dpa;
  const DocumentReport report = assess(document, knowledge, options, "", "");
  BOOST_TEST((result_of(report, "x.alpha").status == Status::present));
  BOOST_TEST((result_of(report, "x.beta").status == Status::undetermined));
  BOOST_TEST(!result_of(report, "x.beta").reason.empty());
}

BOOST_AUTO_TEST_CASE(findings_stand_most_severe_first_then_in_text_order) {
  const Knowledge knowledge = knowledge_of(
      {{"x.a", R"({"kind": "red-flag", "severity": "low", "strong": [{"all": ["alpha"]}]})"},
       {"x.b", R"({"kind": "red-flag", "severity": "critical", "strong": [{"all": ["beta"]}]})"},
       {"x.c", R"({"kind": "red-flag", "severity": "low", "strong": [{"all": ["gamma"]}]})"},
       {"x.d", R"({"severity": "low", "strong": [{"all": ["delta"]}]})"},
       {"x.e",
        R"({"kind": "red-flag", "severity": "critical", "severity_weak": "medium", "weak": [{"all": ["alpha"]}]})"}});
  const DocumentReport report = review(knowledge, "The gamma is here. The alpha is here. The beta is here.");
  std::vector<std::string> order;
  for (const Finding& finding : report.findings) order.push_back(finding.id);
  // missing entries have no place in the text and come last among their equals
  const std::vector<std::string> expected{"x.b", "x.e", "x.c", "x.a", "x.d"};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_present_or_clear_is_no_finding) {
  const Knowledge knowledge = knowledge_of({{"x.a", R"({"strong": [{"all": ["alpha"]}]})"},
                                            {"x.b", R"({"kind": "red-flag", "strong": [{"all": ["beta"]}]})"}});
  BOOST_TEST(review(knowledge, "The alpha is here.").findings.empty());
}

BOOST_AUTO_TEST_CASE(a_missing_entry_tells_what_was_looked_for_and_the_nearest_passage) {
  const Knowledge knowledge = knowledge_of({{"x.a", R"({"strong": [{"all": ["alpha", "beta", "gamma"]}]})"}});
  const DocumentReport report = review(knowledge, "The thing is. The alpha is with the beta. The thing is.");
  BOOST_REQUIRE(report.findings.size() == 1U);
  BOOST_TEST(report.findings[0].nearest);
  BOOST_REQUIRE(report.findings[0].evidence.size() == 1U);
  BOOST_TEST(report.findings[0].evidence[0].quote == "The alpha is with the beta.");
  BOOST_TEST(!report.findings[0].detail.en.empty());
  BOOST_TEST(!report.findings[0].detail.sv.empty());
}

BOOST_AUTO_TEST_CASE(periods_of_matched_sentences_become_facts) {
  const Knowledge knowledge = knowledge_of({{"x.a", R"({"clock": true, "strong": [{"all": ["alpha"]}]})"}});
  const DocumentReport report =
      review(knowledge, "The alpha is here within 30 days of the thing. The beta is here within 5 days.");
  BOOST_REQUIRE(report.facts.size() == 1U);
  BOOST_TEST(report.facts[0].value == 30);
  BOOST_TEST(report.facts[0].unit == "day");
  BOOST_TEST(report.facts[0].bound == "at-most");
  BOOST_TEST(report.facts[0].duty == "x.a");
}

BOOST_AUTO_TEST_CASE(only_the_entries_asked_for_are_reviewed) {
  const Knowledge knowledge = knowledge_of({{"x.a", R"({"strong": [{"all": ["alpha"]}]})"},
                                            {"x.b", R"({"strong": [{"all": ["alpha"]}]})"},
                                            {"y.a", R"({"strong": [{"all": ["alpha"]}]})"}});
  const Document document = document_of("The alpha is here.", knowledge.lexicon);
  AssessOptions options;
  options.type = DocumentType::dpa;
  options.only = {"x"};
  BOOST_TEST(assess(document, knowledge, options, "", "").entries.size() == 2U);
  options.only = {"x.b", "y"};
  BOOST_TEST(assess(document, knowledge, options, "", "").entries.size() == 2U);
}

BOOST_AUTO_TEST_CASE(traces_tell_what_lacked_and_what_silenced) {
  const Knowledge knowledge =
      knowledge_of({{"x.a", R"({"strong": [{"all": ["alpha", "beta", "delta"]}], "unless": [{"all": ["gamma"]}]})"}});
  const Document document = document_of(
      "The alpha is with the beta, the delta.\n\nThe alpha is with the beta, the delta and the gamma.\n\nThe alpha is "
      "with the beta.\n",
      knowledge.lexicon);
  const std::vector<Trace> traces = trace(document, knowledge, knowledge.entries.front());
  BOOST_REQUIRE(traces.size() == 3U);
  BOOST_TEST(traces[0].matched);
  BOOST_TEST(traces[0].silenced_by == "");
  BOOST_TEST(traces[1].matched);
  BOOST_TEST(traces[1].silenced_by == "unless/0");
  BOOST_TEST(!traces[2].matched);
  BOOST_TEST(traces[2].missing == std::vector<std::string>{"delta"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
