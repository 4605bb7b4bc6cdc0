#include "isolate/confinement.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>

namespace klausul {
namespace {

/// Address space of this process when it was confined, and what it may add. Read by the signal handler.
std::size_t space_at_start = 0;
std::size_t space_allowed = 0;

/// Bytes of address space; 0 when it cannot be told. Async-signal-safe.
std::size_t address_space() {
  const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  std::array<char, 64> text{};
  const ssize_t size = ::read(file, text.data(), text.size());
  ::close(file);
  std::size_t pages = 0;
  for (ssize_t at = 0; at < size && text[static_cast<std::size_t>(at)] >= '0'; ++at)
    pages = pages * 10 + static_cast<std::size_t>(text[static_cast<std::size_t>(at)] - '0');
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void set_limit(__rlimit_resource resource, rlim_t soft) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? soft : std::min(soft, limit.rlim_max);
  if (resource != RLIMIT_CPU) limit.rlim_max = limit.rlim_cur;  // of the processor's time each file gets more
  ::setrlimit(resource, &limit);
}

/// A library that aborts (or worse) with much of the memory in use most likely was refused the next piece of it.
void tell_memory_from_crash(int signal) {
  if (address_space() > space_at_start + space_allowed / 2) ::_exit(worker_out_of_memory);
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

void limit_memory(const WorkerLimits& limits) {
  if (!limits_memory) return;
  space_at_start = address_space();
  space_allowed = limits.memory_bytes;
  if (space_at_start == 0) return;
  set_limit(RLIMIT_AS, space_at_start + space_allowed);
  std::set_new_handler([] { ::_exit(worker_out_of_memory); });
  // On a stack of its own: the usual one may be what ran out.
  static std::array<char, 16384> stack;
  stack_t alternate{};
  alternate.ss_sp = stack.data();
  alternate.ss_size = stack.size();
  ::sigaltstack(&alternate, nullptr);
  struct sigaction action {};
  action.sa_handler = tell_memory_from_crash;
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS}) ::sigaction(signal, &action, nullptr);
}

/// What readers, ICU, Hunspell and the C library need to read files and compute. Everything else is refused as not
/// permitted, which libraries take as a failed call and go on.
constexpr std::array kAllowed{
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close),
    SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(dup),
    SCMP_SYS(fadvise64), SCMP_SYS(poll), SCMP_SYS(ppoll),
    // sanitizers ask with a pipe whether memory can be read
    SCMP_SYS(pipe), SCMP_SYS(pipe2),
    // memory
    SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(brk),
    // itself
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack), SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getrlimit), SCMP_SYS(setrlimit), SCMP_SYS(getrusage), SCMP_SYS(uname),
    SCMP_SYS(sysinfo), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(futex), SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq), SCMP_SYS(membarrier), SCMP_SYS(arch_prctl), SCMP_SYS(restart_syscall),
    // time and chance
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom)};

/// Opening is for reading only; a signal goes to this process only; limits are its own.
int add_conditional_rules(scmp_filter_ctx filter) {
  const auto self = static_cast<scmp_datum_t>(::getpid());
  constexpr scmp_datum_t writes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  int failed = 0;
  failed |= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writes, 0));
  failed |= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writes, 0));
  failed |= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self));
  failed |= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1, SCMP_A0(SCMP_CMP_EQ, self));
  failed |= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0));
  return failed;
}

bool filter_system_calls() {
  const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  int failed = add_conditional_rules(filter);
  for (const int call : kAllowed) failed |= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
  failed |= ::seccomp_load(filter);
  ::seccomp_release(filter);
  return failed == 0;
}

}  // namespace

bool confine_this_process(const WorkerLimits& limits) {
  set_limit(RLIMIT_CORE, 1);  // no core file holds a contract; 0 would still hand it to a program that collects them
  set_limit(RLIMIT_FSIZE, 0);
  set_limit(RLIMIT_NPROC, 0);
  set_limit(RLIMIT_NOFILE, limits.open_files);
  limit_memory(limits);
  return filter_system_calls();
}

bool refuse_network() {
  const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  // Programs talk to themselves through local sockets. A ring could open others past the filter.
  int failed = ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX));
  failed |= ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0);
  failed |= ::seccomp_load(filter);
  ::seccomp_release(filter);
  return failed == 0;
}

void start_processor_clock(const WorkerLimits& limits) {
  rusage used{};
  if (::getrusage(RUSAGE_SELF, &used) != 0) return;
  // The kernel counts whole seconds: one more, so that a file gets what it was promised.
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + limits.time.count()));
}

bool has_grown(const WorkerLimits& limits) {
  return limits_memory && address_space() > space_at_start + limits.memory_bytes / 4;
}

}  // namespace klausul
