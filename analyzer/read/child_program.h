#pragma once

#include <cstddef>
#include <functional>
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

/// The commands that readers run, and no others; the program that runs them for a worker asks this first.
bool is_known_command(const std::vector<std::string>& command);

/// From now on somebody else runs programs for this process: a confined worker may not.
using ProgramRunner = std::function<std::optional<std::string>(const std::vector<std::string>& command,
                                                               std::string_view input, const ChildLimits& limits)>;
void run_programs_through(ProgramRunner runner);

/// Runs the program `command[0]` (looked up in PATH; no shell) with `input` on its standard input. Returns what it
/// wrote to its standard output; nothing when it is missing, fails or goes beyond `limits`.
std::optional<std::string> output_of_program(const std::vector<std::string>& command, std::string_view input,
                                             const ChildLimits& limits);

}  // namespace klausul
