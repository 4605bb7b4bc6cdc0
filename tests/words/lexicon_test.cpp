#include "words/lexicon.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/small_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

constexpr const char* topics = "lexicons/concepts/topics.json";

std::vector<Problem> problems_of(const SmallKnowledge& folder) {
  std::vector<Problem> problems;
  const Lexicon lexicon = Lexicon::load(folder.folder(), problems);
  return problems;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicons_load)

BOOST_AUTO_TEST_CASE(the_smallest_lexicons_load) {
  const SmallKnowledge folder;
  std::vector<Problem> problems;
  const Lexicon lexicon = Lexicon::load(folder.folder(), problems);
  BOOST_TEST(problems.empty(), all_told(problems));
  BOOST_TEST(lexicon.find("alpha") != no_concept);
  BOOST_TEST(lexicon.find("omega") == no_concept);
  BOOST_TEST(lexicon.concept_of(lexicon.find("alpha")).file == topics);
  BOOST_TEST(lexicon.find("duration") == static_cast<ConceptId>(builtin_duration));
  BOOST_TEST(lexicon.known().vendor == lexicon.find("vendor"));
  BOOST_TEST(lexicon.negation_reach() == 4U);
  BOOST_TEST(lexicon.as_of() == "2026-01-01");  // the older of the two dates
  BOOST_REQUIRE(lexicon.acts().size() == 1U);
  BOOST_TEST(lexicon.acts()[0].concept_id == lexicon.find("act-gdpr"));
  BOOST_TEST(lexicon.is_abbreviation("t.ex"));
  BOOST_TEST(!lexicon.is_abbreviation("ord"));
  BOOST_TEST(lexicon.is_one_word("en"));
  BOOST_TEST(static_cast<int>(lexicon.function_word("och")) == 1);
  BOOST_TEST(static_cast<int>(lexicon.function_word("the")) == 2);
  BOOST_TEST(static_cast<int>(lexicon.function_word("und")) == 4);
  BOOST_TEST(static_cast<int>(lexicon.function_word("avtal")) == 0);
}

BOOST_AUTO_TEST_CASE(implications_are_transitive) {
  const SmallKnowledge folder;
  folder.replace(topics, R"("id": "alpha",)", R"("id": "alpha", "implies": ["beta"],)");
  folder.replace(topics, R"("id": "beta",)", R"("id": "beta", "implies": ["gamma"],)");
  folder.replace(topics, R"("id": "gamma",)", R"("id": "gamma", "implies": ["alpha"],)");  // a circle must end
  std::vector<Problem> problems;
  const Lexicon lexicon = Lexicon::load(folder.folder(), problems);
  BOOST_TEST(problems.empty(), all_told(problems));
  const std::vector<ConceptId>& implied = lexicon.concept_of(lexicon.find("alpha")).implies;
  for (const std::string_view id : {"beta", "gamma"})
    BOOST_TEST(std::count(implied.begin(), implied.end(), lexicon.find(id)) == 1, id);
}

BOOST_AUTO_TEST_CASE(the_nearest_id_is_told) {
  const SmallKnowledge folder;
  std::vector<Problem> problems;
  const Lexicon lexicon = Lexicon::load(folder.folder(), problems);
  BOOST_TEST(lexicon.nearest("alhpa") == "alpha");
  BOOST_TEST(lexicon.nearest("sub-processor") == "subprocessor");
  BOOST_TEST(lexicon.nearest("zzzzzzzzzzzzzzzzzzzzzzzz") == "");
}

