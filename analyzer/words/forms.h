#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace klausul {

/// A form of a concept, parsed: its parts in order. Grammar: lexicons/README.md, "Forms".
struct Form {
  /// Letters (spaces among them) or, when there are `choices`, one of these.
  struct Part {
    std::string letters;
    std::vector<Form> choices;
  };
  std::vector<Part> parts;
};

/// Unbalanced brackets and forms of more than 2048 spellings are errors.
Result<Form> parse_form(std::string_view form);

/// The spellings a form stands for: "(a|b)[ c]" gives "a c", "a", "b c", "b".
Result<std::vector<std::string>> expand_form(std::string_view form);

}  // namespace klausul
