#pragma once

#include <string_view>

namespace klausul {

/// Style and script of the web page: page.css and page.js beside this file, put into the program when it is built.
extern const std::string_view page_style;
extern const std::string_view page_script;

}  // namespace klausul
