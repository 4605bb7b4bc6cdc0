#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace klausul {

/// The bytes of a text file as UTF-8 (well-formed, without byte order mark).
struct DecodedFile {
  std::string text;
  std::string encoding;             ///< "UTF-8", "UTF-16LE", "windows-1252" ...
  std::vector<std::string> limits;  ///< what a reader of the review must know about the decoding
};

/// Decodes a text file: byte order mark, then UTF-16 by its zero bytes, then UTF-8 if well-formed, then `declared`
/// (what an HTML file says of itself; may be empty), then Windows-1252 or Mac Roman, whichever the bytes fit, or UTF-8
/// with replaced bytes. Fails with unsupported_format if the bytes are not text. `name` is for the error.
Result<DecodedFile> decode_file(std::string bytes, std::string_view declared, std::string_view name);

/// `bytes` with everything that is not well-formed UTF-8 replaced by U+FFFD.
std::string replace_ill_formed(std::string_view bytes);

}  // namespace klausul
