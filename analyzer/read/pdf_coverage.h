#pragma once

#include <cstdint>
#include <vector>

#include "read/pdf_document.h"
#include "read/text_builder.h"

namespace klausul {

/// What became of a page.
enum class PdfPageState {
  read,
  blank,      ///< shows nothing
  picture,    ///< a scan, or letters drawn as shapes
  illegible,  ///< the signs stand for no known letters
  recognised  ///< read by OCR
};

/// A page without its words.
struct PdfPageFacts {
  std::uint32_t number = 0;
  PdfPageState state = PdfPageState::read;
  bool missing = false;
  bool damaged = false;
  bool cut = false;
  std::size_t comments = 0;
  std::size_t struck = 0;
  double confidence = 0;  ///< of OCR, 0..100
};

/// Writes into the coverage of `builder` what could be read and what could not. `ocr` says that OCR was wished for.
void note_pdf_coverage(TextBuilder& builder, const PdfDocument& document, const std::vector<PdfPageFacts>& pages,
                       bool ocr);

/// "3, 5-7"
std::string list_of_pages(const std::vector<std::uint32_t>& pages);

}  // namespace klausul
