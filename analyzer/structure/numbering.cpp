#include "structure/numbering.h"

#include <algorithm>
#include <array>

#include "structure/characters.h"
#include "structure/number_values.h"
#include "structure/numbering_words.h"

namespace klausul {

namespace {

using Found = std::optional<TypedNumber>;

/// How sure the caller is that there is a number at all.
enum class Expectation { open, expected, label };

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// Past "– " or ": " between a number and its text: "3 – Scope".
std::size_t skip_separator(std::string_view text, std::size_t at, std::u32string_view separators) {
  std::size_t past = skip_spaces(text, at);
  if (separators.find(code_point(text, past)) != std::u32string_view::npos && past < text.size()) {
    past = next_code_point(text, past);
    return skip_spaces(text, past);
  }
  return past;
}

/// Digits from `at` on, at most `most` of them; returns the offset past them, or `at` when there are none or too many.
std::size_t skip_digits(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t past = at;
  while (past < text.size() && is_digit(static_cast<unsigned char>(text[past]))) ++past;
  return past - at <= most ? past : at;
}

std::uint32_t number_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits) value = value * 10U + static_cast<std::uint32_t>(digit - '0');
  return value;
}

std::size_t skip_ascii_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80U &&
         is_letter(static_cast<unsigned char>(text[at])))
    ++at;
  return at;
}

/// Whether the text at `at` begins as a heading or sentence does, after quotes and brackets.
bool begins_upper(std::string_view text, std::size_t at) {
  while (is_quote(code_point(text, at)) || code_point(text, at) == U'(' || code_point(text, at) == U'[')
    at = next_code_point(text, at);
  return is_upper_case(code_point(text, at));
}

bool begins_with_measure(std::string_view text) {
  using numbering_words::measure;
  return std::any_of(measure.begin(), measure.end(),
                     [text](std::string_view word) { return begins_with_word(text, word); });
}

Found make(NumberingStyle style, std::string label, std::uint32_t depth, std::uint32_t value, std::size_t length) {
  return TypedNumber{style, std::move(label), depth, value, static_cast<std::uint32_t>(length)};
}

// --- Bullets -------------------------------------------------------------------------------------------------------

Found bullet(std::string_view text) {
  static constexpr std::u32string_view sure =
      U"\u2022\u25CF\u25CB\u25AA\u25AB\u25A0\u25A1\u25E6\u2023\u2043\u2219"
      U"\u25BA\u27A2\u2713\u2714\u2610\u2611\u2612\uF0B7\uF0A7\uF02D\u25C6\u2192";
  static constexpr std::u32string_view before_space = U"-*\u2013\u2014\u00B7+o";
  const char32_t first = code_point(text, 0);
  const std::size_t past = next_code_point(text, 0);
  if (first == 0) return {};
  if (sure.find(first) != std::u32string_view::npos)
    return make(NumberingStyle::bullet, "", 1, 0, skip_spaces(text, past));
  const bool spaced = past < text.size() && text[past] == ' ' && skip_spaces(text, past) < text.size();
  if (!spaced || before_space.find(first) == std::u32string_view::npos) return {};
  return make(NumberingStyle::bullet, "", 1, 0, skip_spaces(text, past));
}

// --- "12 §", "§ 12" ------------------------------------------------------------------------------------------------

/// Digits, a letter as in "12 a", further numbers as in "12.3".
std::size_t skip_paragraph_number(std::string_view text, std::size_t at) {
  std::size_t past = skip_digits(text, at, 3);
  if (past == at) return at;
  while (past + 1 < text.size() && text[past] == '.' && skip_digits(text, past + 1, 2) != past + 1)
    past = skip_digits(text, past + 1, 2);
  return past;
}

Found finish_paragraph_sign(std::string_view text, std::string label, std::uint32_t value, std::size_t past) {
  const std::size_t begin = skip_separator(text, past, U".:\u2013-");
  if (begin < text.size() && begin == past && text[past - 1] != ' ') return {};
  if (begin < text.size() && !begins_upper(text, begin)) return {};
  return make(NumberingStyle::paragraph_sign, std::move(label), 1, value, begin);
}

