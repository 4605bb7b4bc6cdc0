#pragma once

#include <cstddef>
#include <string_view>

#include "read/reader.h"
#include "read/text_builder.h"

namespace klausul {

/// What a piece of HTML inherits from where it stands (raw HTML within Markdown).
struct HtmlPlace {
  ParagraphKind kind = ParagraphKind::paragraph;
  std::uint8_t level = 0;
};

/// Appends the HTML in source[begin, end) as paragraphs. `tables` is the number of the last table before it and is
/// counted on. `leave_out_chrome` is false for pieces of HTML, which have no page around them. False if the HTML is
/// such that the parser would use up too much memory; nothing is appended then.
bool append_html(TextBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                 const ReadLimits& limits, const HtmlPlace& place, std::uint32_t& tables, bool leave_out_chrome);

}  // namespace klausul
