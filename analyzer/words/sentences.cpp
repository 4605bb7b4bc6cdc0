#include "words/sentences.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "text/unicode.h"

namespace klausul {

namespace {

/// Words. No lawyer writes more; without a bound a file without full stops would be one sentence.
constexpr std::uint32_t longest_sentence = 600;

bool is_closing(std::string_view text, std::uint32_t at, std::uint32_t& length) {
  length = 1;
  switch (text[at]) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '*':
    case '_': return true;
    default: break;
  }
  for (const std::string_view sign : {"”", "’", "»", "“"}) {
    if (text.substr(at).starts_with(sign)) {
      length = static_cast<std::uint32_t>(sign.size());
      return true;
    }
  }
  return false;
}

bool starts_small(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte >= 'a' && byte <= 'z';
  return is_lower_case(code_point_at(text, at).value);
}

/// Where a sentence that ends between two tokens stops, signs included; nullopt when no sentence ends there.
std::optional<std::uint32_t> end_between(std::string_view text, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at) {
    const char c = text[at];
    const bool ellipsis = text.substr(at).starts_with("…");
    if (c != '.' && c != '!' && c != '?' && !ellipsis) continue;
    std::uint32_t end = at + (ellipsis ? 3 : 1);
    while (end < to && (text[end] == '.' || text[end] == '!' || text[end] == '?')) ++end;
    for (std::uint32_t length = 0; end < to && is_closing(text, end, length);) end += length;
    if (end < to && (text[end] == ' ' || text[end] == '\n' || text[end] == '[')) return end;
  }
  return std::nullopt;
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  return at;
}

/// What "(b)", "(ii)" or "(2)" counts to, as a letter, a Roman numeral or a number; 0 when it is none.
struct Enumerator {
  std::uint32_t letter = 0, roman = 0, number = 0;

  [[nodiscard]] bool is_first() const { return letter == 1 || roman == 1 || number == 1; }
  [[nodiscard]] bool follows(const Enumerator& before) const {
    return (letter != 0 && letter == before.letter + 1) || (roman != 0 && roman == before.roman + 1) ||
           (number != 0 && number == before.number + 1);
  }
};

/// The enumerator that a token with signs of its own is: "(b)", or "b." as lists have it whose lines were joined; with
/// a space before.
Enumerator enumerator_at(std::string_view text, const Token& token, std::string_view word) {
  static constexpr std::array<std::string_view, 10> romans = {"i",  "ii",  "iii",  "iv", "v",
                                                              "vi", "vii", "viii", "ix", "x"};
  Enumerator result;
  const std::uint32_t end = token.span().end;
  const bool bracketed = token.begin >= 2 && text[token.begin - 1] == '(' && text[token.begin - 2] == ' ' &&
                         end < text.size() && text[end] == ')';
  const bool dotted = token.length == 1 && !token.number && token.begin >= 1 && text[token.begin - 1] == ' ' &&
                      text.substr(end).starts_with(". ");
  if ((!bracketed && !dotted) || word.empty() || word.size() > 4) return result;
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z')
    result.letter = static_cast<std::uint32_t>(word[0] - 'a' + 1);
  const auto* const roman = std::find(romans.begin(), romans.end(), word);
  if (roman != romans.end()) result.roman = static_cast<std::uint32_t>(roman - romans.begin()) + 1;
  if (token.number && word.size() <= 2)
    result.number = static_cast<std::uint32_t>(std::atoi(std::string(word).c_str()));
  return result;
}

Span trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  begin = skip_spaces(text, begin, end);
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\t')) --end;
  return {begin, end};
}

/// Where an item begins: at its bracket, if it has one.
std::uint32_t begin_of_item(std::string_view text, const Token& token) {
  return token.begin - (text[token.begin - 1] == '(' ? 1U : 0U);
}

