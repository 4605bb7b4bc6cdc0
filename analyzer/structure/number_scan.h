#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "structure/numbering.h"

namespace klausul {

/// Steps that reading a number is made of. Each takes an offset and returns the offset past what it skipped.
/// @{
std::size_t skip_spaces(std::string_view text, std::size_t at);
/// Past "– " or ": " between a number and its text ("3 – Scope"), and past spaces.
std::size_t skip_separator(std::string_view text, std::size_t at, std::u32string_view separators);
/// Past digits; `at` itself when there are none or more than `most`.
std::size_t skip_digits(std::string_view text, std::size_t at, std::size_t most);
std::size_t skip_ascii_letters(std::string_view text, std::size_t at);
/// @}

/// The value of a few digits.
std::uint32_t number_value(std::string_view digits);

/// Whether the text at `at` begins as a heading or sentence does, after quotes and brackets.
bool begins_upper(std::string_view text, std::size_t at);

std::optional<TypedNumber> make_number(NumberingStyle style, std::string label, std::uint32_t depth,
                                       std::uint32_t value, std::size_t length);

/// "12 §", "§ 12"
std::optional<TypedNumber> paragraph_sign_number(std::string_view text);
/// "Bilaga 2", "Annex II", "Article 5", "Appendix"
std::optional<TypedNumber> keyword_number(std::string_view text);
/// "2 kap. Ansvar"
std::optional<TypedNumber> chapter_number(std::string_view text);

}  // namespace klausul