Found paragraph_sign(std::string_view text) {
  static constexpr std::string_view sign = "§";
  if (text.starts_with(sign)) {
    const std::size_t at = skip_spaces(text, sign.size());
    const std::size_t past = skip_paragraph_number(text, at);
    if (past == at) return {};
    const std::string digits(text.substr(at, past - at));
    return finish_paragraph_sign(text, std::string(sign) + " " + digits,
                                 number_value(text.substr(at, skip_digits(text, at, 3) - at)), past);
  }
  std::size_t past = skip_digits(text, 0, 3);
  if (past == 0) return {};
  std::string label(text.substr(0, past));
  const std::uint32_t value = number_value(label);
  std::size_t letter = skip_spaces(text, past);
  if (letter + 1 < text.size() && is_lower_case(code_point(text, letter)) && text[letter + 1] == ' ') {
    label += std::string(" ") + text[letter];
    past = letter + 1;
  }
  const std::size_t at = skip_spaces(text, past);
  if (!text.substr(at).starts_with(sign) || text.substr(at + sign.size()).starts_with(sign)) return {};
  return finish_paragraph_sign(text, label + " " + std::string(sign), value, at + sign.size());
}

// --- "Bilaga 2", "Article 5" ---------------------------------------------------------------------------------------

/// What stands after "Bilaga", "Article": "2", "1A", "II", "B", "4.1", "I.A".
struct Designator {
  std::size_t past = 0;
  std::uint32_t value = 0;
  std::uint32_t depth = 1;
};

std::optional<Designator> designator(std::string_view text, std::size_t at) {
  Designator found;
  if (const std::size_t digits = skip_digits(text, at, 3); digits != at) {
    found.past = digits;
    found.value = number_value(text.substr(at, digits - at));
    if (const std::size_t letters = skip_ascii_letters(text, digits); letters == digits + 1) found.past = letters;
  } else {
    const std::size_t letters = skip_ascii_letters(text, at);
    const std::string_view word = text.substr(at, letters - at);
    if (word.empty() || !is_upper_case(static_cast<unsigned char>(word.front()))) return {};
    const std::uint32_t roman = roman_value(word);
    found.value = roman != 0 ? roman : word.size() == 1 ? letter_value(word) : 0;
    if (found.value == 0) return {};
    found.past = letters;
    if (const std::size_t digits_after = skip_digits(text, letters, 2); digits_after != letters)
      found.past = digits_after;
  }
  while (found.past + 1 < text.size() && (text[found.past] == '.' || text[found.past] == ':')) {
    std::size_t more = skip_digits(text, found.past + 1, 3);
    if (more != found.past + 1) {
      found.value = number_value(text.substr(found.past + 1, more - found.past - 1));
    } else {
      more = skip_ascii_letters(text, found.past + 1);
      if (more != found.past + 2) break;
    }
    found.past = more;
    ++found.depth;
  }
  const char32_t after = code_point(text, found.past);
  if (is_letter(after) || is_digit(after)) return {};
  return found;
}

std::string title_case(std::string_view word) {
  std::string lower = lower_case(word);
  if (!lower.empty() && lower[0] >= 'a' && lower[0] <= 'z') lower[0] = static_cast<char>(lower[0] - 'a' + 'A');
  return lower;
}

/// Where the text begins after a keyword's number that ends at `past`; none when it goes on like a sentence.
std::optional<std::size_t> text_after_keyword(std::string_view text, std::size_t past, bool annex) {
  const std::size_t plain = skip_spaces(text, past);
  if (plain == text.size()) return plain;
  const std::size_t begin = skip_separator(text, past, U":.,\u2013\u2014-|");
  const bool separated = begin != plain;
  if (begin == text.size()) return begin;
  if (code_point(text, plain) == U',') return begins_upper(text, begin) ? std::optional(begin) : std::nullopt;
  if (separated) return is_digit(code_point(text, begin)) ? std::nullopt : std::optional(begin);
  if (plain == past) return {};
  if (begins_upper(text, plain) || code_point(text, plain) == U'[' || code_point(text, plain) == U'(') return plain;
  const auto& joins = numbering_words::annex_belongs;
  const bool belongs = annex && std::any_of(joins.begin(), joins.end(), [&](std::string_view word) {
                         return begins_with_word(text.substr(plain), word);
                       });
  return belongs ? std::optional(plain) : std::nullopt;
}

template <std::size_t count>
std::string_view keyword_at(std::string_view text, const std::array<std::string_view, count>& words) {
  if (!is_upper_case(code_point(text, 0))) return {};
  for (const std::string_view word : words)
    if (begins_with_word(text, word)) return text.substr(0, word.size());
  return {};
}

std::size_t skip_number_sign(std::string_view text, std::size_t at) {
  for (const std::string_view sign : numbering_words::number_sign)
    if (begins_with_word(text.substr(at), sign)) return skip_spaces(text, at + sign.size());
  return at;
}

