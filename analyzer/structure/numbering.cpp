#include "structure/numbering.h"

#include <algorithm>
#include <array>

#include "structure/characters.h"
#include "structure/number_scan.h"
#include "structure/number_values.h"
#include "structure/numbering_words.h"

namespace klausul {

namespace {

using Found = std::optional<TypedNumber>;

/// How sure the caller is that there is a number at all.
enum class Expectation { open, expected, label };

bool begins_with_measure(std::string_view text) {
  using numbering_words::measure;
  return std::any_of(measure.begin(), measure.end(),
                     [text](std::string_view word) { return begins_with_word(text, word); });
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
    return make_number(NumberingStyle::bullet, "", 1, 0, skip_spaces(text, past));
  const bool spaced = past < text.size() && text[past] == ' ' && skip_spaces(text, past) < text.size();
  if (!spaced || before_space.find(first) == std::u32string_view::npos) return {};
  return make_number(NumberingStyle::bullet, "", 1, 0, skip_spaces(text, past));
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
    return make_number(NumberingStyle::decimal, std::move(label), depth, value, begin);
  }
  for (std::size_t letter = skip_letter_in_parentheses(text, past); letter != past;
       letter = skip_letter_in_parentheses(text, past)) {
    const std::string_view part = text.substr(past, letter - past);
    if (part.front() != ' ') label += ' ';
    label += part;
    past = letter;
    value = letter_value(part.substr(part.find('(') + 1, part.find(')') - part.find('(') - 1));
    ++depth;
  }
  if (past != number->past) {
    const std::size_t begin = skip_spaces(text, past);
    const bool reference = number->depth == 1 && begin != text.size() && !begins_upper(text, begin);
    if (begin == past && begin != text.size()) return {};
    if (reference) return {};
    return make_number(NumberingStyle::decimal, std::move(label), depth, value, begin);
  }
  if (past < text.size() && after != ' ' && !is_upper_case(code_point(text, past))) return {};
  if (number->lettered && after != ' ' && past < text.size()) return {};
  const std::size_t begin = skip_separator(text, past, U"\u2013\u2014-");
  if (expectation == Expectation::label)
    return make_number(NumberingStyle::decimal, std::move(label), depth, value, begin);
  if (past < text.size() && after != ' ' && number->depth == 1) return {};  // "3D", "4G"
  if (!follows_bare_number(text, begin, *number, expectation)) return {};
  return make_number(NumberingStyle::decimal, std::move(label), depth, value, begin);
}

// --- "(a)", "b)", "(iv)", "IV.", "A.", "(1)" -----------------------------------------------------------------------

Found parenthesised_digits(std::string_view text) {
  const std::size_t close = skip_digits(text, 1, 3);
  if (close == 1 || close >= text.size() || text[close] != ')') return {};
  const std::size_t begin = skip_spaces(text, close + 1);
  if (begin == close + 1 && begin != text.size() && !is_letter(code_point(text, begin))) return {};
  return make_number(NumberingStyle::decimal, std::string(text.substr(0, close + 1)), 1,
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
  std::string label(letters);
  if (!full_stop || !upper) {
    label.insert(label.begin(), '(');
    label += ')';
  }
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
    if (Found found = paragraph_sign_number(text)) return found;
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
