#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_page.h"

namespace klausul {

/// What OCR made of a page.
struct OcrText {
  std::vector<PdfWord> words;  ///< in points, like those of a page
  double confidence = 0;       ///< mean of the words, 0..100
};

/// Reads pages of a PDF as pictures: poppler draws them, the program tesseract reads them, if it is installed.
class PdfOcr {
 public:
  /// `bytes` must live as long as this.
  PdfOcr(std::string_view bytes, const std::string& password);
  ~PdfOcr();
  PdfOcr(const PdfOcr&) = delete;
  PdfOcr& operator=(const PdfOcr&) = delete;

  /// The text of page `number` (from 1 on); nothing when tesseract is missing, fails or takes longer than `seconds`.
  [[nodiscard]] std::optional<OcrText> read_page(std::uint32_t number, std::size_t seconds);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The words in tesseract's table of a picture drawn with `dots` an inch.
OcrText words_of_tesseract_table(std::string_view table, double dots);

}  // namespace klausul
