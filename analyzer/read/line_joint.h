#pragma once

#include <string_view>

#include "read/plain_lines.h"

namespace klausul {

/// Decides like joint_between how the line `after` goes on from `before`, and asks the dictionaries about a hyphen at
/// the line's end: "personuppgifts-/biträde" is one word, "sub-/processor" keeps its hyphen, and so does "EU-/rätten".
LineJoint joint_by_dictionary(std::string_view before, std::string_view after);

}  // namespace klausul
