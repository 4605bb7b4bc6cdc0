#include "structure/number_scan.h"

#include <utility>

#include "structure/characters.h"

namespace klausul {

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t skip_separator(std::string_view text, std::size_t at, std::u32string_view separators) {
  std::size_t past = skip_spaces(text, at);
  if (separators.find(code_point(text, past)) != std::u32string_view::npos && past < text.size()) {
    past = next_code_point(text, past);
    return skip_spaces(text, past);
  }
  return past;
}

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

bool begins_upper(std::string_view text, std::size_t at) {
  while (is_quote(code_point(text, at)) || code_point(text, at) == U'(' || code_point(text, at) == U'[')
    at = next_code_point(text, at);
  return is_upper_case(code_point(text, at));
}

std::optional<TypedNumber> make_number(NumberingStyle style, std::string label, std::uint32_t depth,
                                       std::uint32_t value, std::size_t length) {
  return TypedNumber{style, std::move(label), depth, value, static_cast<std::uint32_t>(length)};
}

}  // namespace klausul
