#pragma once

#include <optional>
#include <vector>

#include "read/pdf_page.h"
#include "read/pdf_segments.h"

namespace klausul {

/// A part of a page that is set in two columns.
struct PdfGutter {
  double top = 0;
  double bottom = 0;
  double left = 0;   ///< where the left column ends
  double right = 0;  ///< where the right column begins
};

/// The largest part of a page `width` wide that is set in columns of running text; none when it is set in one, or when
/// what stands side by side begins at the same heights and so is a table. `blocks` are tables, which no gutter crosses.
std::optional<PdfGutter> find_gutter(const std::vector<PdfSegment>& segments, const std::vector<PdfBox>& blocks,
                                     double width);

}  // namespace klausul
