#include "assess/placement.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace klausul {

namespace {

std::string_view family_of(std::string_view id) { return id.substr(0, id.find('.')); }

/// Where a block's own text begins; rows and tables have none.
std::optional<std::uint32_t> begin_of(const Block& block) {
  if (!block.heading.empty()) return block.heading.begin;
  if (!block.body.empty()) return block.body.begin;
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> section_at(const ReviewedText& text, std::uint32_t offset) {
  std::optional<std::uint32_t> last;  // the block whose text begins last before the offset
  for (std::uint32_t index = 0; index < text.blocks.size(); ++index) {
    const std::optional<std::uint32_t> begin = begin_of(text.blocks[index]);
    if (!begin) continue;
    if (*begin > offset) break;
    last = index;
  }
  while (last && *last != 0) {
    const Block& block = text.blocks[*last];
    if ((block.kind == BlockKind::section || block.kind == BlockKind::annex) && !block.heading.empty()) return last;
    last = block.parent;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> section_for(const Finding& finding, const DocumentReport& document) {
  if (!document.reviewed) return std::nullopt;
  std::map<std::uint32_t, std::size_t> passages;  // of the family, by section
  for (const EntryResult& entry : document.entries) {
    if (family_of(entry.id) != family_of(finding.id) || entry.status == Status::undetermined) continue;
    for (const Evidence& evidence : entry.evidence)
      if (const auto section = section_at(*document.reviewed, evidence.span.begin)) ++passages[*section];
  }
  const auto most = std::max_element(passages.begin(), passages.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != passages.end()) return most->first;
  if (finding.evidence.empty()) return std::nullopt;
  return section_at(*document.reviewed, finding.evidence.front().span.begin);
}

}  // namespace klausul
