#pragma once

#include <cstdint>
#include <vector>

#include "annotate/document.h"

namespace klausul {

/// A term in quotation marks: `(the "Processor")`, `"Subvendor" means ...`.
struct QuotedTerm {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t bracket_token =
      0;  ///< first token inside the bracket it stands in; end_token's sentence end when in none
  bool in_bracket = false;
};

/// The quoted terms of one sentence, at most eight words each, in order.
std::vector<QuotedTerm> quoted_terms(const Document& document, const Sentence& sentence);

}  // namespace klausul
