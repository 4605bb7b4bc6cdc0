#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "read/source_text.h"

namespace klausul {

/// Where a block of a word processor's file stands: what its paragraphs are unless they are something more special.
struct BlockPlace {
  ParagraphKind kind = ParagraphKind::paragraph;  ///< of notes, headers and text boxes; paragraph for the body
  std::string label;                              ///< of a note
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t columns = 1;
};

/// Makes `paragraph` what its place says. In the body outside tables it stays what it is.
void apply_place(const BlockPlace& place, Paragraph& paragraph);

/// True for automatic numbers with a word in them, "Schedule A" or "Bilaga 2": such a paragraph is no item of a list,
/// even where a program has kept the number and lost that it is a heading.
bool is_label_of_part(std::string_view label);

}  // namespace klausul
