#include "structure/paragraph_shape.h"

#include <algorithm>
#include <string>

#include "structure/characters.h"
#include "structure/numbering_words.h"

namespace klausul {

namespace {

/// Terms are short; what defines them follows soon.
constexpr std::size_t longest_term = 120;
constexpr std::size_t longest_gap = 160;
constexpr std::size_t longest_signature_line = 120;

std::size_t previous_code_point(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

struct Character {
  bool letter = false;
  bool upper = false;
  bool lower = false;
  bool digit = false;
  std::uint8_t length = 1;
};

/// Every character of a document passes here, so ASCII is not looked up.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  Character c;
  if (byte < 0x80U) {
    c.lower = byte >= 'a' && byte <= 'z';
    c.upper = byte >= 'A' && byte <= 'Z';
    c.letter = c.lower || c.upper;
    c.digit = byte >= '0' && byte <= '9';
    return c;
  }
  const CodePoint point = code_point_at(text, at);
  c.letter = is_letter(point.value);
  c.lower = c.letter && is_lower_case(point.value);
  c.upper = c.letter && !c.lower && is_upper_case(point.value);
  c.length = point.length;
  return c;
}

FinalMark final_mark(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    at = previous_code_point(text, at);
    const char32_t c = code_point(text, at);
    if (is_quote(c) || c == U')' || c == U']' || c == U' ' || c == U'*' || c == U'_') continue;
    if (c == U':') return FinalMark::colon;
    if (c == U';') return FinalMark::semicolon;
    if (c == U'.' || c == U'!' || c == U'?' || c == U'\u2026') return FinalMark::stop;
    if (c == U',' || is_dash(c)) return FinalMark::comma;
    return FinalMark::none;
  }
  return FinalMark::none;
}

bool begins_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return begins_with_word(text, word); });
}

std::string_view trim_left(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

/// Whether one of the phrases that define occurs in `text` before the sentence ends.
bool defines_soon(std::string_view text) {
  text = text.substr(0, longest_gap);
  for (std::size_t at = 0; at < text.size(); at = next_code_point(text, at)) {
    const bool word_begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == ')';
    if (word_begins && begins_with_any(text.substr(at), numbering_words::defines)) return true;
    if (text[at] == '.' && at + 1 < text.size() && text[at + 1] == ' ') return false;
  }
  return false;
}

/// Past the quote that closes the one `text` begins with; 0 when there is none near.
std::size_t past_quoted_term(std::string_view text) {
  if (!is_quote(code_point(text, 0))) return 0;
  std::size_t at = next_code_point(text, 0);
  const std::size_t stop = std::min(text.size(), longest_term);
  for (; at < stop; at = next_code_point(text, at)) {
    const char32_t c = code_point(text, at);
    // The apostrophe of "Customer's" closes nothing.
    const std::size_t past = next_code_point(text, at);
    if (is_quote(c) && !is_letter(code_point(text, past))) return past;
  }
  return 0;
}

bool defines_quoted_term(std::string_view text) {
  for (const std::string_view word : numbering_words::before_term) {
    if (!begins_with_word(text, word)) continue;
    const std::string_view rest = trim_left(text.substr(word.size()));
    const std::size_t past = past_quoted_term(rest);
    return past != 0 && defines_soon(rest.substr(past));
  }
  const std::size_t past = past_quoted_term(text);
  if (past == 0) return false;
  const std::string_view rest = trim_left(text.substr(past));
  const char32_t mark = code_point(rest, 0);
  return mark == U':' || mark == U'=' || (is_dash(mark) && rest.size() > 1) || defines_soon(rest);
}

/// The length of the term in capitals (or, if `any_case`, with a capital) that `text` begins with: "GDPR", "TILLÄMPLIG
/// LAGSTIFTNING". Words are counted up to what defines the term.
bool defines_unquoted_term(std::string_view text, bool any_case) {
  if (!is_upper_case(code_point(text, 0))) return false;
  std::uint32_t words = 0;
  std::size_t at = 0;
  while (at < text.size() && at < longest_term && words < 8) {
    std::size_t past = at;
    bool capitals = true;
    while (past < text.size() && text[past] != ' ' && text[past] != ':') {
      capitals = capitals && !is_lower_case(code_point(text, past));
      past = next_code_point(text, past);
    }
    if (words > 0 && begins_with_any(text.substr(at), numbering_words::defines)) return true;
    if (!capitals && !any_case) return false;
    ++words;
    if (past < text.size() && text[past] == ':') return any_case && past + 2 < text.size() && text[past + 1] == ' ';
    at = past + 1;
    const char32_t mark = code_point(text, at);
    if (any_case && is_dash(mark) && next_code_point(text, at) < text.size() && text[next_code_point(text, at)] == ' ')
      return true;
  }
  return false;
}

/// Whether `text` has a line to write on: underscores or a long row of dots.
bool has_open_line(std::string_view text) {
  return text.find("____") != std::string_view::npos || text.find("............") != std::string_view::npos ||
         text.find("…………") != std::string_view::npos;
}

}  // namespace

