#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/source_text.h"
#include "structure/lines.h"
#include "text/span.h"

namespace klausul {

/// No heading is longer, unless the format says that it is one.
inline constexpr std::uint32_t longest_heading = 100;
inline constexpr std::uint32_t longest_hinted_heading = 200;
inline constexpr std::uint32_t most_heading_words = 14;

/// The lines while passes over them find out what they are. Each pass uses what those before it found.
struct ReadLines {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const SourceText& source;
  std::vector<Line> lines;
  std::vector<std::size_t> next;      ///< of each line, the next that is text or a table cell
  std::vector<std::size_t> previous;  ///< and the one before
  bool formatted = false;             ///< the format knows headings or bold

  [[nodiscard]] const Paragraph& paragraph(std::size_t i) const { return source.paragraphs[i]; }
  /// The text of a line without its typed number.
  [[nodiscard]] std::string_view words_of(std::size_t i) const { return slice(source.text, lines[i].body); }
  [[nodiscard]] bool is_hinted_heading(std::size_t i) const {
    return paragraph(i).kind == ParagraphKind::heading || paragraph(i).kind == ParagraphKind::title;
  }
};

/// Sets Line::contents on tables of contents.
void mark_contents(ReadLines& text);

/// Sets Line::annex where annexes begin, and Line::contents on lists of annexes.
void mark_annexes(ReadLines& text);

/// Sets Line::signature.
void mark_signatures(ReadLines& text);

/// Sets Line::heading and Line::titled_below.
void mark_headings(ReadLines& text);

}  // namespace klausul
