#include "structure/characters.h"

#include <unicode/uchar.h>

namespace klausul {

char32_t code_point(std::string_view text, std::size_t at) {
  return at < text.size() ? code_point_at(text, at).value : 0;
}

std::size_t next_code_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= U'\u2018' && c <= U'\u201F') || c == U'\u00AB' || c == U'\u00BB';
}

namespace {

char32_t lower_case_of(char32_t c) {
  if (c < 0x80U) return c >= U'A' && c <= U'Z' ? c + 32U : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at = next_code_point(text, at))
    append_utf8(lowered, lower_case_of(code_point(text, at)));
  return lowered;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  std::size_t at = 0;
  for (std::size_t in_word = 0; in_word < word.size(); in_word = next_code_point(word, in_word)) {
    const char32_t c = code_point(text, at);
    if (c == 0) return false;
    const char32_t wanted = code_point(word, in_word);
    if (lower_case_of(c) != wanted) return false;
    at = next_code_point(text, at);
  }
  const char32_t after = code_point(text, at);
  return !is_letter(after) && !is_digit(after);
}

}  // namespace klausul
