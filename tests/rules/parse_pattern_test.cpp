#include "rules/parse_pattern.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/small_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

using Thresholds = std::vector<std::pair<std::string, std::string>>;

const Lexicon& lexicon() {
  static const SmallKnowledge folder;
  static std::vector<Problem> problems;
  static const Lexicon loaded = Lexicon::load(folder.folder(), problems);
  BOOST_REQUIRE_MESSAGE(problems.empty(), all_told(problems));
  return loaded;
}

Pattern parse(const std::string& json, std::vector<Problem>& problems) {
  const Json value = Json::parse(json);
  JsonObject object(value, "clauses/x/y.json", "/strong/0", problems);
  const Thresholds thresholds{{"fixed", "14 days"}};
  return parse_pattern(object, {lexicon(), thresholds});
}

Pattern parse(const std::string& json) {
  std::vector<Problem> problems;
  Pattern pattern = parse(json, problems);
  BOOST_TEST(problems.empty(), json << "\n" << all_told(problems));
  return pattern;
}

const Alternative& only_alternative(const Pattern& pattern) {
  BOOST_REQUIRE(pattern.elements.size() == 1U);
  BOOST_REQUIRE(pattern.elements[0].alternatives.size() == 1U);
  return pattern.elements[0].alternatives[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(patterns_are_parsed)

BOOST_AUTO_TEST_CASE(all_with_usual_values) {
  const Pattern pattern = parse(R"({"all": ["alpha", "beta|gamma"]})");
  BOOST_REQUIRE(pattern.elements.size() == 2U);
  BOOST_TEST(pattern.elements[1].alternatives.size() == 2U);
  BOOST_TEST(pattern.elements[1].written == "beta|gamma");
  BOOST_TEST(!pattern.ordered);
  BOOST_TEST((pattern.scope == Scope::sentence));
  BOOST_TEST(pattern.window == 40U);
  BOOST_TEST(pattern.where == 0U);
  BOOST_TEST((pattern.language == Language::unknown));
}

BOOST_AUTO_TEST_CASE(wide_scopes_have_no_window) {
  BOOST_TEST(parse(R"({"all": ["alpha"], "within": "clause"})").window == 0U);
  BOOST_TEST(parse(R"({"all": ["alpha"], "within": "clause", "window": 9})").window == 9U);
  BOOST_TEST(parse(R"({"all": ["alpha"], "window": 0})").window == 0U);
}

BOOST_AUTO_TEST_CASE(sequences) {
  const Pattern pattern = parse(R"({"seq": "alpha ~3 beta? gamma ~0 delta"})");
  BOOST_TEST(pattern.ordered);
  BOOST_REQUIRE(pattern.elements.size() == 4U);
  BOOST_TEST(pattern.elements[1].gap == 3U);
  BOOST_TEST(pattern.elements[1].optional);
  BOOST_TEST(pattern.elements[2].gap == 8U);
  BOOST_TEST(!pattern.elements[2].optional);
  BOOST_TEST(pattern.elements[3].gap == 0U);
}

BOOST_AUTO_TEST_CASE(polarities_and_actors) {
  const Alternative affirmed = only_alternative(parse(R"({"all": ["alpha"]})"));
  BOOST_TEST((affirmed.polarity == Polarity::affirmed));
  BOOST_TEST((affirmed.actor == Actor::none));
  BOOST_TEST((only_alternative(parse(R"({"all": ["not:alpha"]})")).polarity == Polarity::negated));
  BOOST_TEST((only_alternative(parse(R"({"all": ["any:alpha"]})")).polarity == Polarity::any));
  for (const auto& [name, actor] : std::vector<std::pair<std::string, Actor>>{{"vendor", Actor::vendor},
                                                                              {"customer", Actor::customer},
                                                                              {"subprocessor", Actor::subprocessor},
                                                                              {"authority", Actor::authority},
                                                                              {"data-subject", Actor::data_subject}}) {
    const Alternative done_by = only_alternative(parse(R"({"all": ["alpha@)" + name + "\"]}"));
    BOOST_TEST((done_by.actor == actor), name);
    BOOST_TEST(!done_by.actor_named);
    BOOST_TEST(only_alternative(parse(R"({"all": ["not:alpha@only-)" + name + "\"]}")).actor_named);
  }
}

BOOST_AUTO_TEST_CASE(comparisons) {
  const std::vector<std::tuple<std::string, Comparison, double>> cases{
      {"duration<30d", Comparison::less, 720},      {"duration<=72h", Comparison::at_most, 72},
      {"duration>=2w", Comparison::at_least, 336},  {"duration>1m", Comparison::more, 720},
      {"duration<1y", Comparison::less, 8760},      {"duration>=5bd", Comparison::at_least, 168},
      {"duration<fixed", Comparison::less, 14 * 24}};
  for (const auto& [written, comparison, hours] : cases) {
    const Alternative alternative = only_alternative(parse(R"({"all": [")" + written + "\"]}"));
    BOOST_TEST((alternative.comparison == comparison), written);
    BOOST_TEST(alternative.hours == hours, boost::test_tools::tolerance(1e-9));
    BOOST_TEST((alternative.threshold == (written == "duration<fixed" ? "fixed" : "")));
  }
}

