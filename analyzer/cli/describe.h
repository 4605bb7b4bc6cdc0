#pragma once

#include <string>
#include <vector>

#include "rules/entry.h"

namespace klausul {

/// "dpa, terms*".
std::string applies_to_text(const Entry& entry);

/// One pattern as its clause file writes it: `all: may@vendor, engage|use · within clause · about: subprocessor`.
std::string pattern_text(const Pattern& pattern);

/// The catalogue page of one entry, in both languages.
std::string entry_page(const Entry& entry);

}  // namespace klausul
