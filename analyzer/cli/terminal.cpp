#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace klausul {

bool is_terminal() { return isatty(STDOUT_FILENO) == 1; }

std::size_t terminal_width() {
  constexpr std::size_t elsewhere = 100;
  constexpr std::size_t narrowest = 50;
  constexpr std::size_t widest = 120;  // longer lines are hard to read
  winsize size{};
  if (!is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return elsewhere;
  return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

bool wants_colour(const std::string& option) {
  if (option == "always") return true;
  if (option == "never") return false;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* terminal = std::getenv("TERM");
  return is_terminal() && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

bool print_out(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

}  // namespace klausul
