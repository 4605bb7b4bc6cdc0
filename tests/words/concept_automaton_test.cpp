#include "words/concept_automaton.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "words/tokenize.h"

using namespace klausul;

namespace {

/// (concept, words) of every form found, at each token: "at:concept/words".
std::multiset<std::string> found_in(const ConceptAutomaton& automaton, const std::string& text) {
  WordTable words;
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  ConceptWalk walk(automaton, words);
  std::multiset<std::string> found;
  std::vector<ConceptWalk::Match> matches;
  const auto end = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; at < end; ++at) {
    matches.clear();
    walk.find(tokens, at, end, matches);
    for (const ConceptWalk::Match& match : matches)
      found.insert(std::to_string(at) + ":" + std::to_string(match.output.concept_id) + "/" +
                   std::to_string(match.tokens));
  }
  return found;
}

bool add(ConceptAutomatonBuilder& builder, std::string_view form, ConceptId id) {
  const Result<Form> parsed = parse_form(form);
  BOOST_REQUIRE(parsed.has_value());
  return builder.add(*parsed, {id});
}

bool finds(const std::string& form, const std::string& text) {
  ConceptAutomatonBuilder builder;
  BOOST_REQUIRE(add(builder, form, 1));
  builder.add_number_word("trettio");
  return !found_in(builder.build(), text).empty();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(concept_automaton)

BOOST_AUTO_TEST_CASE(forms_and_texts) {
  struct Case {
    std::string form;
    std::string text;
    bool found = false;
  };
  const std::vector<Case> cases{
      {"consent", "With Consent given", true},
      {"consent", "with consents given", false},
      {"underbiträd*", "Underbiträdenas ansvar", true},
      {"underbiträd*", "underbiträd", true},
      {"underbiträd*", "biträden", false},
      {"*avtal", "personuppgiftsbiträdesavtal", true},
      {"*avtal", "avtal", true},
      {"*avtal", "avtalet", false},
      {"# dagar", "30 dagar", true},
      {"# dagar", "trettio dagar", true},
      {"# dagar", "många dagar", false},
      {"sub processor", "sub-processor", true},
      {"sub processor", "sub processor", true},
      {"sub processor", "subprocessor", false},
      {"eu ees", "EU/EES", true},
      {"2021/914", "2021/914", true},
      {"prior consent", "prior “consent”", true},
      {"prior consent", "prior, consent", false},
      {"prior consent", "prior: consent", false},
      {"prior consent", "prior; consent", false},
      {"prior consent", "prior. Consent", false},
      {"prior consent", "prior (consent)", false},
      {"prior consent", "prior written consent", false},
      {"e-post*", "e-postadress", true},
      {"vendor", "the vendor's", true},
      {"don't", "don’t", true},
      {"åtgärd*", "ÅTGÄRDER", true},
  };
  for (const Case& sample : cases)
    BOOST_TEST(finds(sample.form, sample.text) == sample.found, sample.form << " in " << sample.text);
}

BOOST_AUTO_TEST_CASE(a_form_without_words_is_refused) {
  ConceptAutomatonBuilder builder;
  for (const std::string_view form : {"", " ", "*", "--"}) BOOST_TEST(!add(builder, form, 1), form);
}

BOOST_AUTO_TEST_CASE(overlapping_forms_are_all_found) {
  ConceptAutomatonBuilder builder;
  add(builder, "prior", 1);
  add(builder, "prior consent", 2);
  add(builder, "prior cons*", 3);
  add(builder, "prior consent", 4);
  add(builder, "consent", 5);
  const std::multiset<std::string> expected{"0:1/1", "0:2/2", "0:3/2", "0:4/2", "1:5/1"};
  BOOST_TEST((found_in(builder.build(), "prior consent") == expected));
}

BOOST_AUTO_TEST_CASE(short_single_words_are_marked) {
  ConceptAutomatonBuilder builder;
  add(builder, "post", 1);
  add(builder, "posts", 2);
  add(builder, "is it", 3);
  WordTable words;
  std::vector<Token> tokens;
  const std::string text = "post posts is it";
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  const ConceptAutomaton automaton = builder.build();
  ConceptWalk walk(automaton, words);
  std::vector<ConceptWalk::Match> matches;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) walk.find(tokens, at, 4, matches);
  BOOST_REQUIRE(matches.size() == 3U);
  BOOST_TEST(matches[0].output.short_word);
  BOOST_TEST(!matches[1].output.short_word);
  BOOST_TEST(!matches[2].output.short_word);
}

BOOST_AUTO_TEST_CASE(nothing_is_found_beyond_the_end) {
  ConceptAutomatonBuilder builder;
  add(builder, "prior consent", 1);
  WordTable words;
  std::vector<Token> tokens;
  const std::string text = "prior consent";
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  const ConceptAutomaton automaton = builder.build();
  ConceptWalk walk(automaton, words);
  std::vector<ConceptWalk::Match> matches;
  walk.find(tokens, 0, 1, matches);
  BOOST_TEST(matches.empty());
}

