#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/document.h"

namespace klausul {

inline constexpr std::uint32_t longest_lead_in = 3;  ///< lead-ins of lead-ins that are read with a list item

/// Which sentences hold a concept, in their own words or in those of their lead-ins.
class SentenceIndex {
 public:
  SentenceIndex(const Document& document, std::size_t concepts);

  /// Numbers of sentences, ascending.
  [[nodiscard]] std::span<const std::uint32_t> of(ConceptId concept_id) const {
    return std::span(numbers_).subspan(first_[concept_id], first_[concept_id + 1U] - first_[concept_id]);
  }

 private:
  std::vector<std::uint32_t> first_;    ///< by concept, and one behind the last: where its numbers begin
  std::vector<std::uint32_t> numbers_;  ///< of all concepts in one piece: a long contract has millions
};

}  // namespace klausul
