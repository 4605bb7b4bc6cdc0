#pragma once

#include <cstddef>
#include <string>

namespace klausul {

/// Whether standard output goes to a terminal.
bool is_terminal();

/// Columns of the terminal, 100 when output goes elsewhere.
std::size_t terminal_width();

/// What --color (auto, always, never), NO_COLOR and the terminal say together.
bool wants_colour(const std::string& option);

/// Writes to standard output; false when that failed.
bool print_out(const std::string& text);

}  // namespace klausul