Found keyword_number(std::string_view text) {
  const std::string_view annex = keyword_at(text, numbering_words::annex);
  const std::string_view word = annex.empty() ? keyword_at(text, numbering_words::article) : annex;
  if (word.empty()) return {};
  const std::size_t at = skip_number_sign(text, skip_spaces(text, word.size()));
  const NumberingStyle style = annex.empty() ? NumberingStyle::article : NumberingStyle::annex;
  if (at > word.size()) {
    if (const std::optional<Designator> number = designator(text, at)) {
      const std::optional<std::size_t> begin = text_after_keyword(text, number->past, !annex.empty());
      if (!begin) return {};
      return make(style, title_case(word) + " " + std::string(text.substr(at, number->past - at)), number->depth,
                  number->value, *begin);
    }
  }
  if (annex.empty()) return {};
  // "Bilaga – Instruktion", "Bilaga: Instruktion" or nothing but "APPENDIX".
  const std::size_t begin = skip_separator(text, word.size(), U":\u2013\u2014-");
  if (begin != text.size() && (begin == skip_spaces(text, word.size()) || !begins_upper(text, begin))) return {};
  return make(style, title_case(word), 1, 0, begin);
}

/// "2 kap. Ansvar"
Found chapter_number(std::string_view text) {
  const std::size_t past = skip_digits(text, 0, 2);
  if (past == 0 || past == text.size() || text[past] != ' ') return {};
  for (const std::string_view word : numbering_words::chapter_after_number) {
    if (!begins_with_word(text.substr(past + 1), word)) continue;
    const std::size_t after = past + 1 + word.size();
    const std::size_t begin = skip_separator(text, after, U":\u2013-");
    if (begin != text.size() && !begins_upper(text, begin)) return {};
    return make(NumberingStyle::article, std::string(text.substr(0, past)) + " kap.", 1,
                number_value(text.substr(0, past)), begin);
  }
  return {};
}

// --- "3.2", "A.1", "7.2 (b)" ---------------------------------------------------------------------------------------

constexpr std::uint32_t deepest_decimal = 12;

struct Decimal {
  std::size_t past = 0;
  std::uint32_t depth = 0;
  std::uint32_t value = 0;
  bool lettered = false;  ///< "A.1"
};

/// The letters of "B.3.a" and "3.2.b.iv".
void skip_letter_parts(std::string_view text, Decimal& number) {
  while (number.past + 1 < text.size() && text[number.past] == '.' && number.depth <= deepest_decimal) {
    const std::size_t past = skip_ascii_letters(text, number.past + 1);
    const std::string_view letters = text.substr(number.past + 1, past - number.past - 1);
    if (letters.empty() || !is_lower_case(static_cast<unsigned char>(letters[0]))) return;
    const std::uint32_t letter = letter_value(letters);
    const std::uint32_t value = letter != 0 ? letter : roman_value(letters);
    const char after = past < text.size() ? text[past] : ' ';
    if (value == 0 || (after != '.' && after != ' ' && after != ')')) return;
    number.past = past;
    number.value = value;
    ++number.depth;
  }
}

std::optional<Decimal> decimal_digits(std::string_view text) {
  Decimal found;
  std::size_t at = 0;
  if (text.size() > 2 && is_upper_case(static_cast<unsigned char>(text[0])) && text[1] == '.' &&
      is_digit(static_cast<unsigned char>(text[2]))) {
    found.lettered = true;
    found.depth = 1;
    at = 2;
  }
  while (true) {
    const std::size_t past = skip_digits(text, at, 3);
    if (past == at) return {};
    const std::string_view digits = text.substr(at, past - at);
    found.value = number_value(digits);
    ++found.depth;
    found.past = past;
    if (found.value == 0 && found.depth == 1) return {};
    if (found.depth > 1 && digits.size() == 3) return {};  // "1.250" is an amount
    if (found.depth > deepest_decimal) return {};
    const bool more =
        past + 1 < text.size() && text[past] == '.' && is_digit(static_cast<unsigned char>(text[past + 1]));
    if (!more) break;
    at = past + 1;
  }
  skip_letter_parts(text, found);
  // "7a. Text"
  if (is_lower_case(code_point(text, found.past)) && found.past + 1 < text.size() &&
      (text[found.past + 1] == ' ' || text[found.past + 1] == '.' || text[found.past + 1] == ')'))
    ++found.past;
  return found;
}

