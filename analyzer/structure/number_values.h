#pragma once

#include <cstdint>
#include <string_view>

namespace klausul {

/// The value of a Roman numeral in ASCII letters of one case: "iv" 4, "XII" 12. 0 when `letters` is no numeral or is
/// above 60: no contract counts that far, but lists do reach "(cc)" and "(mm)".
std::uint32_t roman_value(std::string_view letters);

/// The place of `letters` in a list "a", "b" ... "z", "aa", "bb" ...: 1, 2 ... 26, 27, 28. 0 when it is none.
std::uint32_t letter_value(std::string_view letters);

}  // namespace klausul
