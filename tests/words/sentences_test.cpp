#include "words/sentences.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/repository_knowledge.h"
#include "words/language.h"
#include "words/tokenize.h"

using namespace klausul;
using klausul::test::repository_lexicon;

namespace {

using Texts = std::vector<std::string>;

std::vector<Sentence> sentences_of(const std::string& text) {
  WordTable words;
  std::vector<Token> tokens;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  tokenize(text, all, words, tokens);
  std::vector<Sentence> sentences;
  split_sentences(text, all, tokens, 0, static_cast<std::uint32_t>(tokens.size()), words, repository_lexicon(), 7,
                  sentences);
  return sentences;
}

Texts split(const std::string& text) {
  Texts texts;
  for (const Sentence& sentence : sentences_of(text)) texts.emplace_back(slice(text, sentence.span));
  return texts;
}

/// `text` with '|' where sentences are parted.
void check(const Texts& cases) {
  for (const std::string& marked : cases) {
    std::string text;
    Texts expected(1);
    for (const char c : marked) {
      if (c == '|') {
        expected.emplace_back();
        text += ' ';
      } else {
        expected.back() += c;
        text += c;
      }
    }
    BOOST_TEST_CONTEXT(marked) { BOOST_TEST(split(text) == expected, boost::test_tools::per_element()); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sentences)

BOOST_AUTO_TEST_CASE(an_enumeration_is_a_lead_in_with_items) {
  check({"The Supplier shall:|(a) delete the data;|(b) inform the Customer; and|(c) keep a log.",
         "Biträdet ska|(i) radera uppgifterna;|(ii) underrätta Kunden.",
         "The Supplier does not|a. sell the data;|b. build profiles; or|c. share them.",
         "See clauses (a) and (b) for more of it.",
         "If the Customer (a) agrees to it or (b) says nothing, the Supplier may go on.",
         "The act names it in Article 28(3)(a) to (h) of its text."});
  const std::vector<Sentence> sentences = sentences_of("They shall: (a) delete the data; (b) inform us.");
  BOOST_REQUIRE(sentences.size() == 3U);
  BOOST_TEST(sentences[0].lead_in == -1);
  BOOST_TEST(sentences[1].lead_in == 0);
  BOOST_TEST(sentences[2].lead_in == 0);
}

BOOST_AUTO_TEST_CASE(full_stops_end_sentences) {
  check({"Avtalet gäller.|Parterna är överens.", "It holds!|Does it?|It does.", "It holds …|So it is.",
         "One sentence without a stop", "Det gäller 30 dagar.|Sedan upphör det.", "It costs 1.5 euros.|That is all."});
}

BOOST_AUTO_TEST_CASE(abbreviations_do_not) {
  check({"Uppgifter, t.ex. IP-adresser, sparas.|Annat gallras.", "Det gäller bl.a. Namn och adress.|Annat gäller inte.",
         "Namn, adress m.m. Uppgifterna sparas.", "As Art. 28 says, it is written.|So it is.",
         "Brinkenvik Inc. Privacy Team answers.|It is quick.", "Enligt art. 28 gäller detta.|Så är det.",
         "Services, e.g. Hosting, are listed.|The list is long."});
}

BOOST_AUTO_TEST_CASE(initials_and_numbering_do_not) {
  check({"Avtalet undertecknas av A. Brinkenvik.|Det gäller.", "1. Parterna är överens.|Så är det.",
         "12. The parties agree.|They do.", "See item 3.|The parties agree."});
}

BOOST_AUTO_TEST_CASE(a_small_letter_goes_on) {
  check({"Se bil. nedan för detta.|Så är det.", "The list (see there). and more."});
}

BOOST_AUTO_TEST_CASE(closing_signs_belong_to_the_sentence) {
  check(
      {"He said \"it holds.\"|She agreed.", "(The list is long.)|It is kept.", "Hon sade ”det gäller.”|Han höll med."});
}

BOOST_AUTO_TEST_CASE(spans_leave_out_spaces_and_sentences_name_their_block) {
  const std::string text = "  Avtalet gäller.   Parterna är överens.  ";
  const std::vector<Sentence> found = sentences_of(text);
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(slice(text, found[0].span) == "Avtalet gäller.");
  BOOST_TEST(slice(text, found[1].span) == "Parterna är överens.");
  for (const Sentence& sentence : found) BOOST_TEST(sentence.block == 7U);
  BOOST_TEST(found[0].end_token == found[1].first_token);
}

BOOST_AUTO_TEST_CASE(a_text_without_words_has_no_sentence) {
  BOOST_TEST(split("").empty());
  BOOST_TEST(split(" … ").empty());
}

BOOST_AUTO_TEST_CASE(endless_sentences_are_cut) {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "ord ";
  const std::vector<Sentence> found = sentences_of(text);
  BOOST_TEST(found.size() == 3U);
  std::uint32_t end = 0;
  for (const Sentence& sentence : found) {
    BOOST_TEST(sentence.end_token - sentence.first_token <= 600U);
    BOOST_TEST(sentence.first_token == end);
    end = sentence.end_token;
  }
  BOOST_TEST(end == 1500U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(languages)

namespace {

LanguageCount counted(const std::string& text) {
  WordTable words;
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
  return LanguageCounter(repository_lexicon(), words).count(tokens, 0, static_cast<std::uint32_t>(tokens.size()));
}

}  // namespace

BOOST_AUTO_TEST_CASE(function_words_tell_the_language) {
  BOOST_TEST(
      (counted("Leverantören ska behandla uppgifterna enligt det avtal som parterna har.").language() == Language::sv));
  BOOST_TEST((counted("The supplier shall process the data under the agreement that the parties have.").language() ==
              Language::en));
  BOOST_TEST(
      (counted("Der Anbieter verarbeitet die Daten nur nach den Weisungen und nicht für eigene Zwecke.").language() ==
       Language::other));
  BOOST_TEST((counted("Brinkenvik AB 556677").language() == Language::unknown));
  BOOST_TEST((counted("").language() == Language::unknown));
}

BOOST_AUTO_TEST_CASE(numbers_are_no_words) {
  const LanguageCount count = counted("30 dagar och 40 timmar");
  BOOST_TEST(count.words == 3U);
}

BOOST_AUTO_TEST_CASE(a_foreign_document_is_told) {
  std::string german, swedish, letters;
  for (int i = 0; i < 6; ++i) {
    german += "Der Anbieter verarbeitet die Daten nur nach den Weisungen und nicht für eigene Zwecke. ";
    swedish += "Leverantören ska behandla uppgifterna enligt det avtal som parterna har. ";
    letters += "qx vz kj wq pf zt ";
  }
  BOOST_TEST(counted(german).is_foreign());
  BOOST_TEST(!counted(swedish).is_foreign());
  BOOST_TEST(counted(letters).is_foreign());
  BOOST_TEST(!counted("qx vz").is_foreign());  // too few words to say so
}

BOOST_AUTO_TEST_CASE(counts_add_up) {
  LanguageCount sum = counted("och att det som");
  sum.add(counted("the and of"));
  BOOST_TEST(sum.sv >= 4U);
  BOOST_TEST(sum.en >= 3U);
  BOOST_TEST(sum.words == 7U);
}

BOOST_AUTO_TEST_SUITE_END()
