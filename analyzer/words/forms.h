#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace klausul {

/// The spellings a form stands for: "(a|b)[ c]" gives "a", "a c", "b", "b c". At most 2048; more, and unbalanced
/// brackets, are errors. Grammar: lexicons/README.md, "Forms".
Result<std::vector<std::string>> expand_form(std::string_view form);

}  // namespace klausul
