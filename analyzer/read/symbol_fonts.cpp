#include "read/symbol_fonts.h"

#include <algorithm>
#include <array>

namespace klausul {

std::string_view box_of_symbol(char32_t value) {
  switch (value) {
    case 0xF0FE:
    case 0xF053: return "\u2612";
    case 0xF0A8:
    case 0xF06F: return "\u2610";
    case 0xF052: return "\u2611";
    default: return {};
  }
}

bool is_symbol_font(std::string_view name) {
  constexpr std::array<std::string_view, 6> kFonts{"Symbol",       "Wingdings",     "Webdings",
                                                   "ZapfDingbats", "Zapf Dingbats", "Marlett"};
  return std::any_of(kFonts.begin(), kFonts.end(), [&](std::string_view font) { return name.starts_with(font); });
}

}  // namespace klausul
