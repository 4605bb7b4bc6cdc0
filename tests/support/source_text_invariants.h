#pragma once

#include <string>
#include <vector>

#include "read/source_text.h"

namespace klausul {

/// The promises of SourceText (read/source_text.h) that `text` breaks, as sentences; empty when it keeps them all.
std::vector<std::string> broken_invariants(const SourceText& text);

/// Fails the running test with a sentence for each promise that `text` breaks. `name` says which text it is.
void check_invariants(const SourceText& text, const std::string& name);

}  // namespace klausul
