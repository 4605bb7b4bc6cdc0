#include "rules/match.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "rules/parse_pattern.h"
#include "support/repository_knowledge.h"
#include "support/small_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

const Lexicon& lexicon() {
  static const SmallKnowledge folder;
  static std::vector<Problem> problems;
  static const Lexicon loaded = Lexicon::load(folder.folder(), problems);
  BOOST_REQUIRE_MESSAGE(problems.empty(), all_told(problems));
  return loaded;
}

Pattern pattern_of(const std::string& json) {
  std::vector<Problem> problems;
  const Json value = Json::parse(json);
  JsonObject object(value, "x.json", "", problems);
  const std::vector<std::pair<std::string, std::string>> no_thresholds;
  Pattern pattern = parse_pattern(object, {lexicon(), no_thresholds});
  BOOST_REQUIRE_MESSAGE(problems.empty(), json << "\n" << all_told(problems));
  return pattern;
}

/// How often `json` is found in `text`.
struct Case {
  std::string json;
  std::string text;
  std::size_t matches = 0;
};

void check(const std::vector<Case>& cases) {
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(sample.json << " in: " << sample.text) {
      const Document document = document_of(sample.text, lexicon());
      BOOST_TEST(Matcher(document, lexicon()).find(pattern_of(sample.json)).size() == sample.matches);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(patterns_match)

BOOST_AUTO_TEST_CASE(all_in_any_order) {
  check({{R"({"all": ["alpha", "beta"]})", "The alpha is with the beta.", 1},
         {R"({"all": ["alpha", "beta"]})", "The beta is with the alpha.", 1},
         {R"({"all": ["alpha", "beta"]})", "The alpha is here. The beta is there.", 0},
         {R"({"all": ["alpha", "beta"]})", "The alpha is here.", 0},
         {R"({"all": ["alpha", "alpha"]})", "The alpha is here.", 0},
         {R"({"all": ["alpha", "alpha"]})", "The alpha is with an alpha.", 1},
         {R"({"all": ["alpha|beta"]})", "The alpha is here. The beta is there. The gamma is not.", 2},
         {R"({"all": ["alpha|beta", "beta|gamma"]})", "The beta is with the gamma.", 1}});
}

BOOST_AUTO_TEST_CASE(windows) {
  const std::string near = "The alpha one two beta is here.";  // four words from first to last
  check({{R"({"all": ["alpha", "beta"], "window": 4})", near, 1},
         {R"({"all": ["alpha", "beta"], "window": 3})", near, 0},
         {R"({"all": ["alpha", "beta"], "window": 0})", near, 1}});
}

BOOST_AUTO_TEST_CASE(sequences_have_order_and_gaps) {
  check({{R"({"seq": "alpha beta"})", "The alpha is with the beta.", 1},
         {R"({"seq": "beta alpha"})", "The alpha is with the beta.", 0},
         {R"({"seq": "alpha ~2 beta"})", "The alpha one two beta is here.", 1},
         {R"({"seq": "alpha ~1 beta"})", "The alpha one two beta is here.", 0},
         {R"({"seq": "alpha ~0 beta"})", "The alpha beta is here.", 1},
         {R"({"seq": "alpha ~1 beta? ~1 gamma"})", "The alpha one gamma is here.", 1},
         {R"({"seq": "alpha ~1 beta? ~1 gamma"})", "The alpha one beta one gamma is here.", 1},
         {R"({"seq": "alpha ~1 beta ~1 gamma"})", "The alpha one gamma is here.", 0},
         // the first alpha is too far off, the second is not
         {R"({"seq": "alpha ~1 beta"})", "The alpha one two alpha beta is here.", 1}});
}

BOOST_AUTO_TEST_CASE(forbidden_elements) {
  check({{R"({"all": ["alpha"], "none": ["beta"]})", "The alpha is here.", 1},
         {R"({"all": ["alpha"], "none": ["beta"]})", "The alpha is with the beta.", 0},
         {R"({"all": ["alpha"], "none": ["beta"]})", "The alpha is here. The beta is there.", 1},
         {R"({"all": ["alpha"], "within": "clause", "none": ["beta"]})", "The alpha is here. The beta is there.", 0}});
}

BOOST_AUTO_TEST_CASE(polarities) {
  const std::string negated = "The supplier shall not alpha the thing.";
  const std::string affirmed = "The supplier shall alpha the thing.";
  check({{R"({"all": ["alpha"]})", affirmed, 1},
         {R"({"all": ["alpha"]})", negated, 0},
         {R"({"all": ["not:alpha"]})", affirmed, 0},
         {R"({"all": ["not:alpha"]})", negated, 1},
         {R"({"all": ["any:alpha"]})", affirmed, 1},
         {R"({"all": ["any:alpha"]})", negated, 1}});
}

BOOST_AUTO_TEST_CASE(actors_are_asked_for) {
  const std::string by_vendor = "The supplier shall alpha the thing.";
  const std::string by_customer = "The customer shall alpha the thing.";
  const std::string by_nobody = "It shall alpha the thing.";
  check({{R"({"all": ["alpha@vendor"]})", by_vendor, 1},
         {R"({"all": ["alpha@vendor"]})", by_customer, 0},
         {R"({"all": ["alpha@vendor"]})", by_nobody, 1},
         {R"({"all": ["alpha@only-vendor"]})", by_vendor, 1},
         {R"({"all": ["alpha@only-vendor"]})", by_nobody, 0},
         {R"({"all": ["alpha@customer"]})", by_customer, 1}});
}

BOOST_AUTO_TEST_CASE(durations_are_compared) {
  const std::string text = "The alpha is here within 30 days of the thing.";
  check({{R"({"all": ["alpha", "duration"]})", text, 1},
         {R"({"all": ["alpha", "duration<30d"]})", text, 0},
         {R"({"all": ["alpha", "duration<=30d"]})", text, 1},
         {R"({"all": ["alpha", "duration<31d"]})", text, 1},
         {R"({"all": ["alpha", "duration>30d"]})", text, 0},
         {R"({"all": ["alpha", "duration>=1m"]})", text, 1},
         {R"({"all": ["alpha", "duration>=1h"]})", "The alpha is here.", 0}});
}

BOOST_AUTO_TEST_CASE(scopes) {
  const std::string text =
      "1. First\n\n1.1 The alpha is here. The beta is there.\n\n1.2 The gamma is here.\n\n2. Second\n\n2.1 The delta "
      "is "
      "here.\n";
  check({{R"({"all": ["alpha", "beta"]})", text, 0},
         {R"({"all": ["alpha", "beta"], "within": "clause"})", text, 1},
         {R"({"all": ["alpha", "gamma"], "within": "clause"})", text, 0},
         {R"({"all": ["alpha", "gamma"], "within": "section"})", text, 1},
         {R"({"all": ["alpha", "delta"], "within": "section"})", text, 0},
         {R"({"all": ["alpha", "delta"], "within": "document"})", text, 1}});
}

BOOST_AUTO_TEST_CASE(list_items_are_read_with_their_lead_in) {
  const std::string list = "The alpha shall:\n\n(a) beta the thing,\n\n(b) gamma the thing.\n";
  check({{R"({"all": ["alpha", "beta"]})", list, 1},
         {R"({"seq": "alpha ~2 beta"})", list, 1},
         {R"({"all": ["alpha", "gamma"]})", list, 1},
         {R"({"all": ["beta", "gamma"]})", list, 0},
         {R"({"all": ["beta", "gamma"], "within": "clause"})", list, 1},
         {R"({"all": ["alpha"]})", list, 1}});
  // what is found in lead-in and item is quoted as the item
  const Document document = document_of(list, lexicon());
  const std::vector<Match> matches = Matcher(document, lexicon()).find(pattern_of(R"({"all": ["alpha", "beta"]})"));
  BOOST_REQUIRE(matches.size() == 1U);
  BOOST_REQUIRE(matches[0].evidence.size() == 1U);
  BOOST_TEST(document.text(document.sentences[matches[0].evidence[0]].span).find("beta") != std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(topics_stand_near_or_above) {
  const std::string under_heading =
      "1. The gamma\n\n1.1 The alpha is here.\n\n2. The delta\n\n2.1 The alpha is there.\n";
  check({{R"({"all": ["alpha"], "about": ["gamma"]})", under_heading, 1},
         {R"({"all": ["alpha"], "about": ["delta"]})", under_heading, 1},
         {R"({"all": ["alpha"], "about": ["beta"]})", under_heading, 0},
         {R"({"all": ["alpha"], "not_about": ["gamma"]})", under_heading, 1},
         {R"({"all": ["alpha"], "about": ["gamma"]})", "The gamma is here. The alpha is there.", 1},
         {R"({"all": ["alpha"], "about": ["gamma"]})", "The gamma shall:\n\n(a) alpha the thing.\n", 1},
         {R"({"all": ["alpha"], "about": ["gamma"]})", "The gamma is here.\n\nThe alpha is there.\n", 0}});
}

/// A title over the whole document is no topic of each clause.
BOOST_AUTO_TEST_CASE(a_heading_over_everything_is_no_topic) {
  std::string text = "# The gamma\n\n";
  for (int i = 0; i < 30; ++i) text += "The alpha is here, as the thing is.\n\n";
  const Document document = document_of(text, lexicon(), "sample.md");
  const Matcher matcher(document, lexicon());
  BOOST_TEST(matcher.find(pattern_of(R"({"all": ["alpha"], "about": ["gamma"]})")).empty());
  BOOST_TEST(matcher.find(pattern_of(R"({"all": ["alpha"]})")).size() == 30U);
}

BOOST_AUTO_TEST_CASE(the_head_row_of_a_table_is_the_topic_of_its_rows) {
  const Document document =
      document_of("Text before.\n\n| Gamma | Place |\n|---|---|\n| The alpha | Here |\n| The beta | There |\n",
                  lexicon(), "sample.md");
  const Matcher matcher(document, lexicon());
  BOOST_TEST(matcher.find(pattern_of(R"({"all": ["alpha"], "about": ["gamma"]})")).size() == 1U);
  BOOST_TEST(matcher.find(pattern_of(R"({"all": ["alpha"], "about": ["delta"]})")).empty());
}

BOOST_AUTO_TEST_CASE(where_it_may_stand) {
  const std::string text =
      "# Alpha heading\n\nThe alpha is here.\n\n- an alpha item\n- another\n\n| A | B |\n|---|---|\n| The alpha | x "
      "|\n";
  const Document document = document_of(text, lexicon(), "sample.md");
  const Matcher matcher(document, lexicon());
  const auto found = [&](const std::string& where) {
    std::vector<std::string> quotes;
    for (const Match& match : matcher.find(pattern_of(R"({"all": ["alpha"])" + where + "}")))
      quotes.emplace_back(document.text(document.sentences[match.sentence].span));
    return quotes;
  };
  using Quotes = std::vector<std::string>;
  BOOST_TEST((found("") == Quotes{"The alpha is here.", "an alpha item", "The alpha"}));
  BOOST_TEST((found(R"(, "where": ["heading"])") == Quotes{"Alpha heading"}));
  BOOST_TEST((found(R"(, "where": ["body"])") == Quotes{"The alpha is here."}));
  BOOST_TEST((found(R"(, "where": ["list"])") == Quotes{"an alpha item"}));
  BOOST_TEST((found(R"(, "where": ["table"])") == Quotes{"The alpha"}));
  BOOST_TEST((found(R"(, "where": ["annex"])").empty()));
}

BOOST_AUTO_TEST_CASE(languages) {
  const std::string text =
      "The alpha is with the thing and of the thing.\n\nDet ska vara alfa med det som är och att det är.\n";
  check({{R"({"all": ["alpha"]})", text, 2},
         {R"({"all": ["alpha"], "language": "sv"})", text, 1},
         {R"({"all": ["alpha"], "language": "en"})", text, 1}});
}

BOOST_AUTO_TEST_CASE(law_references) {
  // "article" is no word of the small lexicon, so only the act itself is found
  check({{R"({"all": ["law:gdpr"]})", "The GDPR is with the thing.", 1},
         {R"({"all": ["law:gdpr/28"]})", "The GDPR is with the thing.", 0}});
}

BOOST_AUTO_TEST_CASE(what_is_lacking_is_told) {
  const Document document = document_of("The alpha is with the thing.", lexicon());
  const Matcher matcher(document, lexicon());
  const Pattern pattern = pattern_of(R"({"all": ["alpha", "beta"], "about": ["gamma"]})");
  std::vector<std::string> lacking;
  for (const Element* element : matcher.lacking(pattern, 0)) lacking.push_back(element->written);
  const std::vector<std::string> expected{"beta", "gamma"};
  BOOST_TEST(lacking == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(against_brute_force)

namespace {

/// The slow and plain matcher: every choice of one annotation for each element, in one unit.
class PlainMatcher {
 public:
  explicit PlainMatcher(const Document& document) : document_(document) {}

  struct Place {
    const Annotation* annotation = nullptr;
    std::int64_t first = 0, end = 0;
    bool own = true;
  };

  /// The places a unit holds: sentences [first, end), and of a single sentence also its lead-ins, set right before it.
  [[nodiscard]] std::vector<Place> places(std::uint32_t first, std::uint32_t end, bool with_lead_ins) const {
    std::vector<Place> result;
    const auto collect = [&](const Sentence& sentence, std::int64_t shift, bool own) {
      for (const Annotation& annotation : document_.annotations) {
        if (annotation.first_token < sentence.first_token || annotation.first_token >= sentence.end_token) continue;
        const std::int64_t at = static_cast<std::int64_t>(annotation.first_token) + shift;
        result.push_back({&annotation, at, at + annotation.token_count, own});
      }
    };
    for (std::uint32_t number = first; number < end; ++number) collect(document_.sentences[number], 0, true);
    if (!with_lead_ins) return result;
    std::int64_t begin = document_.sentences[first].first_token;
    std::int32_t lead_in = document_.sentences[first].lead_in;
    for (int depth = 0; lead_in >= 0 && depth < 3; ++depth) {
      const Sentence& sentence = document_.sentences[static_cast<std::size_t>(lead_in)];
      collect(sentence, begin - sentence.end_token, false);
      begin -= sentence.end_token - sentence.first_token;
      lead_in = sentence.lead_in;
    }
    return result;
  }

  [[nodiscard]] static bool satisfies(const Element& element, const Place& place) {
    return std::any_of(element.alternatives.begin(), element.alternatives.end(), [&](const Alternative& alternative) {
      if (alternative.concept_id != place.annotation->concept_id) return false;
      if (alternative.polarity == Polarity::affirmed) return !place.annotation->negated;
      return alternative.polarity == Polarity::any || place.annotation->negated;
    });
  }

  [[nodiscard]] static bool holds(const Pattern& pattern, const std::vector<Place>& places) {
    for (const Element& element : pattern.none)
      for (const Place& place : places)
        if (satisfies(element, place)) return false;
    std::vector<const Place*> chosen;
    return choose(pattern, places, 0, chosen);
  }

 private:
  static bool choose(const Pattern& pattern, const std::vector<Place>& places, std::size_t depth,
                     std::vector<const Place*>& chosen) {
    if (depth == pattern.elements.size()) return accept(pattern, chosen);
    for (const Place& place : places) {
      if (!satisfies(pattern.elements[depth], place)) continue;
      chosen.push_back(&place);
      if (choose(pattern, places, depth + 1, chosen)) return true;
      chosen.pop_back();
    }
    if (!pattern.elements[depth].optional) return false;
    chosen.push_back(nullptr);
    if (choose(pattern, places, depth + 1, chosen)) return true;
    chosen.pop_back();
    return false;
  }

  static bool accept(const Pattern& pattern, const std::vector<const Place*>& chosen) {
    std::set<const Annotation*> distinct;
    std::int64_t first = 0, end = 0, after = -1;
    bool any = false, own = false;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const Place* place = chosen[i];
      if (place == nullptr) continue;
      if (!distinct.insert(place->annotation).second) return false;
      if (pattern.ordered && any &&
          (place->first < after || place->first - after > static_cast<std::int64_t>(pattern.elements[i].gap)))
        return false;
      first = any ? std::min(first, place->first) : place->first;
      end = any ? std::max(end, place->end) : place->end;
      after = place->end;
      any = true;
      own = own || place->own;
    }
    if (!own) return false;
    return pattern.ordered || pattern.window == 0 || end - first <= static_cast<std::int64_t>(pattern.window);
  }

  const Document& document_;
};

std::string pick(std::mt19937& random, const std::vector<std::string>& from) { return from[random() % from.size()]; }

std::string random_sentence(std::mt19937& random) {
  static const std::vector<std::string> words{"alpha", "beta", "gamma", "alpha", "beta",
                                              "one",   "two",  "not",   "but",   "the"};
  std::string text = "The";
  for (std::size_t i = 1 + random() % 8; i > 0; --i) text += " " + pick(random, words);
  return text;
}

std::string random_document(std::mt19937& random) {
  std::string text;
  for (std::size_t paragraphs = 1 + random() % 5; paragraphs > 0; --paragraphs) {
    if (random() % 3 == 0) {
      text += random_sentence(random) + ":\n\n";
      for (const char* mark : {"(a) ", "(b) "}) text += mark + random_sentence(random) + ",\n\n";
    } else {
      for (std::size_t sentences = 1 + random() % 3; sentences > 0; --sentences) text += random_sentence(random) + ". ";
      text += "\n\n";
    }
  }
  return text;
}

std::string random_element(std::mt19937& random) {
  static const std::vector<std::string> elements{"alpha",     "beta",     "gamma",     "alpha|beta", "not:alpha",
                                                 "any:gamma", "not:beta", "any:alpha", "beta|gamma"};
  return pick(random, elements);
}

std::string random_pattern(std::mt19937& random) {
  std::string json;
  const std::size_t count = 1 + random() % 3;
  if (random() % 2 == 0) {
    for (std::size_t i = 0; i < count; ++i) json += (i == 0 ? "\"" : ", \"") + random_element(random) + "\"";
    json = R"({"all": [)" + json + R"(], "window": )" + std::to_string(random() % 9);
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) json += " ~" + std::to_string(random() % 4) + " ";
      json += random_element(random);
      if (i > 0 && random() % 3 == 0) json += "?";
    }
    json = R"({"seq": ")" + json + "\"";
  }
  if (random() % 4 == 0) json += R"(, "none": ["gamma"])";
  if (random() % 3 == 0) json += R"(, "within": "clause")";
  return json + "}";
}

}  // namespace

BOOST_AUTO_TEST_CASE(find_equals_the_plain_matcher) {
  std::mt19937 random(20261124);
  std::size_t found_any = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_document(random);
    const Document document = document_of(text, lexicon());
    const Matcher matcher(document, lexicon());
    const PlainMatcher plain(document);
    for (int patterns = 0; patterns < 12; ++patterns) {
      const std::string json = random_pattern(random);
      const Pattern pattern = pattern_of(json);
      std::set<std::uint32_t> expected, found;  // first sentences of units
      for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
        if (document.sentences[number].heading) continue;
        const auto [first, end] = matcher.range_around(number, pattern.scope);
        // what a lead-in says by itself, its items do not say again
        const std::int32_t lead_in = document.sentences[number].lead_in;
        if (pattern.scope == Scope::sentence && lead_in >= 0 && expected.contains(static_cast<std::uint32_t>(lead_in)))
          continue;
        if (PlainMatcher::holds(pattern, plain.places(first, end, pattern.scope == Scope::sentence)))
          expected.insert(first);
      }
      for (const Match& match : matcher.find(pattern))
        found.insert(matcher.range_around(match.sentence, pattern.scope).first);
      found_any += found.empty() ? 0 : 1;
      BOOST_TEST((found == expected), "round " << round << ": " << json << "\n" << text);
    }
  }
  BOOST_TEST(found_any > 500U, "the random patterns are not all misses: " << found_any);
}

BOOST_AUTO_TEST_CASE(holds_at_agrees_with_find) {
  std::mt19937 random(4711);
  for (int round = 0; round < 200; ++round) {
    const std::string text = random_document(random);
    const Document document = document_of(text, lexicon());
    const Matcher matcher(document, lexicon());
    const std::string json = random_pattern(random);
    const Pattern pattern = pattern_of(json);
    for (const Match& match : matcher.find(pattern))
      BOOST_TEST(matcher.holds_at(pattern, match.sentence), json << "\n" << text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