/// "(b)" or "(b) (iv)" right after a decimal number: past it, or `at`.
std::size_t skip_letter_in_parentheses(std::string_view text, std::size_t at) {
  const std::size_t open = skip_spaces(text, at);
  if (open >= text.size() || text[open] != '(') return at;
  const std::size_t close = skip_ascii_letters(text, open + 1);
  if (close == open + 1 || close >= text.size() || text[close] != ')') return at;
  const std::string_view letters = text.substr(open + 1, close - open - 1);
  if (!is_lower_case(static_cast<unsigned char>(letters[0]))) return at;
  if (roman_value(letters) == 0 && letter_value(letters) == 0) return at;
  return close + 1;
}

/// Whether text at `begin` can follow a number that no full stop or parenthesis ends.
bool follows_bare_number(std::string_view text, std::size_t begin, const Decimal& number, Expectation expectation) {
  if (begin == text.size()) return number.depth > 1;
  if (begins_with_measure(text.substr(begin))) return false;
  if (begins_upper(text, begin)) return true;
  const char32_t first = code_point(text, begin);
  if (number.depth == 1) return false;
  if (expectation == Expectation::expected) return is_letter(first);
  return number.depth > 2 && is_letter(first);
}

Found decimal(std::string_view text, Expectation expectation) {
  const std::optional<Decimal> number = decimal_digits(text);
  if (!number) return {};
  std::string label(text.substr(0, number->past));
  std::size_t past = number->past;
  std::uint32_t depth = number->depth;
  std::uint32_t value = number->value;
  const char after = past < text.size() ? text[past] : ' ';
  const char after_that = past + 1 < text.size() ? text[past + 1] : ' ';
  const bool ended = after == '.' || after == ')' || (after == ':' && after_that == ' ');
  if (ended) {
    ++past;
    const char32_t next = code_point(text, past);
    if (next != 0 && next != U' ' && !begins_upper(text, past)) return {};
    const std::size_t begin = skip_separator(text, past, U"\u2013\u2014-");
    if (begins_with_measure(text.substr(begin)) && number->depth == 1 && !begins_upper(text, begin)) return {};
    return make(NumberingStyle::decimal, std::move(label), depth, value, begin);
  }
  for (std::size_t letter = skip_letter_in_parentheses(text, past); letter != past;
       letter = skip_letter_in_parentheses(text, past)) {
    const std::string_view part = text.substr(past, letter - past);
    label += (part.front() == ' ' ? "" : " ") + std::string(part);
    past = letter;
    value = letter_value(part.substr(part.find('(') + 1, part.find(')') - part.find('(') - 1));
    ++depth;
  }
  if (past != number->past) {
    const std::size_t begin = skip_spaces(text, past);
    const bool reference = number->depth == 1 && begin != text.size() && !begins_upper(text, begin);
    if (begin == past && begin != text.size()) return {};
    if (reference) return {};
    return make(NumberingStyle::decimal, std::move(label), depth, value, begin);
  }
  if (past < text.size() && after != ' ' && !is_upper_case(code_point(text, past))) return {};
  if (number->lettered && after != ' ' && past < text.size()) return {};
  const std::size_t begin = skip_separator(text, past, U"\u2013\u2014-");
  if (expectation == Expectation::label) return make(NumberingStyle::decimal, std::move(label), depth, value, begin);
  if (past < text.size() && after != ' ' && number->depth == 1) return {};  // "3D", "4G"
  if (!follows_bare_number(text, begin, *number, expectation)) return {};
  return make(NumberingStyle::decimal, std::move(label), depth, value, begin);
}

// --- "(a)", "b)", "(iv)", "IV.", "A.", "(1)" -----------------------------------------------------------------------

Found parenthesised_digits(std::string_view text) {
  const std::size_t close = skip_digits(text, 1, 3);
  if (close == 1 || close >= text.size() || text[close] != ')') return {};
  const std::size_t begin = skip_spaces(text, close + 1);
  if (begin == close + 1 && begin != text.size() && !is_letter(code_point(text, begin))) return {};
  return make(NumberingStyle::decimal, std::string(text.substr(0, close + 1)), 1,
              number_value(text.substr(1, close - 1)), begin);
}

/// "t. ex.", "s. k.", "e. g.": a letter with a full stop and another short word with one.
bool is_spaced_abbreviation(std::string_view text, std::size_t begin) {
  const std::size_t past = skip_ascii_letters(text, begin);
  return past - begin <= 2 && past > begin && past < text.size() && text[past] == '.';
}

