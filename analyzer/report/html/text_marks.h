#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "assess/report.h"

namespace klausul {

/// A stretch of the text that the same findings quote.
struct MarkedStretch {
  Span span;
  std::vector<std::uint32_t> findings;  ///< indices into DocumentReport::findings, ascending; none: unmarked
};

/// What is to be marked in a document's text.
struct TextMarks {
  std::vector<MarkedStretch> stretches;  ///< in text order, covering the text from its beginning to its end
  std::map<std::uint32_t, std::vector<std::uint32_t>> ends;  ///< where the last quote of a finding ends, by offset
  std::set<std::uint32_t> places;                            ///< where something begins that the page links to
};

/// Passages may overlap, nest and go over the ends of paragraphs.
TextMarks mark_text(const DocumentReport& document);

/// The id of the place in the page where `offset` of the text stands: "d1-p100".
std::string place_id(std::size_t document, std::uint32_t offset);
/// The id of a finding in the page: "d1-f3".
std::string finding_id(std::size_t document, std::size_t finding);

}  // namespace klausul
