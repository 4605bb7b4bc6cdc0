#pragma once

#include <string_view>

#include "text/result.h"

namespace klausul {

/// One line on standard error: "klausul: sentence".
void complain(std::string_view sentence);
/// "klausul: path: sentence"; as above when there is no path.
void complain(std::string_view path, std::string_view sentence);

}  // namespace klausul
