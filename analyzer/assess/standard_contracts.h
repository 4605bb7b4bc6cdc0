#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/knowledge.h"
#include "rules/match.h"

namespace klausul {

/// An official standard contract found in a document.
struct StandardText {
  const StandardContract* standard = nullptr;
  std::uint32_t first_sentence = 0, end_sentence = 0;  ///< from the first sign to the last
  [[nodiscard]] bool holds(std::uint32_t sentence) const {
    return sentence >= first_sentence && sentence < end_sentence;
  }
};

/// The standard contracts whose wording stands in the document.
std::vector<StandardText> find_standard_texts(const Matcher& matcher, const Knowledge& knowledge);

}  // namespace klausul
