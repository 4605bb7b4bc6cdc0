#include "structure/number_values.h"

#include <array>
#include <string>

namespace klausul {

namespace {

constexpr std::uint32_t highest_roman = 60;

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

/// `letters` in lower case; empty when they are not ASCII letters of one case.
std::string lowered(std::string_view letters) {
  std::string lower;
  for (const char c : letters) {
    if (is_ascii_lower(c) && is_ascii_lower(letters.front()))
      lower.push_back(c);
    else if (is_ascii_upper(c) && is_ascii_upper(letters.front()))
      lower.push_back(static_cast<char>(c - 'A' + 'a'));
    else
      return {};
  }
  return lower;
}

}  // namespace

std::uint32_t roman_value(std::string_view letters) {
  struct Part {
    std::string_view letters;
    std::uint32_t value;
  };
  static constexpr std::array<Part, 7> parts{Part{"l", 50}, {"xl", 40}, {"x", 10}, {"ix", 9},
                                             {"v", 5},      {"iv", 4},  {"i", 1}};
  if (letters.empty() || letters.size() > 8) return 0;
  const std::string lower = lowered(letters);
  std::uint32_t value = 0;
  std::string_view rest = lower;
  for (const Part& part : parts) {
    for (; rest.starts_with(part.letters); rest.remove_prefix(part.letters.size())) value += part.value;
  }
  if (!rest.empty() || value == 0 || value > highest_roman) return 0;
  // Written again in the usual spelling: "iiii" and "vx" are no numerals.
  std::string usual;
  std::uint32_t left = value;
  for (const Part& part : parts) {
    for (; left >= part.value; left -= part.value) usual += part.letters;
  }
  return usual == lower ? value : 0;
}

std::uint32_t letter_value(std::string_view letters) {
  if (letters.empty() || letters.size() > 2) return 0;
  const std::string lower = lowered(letters);
  if (lower.empty() || lower.front() != lower.back()) return 0;
  const auto place = static_cast<std::uint32_t>(lower.front() - 'a' + 1);
  return lower.size() == 1 ? place : place + 26U;
}

}  // namespace klausul