/// "The Processor shall: (a) ...; (b) ..." in one paragraph is a lead-in with items as much as in lines of their own.
/// Takes the last sentence and puts its parts in its place.
void split_enumeration(std::string_view text, const std::vector<Token>& tokens, const WordTable& words,
                       std::vector<Sentence>& sentences) {
  constexpr std::uint32_t shortest_item = 2;  ///< words behind the enumerator: "points (a) and (b)" are no items
  const Sentence whole = sentences.back();
  std::vector<std::uint32_t> items;  // tokens
  Enumerator last;
  bool colon = false, semicolons = true;
  for (std::uint32_t at = whole.first_token + 1; at < whole.end_token; ++at) {
    if ((tokens[at].gap & gap_bracket) == 0 && tokens[at].length != 1) continue;
    const Enumerator here = enumerator_at(text, tokens[at], words.word(tokens[at].word));
    if (items.empty() ? !here.is_first() : !here.follows(last)) continue;
    if (!items.empty() && at - items.back() <= shortest_item) return;
    const std::uint8_t gap = static_cast<std::uint8_t>(
        tokens[at].gap | (at > whole.first_token + 1 && tokens[at - 1].length <= 4 ? tokens[at - 1].gap : 0));
    if (items.empty())
      colon = (gap & gap_colon) != 0;
    else
      semicolons = semicolons && (gap & gap_semicolon) != 0;  // "; (b)" and "; and (b)"
    items.push_back(at);
    last = here;
  }
  if (items.size() < 2 || (!colon && !semicolons) || whole.end_token - items.back() <= shortest_item) return;
  sentences.back().end_token = items.front();
  sentences.back().span = trimmed(text, whole.span.begin, begin_of_item(text, tokens[items.front()]));
  const auto lead_in = static_cast<std::int32_t>(sentences.size()) - 1;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Sentence item = whole;
    item.first_token = items[i] + 1;  // its number is a label, as it is in lists of lines
    item.end_token = i + 1 < items.size() ? items[i + 1] : whole.end_token;
    item.span = trimmed(text, begin_of_item(text, tokens[items[i]]),
                        i + 1 < items.size() ? begin_of_item(text, tokens[items[i + 1]]) : whole.span.end);
    item.lead_in = lead_in;
    sentences.push_back(item);
  }
}

}  // namespace

void split_sentences(std::string_view text, Span span, const std::vector<Token>& tokens, std::uint32_t first_token,
                     std::uint32_t end_token, const WordTable& words, const Lexicon& lexicon, std::uint32_t block,
                     std::vector<Sentence>& sentences) {
  if (first_token == end_token) return;
  std::uint32_t sentence_token = first_token;
  std::uint32_t begin = span.begin;
  const auto add = [&](std::uint32_t end_of_tokens, std::uint32_t end) {
    Sentence sentence;
    sentence.span = trimmed(text, begin, end);
    sentence.first_token = sentence_token;
    sentence.end_token = end_of_tokens;
    sentence.block = block;
    sentences.push_back(sentence);
    split_enumeration(text, tokens, words, sentences);
    sentence_token = end_of_tokens;
    begin = end;
  };
  for (std::uint32_t at = first_token + 1; at < end_token; ++at) {
    if (at - sentence_token >= longest_sentence) {
      add(at, tokens[at].begin);
      continue;
    }
    if ((tokens[at].gap & gap_stop) == 0) continue;
    const Token& before = tokens[at - 1];
    const std::optional<std::uint32_t> end = end_between(text, before.span().end, tokens[at].begin);
    if (!end || starts_small(text, tokens[at].begin)) continue;
    const bool plain_stop = text[before.span().end] == '.';
    if (plain_stop) {
      if (before.number && at - 1 == sentence_token) continue;  // "1. The parties"
      if (before.length == 1 && !before.number) continue;       // an initial
      if (lexicon.is_abbreviation(words.word(before.word))) continue;
    }
    add(at, *end);
  }
  add(end_token, span.end);
}

}  // namespace klausul