BOOST_AUTO_TEST_CASE(edit_distances) {
  BOOST_TEST(edit_distance("", "") == 0U);
  BOOST_TEST(edit_distance("alpha", "alpha") == 0U);
  BOOST_TEST(edit_distance("alpha", "alpa") == 1U);
  BOOST_TEST(edit_distance("alpha", "alphaa") == 1U);
  BOOST_TEST(edit_distance("alpha", "alhpa") == 2U);
  BOOST_TEST(edit_distance("", "abc") == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(wrong_lexicons_are_told)

/// One thing changed, and the problem it must give.
BOOST_AUTO_TEST_CASE(each_mistake_has_its_problem) {
  struct Case {
    std::string file, from, to;          ///< what is changed
    std::string told_file, path, words;  ///< what must be told
  };
  const std::string negation = "lexicons/negation.json", numbers = "lexicons/numbers.json",
                    countries = "lexicons/countries.json", laws = "lexicons/laws.json",
                    english = "lexicons/languages/en.json";
  const std::vector<Case> cases{
      {topics, R"("id": "beta")", R"("id": "alpha")", topics, "", "'alpha' exists already"},
      {topics, R"("id": "beta")", R"("id": "vendor")", topics, "", "exists already in lexicons/concepts/needed.json"},
      {topics, R"("id": "beta",)", R"("id": "beta", "implies": ["gama"],)", topics, "/concepts/1/implies",
       "unknown concept 'gama', did you mean 'gamma'?"},
      {topics, R"("sv": ["beta"])", R"("note": "none")", topics, "/concepts/1", "'sv' is missing"},
      {topics, R"("sv": ["beta"])", R"("sv": [])", topics, "/concepts/1/en", "both languages need at least one form"},
      {topics, R"("en": ["beta"])", R"("en": "beta")", topics, "/concepts/1/en", "a list of texts is expected"},
      {topics, R"("en": ["beta"])", R"("en": ["beta", "(x|y"])", topics, "/concepts/1/en/1", "')' is missing"},
      {topics, R"("en": ["beta"])", R"("en": ["beta", "-"])", topics, "/concepts/1/en/1", "holds no word"},
      {topics, R"("id": "beta",)", R"("id": "beta", "colour": 1,)", topics, "/concepts/1/colour",
       "unknown key 'colour'"},
      {topics, R"("id": "beta",)", R"("id": "beta", "id": "beta",)", topics, "", "duplicate key 'id'"},
      {topics, R"("id": "beta",)", R"("id": "beta", "negates": "yes",)", topics, "/concepts/1/negates",
       "true or false is expected"},
      {topics, R"("id": "beta",)", "", topics, "/concepts/1", "'id' is missing"},
      {topics, R"({"concepts": [)", R"({"concept": [)", topics, "/concept", "unknown key 'concept'"},
      {topics, R"(]})", "", topics, "", "not valid JSON"},
      {negation, R"("reach": 4)", R"("reach": "far")", negation, "/reach", "a number is expected"},
      {negation, R"("stops": ["but"])", R"("stop": ["but"])", negation, "/en/stop", "unknown key 'stop'"},
      {numbers, R"("thirty": 30)", R"("thirty": "30")", numbers, "/words/en/thirty", "a number is expected"},
      {numbers, R"("month": )", R"("moon": )", "lexicons", "", "'unit.month' is missing"},
      {countries, R"("standing": "eea")", R"("standing": "far")", countries, "/countries/0/standing",
       "'far' is none of"},
      {laws, R"("standing": "in-force")", R"("state": "in-force")", laws, "/acts/0/state", "unknown key 'state'"},
      {laws, R"("sv": "GDPR")", R"("da": "GDPR")", laws, "/acts/0/title", "'sv' is missing"},
      {english, R"("abbreviations")", R"("abbreviation")", english, "", "'abbreviations' is missing"},
      {"lexicons/concepts/needed.json", R"("id": "vendor")", R"("id": "seller")", "lexicons", "",
       "concept 'vendor' is missing; the annotators need it"},
  };
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(sample.file << ": " << sample.from << " -> " << sample.to) {
      const SmallKnowledge folder;
      folder.replace(sample.file, sample.from, sample.to);
      const std::vector<Problem> problems = problems_of(folder);
      BOOST_TEST(tells(problems, sample.told_file, sample.path, sample.words), all_told(problems));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_told) {
  for (const std::string file : {"lexicons/negation.json", "lexicons/numbers.json", "lexicons/countries.json",
                                 "lexicons/laws.json", "lexicons/languages/sv.json", "lexicons/languages/other.json"}) {
    BOOST_TEST_CONTEXT(file) {
      const SmallKnowledge folder;
      folder.remove(file);
      const std::vector<Problem> problems = problems_of(folder);
      BOOST_TEST(tells(problems, file, "", "cannot be read"), all_told(problems));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
