#include "words/concept_trie.h"

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
std::multiset<std::string> found_in(const ConceptTrie& trie, const std::string& text) {
  WordTable words;
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  ConceptTrie::Vocabulary vocabulary;
  vocabulary.extend(trie, words);
  std::multiset<std::string> found;
  std::vector<ConceptTrie::Match> matches;
  const auto end = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; at < end; ++at) {
    matches.clear();
    trie.match(tokens, at, end, vocabulary, matches);
    for (const ConceptTrie::Match& match : matches)
      found.insert(std::to_string(at) + ":" + std::to_string(match.output.concept_id) + "/" +
                   std::to_string(match.tokens));
  }
  return found;
}

bool finds(const std::string& form, const std::string& text) {
  ConceptTrie trie;
  BOOST_REQUIRE(trie.add(form, {1}));
  trie.add_number_word("trettio");
  return !found_in(trie, text).empty();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(trie)

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
  ConceptTrie trie;
  for (const std::string_view form : {"", " ", "*", "--"}) BOOST_TEST(!trie.add(form, {1}), form);
}

BOOST_AUTO_TEST_CASE(overlapping_forms_are_all_found) {
  ConceptTrie trie;
  trie.add("prior", {1});
  trie.add("prior consent", {2});
  trie.add("prior cons*", {3});
  trie.add("prior consent", {4});
  trie.add("consent", {5});
  const std::multiset<std::string> expected{"0:1/1", "0:2/2", "0:3/2", "0:4/2", "1:5/1"};
  BOOST_TEST((found_in(trie, "prior consent") == expected));
}

BOOST_AUTO_TEST_CASE(short_single_words_are_marked) {
  ConceptTrie trie;
  trie.add("post", {1});
  trie.add("posts", {2});
  trie.add("is it", {3});
  WordTable words;
  std::vector<Token> tokens;
  const std::string text = "post posts is it";
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  ConceptTrie::Vocabulary vocabulary;
  vocabulary.extend(trie, words);
  std::vector<ConceptTrie::Match> matches;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) trie.match(tokens, at, 4, vocabulary, matches);
  BOOST_REQUIRE(matches.size() == 3U);
  BOOST_TEST(matches[0].output.short_word);
  BOOST_TEST(!matches[1].output.short_word);
  BOOST_TEST(!matches[2].output.short_word);
}

BOOST_AUTO_TEST_CASE(nothing_is_found_beyond_the_end) {
  ConceptTrie trie;
  trie.add("prior consent", {1});
  WordTable words;
  std::vector<Token> tokens;
  const std::string text = "prior consent";
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  ConceptTrie::Vocabulary vocabulary;
  vocabulary.extend(trie, words);
  std::vector<ConceptTrie::Match> matches;
  trie.match(tokens, 0, 1, vocabulary, matches);
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
    ConceptTrie trie;
    std::vector<std::vector<std::string>> forms;
    for (ConceptId id = 0; id < 5; ++id) {
      std::vector<std::string> form;
      std::string spelling;
      for (std::size_t i = 1 + random() % 3; i > 0; --i) {
        form.push_back(parts[random() % parts.size()]);
        spelling += (spelling.empty() ? "" : " ") + form.back();
      }
      BOOST_REQUIRE(trie.add(spelling, {id}));
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
    BOOST_TEST((found_in(trie, text) == expected), "round " << round << ": " << text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
