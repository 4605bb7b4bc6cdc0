#include "text/source_map.h"

#include <algorithm>

#include "text/result.h"

namespace klausul {

void SourceMap::add(std::uint32_t text_begin, std::uint32_t source_begin, std::uint16_t part, bool copied) {
  if (!segments_.empty()) {
    const Segment& last = segments_.back();
    require(last.text_begin <= text_begin, "source map segments come in text order");
    const bool continues =
        last.part == part && last.copied == copied &&
        (copied ? source_begin - last.source_begin == text_begin - last.text_begin : source_begin == last.source_begin);
    if (continues) return;
    if (last.text_begin == text_begin) segments_.pop_back();  // nothing stood under it
  }
  segments_.push_back({text_begin, source_begin, part, copied});
}

std::uint16_t SourceMap::add_part(std::string name) {
  parts_.push_back(std::move(name));
  return static_cast<std::uint16_t>(parts_.size() - 1);
}

void SourceMap::add_page(std::uint32_t text_begin, std::uint32_t page) { pages_.push_back({text_begin, page}); }

void SourceMap::set_source(std::string source) {
  source_ = std::move(source);
  line_starts_.clear();
  if (source_.empty()) return;
  line_starts_.push_back(0);
  for (std::size_t at = 0; at < source_.size(); ++at) {
    if (source_[at] == '\n' || (source_[at] == '\r' && (at + 1 == source_.size() || source_[at + 1] != '\n')))
      line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Place SourceMap::place_of(std::uint32_t text_offset) const {
  Place place;
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), text_offset,
                                      [](std::uint32_t offset, const Segment& s) { return offset < s.text_begin; });
  if (after != segments_.begin()) {
    const Segment& segment = *std::prev(after);
    place.part = segment.part;
    place.source = segment.source_begin + (segment.copied ? text_offset - segment.text_begin : 0);
  }
  const auto page = std::upper_bound(pages_.begin(), pages_.end(), text_offset,
                                     [](std::uint32_t offset, const Page& p) { return offset < p.text_begin; });
  if (page != pages_.begin()) place.page = std::prev(page)->page;
  if (!line_starts_.empty() && place.part == 0) {
    const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), place.source);
    const std::uint32_t start = *std::prev(line);
    place.line = static_cast<std::uint32_t>(line - line_starts_.begin());
    place.column = 1;
    const std::size_t stop = std::min<std::size_t>(place.source, source_.size());
    for (std::size_t at = start; at < stop; ++at)
      if ((static_cast<unsigned char>(source_[at]) & 0xC0U) != 0x80U) ++place.column;
  }
  return place;
}

}  // namespace klausul
