#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/source_text.h"
#include "text/result.h"

namespace klausul {

/// Limits for hostile files. Exceeding one gives an Error of kind too_large.
struct ReadLimits {
  std::size_t file_bytes = 512U << 20U;      ///< of the file
  std::size_t unpacked_bytes = 256U << 20U;  ///< of all parts of a packed file (docx) together
  std::size_t expansion = 200;               ///< unpacked bytes for each packed byte (parts over 1 MB)
  std::size_t depth = 512;                   ///< nesting of XML and HTML elements
  std::size_t text_bytes = 512U << 20U;      ///< of the extracted text
  std::size_t pages = 5000;                  ///< of a PDF
  std::size_t objects = 2'000'000;           ///< of a PDF
  std::size_t page_characters = 100'000;     ///< on one page of a PDF; what goes beyond is left out, and said
  std::size_t seconds = 120;                 ///< for the pages of a PDF; what is not reached is left out, and said
  std::size_t ocr_seconds = 60;              ///< for one page that OCR reads
};

/// What the caller says about a file or wishes of its reading.
struct ReadOptions {
  std::string password;  ///< opens an encrypted PDF; never printed
  bool ocr = false;      ///< pages of a PDF without text are read with tesseract
};

/// Reads the file at `path`, or standard input when it is "-". Fails with cannot_read, empty or too_large.
/// Never follows into devices, sockets or folders.
Result<std::string> read_bytes(const std::string& path, const ReadLimits& limits);

/// Turns the bytes of a file into text. The format is decided from the bytes; `name` (may be empty) is used only to
/// tell formats apart that are both plain text (md from txt) and in error messages.
Result<SourceText> read_document(std::string bytes, std::string_view name, const ReadLimits& limits = {},
                                 const ReadOptions& options = {});

}  // namespace klausul
