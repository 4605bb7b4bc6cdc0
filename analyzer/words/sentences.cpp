#include "words/sentences.h"

#include <optional>

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

Span trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  begin = skip_spaces(text, begin, end);
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\t')) --end;
  return {begin, end};
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
