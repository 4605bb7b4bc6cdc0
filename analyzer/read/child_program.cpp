#include "read/child_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace klausul {
namespace {

/// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

/// One thread and plain messages, so that a page gives the same text every time.
std::vector<std::string> environment_of_child() {
  std::vector<std::string> environment{"OMP_THREAD_LIMIT=1", "LC_ALL=C.UTF-8"};
  for (const char* name : {"PATH", "TESSDATA_PREFIX"})
    if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
  return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Starts `command` with `channel` as its standard input and output; its messages are thrown away. -1 when it fails.
pid_t start(std::vector<std::string> command, int channel) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, channel, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> environment = environment_of_child();
  pid_t child = -1;
  if (posix_spawnp(&child, command[0].c_str(), &actions, nullptr, pointers_to(command).data(),
                   pointers_to(environment).data()) != 0)
    child = -1;
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

/// Sends `input` and collects what comes back, until the other end closes. False when a limit is met.
bool talk(int channel, std::string_view input, const ChildLimits& limits, std::string& output) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
  std::array<char, 1U << 16U> buffer{};
  bool sending = true;
  while (true) {
    if (sending && input.empty()) {
      ::shutdown(channel, SHUT_WR);
      sending = false;
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd wait{channel, static_cast<short>(sending ? POLLIN | POLLOUT : POLLIN), 0};
    if (::poll(&wait, 1, static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if ((wait.revents & POLLOUT) != 0) {
      const ssize_t sent = ::send(channel, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
      if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
    }
    if ((wait.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      const ssize_t got = ::recv(channel, buffer.data(), buffer.size(), MSG_DONTWAIT);
      if (got == 0) return true;
      if (got < 0 && errno != EAGAIN && errno != EINTR) return false;
      if (got > 0) output.append(buffer.data(), static_cast<std::size_t>(got));
      if (output.size() > limits.output_bytes) return false;
    }
  }
}

void limit_child(pid_t child, const ChildLimits& limits) {
  const rlimit memory{limits.memory_bytes, limits.memory_bytes};
  const rlimit time{limits.seconds, limits.seconds};
  const rlimit no_files{0, 0};
  ::prlimit(child, RLIMIT_AS, &memory, nullptr);
  ::prlimit(child, RLIMIT_CPU, &time, nullptr);
  ::prlimit(child, RLIMIT_FSIZE, &no_files, nullptr);
}

ProgramRunner& runner() {
  static ProgramRunner runner;
  return runner;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 6 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

bool is_known_command(const std::vector<std::string>& command) {
  static const std::vector<std::string> tesseract{"tesseract", "stdin", "stdout", "-l", "swe+eng", "--dpi", "", "tsv"};
  return command.size() == tesseract.size() &&
         std::equal(command.begin(), command.end(), tesseract.begin(), [](const auto& word, const auto& known) {
           return known.empty() ? is_number(word) : word == known;
         });
}

void run_programs_through(ProgramRunner other) { runner() = std::move(other); }

std::optional<std::string> output_of_program(const std::vector<std::string>& command, std::string_view input,
                                             const ChildLimits& limits) {
  if (runner()) return runner()(command, input, limits);
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
  Descriptor ours(ends[0]);
  Descriptor theirs(ends[1]);
  const pid_t child = start(command, theirs.get());
  theirs.close();
  if (child < 0) return std::nullopt;
  limit_child(child, limits);
  std::string output;
  const bool done = talk(ours.get(), input, limits, output);
  if (!done) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!done || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return output;
}

}  // namespace klausul
