// Stands in for report/pdf/annotate_pdf.cpp, whose library's headers Clang 14 does not take as C++20. No target asks
// for notes on a PDF.
#include "read/reader_error.h"
#include "report/pdf/annotate_pdf.h"

namespace klausul {

Result<std::string> annotate_pdf(std::string_view, std::string_view name, const std::vector<PdfNote>&) {
  return reader_error(ErrorKind::internal, name, "gets no notes in this build.");
}

}  // namespace klausul