namespace {

/// Compares word by word: the slow and plain way.
bool matches_plainly(const std::vector<std::string>& form, const std::vector<std::string>& text, std::size_t at,
                     const std::vector<bool>& broken_before) {
  if (at + form.size() > text.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (i > 0 && broken_before[at + i]) return false;
    const std::string& word = text[at + i];
    if (form[i] == "#") {
      if (word[0] < '0' || word[0] > '9') return false;
    } else if (form[i].ends_with('*')) {
      if (!word.starts_with(form[i].substr(0, form[i].size() - 1))) return false;
    } else if (form[i].starts_with('*')) {
      if (!word.ends_with(form[i].substr(1))) return false;
    } else if (word != form[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(agrees_with_plain_comparison) {
  const std::vector<std::string> words{"ab", "abc", "abcd", "bc", "åbc", "7", "70", "cab"};
  const std::vector<std::string> parts{"ab", "abc", "ab*", "*bc", "*åbc", "#", "cab", "åb*"};
  const std::vector<std::string> signs{" ", " ", " ", "-", "/", ", ", "; ", " \"", ". "};
  std::mt19937 random(99);
  for (int round = 0; round < 1500; ++round) {
    ConceptAutomatonBuilder builder;
    std::vector<std::vector<std::string>> forms;
    for (ConceptId id = 0; id < 5; ++id) {
      std::vector<std::string> form;
      std::string spelling;
      for (std::size_t i = 1 + random() % 3; i > 0; --i) {
        form.push_back(parts[random() % parts.size()]);
        spelling += (spelling.empty() ? "" : " ") + form.back();
      }
      BOOST_REQUIRE(add(builder, spelling, id));
      forms.push_back(form);
    }
    std::vector<std::string> text_words;
    std::vector<bool> broken{false};
    std::string text;
    for (std::size_t i = 1 + random() % 8; i > 0; --i) {
      if (!text.empty()) {
        const std::string& sign = signs[random() % signs.size()];
        broken.push_back(sign == ", " || sign == "; " || sign == ". ");
        text += sign;
      }
      text_words.push_back(words[random() % words.size()]);
      text += text_words.back();
    }
    std::multiset<std::string> expected;
    for (std::size_t at = 0; at < text_words.size(); ++at)
      for (std::size_t id = 0; id < forms.size(); ++id)
        if (matches_plainly(forms[id], text_words, at, broken))
          expected.insert(std::to_string(at) + ":" + std::to_string(id) + "/" + std::to_string(forms[id].size()));
    BOOST_TEST((found_in(builder.build(), text) == expected), "round " << round << ": " << text);
  }
}

namespace {

/// A random form with brackets inside and around words.
std::string random_form(std::mt19937& random, int depth) {
  const std::vector<std::string> letters{"ab", "c", "ab c", " ", "b c ", " cab", "7", "ab*", "#"};
  std::string form;
  for (std::size_t i = 1 + random() % 3; i > 0; --i) {
    if (depth > 0 && random() % 2 == 0) {
      const bool optional = random() % 2 == 0;
      form += (optional ? "[" : "(") + random_form(random, depth - 1) + "|" + random_form(random, depth - 1) +
              (optional ? "]" : ")");
    } else {
      form += letters[random() % letters.size()];
    }
  }
  return form;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_form_finds_what_its_spellings_find) {
  const std::vector<std::string> words{"ab", "abc", "c", "b", "cab", "abab", "7", "bc"};
  std::mt19937 random(7);
  std::size_t compared = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string form = random_form(random, 2);
    const Result<std::vector<std::string>> spellings = expand_form(form);
    if (!spellings) continue;  // too many
    ConceptAutomatonBuilder whole, spelled;
    bool holds_words = true;
    for (const std::string& spelling : *spellings) holds_words = add(spelled, spelling, 1) && holds_words;
    BOOST_TEST(add(whole, form, 1) == holds_words, form);
    if (!holds_words) continue;
    ++compared;
    const ConceptAutomaton left = whole.build();
    const ConceptAutomaton right = spelled.build();
    for (int text_number = 0; text_number < 10; ++text_number) {
      std::string text;
      for (std::size_t i = 1 + random() % 5; i > 0; --i) text += words[random() % words.size()] + " ";
      const std::multiset<std::string> expected = found_in(right, text);
      const std::multiset<std::string> found = found_in(left, text);
      const std::set<std::string> distinct(expected.begin(), expected.end());
      BOOST_TEST((std::set<std::string>(found.begin(), found.end()) == distinct), form << " in " << text);
    }
  }
  BOOST_TEST(compared > 500U);
}

BOOST_AUTO_TEST_SUITE_END()
