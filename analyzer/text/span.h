#pragma once

#include <cstdint>
#include <string_view>

namespace klausul {

/// A half-open range of byte offsets [begin, end) into one text, which the Span does not name.
/// Texts are at most 2 GiB (readers refuse larger files), so 32 bits suffice.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t length() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(Span, Span) = default;
};

/// The characters of `text` that `span` covers. The view lives as long as `text`.
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.length()); }

}  // namespace klausul
