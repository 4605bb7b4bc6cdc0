#pragma once

#include <string_view>
#include <vector>

#include "read/pdf_page.h"

namespace klausul {

/// Where on the page the words of `quote` stand: a box for each line of each passage. `before`: the page's text before
/// the quote, which tells it from the same words there. Empty when less than half of the quote is found.
std::vector<PdfBox> boxes_of_quote(const PdfPage& page, std::string_view quote, std::string_view before);

}  // namespace klausul
