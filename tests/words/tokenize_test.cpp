#include "words/tokenize.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "read/reader.h"
#include "text/unicode.h"

using namespace klausul;

namespace {

struct Tokenized {
  WordTable words;
  std::vector<Token> tokens;
};

Tokenized tokenized(std::string_view text) {
  Tokenized result;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, result.words, result.tokens);
  return result;
}

/// The tokens as folded words with '|' between: "the|vendor".
std::string folded(std::string_view text) {
  const Tokenized result = tokenized(text);
  std::string line;
  for (const Token& token : result.tokens) line.append(line.empty() ? "" : "|").append(result.words.word(token.word));
  return line;
}

/// The tokens as they are written.
std::string written(std::string_view text) {
  std::string line;
  for (const Token& token : tokenized(text).tokens)
    line.append(line.empty() ? "" : "|").append(slice(text, token.span()));
  return line;
}

unsigned gap_before_last(std::string_view text) { return tokenized(text).tokens.back().gap; }

/// Adds the parts of a word of ICU's that tokenize.h tells apart: a full stop between a small and a capital letter
/// separates (a space was lost), "@" separates, underscores at either end are no part of a word.
void add_parts(const std::string& word, std::vector<std::string>& words) {
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && word[begin] == '_') ++begin;
    while (begin < end && word[end - 1] == '_') --end;
    if (begin < end) words.push_back(word.substr(begin, end - begin));
  };
  std::size_t part = 0;
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(word[before]) & 0xC0U) == 0x80U) --before;
    const bool lost_space = word[at] == '.' && is_lower_case(code_point_at(word, before).value) &&
                            is_upper_case(code_point_at(word, at + 1).value);
    if (!lost_space && word[at] != '@') continue;
    add(part, at);
    part = at + 1;
  }
  add(part, word.size());
}

/// The words that ICU's own iterator finds, with the differences that tokenize.h tells of.
std::vector<std::string> words_of_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
  BOOST_REQUIRE(U_SUCCESS(status) != 0);
  const icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  iterator->setText(unicode);
  std::vector<std::string> words;
  for (std::int32_t begin = iterator->first(), end = iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator->next()) {
    std::string word;
    unicode.tempSubStringBetween(begin, end).toUTF8String(word);
    if (iterator->getRuleStatus() >= UBRK_WORD_NUMBER) add_parts(word, words);
  }
  return words;
}

void check_against_icu(std::string_view text, const std::string& name) {
  const std::vector<std::string> expected = words_of_icu(text);
  Tokenized result = tokenized(text);
  std::erase_if(result.tokens, [&](const Token& token) { return result.words.word(token.word) == blank_word; });
  std::size_t at = 0;
  for (; at < std::min(expected.size(), result.tokens.size()); ++at)
    if (slice(text, result.tokens[at].span()) != expected[at]) break;
  const bool equal = at == expected.size() && at == result.tokens.size();
  BOOST_TEST(equal, name << ": word " << at << ": ICU has '" << (at < expected.size() ? expected[at] : "(end)")
                         << "', tokenize has '"
                         << (at < result.tokens.size() ? slice(text, result.tokens[at].span()) : "(end)") << "'");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tokens)

BOOST_AUTO_TEST_CASE(a_blank_to_fill_in_is_one_token) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Name: ______ Date: _ _ _ _", "Name|______|Date|_ _ _ _"},
      {"Name ........ end", "Name|........|end"},
      {"of [•] and [ … ]", "of|[•]|and|[ … ]"},
      {"wait... what", "wait|what"},
      {"[ ] yes [x] no", "yes|x|no"},
      {"my_name __init__", "my_name|init"},
  };
  for (const auto& [text, expected] : cases) BOOST_TEST(written(text) == expected);
  BOOST_TEST(folded("Name ........") == "name|____");
}

BOOST_AUTO_TEST_CASE(words_are_folded) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"The VENDOR", "the|vendor"},
      {"ÅTGÄRDER för Öppenhet", "åtgärder|för|öppenhet"},
      {"don’t won't", "don't|won't"},
      {"Café ÉCLAIR", "café|éclair"},
      {"", ""},
      {" … — ", ""},
      {"__", ""},
  };
  for (const auto& [text, expected] : cases) BOOST_TEST(folded(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(possessives_and_endings_after_a_colon_go) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"the vendor's", "the|vendor"},       {"the vendor’s", "the|vendor"},
      {"DPA:t och SCC:er", "dpa|och|scc"},  {"API:erna", "api"},
      {"Kundens ansvar", "kundens|ansvar"}, {"parties' names", "parties|names"},
  };
  for (const auto& [text, expected] : cases) BOOST_TEST(folded(text) == expected, text);
  BOOST_TEST(fold_word("Vendor’s") == "vendor");
  BOOST_TEST(fold_word("DPA:t") == "dpa");
}

