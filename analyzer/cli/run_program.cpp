#include "cli/run_program.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

#include "isolate/confinement.h"

namespace klausul {
namespace {

constexpr int kCannotStart = 127;

void set_limit(__rlimit_resource resource, std::size_t most) {
  const rlimit limit{most, most};
  ::setrlimit(resource, &limit);
}

/// Makes the file `path` what the descriptor `as` stands for.
bool open_as(int as, const char* path, int flags) {
  const int file = ::open(path, flags, 0600);
  if (file < 0) return false;
  const bool done = ::dup2(file, as) == as;
  if (file != as) ::close(file);
  return done;
}

/// What the child does. Never comes back.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* folder, const char* output,
                         const ProgramLimits& limits) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const bool ready = ::chdir(folder) == 0 && open_as(STDIN_FILENO, "/dev/null", O_RDONLY) &&
                     open_as(STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC) &&
                     open_as(STDERR_FILENO, "/dev/null", O_WRONLY);
  ::close_range(STDERR_FILENO + 1, ~0U, 0);
  // A contract may name pictures and templates on the network; nothing fetches them. The filter needs memory, of which
  // the limit may leave this process none.
  const bool alone = ready && refuse_network();
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_CPU, static_cast<std::size_t>(limits.time.count()));
  set_limit(RLIMIT_FSIZE, limits.file_bytes);
  set_limit(RLIMIT_AS, limits.memory_bytes);
  if (alone) ::execve(arguments[0], arguments, environment);
  ::_exit(kCannotStart);
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// The status of the child, or -1 if it is not at its end in time.
int wait_for(pid_t child, std::chrono::seconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  const timespec pause{0, 10'000'000};
  while (true) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return -1;
    if (std::chrono::steady_clock::now() >= deadline) return -1;
    ::nanosleep(&pause, nullptr);
  }
}

}  // namespace

ProgramEnd run_program(const std::vector<std::string>& command, const std::string& folder, const std::string& output,
                       const ProgramLimits& limits) {
  std::vector<std::string> arguments = command;
  std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + folder, "TMPDIR=" + folder};
  const std::vector<char*> argument_pointers = pointers_to(arguments);
  const std::vector<char*> environment_pointers = pointers_to(environment);
  const pid_t child = ::fork();
  if (child < 0) return ProgramEnd::not_started;
  if (child == 0) become(argument_pointers.data(), environment_pointers.data(), folder.c_str(), output.c_str(), limits);
  ::setpgid(child, child);  // whichever of the two comes first
  const int status = wait_for(child, limits.time);
  ::kill(-child, SIGKILL);
  if (status < 0) {
    ::waitpid(child, nullptr, 0);
    return ProgramEnd::out_of_time;
  }
  if (!WIFEXITED(status)) return WTERMSIG(status) == SIGXCPU ? ProgramEnd::out_of_time : ProgramEnd::failure;
  if (WEXITSTATUS(status) == kCannotStart) return ProgramEnd::not_started;
  return WEXITSTATUS(status) == 0 ? ProgramEnd::success : ProgramEnd::failure;
}

std::string find_program(const std::string& name) {
  for (const char* folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"}) {
    const std::string path = folder + name;
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

}  // namespace klausul
