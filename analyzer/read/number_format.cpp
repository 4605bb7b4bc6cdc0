#include "read/number_format.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace klausul {
namespace {

constexpr int kLargestRoman = 3999;
constexpr int kMostLetters = 26 * 20;

std::string roman(int value) {
  struct Numeral {
    int value;
    std::string_view letters;
  };
  constexpr std::array<Numeral, 13> kNumerals{{{1000, "m"},
                                               {900, "cm"},
                                               {500, "d"},
                                               {400, "cd"},
                                               {100, "c"},
                                               {90, "xc"},
                                               {50, "l"},
                                               {40, "xl"},
                                               {10, "x"},
                                               {9, "ix"},
                                               {5, "v"},
                                               {4, "iv"},
                                               {1, "i"}}};
  std::string result;
  for (const Numeral& numeral : kNumerals)
    for (; value >= numeral.value; value -= numeral.value) result += numeral.letters;
  return result;
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return text;
}

}  // namespace

std::string format_number(int value, std::string_view format) {
  if (format == "none") return {};
  if (format == "decimalZero" && value >= 0 && value < 10) return std::string{'0', static_cast<char>('0' + value)};
  const bool small = !format.empty() && format.substr(0, 5) == "lower";
  if ((format == "lowerLetter" || format == "upperLetter") && value >= 1 && value <= kMostLetters) {
    // Word counts a..z, aa, bb, cc ...
    const std::string letters(static_cast<std::size_t>((value - 1) / 26 + 1),
                              static_cast<char>('a' + (value - 1) % 26));
    return small ? letters : in_capitals(letters);
  }
  if ((format == "lowerRoman" || format == "upperRoman") && value >= 1 && value <= kLargestRoman)
    return small ? roman(value) : in_capitals(roman(value));
  return std::to_string(value);
}

}  // namespace klausul
