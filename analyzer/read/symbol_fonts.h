#pragma once

#include <string_view>

namespace klausul {

/// The box to tick that a character of Wingdings shows (`value` in the private area from U+F000 on); "" for others,
/// which say nothing in a contract.
std::string_view box_of_symbol(char32_t value);

/// True for fonts whose bytes are signs and not letters.
bool is_symbol_font(std::string_view name);

}  // namespace klausul
