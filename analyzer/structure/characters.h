#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/unicode.h"

namespace klausul {

/// The code point of `text` that begins at byte `at`; 0 at the end.
char32_t code_point(std::string_view text, std::size_t at);

/// The offset of the code point after the one that begins at `at`.
std::size_t next_code_point(std::string_view text, std::size_t at);

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
/// Any of “ ” „ " » « ‘ ’ ‚ '.
bool is_quote(char32_t c);
/// Hyphen, en dash, em dash.
constexpr bool is_dash(char32_t c) { return c == U'-' || c == U'\u2013' || c == U'\u2014' || c == U'\u2010'; }

/// `text` in lower case, enough for Swedish and English words.
std::string lower_case(std::string_view text);

/// Whether `text` begins with `word` (lower case) in any case, and the word ends there.
bool begins_with_word(std::string_view text, std::string_view word);

}  // namespace klausul
