#include "read/block_place.h"

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

}  // namespace klausul
