#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_page.h"
#include "rules/entry.h"
#include "text/result.h"

namespace klausul {

/// A remark on a page of a PDF file.
struct PdfNote {
  std::uint32_t page = 1;     ///< 1-based
  int turn = 0;               ///< PdfPage::turn of the page
  std::vector<PdfBox> boxes;  ///< to highlight, as PdfPage has them; none: a note in the page's upper left corner
  Severity severity = Severity::medium;
  std::string text;  ///< UTF-8; lines end with line feeds
};

/// The PDF file `bytes` with the notes as annotations by "klausul" behind those that are there. What pages show is left
/// as it is. The same input gives the same bytes, unless the file needs a `password`, with which it is encrypted again.
/// `name` is for the error.
Result<std::string> annotate_pdf(std::string_view bytes, std::string_view name, const std::vector<PdfNote>& notes,
                                 const std::string& password = {});

}  // namespace klausul
