#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "isolate/worker_limits.h"

namespace klausul {

/// How work tells what it has done. One item may hold several documents.
class WorkVoice {
 public:
  virtual ~WorkVoice() = default;
  /// The next document begins: `name` is what an error about it is about, and it has the whole time of the limits.
  virtual void begin(const std::string& name, bool is_last) = 0;
  /// What there is to deliver for it.
  virtual void give(const std::string& answer) = 0;
  /// What the program's Help answers. Waits for it.
  virtual std::string ask(const std::string& request) = 0;
};

/// What a confined worker cannot do and asks for: running another program. Called with bytes that no one has checked,
/// in a process of its own that has no network but is not confined otherwise.
using Help = std::function<std::string(const std::string& request)>;

/// What a worker does with the item of that number, but for its first `skip` documents. Runs in the worker's process,
/// which is a copy of this one: it sees everything that was loaded before, and nothing that it changes is seen here.
using Work = std::function<void(std::size_t item, std::size_t skip, WorkVoice& voice)>;

/// How a worker ended that gave no answer.
enum class WorkerEnd {
  retired,        ///< by itself, between two items, to give memory back
  out_of_time,    ///< of the processor
  late,           ///< by the clock
  out_of_memory,  ///< its own limit
  killed,         ///< by someone else; mostly the system, when memory runs out
  answer_too_long,
  crashed
};

/// A confined process that works on one item after the other.
class Worker {
 public:
  /// Forks. There must be no threads. Null when the system gives no more processes.
  static std::unique_ptr<Worker> start(const Work& work, const WorkerLimits& limits);
  /// Ends the process, whatever it is doing.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Hands over an item; the worker must be idle.
  void ask(std::size_t item, std::size_t skip);
  /// Takes in what has come. Call it when descriptor() can be read.
  void receive();
  /// The next of the answers that have come, if any. When the last one is taken, the worker is idle. Starts `help` when
  /// the worker has asked for it.
  std::optional<std::string> take_answer(const Help& help);

  /// Set when the worker has come to an end.
  [[nodiscard]] std::optional<WorkerEnd> end() const { return end_; }
  /// What it said last on standard error: one line, for the message about a crash. May hold any bytes.
  [[nodiscard]] std::string last_words() const;
  /// Ends a worker that takes longer than it may.
  void stop_when_late(std::chrono::steady_clock::time_point now);

  [[nodiscard]] int descriptor() const { return socket_; }
  [[nodiscard]] std::optional<std::size_t> item() const { return item_; }  ///< none: idle
  [[nodiscard]] std::chrono::steady_clock::time_point deadline() const { return deadline_; }
  /// Documents of the item that are done, skipped ones included.
  [[nodiscard]] std::size_t done() const { return done_; }
  /// The document that was begun and is not done; none between two of them. Said by the worker: may be anything.
  [[nodiscard]] const std::optional<std::string>& document() const { return document_; }
  [[nodiscard]] bool is_last_document() const { return is_last_; }
  /// Whether it has had another document before.
  [[nodiscard]] bool is_used() const { return used_; }
  /// False when the kernel refused the filter on system calls. Known when the first answer is there.
  [[nodiscard]] bool is_filtered() const { return filtered_; }

 private:
  Worker(pid_t process, int socket, int errors, const WorkerLimits& limits)
      : process_(process), socket_(socket), errors_(errors), limits_(limits) {}
  void set_deadline(std::chrono::seconds time);
  void start_help(const Help& help, const std::string& request);
  void end_help();
  void finish(std::optional<WorkerEnd> known = std::nullopt);

  pid_t process_;
  pid_t helper_ = 0;  ///< the process that answers it; 0: none
  int socket_;
  int errors_;  ///< what the process writes to its standard error
  WorkerLimits limits_;
  std::string received_;
  std::optional<std::size_t> item_;
  std::optional<std::string> document_;
  std::optional<WorkerEnd> end_;
  std::chrono::steady_clock::time_point deadline_;
  std::size_t done_ = 0;
  bool is_last_ = false;
  bool used_ = false;
  bool filtered_ = true;
};

}  // namespace klausul
