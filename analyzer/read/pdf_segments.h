#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/pdf_page.h"

namespace klausul {

/// Words that stand side by side without a wide gap: a line of text, or the part of one that stands in a column or
/// cell.
struct PdfSegment {
  std::string text;
  PdfBox box;
  double baseline = 0;
  double size = 0;        ///< of the largest letters
  double first_word = 0;  ///< width of the first word
  bool bold = false;      ///< all of it
  bool upright = true;
  bool raised = false;     ///< a small number above the line, which names a footnote
  bool furniture = false;  ///< a page header, page footer, page number or watermark
};

/// A page as segments.
struct PdfSheet {
  std::uint32_t number = 0;
  double width = 0;
  double height = 0;
  std::vector<PdfSegment> segments;
};

/// The segments of a page, in the order of its words. Letters that are spaced out ("B I L A G A") are put together.
/// No segment crosses an upright rule.
std::vector<PdfSegment> make_segments(const PdfPage& page);

}  // namespace klausul
