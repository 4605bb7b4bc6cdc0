#pragma once

#include <cstddef>
#include <string_view>

#include "read/text_builder.h"

namespace klausul {

/// Whether lines are a whole file, in which headings and pages are looked for, or a block within another format, which
/// itself says what a heading is.
enum class PlainScope { file, block };

/// Appends the lines of source[begin, end) as paragraphs: hard-wrapped lines are joined; numbered lines, bullets and
/// headings begin paragraphs of their own.
void append_plain_lines(TextBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                        PlainScope scope);

}  // namespace klausul
