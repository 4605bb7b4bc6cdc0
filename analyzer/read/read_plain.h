#pragma once

#include <cstddef>
#include <string_view>

#include "read/text_builder.h"

namespace klausul {

/// Appends the lines of source[begin, end) as paragraphs: hard-wrapped lines are joined, numbered lines, bullets and
/// headings begin paragraphs of their own. Used for plain text and for blocks of plain text within other formats;
/// `find_headings` is false where the format itself says what a heading is.
void append_plain_lines(TextBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                        bool find_headings);

}  // namespace klausul