Shape shape_of(std::string_view text) {
  Shape shape;
  shape.bytes = static_cast<std::uint32_t>(text.size());
  shape.final = final_mark(text);
  std::uint32_t letters = 0;
  bool lower = false;
  bool in_word = false;
  bool begun = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    letters += c.letter ? 1U : 0U;
    lower = lower || c.lower;
    const bool word = c.letter || c.digit;
    if (!begun && word) {
      begun = true;
      shape.starts_upper = c.upper;
      shape.starts_lower = c.lower;
    }
    if (word && !in_word) ++shape.words;
    in_word = word || (in_word && text[at] != ' ');
    at += c.length;
  }
  shape.all_capitals = letters >= 4 && !lower;
  return shape;
}

SignatureMark signature_mark(std::string_view text) {
  if (has_open_line(text)) {
    // "The term is ____ months from the date of signature" is a clause with a blank to fill in.
    const Shape shape = shape_of(text);
    return shape.words <= 8 || shape.final == FinalMark::none ? SignatureMark::line : SignatureMark::none;
  }
  if (text.size() > longest_signature_line) return SignatureMark::none;
  if (begins_with_any(text, numbering_words::signature)) {
    const Shape shape = shape_of(text);
    return shape.words <= 8 && shape.final != FinalMark::stop ? SignatureMark::line : SignatureMark::none;
  }
  if (!begins_with_any(text, numbering_words::signature_field)) return SignatureMark::none;
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon <= 40 ? SignatureMark::field : SignatureMark::none;
}

bool defines_term(std::string_view text, bool under_definitions_heading) {
  return defines_quoted_term(text) || defines_unquoted_term(text, under_definitions_heading);
}

std::optional<PageReference> page_reference(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_digit(static_cast<unsigned char>(text[begin - 1]))) --begin;
  const std::string_view digits = text.substr(begin);
  if (digits.empty() || digits.size() > 3 || begin < 4) return {};
  PageReference found;
  for (const char digit : digits) found.page = found.page * 10U + static_cast<std::uint32_t>(digit - '0');
  const std::string_view before = text.substr(0, begin);
  found.dotted = before.ends_with("...") || before.ends_with("... ") || before.ends_with(". . .") ||
                 before.ends_with(". . . ") || before.ends_with("…") || before.ends_with("… ") ||
                 before.ends_with("__ ") || before.ends_with("___");
  if (!found.dotted && before.back() != ' ') return {};
  return found;
}

bool mentions(std::string_view text, std::span<const std::string_view> words) {
  const std::string lowered = lower_case(text);
  return std::any_of(words.begin(), words.end(), [&lowered](std::string_view word) {
    for (std::size_t at = lowered.find(word); at != std::string::npos; at = lowered.find(word, at + 1)) {
      if (at == 0 || !is_letter(static_cast<unsigned char>(lowered[at - 1]))) return true;
    }
    return false;
  });
}

}  // namespace klausul
