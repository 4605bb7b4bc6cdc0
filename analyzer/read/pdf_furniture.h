#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_segments.h"

namespace klausul {

/// Marks what belongs to the paper and not to the text: page headers, page footers and page numbers. They are known by
/// what repeats at one height near an edge, and by numbers that count with the pages; so is
/// a line of small print far below the text. `body_size` is the font size of most text.
void mark_furniture(std::vector<PdfSheet>& sheets, double body_size);

/// `text` with every number replaced by "#": what a header or footer has in common over the pages.
std::string without_numbers(std::string_view text);

}  // namespace klausul
