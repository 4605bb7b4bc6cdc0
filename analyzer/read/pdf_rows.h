#pragma once

#include <vector>

#include "read/pdf_segments.h"
#include "read/pdf_tables.h"

namespace klausul {

/// Segments that stand at one height, from left to right.
struct PdfRow {
  std::vector<PdfSegment> segments;
  PdfBox box;
  double baseline = 0;
  double size = 0;
};

/// The segments of a column as rows, from top to bottom. Raised numbers stand in the row that they are raised in.
std::vector<PdfRow> make_rows(std::vector<PdfSegment> segments);

/// A table drawn without lines: rows[first, past) whose segments begin at common edges.
struct PdfAlignedTable {
  std::size_t first = 0;
  std::size_t past = 0;
  PdfTable table;
};

/// The tables without lines among `rows`, in order.
std::vector<PdfAlignedTable> find_aligned_tables(const std::vector<PdfRow>& rows);

}  // namespace klausul
