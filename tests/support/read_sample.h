#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "read/reader.h"
#include "support/source_text_invariants.h"

namespace klausul {

/// Reads a sample that must be readable, and checks that the result keeps its promises.
inline SourceText read_sample(std::string bytes, std::string_view name) {
  Result<SourceText> result = read_document(std::move(bytes), name);
  BOOST_REQUIRE_MESSAGE(result.has_value(), (result ? std::string() : result.error().what));
  check_invariants(*result, std::string(name));
  return std::move(*result);
}

/// A paragraph in one line, for comparing: "heading 1 [7.2] text", "cell 1/2/1 text", "item 2 bold [(a)] text".
inline std::string describe(const SourceText& text, const Paragraph& paragraph) {
  std::string line;
  switch (paragraph.kind) {
    case ParagraphKind::paragraph: line = "text"; break;
    case ParagraphKind::title: line = "title"; break;
    case ParagraphKind::heading: line = "heading " + std::to_string(paragraph.level); break;
    case ParagraphKind::list_item: line = "item " + std::to_string(paragraph.level); break;
    case ParagraphKind::table_cell:
      line = "cell " + std::to_string(paragraph.table) + "/" + std::to_string(paragraph.row) + "/" +
             std::to_string(paragraph.column);
      break;
    case ParagraphKind::footnote: line = "note"; break;
    case ParagraphKind::page_header: line = "page header"; break;
    case ParagraphKind::text_box: line = "box"; break;
  }
  if (paragraph.bold) line += " bold";
  if (!paragraph.label.empty()) line += " [" + paragraph.label + "]";
  return line + ": " + std::string(slice(text.text, paragraph.span));
}

/// All paragraphs, one a line.
inline std::string describe(const SourceText& text) {
  std::string lines;
  for (const Paragraph& paragraph : text.paragraphs) lines += describe(text, paragraph) + "\n";
  return lines;
}

/// The place in the source of the first occurrence of `words` in the text.
inline Place place_of(const SourceText& text, std::string_view words) {
  const std::size_t at = text.text.find(words);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the text holds: " << words);
  return text.map.place_of(static_cast<std::uint32_t>(at));
}

}  // namespace klausul
