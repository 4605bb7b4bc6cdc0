#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/message_language.h"

namespace klausul {

bool is_error_terminal() { return isatty(STDERR_FILENO) == 1; }

Progress::Progress(std::size_t files, bool wanted) : files_(files), shown_(wanted && is_error_terminal()) { show(0); }

Progress::~Progress() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

void Progress::show(std::size_t done) {
  if (!shown_) return;
  const bool swedish = message_language() == Language::sv;
  if (files_ == 1)
    fmt::print(stderr, "\r\x1b[K{} ...", swedish ? "Granskar" : "Reviewing");
  else
    fmt::print(stderr, "\r\x1b[K{} {}/{} ...", swedish ? "Granskar" : "Reviewing", done, files_);
  std::fflush(stderr);
}

}  // namespace klausul
