#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/pdf_segments.h"
#include "read/pdf_tables.h"

namespace klausul {

enum class PdfLineKind { body, cell, footnote, furniture };

/// A line of text in its place in the reading order.
struct PdfLine {
  std::string text;
  PdfBox box;
  double baseline = 0;
  double size = 0;
  double first_word = 0;  ///< width of the first word
  double margin = 0;      ///< the right edge of the column or cell
  bool bold = false;
  PdfLineKind kind = PdfLineKind::body;
  std::uint32_t page = 0;
  std::uint32_t flow = 0;   ///< lines of one column of one page have one number
  std::uint32_t table = 0;  ///< of a cell: counted on the page, from 1 on
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t columns = 1;
  std::vector<double> edges;  ///< of the first cell of a table: the edges of its columns
};

/// The lines of a page in reading order, page headers and footers first. `body_size` is the font size of most text.
std::vector<PdfLine> lay_out(const PdfSheet& sheet, std::vector<PdfTable> ruled, double body_size);

}  // namespace klausul
