#pragma once

#include <cstddef>
#include <string_view>

#include "read/text_builder.h"

namespace klausul {

/// How text was written in the source that a library has decoded.
enum class Writing {
  verbatim,  ///< as it stands (code in Markdown)
  entities,  ///< with character references (HTML, XML): "&amp;"
  markdown   ///< with character references and backslashes before punctuation
};

/// Appends `decoded`, which a library made of the source from `at` on, so that every character maps to where it stands
/// there. What cannot be found maps to the place reached. Returns the offset after the last character found.
std::size_t append_aligned(TextBuilder& builder, std::string_view decoded, std::string_view source, std::size_t at,
                           std::size_t end, Writing writing);

/// The first offset in source[at, end) from which `decoded` (its first characters) can be read; npos if there is none.
/// Looks a bounded way ahead, so that many failing searches cannot make a long text slow.
std::size_t find_aligned(std::string_view decoded, std::string_view source, std::size_t at, std::size_t end,
                         Writing writing);

/// Moves over `decoded` as append_aligned does, without appending.
std::size_t skip_aligned(std::string_view decoded, std::string_view source, std::size_t at, std::size_t end,
                         Writing writing);

/// True if a link to `url` tells a reader something that its text does not: an http address that is not the text
/// itself.
bool shows_other_address(std::string_view url, std::string_view text);

}  // namespace klausul
