#pragma once

#include <string>
#include <string_view>

namespace klausul {

/// `value` in a format by Word's name for it: "decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman",
/// "upperRoman", "none". Unknown formats, and values that a format has no sign for, are decimal.
std::string format_number(int value, std::string_view format);

}  // namespace klausul
