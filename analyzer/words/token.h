#pragma once

#include <cstdint>

#include "text/span.h"

namespace klausul {

/// What stands between a token and the one before it, as bits. Spaces alone are 0.
enum TokenGap : std::uint8_t {
  gap_hyphen = 1,  ///< "sub-processor"
  gap_quote = 2,   ///< a quotation mark
  gap_comma = 4,
  gap_colon = 8,
  gap_semicolon = 16,
  gap_stop = 32,     ///< . ! ?
  gap_bracket = 64,  ///< ( ) [ ]
  gap_other = 128    ///< any other sign; also the beginning of a block
};

/// A word or a number. Signs are not tokens; they are seen in `gap`.
struct Token {
  std::uint32_t begin = 0;
  std::uint16_t length = 0;
  std::uint8_t gap = 0;
  bool number = false;
  std::uint32_t word = 0;  ///< index into Document::words: equal words (folded) have equal numbers
  [[nodiscard]] Span span() const { return {begin, begin + length}; }
};

/// A sentence, a heading, a table cell or a list item; never reaches over a block's end.
struct Sentence {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t first_annotation = 0, end_annotation = 0;
  std::uint32_t block = 0;
  /// The sentence that leads in to this list item ("The processor shall:"), or -1. A lead-in may have one of its own.
  std::int32_t lead_in = -1;
  bool heading = false;
};

}  // namespace klausul
