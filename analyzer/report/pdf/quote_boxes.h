#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_page.h"

namespace klausul {

/// The letters and digits of `text` alone: what stays the same when words are joined over lines. Of a text without any
/// ("_____") all its signs.
std::string letters_of(std::string_view text);

/// Where on the page the words of `quote` stand: a box for each line of each passage. `before`: how many times the same
/// words stand on the page before it. Empty when less than half of the quote is found.
std::vector<PdfBox> boxes_of_quote(const PdfPage& page, std::string_view quote, std::size_t before);

}  // namespace klausul
