#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_page.h"
#include "read/reader.h"
#include "text/result.h"

class GooString;  // poppler's

namespace klausul {

/// A text string of a PDF (UTF-16 with a mark, or PDFDocEncoding) as UTF-8; "" for null.
std::string utf8_of(const GooString* text);

/// The password as its bytes stand and, when it has other letters than English ones, as older files have them.
std::vector<std::string> spellings_of_password(const std::string& password);

/// A PDF file, opened with poppler. One thread at a time.
class PdfDocument {
 public:
  /// Fails with damaged, encrypted (when `password` does not open it) or too_large. The time limit of `limits` is
  /// for all pages together.
  static Result<PdfDocument> open(std::string bytes, std::string_view name, const std::string& password,
                                  const ReadLimits& limits);
  ~PdfDocument();
  PdfDocument(PdfDocument&&) noexcept;
  PdfDocument& operator=(PdfDocument&&) = delete;

  [[nodiscard]] std::uint32_t pages() const;
  /// The file as it lies on disk, for as long as this lives.
  [[nodiscard]] std::string_view bytes() const;
  /// Words and rules of page `number` (from 1 on). After the time limit every page is empty and cut.
  [[nodiscard]] PdfPage read_page(std::uint32_t number);
  /// The names of files that are packed into this one; the original of a PDF/A-3, often.
  [[nodiscard]] std::vector<std::string> embedded_files() const;
  /// True if the table of the file's objects was broken, so that objects may be lost.
  [[nodiscard]] bool repaired() const;
  /// True if the file holds a form that is not laid out in pages (XFA).
  [[nodiscard]] bool has_dynamic_form() const;

 private:
  struct Parts;
  explicit PdfDocument(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace klausul
