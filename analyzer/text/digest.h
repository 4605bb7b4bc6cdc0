#pragma once

#include <string>
#include <string_view>

namespace klausul {

/// SHA-256 of `bytes` in 64 hexadecimal digits.
std::string sha256_of(std::string_view bytes);

/// SHA-256 of `bytes` in base64, as content security policies name scripts and styles.
std::string sha256_base64_of(std::string_view bytes);

}  // namespace klausul
