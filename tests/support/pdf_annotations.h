#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/pdf_page.h"

namespace klausul::test {

/// An annotation of a PDF file, as poppler finds it.
struct PdfAnnotation {
  std::uint32_t page = 0;
  std::string author;
  std::string contents;
  bool highlight = false;
  std::vector<PdfBox> boxes;  ///< of a highlight, in the coordinates of the file: top is above bottom
  std::string words;          ///< under the highlight, on a page that is not turned
};

/// All annotations by "klausul" and other authors, page by page.
std::vector<PdfAnnotation> annotations_in(const std::string& pdf);

}  // namespace klausul::test
