#include "isolate/report_fields.h"

#include <algorithm>
#include <utility>

namespace klausul {

PackedMap packed(const SourceMap& map) { return {map.parts(), map.segments(), map.pages(), std::string(map.source())}; }

bool unpack(PackedMap packed, SourceMap& map) {
  const auto in_order = [](const auto& one, const auto& other) { return one.text_begin < other.text_begin; };
  const auto has_part = [&](const SourceMap::Segment& segment) { return segment.part < packed.parts.size(); };
  const bool is_sound = !packed.parts.empty() && packed.parts.size() <= 0xFFFF &&
                        std::is_sorted(packed.segments.begin(), packed.segments.end(), in_order) &&
                        std::is_sorted(packed.pages.begin(), packed.pages.end(), in_order) &&
                        std::all_of(packed.segments.begin(), packed.segments.end(), has_part);
  if (!is_sound) return false;
  map = SourceMap();
  for (std::size_t part = 1; part < packed.parts.size(); ++part) map.add_part(std::move(packed.parts[part]));
  for (const auto& segment : packed.segments)
    map.add(segment.text_begin, segment.source_begin, segment.part, segment.copied);
  for (const auto& page : packed.pages) map.add_page(page.text_begin, page.page);
  if (!packed.source.empty()) map.set_source(std::move(packed.source));
  return true;
}

}  // namespace klausul
