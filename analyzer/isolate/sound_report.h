#pragma once

#include "assess/report.h"

namespace klausul {

/// Whether a report that comes from another process is one that a reporter can work with: when it comes with its text,
/// all spans lie in it and cut no character, and the paragraphs and blocks are those of a text and of a tree.
bool is_sound(const DocumentReport& report);

}  // namespace klausul
