#pragma once

#include <cstdint>
#include <optional>

#include "assess/report.h"

namespace klausul {

/// The section or annex of `text` in which `offset` stands: an index into text.blocks, of the innermost one that has a
/// heading. None before the first heading, or when the document has none.
std::optional<std::uint32_t> section_at(const ReviewedText& text, std::uint32_t offset);

/// The section in which a provision that is missing would stand: where the document deals with the same family of
/// entries most, else where the nearest passage stands. None when nothing tells, and for documents without text.
std::optional<std::uint32_t> section_for(const Finding& finding, const DocumentReport& document);

}  // namespace klausul
