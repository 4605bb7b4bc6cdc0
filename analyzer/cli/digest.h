#pragma once

#include <string>
#include <string_view>

namespace klausul {

/// SHA-256 of `bytes` in 64 hexadecimal digits.
std::string sha256_of(std::string_view bytes);

}  // namespace klausul
