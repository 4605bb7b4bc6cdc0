#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klausul {

enum class NumberingStyle {
  decimal,         ///< "3", "3.2", "3.2.1"
  letter,          ///< "(a)", "b)"
  roman,           ///< "(iv)", "IV."
  paragraph_sign,  ///< "12 §", "§ 12"
  annex,           ///< "Bilaga 2", "Annex II", "Schedule A", "Appendix 1", "Exhibit B", "Underbilaga 1A"
  article,         ///< "Article 5", "Section 4", "Klausul 8", "Punkt 3", "Avsnitt 2", "Kapitel 1"
  bullet           ///< "•", "-", "*", "–"
};

/// Numbering typed at the beginning of a paragraph.
struct TypedNumber {
  NumberingStyle style = NumberingStyle::decimal;
  std::string label;         ///< as a lawyer writes it: "3.2", "(a)", "12 §", "Bilaga 2"; empty for a bullet
  std::uint32_t depth = 1;   ///< of a decimal: how many numbers ("3.2.1" is 3)
  std::uint32_t value = 0;   ///< of the last number or letter: "3.2" 2, "(c)" 3, "iv" 4. 0 when it has none
  std::uint32_t length = 0;  ///< bytes up to where the text itself begins
};

/// What number `paragraph` begins with, if any. A bare year, amount or date ("2024 the parties", "10 000 kr") is none.
std::optional<TypedNumber> typed_number(std::string_view paragraph);

/// As typed_number, but takes "7.2 the processor shall" for numbered, too. Only for paragraphs whose neighbours make
/// that number likely: alone, "1.5 times the fee" looks the same.
std::optional<TypedNumber> expected_number(std::string_view paragraph);

/// The number that a word processor's automatic numbering shows: "7.2", "7.2.", "(b)", "A", "§ 3", "Bilaga 2".
/// The label of a bullet is none.
std::optional<TypedNumber> number_of_label(std::string_view label);

/// What the letters of a number mean when read the other way: "(i)" roman 1 as the ninth letter. None when `number` has
/// no other reading.
std::optional<TypedNumber> other_reading(const TypedNumber& number);

}  // namespace klausul
