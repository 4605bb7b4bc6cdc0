#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// `text` with everything that a terminal would obey rather than show replaced by U+FFFD: control characters (escape
/// sequences begin with one), marks that reverse the reading direction, bytes that are not UTF-8. Tabs become spaces;
/// line feeds stay.
std::string printable(std::string_view text);

/// The same characters in the text of a JSON document, where they stand inside strings, written as \u escapes: the
/// document keeps its meaning.
std::string escape_terminal_characters(std::string_view json);

/// How many columns of a terminal `text` takes: none for a combining mark, two for a wide character.
std::size_t columns(std::string_view text);

/// `text` in lines of at most `width` columns, broken at spaces, and inside a word only when the word is longer than a
/// line. Line feeds of the text break too. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace klausul