BOOST_AUTO_TEST_CASE(laws) {
  const Alternative alternative = only_alternative(parse(R"x({"all": ["law:gdpr/28(3)"]})x"));
  BOOST_TEST(alternative.concept_id == builtin_law_reference);
  BOOST_TEST(alternative.act == 0);
  BOOST_TEST(alternative.article == "28");
  BOOST_TEST(alternative.paragraph == "3");
  BOOST_TEST(only_alternative(parse(R"({"all": ["law:gdpr"]})")).article.empty());
}

BOOST_AUTO_TEST_CASE(places_scopes_and_languages) {
  const Pattern pattern = parse(
      R"({"all": ["alpha"], "within": "section", "where": ["table", "annex"], "language": "sv", "none": ["beta"],
          "about": ["gamma"], "not_about": ["delta"], "note": "why"})");
  BOOST_TEST((pattern.scope == Scope::section));
  BOOST_TEST(pattern.where == static_cast<std::uint32_t>(where_table | where_annex));
  BOOST_TEST((pattern.language == Language::sv));
  BOOST_TEST(pattern.none.size() == 1U);
  BOOST_TEST(pattern.about.size() == 1U);
  BOOST_TEST(pattern.not_about.size() == 1U);
}

BOOST_AUTO_TEST_CASE(periods) {
  BOOST_TEST(parse_period("72h").value() == 72);
  BOOST_TEST(parse_period("72 hours").value() == 72);
  BOOST_TEST(parse_period("1 day").value() == 24);
  BOOST_TEST(parse_period("2 bd").value() == 67.2, boost::test_tools::tolerance(1e-9));
  for (const std::string_view wrong : {"", "days", "14", "14 moons", "h72", "14 d x"})
    BOOST_TEST(!parse_period(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(wrong_patterns_are_told)

BOOST_AUTO_TEST_CASE(each_mistake_has_its_problem) {
  struct Case {
    std::string json;
    std::string path;
    std::string words;
  };
  const std::vector<Case> cases{
      {R"({})", "/strong/0/all", "needs 'all' or 'seq'"},
      {R"({"all": []})", "/strong/0/all", "needs 'all' or 'seq'"},
      {R"({"all": ["alhpa"]})", "/strong/0/all", "unknown concept 'alhpa', did you mean 'alpha'?"},
      {R"({"all": ["alpha"], "none": ["bta"]})", "/strong/0/none", "did you mean 'beta'?"},
      {R"({"all": ["alpha"], "about": ["gama"]})", "/strong/0/about", "did you mean 'gamma'?"},
      {R"({"all": ["alpha"], "not_about": ["dlta"]})", "/strong/0/not_about", "did you mean 'delta'?"},
      {R"({"all": ["alpha|"]})", "/strong/0/all", "unknown concept ''"},
      {R"({"all": ["alpha@seller"]})", "/strong/0/all", "unknown actor '@seller'"},
      {R"({"all": ["alpha@only-seller"]})", "/strong/0/all", "unknown actor"},
      {R"({"all": ["alpha<30d"]})", "/strong/0/all", "can be compared"},
      {R"({"all": ["duration<soon"]})", "/strong/0/all", "neither a period"},
      {R"({"all": ["law:gpdr/28"]})", "/strong/0/all", "unknown act 'gpdr'"},
      {R"({"seq": "alpha ~x beta"})", "/strong/0/seq", "'~x' is no gap"},
      {R"({"seq": "alpha? beta?"})", "/strong/0/seq", "every element is optional"},
      {R"({"seq": "alpha btea"})", "/strong/0/seq", "did you mean 'beta'?"},
      {R"({"all": ["alpha"], "seq": "alpha beta"})", "/strong/0/seq", "either 'all' or 'seq'"},
      {R"({"all": ["alpha"], "within": "page"})", "/strong/0/within", "none of sentence, clause, section, document"},
      {R"({"all": ["alpha"], "where": ["margin"]})", "/strong/0/where", "'margin' is none of"},
      {R"({"all": ["alpha"], "language": "da"})", "/strong/0/language", "neither sv nor en"},
      {R"({"all": ["alpha"], "windwo": 3})", "/strong/0/windwo", "unknown key 'windwo'"},
      {R"({"all": "alpha"})", "/strong/0/all", "a list of texts is expected"},
      {R"({"all": ["alpha", 3]})", "/strong/0/all", "a list of texts is expected"},
      {R"({"all": ["alpha"], "window": "3"})", "/strong/0/window", "a number is expected"},
      {R"({"seq": ["alpha"]})", "/strong/0/seq", "a text is expected"},
  };
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(sample.json) {
      std::vector<Problem> problems;
      parse(sample.json, problems);
      BOOST_TEST(tells(problems, "clauses/x/y.json", sample.path, sample.words), all_told(problems));
    }
  }
}

BOOST_AUTO_TEST_CASE(all_mistakes_are_told_at_once) {
  std::vector<Problem> problems;
  parse(R"({"all": ["alhpa", "beta@nobody"], "within": "page", "colour": 1})", problems);
  BOOST_TEST(problems.size() == 4U, all_told(problems));
}

BOOST_AUTO_TEST_SUITE_END()
