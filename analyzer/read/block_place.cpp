#include "read/block_place.h"

#include <cctype>

namespace klausul {

void apply_place(const BlockPlace& place, Paragraph& paragraph) {
  if (place.kind != ParagraphKind::paragraph) {
    paragraph.kind = place.kind;
    paragraph.level = 0;
    if (!place.label.empty()) paragraph.label = place.label;
  } else if (place.table > 0) {
    paragraph.kind = ParagraphKind::table_cell;
    paragraph.level = 0;
    paragraph.table = place.table;
    paragraph.row = place.row;
    paragraph.column = place.column;
    paragraph.columns = place.columns;
  }
}

bool is_label_of_part(std::string_view label) {
  constexpr std::size_t shortest = 4;
  std::size_t letters = 0;
  bool roman = true;  // "xviii" is no word
  for (; letters < label.size() && std::isalpha(static_cast<unsigned char>(label[letters])) != 0; ++letters)
    roman = roman && std::string_view("ivxlcdmIVXLCDM").find(label[letters]) != std::string_view::npos;
  return letters >= shortest && !roman;
}

}  // namespace klausul
