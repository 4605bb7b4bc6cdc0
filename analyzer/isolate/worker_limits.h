#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace klausul {

/// What one file may cost. Each has its own line in the README.
struct WorkerLimits {
  std::chrono::seconds time{60};             ///< of the processor; by the clock, `patience` times as long
  unsigned patience = 5;                     ///< other programs may be at work too, or the disk be slow
  std::chrono::seconds help_time{300};       ///< by the clock, for another program that is run for it
  std::size_t memory_bytes = 2048UL << 20U;  ///< beyond what the program itself takes
  std::size_t answer_bytes = 256UL << 20U;   ///< of a review as it crosses from a worker to the program
  unsigned open_files = 64;
};

/// "needed more than 2048 MB of memory. Split it, or allow more with --memory." The end of a sentence about a file.
std::string memory_sentence(const WorkerLimits& limits);

/// Builds with AddressSanitizer take far more address space than they use, so that no limit can be set on it.
inline constexpr bool limits_memory =
#if defined(__SANITIZE_ADDRESS__)
    false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    false;
#else
    true;
#endif
#else
    true;
#endif

}  // namespace klausul
