#pragma once

#include <map>
#include <string>
#include <string_view>

#include "text/result.h"

namespace klausul {

/// The zip file `bytes` with the entries of those names replaced, or added when it has none of the name. All other
/// entries stay as they are, compressed bytes included. The same input gives the same bytes: new entries have no date.
Result<std::string> with_entries(std::string_view bytes, const std::map<std::string, std::string>& entries);

/// A zip file of these entries, in the order of their names, with `first` before all others.
Result<std::string> zip_of(const std::map<std::string, std::string>& entries, const std::string& first);

}  // namespace klausul
