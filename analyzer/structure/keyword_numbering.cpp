#include <algorithm>
#include <array>

#include "structure/characters.h"
#include "structure/number_scan.h"
#include "structure/number_values.h"
#include "structure/numbering_words.h"

namespace klausul {

namespace {

using Found = std::optional<TypedNumber>;

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
  return make_number(NumberingStyle::paragraph_sign, std::move(label), 1, value, begin);
}

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

}  // namespace

std::optional<TypedNumber> paragraph_sign_number(std::string_view text) {
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

std::optional<TypedNumber> keyword_number(std::string_view text) {
  const std::string_view annex = keyword_at(text, numbering_words::annex);
  const std::string_view word = annex.empty() ? keyword_at(text, numbering_words::article) : annex;
  if (word.empty()) return {};
  const std::size_t at = skip_number_sign(text, skip_spaces(text, word.size()));
  const NumberingStyle style = annex.empty() ? NumberingStyle::article : NumberingStyle::annex;
  if (at > word.size()) {
    if (const std::optional<Designator> number = designator(text, at)) {
      const std::optional<std::size_t> begin = text_after_keyword(text, number->past, !annex.empty());
      if (!begin) return {};
      return make_number(style, title_case(word) + " " + std::string(text.substr(at, number->past - at)), number->depth,
                         number->value, *begin);
    }
  }
  if (annex.empty()) return {};
  // "Bilaga – Instruktion", "Bilaga: Instruktion" or nothing but "APPENDIX".
  const std::size_t begin = skip_separator(text, word.size(), U":\u2013\u2014-");
  if (begin != text.size() && (begin == skip_spaces(text, word.size()) || !begins_upper(text, begin))) return {};
  return make_number(style, title_case(word), 1, 0, begin);
}

std::optional<TypedNumber> chapter_number(std::string_view text) {
  const std::size_t past = skip_digits(text, 0, 2);
  if (past == 0 || past == text.size() || text[past] != ' ') return {};
  for (const std::string_view word : numbering_words::chapter_after_number) {
    if (!begins_with_word(text.substr(past + 1), word)) continue;
    const std::size_t after = past + 1 + word.size();
    const std::size_t begin = skip_separator(text, after, U":\u2013-");
    if (begin != text.size() && !begins_upper(text, begin)) return {};
    return make_number(NumberingStyle::article, std::string(text.substr(0, past)) + " kap.", 1,
                       number_value(text.substr(0, past)), begin);
  }
  return {};
}

}  // namespace klausul
