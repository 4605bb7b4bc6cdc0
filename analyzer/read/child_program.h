#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// How much a program may take.
struct ChildLimits {
  std::size_t seconds = 60;
  std::size_t memory_bytes = std::size_t{2} << 30U;
  std::size_t output_bytes = std::size_t{16} << 20U;
};

/// Runs the program `command[0]` (looked up in PATH; no shell) with `input` on its standard input. Returns what it
/// wrote to its standard output; nothing when it is missing, fails or goes beyond `limits`.
std::optional<std::string> output_of_program(const std::vector<std::string>& command, std::string_view input,
                                             const ChildLimits& limits);

}  // namespace klausul