BOOST_AUTO_TEST_CASE(boundaries_of_words) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"sub-processor", "sub|processor"},
      {"EU/EES", "EU|EES"},
      {"e-post", "e|post"},
      {"2016/679", "2016|679"},
      {"1,5 eller 1.5", "1,5|eller|1.5"},
      {"t.ex. bl.a.", "t.ex|bl.a"},
      {"avtalet.Parterna", "avtalet|Parterna"},
      {"www.brinkenvik.example", "www.brinkenvik.example"},
      {"user_name", "user_name"},
      {"(b) första", "b|första"},
      {"72h", "72h"},
      {"a\u0301b", "a\u0301b"},
      {"pris:500", "pris|500"},
  };
  for (const auto& [text, expected] : cases) BOOST_TEST(written(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(numbers_are_told) {
  const Tokenized result = tokenized("30 trettio 72h 2.1");
  BOOST_REQUIRE(result.tokens.size() == 4U);
  BOOST_TEST(result.tokens[0].number);
  BOOST_TEST(!result.tokens[1].number);
  BOOST_TEST(!result.tokens[2].number);
}

BOOST_AUTO_TEST_CASE(gaps_say_what_stands_between) {
  const std::vector<std::pair<std::string, unsigned>> cases{
      {"a b", 0},
      {"a\u00A0b", 0},
      {"a-b", gap_hyphen},
      {"a–b", gap_hyphen},
      {"a/b", gap_hyphen},
      {"a - b", gap_other},
      {"data- och", gap_hyphen},
      {"a \"b", gap_quote},
      {"a ”b", gap_quote},
      {"a, b", gap_comma},
      {"a: b", gap_colon},
      {"a; b", gap_semicolon},
      {"a. b", gap_stop},
      {"a! b", gap_stop},
      {"a… b", gap_stop},
      {"a (b", gap_bracket},
      {"a). b", static_cast<unsigned>(gap_bracket | gap_stop)},
      {"a + b", gap_other},
      {"2018:218", gap_hyphen},
  };
  for (const auto& [text, expected] : cases) BOOST_TEST(gap_before_last(text) == expected, text);
  BOOST_TEST(static_cast<unsigned>(tokenized("a").tokens[0].gap) == static_cast<unsigned>(gap_other));
}

BOOST_AUTO_TEST_CASE(only_the_span_is_read) {
  const std::string text = "alpha beta gamma";
  WordTable words;
  std::vector<Token> tokens;
  tokenize(text, {6, 10}, words, tokens);
  BOOST_REQUIRE(tokens.size() == 1U);
  BOOST_TEST(slice(text, tokens[0].span()) == "beta");
}

BOOST_AUTO_TEST_CASE(equal_words_have_equal_numbers) {
  const Tokenized result = tokenized("Avtalet AVTALET avtalet avtal");
  BOOST_TEST(result.tokens[0].word == result.tokens[1].word);
  BOOST_TEST(result.tokens[1].word == result.tokens[2].word);
  BOOST_TEST(result.tokens[2].word != result.tokens[3].word);
  BOOST_TEST(result.words.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_word_table_holds_many_words) {
  WordTable words;
  for (int round = 0; round < 2; ++round)
    for (std::uint32_t i = 0; i < 20000; ++i) BOOST_REQUIRE(words.intern("word" + std::to_string(i)) == i);
  BOOST_TEST(words.size() == 20000U);
  BOOST_TEST(words.word(19999) == "word19999");
}

BOOST_AUTO_TEST_CASE(very_long_words_are_cut) {
  const std::string text(200000, 'a');
  const Tokenized result = tokenized(text);
  std::size_t letters = 0;
  for (const Token& token : result.tokens) letters += token.length;
  BOOST_TEST(letters == text.size());
}

BOOST_AUTO_TEST_CASE(agrees_with_icu_on_the_example_contracts) {
  std::size_t files = 0;
  for (const auto& item :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(KLAUSUL_ROOT) / "corpus")) {
    if (item.path().stem() != "source") continue;
    std::ostringstream stream;
    stream << std::ifstream(item.path(), std::ios::binary).rdbuf();
    const Result<SourceText> source = read_document(stream.str(), item.path().string());
    BOOST_REQUIRE(source.has_value());
    check_against_icu(source->text, item.path().string());
    ++files;
  }
  BOOST_TEST(files > 0U);
}

BOOST_AUTO_TEST_CASE(agrees_with_icu_on_random_latin_text) {
  const std::vector<std::string> pieces{"a",  "b", "Z", "å", "Ö", "é", "1", "7", " ",      " ",   ".",    ",", ":",
                                        ";",  "'", "’", "-", "–", "/", "(", ")", "\"",     "”",   "_",    "%", "&",
                                        "\n", "ß", "ø", "!", "?", "…", "§", "€", "\u00A0", "ord", "Avtal"};
  std::mt19937 random(1809);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t i = 1 + random() % 24; i > 0; --i) text += pieces[random() % pieces.size()];
    check_against_icu(text, "round " + std::to_string(round) + ": " + text);
  }
}

BOOST_AUTO_TEST_CASE(tokens_are_ordered_and_disjoint_on_any_bytes) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i)
      append_utf8(text, static_cast<char32_t>(random() % (round % 2 == 0 ? 0x300 : 0x20000)));
    std::uint32_t end = 0;
    for (const Token& token : tokenized(text).tokens) {
      BOOST_TEST_REQUIRE(token.begin >= end);
      BOOST_TEST_REQUIRE(token.length > 0U);
      end = token.span().end;
      BOOST_TEST_REQUIRE(end <= text.size());
      BOOST_TEST_REQUIRE(find_ill_formed_utf8(slice(text, token.span())) == token.length);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
