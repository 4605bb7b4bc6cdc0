#include "report/source_region.h"

#include <string_view>

#include "text/unicode.h"

namespace klausul {

namespace {

/// So many bytes are counted at most to find the number of a character.
constexpr std::size_t stretch = 4096;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

SourceRegions::SourceRegions(const DocumentReport& document) : reviewed_(document.reviewed.get()) {
  if (reviewed_ == nullptr) return;
  const std::string_view text = reviewed_->source.text;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += stretch) {
    characters_before_.push_back(count);  // a character cut by the end of a stretch counts where it begins
    count += count_code_points(text.substr(begin, stretch));
  }
}

SourceRegion SourceRegions::of(const Evidence& evidence) const {
  SourceRegion region;
  region.start_line = evidence.line;
  region.start_column = evidence.column;
  region.character_length = count_code_points(evidence.quote);
  if (reviewed_ == nullptr || evidence.span.empty() || evidence.span.end > reviewed_->source.text.size()) return region;
  const std::string_view text = reviewed_->source.text;
  const std::size_t begin = evidence.span.begin;
  region.character_offset =
      characters_before_[begin / stretch] + count_code_points(text.substr(begin - begin % stretch, begin % stretch));
  std::uint32_t last = evidence.span.end - 1;
  while (last > begin && !begins_character(text[last])) --last;
  const Place end = reviewed_->source.map.place_of(last);
  if (end.line > evidence.line || (end.line == evidence.line && end.column >= evidence.column)) {
    region.end_line = end.line;
    region.end_column = end.column + 1;
  }
  return region;
}

}  // namespace klausul
