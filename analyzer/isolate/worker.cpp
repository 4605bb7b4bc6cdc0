#include "isolate/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>

#include "isolate/confinement.h"

namespace klausul {
namespace {

/// What a worker is asked.
struct Request {
  std::uint64_t item = 0;
  std::uint64_t skip = 0;
};

enum class Says : std::uint8_t { begins, begins_last, gives, asks, has_done };

/// What stands before the bytes of whatever a worker says. Both sides are the same program, so the layout needs no
/// thought.
struct MessageHead {
  std::uint64_t size = 0;
  Says says = Says::has_done;
  std::uint8_t filtered = 0;
  std::array<std::uint8_t, 6> unused{};
};

// ---- in the worker ----

/// False at the end of the stream: the program is gone, or wants no more.
bool read_all(int descriptor, void* bytes, std::size_t size) {
  for (auto* at = static_cast<char*>(bytes); size > 0;) {
    const ssize_t got = ::read(descriptor, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int descriptor, const void* bytes, std::size_t size) {
  for (const auto* at = static_cast<const char*>(bytes); size > 0;) {
    const ssize_t sent = ::write(descriptor, at, size);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    at += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

class PipeVoice : public WorkVoice {
 public:
  PipeVoice(int socket, const WorkerLimits& limits, bool is_filtered) : socket_(socket), limits_(limits) {
    head_.filtered = is_filtered ? 1 : 0;
  }
  void begin(const std::string& name, bool is_last) override {
    say(is_last ? Says::begins_last : Says::begins, name);
    start_processor_clock(limits_);
  }
  void give(const std::string& answer) override { say(Says::gives, answer); }
  std::string ask(const std::string& request) override {
    say(Says::asks, request);
    std::uint64_t size = 0;
    if (!read_all(socket_, &size, sizeof size)) ::_exit(EXIT_SUCCESS);
    std::string reply(size, '\0');
    if (!read_all(socket_, reply.data(), size)) ::_exit(EXIT_SUCCESS);
    return reply;
  }
  void say(Says what, const std::string& bytes) {
    head_.says = what;
    head_.size = bytes.size();
    // The program is gone: nobody wants to hear more.
    if (!write_all(socket_, &head_, sizeof head_) || !write_all(socket_, bytes.data(), bytes.size()))
      ::_exit(EXIT_SUCCESS);
  }

 private:
  int socket_;
  const WorkerLimits& limits_;
  MessageHead head_;
};

[[noreturn]] void serve(int socket, const Work& work, const WorkerLimits& limits) {
  PipeVoice voice(socket, limits, confine_this_process(limits));
  Request request;
  while (read_all(socket, &request, sizeof request)) {
    start_processor_clock(limits);
    work(request.item, request.skip, voice);
    voice.say(Says::has_done, "");
    if (has_grown(limits)) break;
  }
  ::_exit(EXIT_SUCCESS);
}

/// Standard input stays, for paths such as /dev/stdin; standard output goes nowhere; other descriptors are closed, so
/// that no worker holds another's socket open.
int keep_own_descriptors(int socket, int errors) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  const int own = ::fcntl(socket, F_DUPFD, STDERR_FILENO + 1);
  if (own != STDERR_FILENO + 1) ::dup2(own, STDERR_FILENO + 1);
  if (::close_range(STDERR_FILENO + 2, ~0U, 0) != 0)
    for (int descriptor = STDERR_FILENO + 2; descriptor < 1024; ++descriptor) ::close(descriptor);
  return STDERR_FILENO + 1;
}

// ---- in the program ----

WorkerEnd end_of(int status, bool was_idle) {
  if (WIFEXITED(status)) {
    if (WEXITSTATUS(status) == worker_out_of_memory) return WorkerEnd::out_of_memory;
    return WEXITSTATUS(status) == EXIT_SUCCESS && was_idle ? WorkerEnd::retired : WorkerEnd::crashed;
  }
  if (WTERMSIG(status) == SIGXCPU) return WorkerEnd::out_of_time;
  return WTERMSIG(status) == SIGKILL ? WorkerEnd::killed : WorkerEnd::crashed;
}

}  // namespace

std::unique_ptr<Worker> Worker::start(const Work& work, const WorkerLimits& limits) {
  std::array<int, 2> sockets{};
  std::array<int, 2> errors{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) return nullptr;
  // Never waited for by a worker that has much to say: what does not fit is lost.
  if (::pipe2(errors.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    for (const int descriptor : sockets) ::close(descriptor);
    return nullptr;
  }
  const pid_t parent = ::getpid();
  const pid_t process = ::fork();
  if (process == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(EXIT_FAILURE);
    serve(keep_own_descriptors(sockets[1], errors[1]), work, limits);
  }
  ::close(sockets[1]);
  ::close(errors[1]);
  if (process < 0) {
    ::close(sockets[0]);
    ::close(errors[0]);
    return nullptr;
  }
  return std::unique_ptr<Worker>(new Worker(process, sockets[0], errors[0], limits));
}

Worker::~Worker() {
  if (!end_) finish(WorkerEnd::retired);
  ::close(socket_);
  ::close(errors_);
}

void Worker::set_deadline(std::chrono::seconds time) { deadline_ = std::chrono::steady_clock::now() + time; }

void Worker::start_help(const Help& help, const std::string& request) {
  set_deadline(limits_.help_time);
  const pid_t parent = ::getpid();
  helper_ = ::fork();
  if (helper_ == 0) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(EXIT_FAILURE);
    const int socket = keep_own_descriptors(socket_, STDERR_FILENO);
    (void)refuse_network();  // where the kernel cannot, the program said so before it reviewed anything
    const std::string reply = help ? help(request) : std::string();
    const std::uint64_t size = reply.size();
    if (write_all(socket, &size, sizeof size)) write_all(socket, reply.data(), size);
    ::_exit(EXIT_SUCCESS);
  }
  if (helper_ < 0) return finish(WorkerEnd::killed);
  ::setpgid(helper_, helper_);
}

void Worker::end_help() {
  if (helper_ <= 0) return;
  ::kill(-helper_, SIGKILL);
  while (::waitpid(helper_, nullptr, 0) < 0 && errno == EINTR) {
  }
  helper_ = 0;
}

void Worker::ask(std::size_t item, std::size_t skip) {
  item_ = item;
  document_.reset();
  done_ = skip;
  set_deadline(limits_.patience * limits_.time);
  const Request request{item, skip};
  // A worker that is gone shows when it is read from.
  (void)::send(socket_, &request, sizeof request, MSG_NOSIGNAL);
}

void Worker::receive() {
  std::array<char, 1U << 16U> buffer{};
  while (!end_) {
    const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (got <= 0) return finish();
    received_.append(buffer.data(), static_cast<std::size_t>(got));
    if (received_.size() > 2 * limits_.answer_bytes) finish(WorkerEnd::answer_too_long);
  }
}

std::optional<std::string> Worker::take_answer(const Help& help) {
  MessageHead head;
  while (item_ && received_.size() >= sizeof head) {
    std::memcpy(&head, received_.data(), sizeof head);
    if (head.size > limits_.answer_bytes) {
      if (!end_) finish(WorkerEnd::answer_too_long);
      return std::nullopt;
    }
    if (received_.size() - sizeof head < head.size) return std::nullopt;
    std::string bytes = received_.substr(sizeof head, head.size);
    received_.erase(0, sizeof head + head.size);
    filtered_ = filtered_ && head.filtered != 0;
    end_help();  // whoever speaks again has heard the reply
    switch (head.says) {
      case Says::begins:
      case Says::begins_last:
        document_ = std::move(bytes);
        is_last_ = head.says == Says::begins_last;
        set_deadline(limits_.patience * limits_.time);
        break;
      case Says::gives:
        document_.reset();
        ++done_;
        used_ = true;
        return bytes;
      case Says::asks: start_help(help, bytes); break;
      case Says::has_done:
      default: item_.reset();
    }
  }
  // Whoever speaks without being asked is no longer what it was.
  if (!item_ && !received_.empty() && !end_) finish(WorkerEnd::crashed);
  return std::nullopt;
}

void Worker::stop_when_late(std::chrono::steady_clock::time_point now) {
  if (item_ && !end_ && now >= deadline_) finish(WorkerEnd::late);
}

void Worker::finish(std::optional<WorkerEnd> known) {
  end_help();
  // One that has ended is not touched by this; one that only closed its socket must not be waited for.
  ::kill(process_, SIGKILL);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  end_ = known ? *known : end_of(status, used_ && !document_);
}

std::string Worker::last_words() const {
  std::string words(1U << 16U, '\0');
  const ssize_t size = ::read(errors_, words.data(), words.size());
  words.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.pop_back();
  words = words.substr(words.rfind('\n') + 1);
  return words.substr(0, 200);
}

}  // namespace klausul
