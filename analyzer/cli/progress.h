#pragma once

#include <cstddef>

namespace klausul {

/// How many files of a call are reviewed, in one line on standard error that is gone when the report comes. Nothing
/// when standard error is no terminal.
class Progress {
 public:
  Progress(std::size_t files, bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Calls must not overlap.
  void show(std::size_t done);

 private:
  std::size_t files_;
  bool shown_;
};

/// Whether standard error goes to a terminal.
bool is_error_terminal();

}  // namespace klausul
