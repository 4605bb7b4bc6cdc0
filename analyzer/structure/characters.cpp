#include "structure/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace klausul {

char32_t code_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return byte;
  // Readers return valid UTF-8; a cut character (a view that ends inside one) is U+FFFD.
  const std::size_t length = byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : 2;
  if (byte < 0xC0U || text.size() - at < length) return U'\uFFFD';
  char32_t c = byte & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = c << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return c;
}

std::size_t next_code_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

bool is_upper(char32_t c) { return c < 0x80U ? c >= U'A' && c <= U'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }

bool is_lower(char32_t c) { return c < 0x80U ? c >= U'a' && c <= U'z' : u_islower(static_cast<UChar32>(c)) != 0; }

bool is_letter(char32_t c) { return c < 0x80U ? is_upper(c) || is_lower(c) : u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= U'\u2018' && c <= U'\u201F') || c == U'\u00AB' || c == U'\u00BB';
}

std::string lower_case(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at = next_code_point(text, at)) {
    const char32_t c = code_point(text, at);
    if (c < 0x80U) {
      lowered.push_back(static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32U : c));
      continue;
    }
    const auto lower = static_cast<UChar32>(u_tolower(static_cast<UChar32>(c)));
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, lower);
    lowered.append(bytes, static_cast<std::size_t>(length));
  }
  return lowered;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  std::size_t at = 0;
  for (std::size_t in_word = 0; in_word < word.size(); in_word = next_code_point(word, in_word)) {
    const char32_t c = code_point(text, at);
    if (c == 0) return false;
    const char32_t wanted = code_point(word, in_word);
    if (c != wanted && static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))) != wanted) return false;
    at = next_code_point(text, at);
  }
  const char32_t after = code_point(text, at);
  return !is_letter(after) && !is_digit(after);
}

}  // namespace klausul
