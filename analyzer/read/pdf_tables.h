#pragma once

#include <cstdint>
#include <vector>

#include "read/pdf_page.h"
#include "read/pdf_segments.h"

namespace klausul {

/// A cell of a table, with the segments that stand in it.
struct PdfCell {
  std::uint32_t row = 0;  ///< 1-based
  std::uint32_t column = 0;
  std::uint32_t columns = 1;
  std::vector<PdfSegment> segments;
};

/// A table of one page.
struct PdfTable {
  PdfBox box;
  std::vector<double> edges;   ///< x of the edges of its columns
  std::vector<PdfCell> cells;  ///< with text, row by row
  std::uint32_t rows = 0;
};

/// Takes out of `segments` those that stand in tables drawn with `rules`, and returns the tables. A frame around text
/// is no table: there are two columns at least.
std::vector<PdfTable> take_ruled_tables(const std::vector<PdfBox>& rules, std::vector<PdfSegment>& segments);

}  // namespace klausul