std::optional<TypedNumber> letters_number(std::string_view letters, bool full_stop) {
  const bool upper = is_upper_case(static_cast<unsigned char>(letters[0]));
  const std::uint32_t roman = roman_value(letters);
  const std::uint32_t letter = letter_value(letters);
  static constexpr std::string_view rather_letter = "cdlmCDLM";
  const bool as_roman = roman != 0 && !(letters.size() == 1 && rather_letter.find(letters[0]) != std::string::npos);
  if (!as_roman && letter == 0) return {};
  std::string label = full_stop && upper ? std::string(letters) : "(" + std::string(letters) + ")";
  return TypedNumber{as_roman ? NumberingStyle::roman : NumberingStyle::letter, std::move(label), 1,
                     as_roman ? roman : letter, 0};
}

Found letter_or_roman(std::string_view text) {
  const bool parenthesised = text[0] == '(';
  const std::size_t from = parenthesised ? 1 : 0;
  const std::size_t past = skip_ascii_letters(text, from);
  if (past == from || past - from > 6 || past >= text.size()) return {};
  const char mark = text[past];
  if (mark != ')' && (mark != '.' || parenthesised)) return {};
  Found number = letters_number(text.substr(from, past - from), mark == '.');
  if (!number) return {};
  const std::size_t begin = skip_spaces(text, past + 1);
  const char32_t first = code_point(text, begin);
  if (mark == '.' && begin != text.size()) {
    if (begin == past + 1 || !(is_letter(first) || is_quote(first) || first == U'[')) return {};
    if (is_spaced_abbreviation(text, begin)) return {};
    if (is_upper_case(code_point(text, 0)) && !begins_upper(text, begin)) return {};
  }
  if (mark == '.' && begin == text.size() && past - from == 1 && is_lower_case(code_point(text, 0))) return {};
  if (begin == past + 1 && begin != text.size() && !is_letter(first)) return {};
  number->length = static_cast<std::uint32_t>(begin);
  return number;
}

Found scan(std::string_view text, Expectation expectation) {
  if (text.empty()) return {};
  const char first = text[0];
  if (first == '(' && text.size() > 1 && is_digit(static_cast<unsigned char>(text[1])))
    return parenthesised_digits(text);
  if (first == '(') return letter_or_roman(text);
  if (Found found = bullet(text)) return found;
  if (is_digit(static_cast<unsigned char>(first)) || text.starts_with("§")) {
    if (Found found = paragraph_sign(text)) return found;
    if (Found found = chapter_number(text)) return found;
    return decimal(text, expectation);
  }
  if (Found found = keyword_number(text)) return found;
  if (Found found = decimal(text, expectation)) return found;
  return is_letter(code_point(text, 0)) ? letter_or_roman(text) : Found{};
}

}  // namespace

std::optional<TypedNumber> typed_number(std::string_view paragraph) { return scan(paragraph, Expectation::open); }

std::optional<TypedNumber> expected_number(std::string_view paragraph) {
  return scan(paragraph, Expectation::expected);
}

std::optional<TypedNumber> number_of_label(std::string_view label) {
  while (!label.empty() && label.back() == ' ') label.remove_suffix(1);
  while (!label.empty() && label.front() == ' ') label.remove_prefix(1);
  if (label.empty()) return {};
  Found found = scan(label, Expectation::label);
  // Bare letters ("A", "iv") are numbering in a label, though never in a text.
  if (!found && skip_ascii_letters(label, 0) == label.size()) found = letters_number(label, true);
  if (!found && label.back() == '.' && skip_ascii_letters(label, 0) == label.size() - 1)
    found = letters_number(label.substr(0, label.size() - 1), true);
  if (!found || found->style == NumberingStyle::bullet) return {};
  found->length = 0;
  return found;
}

std::optional<TypedNumber> other_reading(const TypedNumber& number) {
  if (number.style != NumberingStyle::letter && number.style != NumberingStyle::roman) return {};
  std::string_view letters = number.label;
  if (letters.starts_with('(')) letters = letters.substr(1, letters.size() - 2);
  const bool to_letter = number.style == NumberingStyle::roman;
  const std::uint32_t value = to_letter ? letter_value(letters) : roman_value(letters);
  if (value == 0) return {};
  TypedNumber other = number;
  other.style = to_letter ? NumberingStyle::letter : NumberingStyle::roman;
  other.value = value;
  return other;
}

}  // namespace klausul
