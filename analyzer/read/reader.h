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
};

/// Reads the file at `path`, or standard input when it is "-". Fails with cannot_read, empty or too_large.
/// Never follows into devices, sockets or folders.
Result<std::string> read_bytes(const std::string& path, const ReadLimits& limits);

/// Turns the bytes of a file into text. The format is decided from the bytes; `name` (may be empty) is used only to
/// tell formats apart that are both plain text (md from txt) and in error messages.
Result<SourceText> read_document(std::string bytes, std::string_view name, const ReadLimits& limits = {});

}  // namespace klausul
