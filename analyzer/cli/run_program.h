#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace klausul {

/// What another program may take.
struct ProgramLimits {
  std::chrono::seconds time{90};
  std::size_t file_bytes = 256UL << 20U;  ///< of each file that it writes
  std::size_t memory_bytes = 4UL << 30U;  ///< of address space
};

enum class ProgramEnd { success, failure, out_of_time, not_started };

/// Runs command[0] (a path) with arguments, without a shell, in `folder`, which is also its home. What it prints goes
/// to the file `output` in that folder. It has no network: where the kernel cannot promise that, it is not started.
/// What is left of it, and of what it started, is ended when it ends or its time is over.
ProgramEnd run_program(const std::vector<std::string>& command, const std::string& folder, const std::string& output,
                       const ProgramLimits& limits);

/// The path of a program in /usr/local/bin, /usr/bin or /bin; "" if it is not installed.
std::string find_program(const std::string& name);

}  // namespace klausul
