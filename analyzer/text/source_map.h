#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace klausul {

/// Where something stands in the original file. Numbers are 1-based; 0 means that the format has none.
struct Place {
  std::uint32_t part = 0;  ///< index into SourceMap::parts: 0 is the file itself or its main part
  std::uint32_t page = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< in characters (code points), not bytes
  std::uint32_t source = 0;  ///< byte offset into the part (of a text format: into the file decoded to UTF-8)

  friend bool operator==(const Place&, const Place&) = default;
};

/// Maps offsets of the extracted text to places in the original file. Total (every offset has a place) and, within a
/// part, monotone. Built by readers front to back: one segment for each stretch that was copied byte for byte, and one
/// with `copied == false` for each stretch that the reader put there itself (it maps to one single source offset).
class SourceMap {
 public:
  struct Segment {
    std::uint32_t text_begin = 0;
    std::uint32_t source_begin = 0;
    std::uint16_t part = 0;
    bool copied = true;
  };

  /// The text from `text_begin` on stands on `page`.
  struct Page {
    std::uint32_t text_begin;
    std::uint32_t page;
  };

  /// Says that the text from `text_begin` on comes from `source_begin` of `part`. Calls must come in text order;
  /// a segment that merely continues the one before it costs nothing.
  void add(std::uint32_t text_begin, std::uint32_t source_begin, std::uint16_t part = 0, bool copied = true);

  /// Adds a part ("word/footnotes.xml") and returns its index. Part 0 exists from the start, with the name "".
  std::uint16_t add_part(std::string name);

  /// Says that the text from `text_begin` on stands on `page`.
  void add_page(std::uint32_t text_begin, std::uint32_t page);

  /// Hands over the file as text (UTF-8), for formats that have lines; lines and columns are counted in it. Without
  /// one (or with an empty one) places have no lines.
  void set_source(std::string source);

  [[nodiscard]] Place place_of(std::uint32_t text_offset) const;
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  [[nodiscard]] const std::vector<std::string>& parts() const { return parts_; }
  [[nodiscard]] const std::vector<Page>& pages() const { return pages_; }
  /// The original text of a text format; empty for others.
  [[nodiscard]] std::string_view source() const { return source_; }

 private:
  std::vector<Segment> segments_;
  std::vector<std::string> parts_{std::string()};
  std::vector<Page> pages_;
  std::string source_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace klausul
