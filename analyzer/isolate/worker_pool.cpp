#include "isolate/worker_pool.h"

#include <malloc.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <deque>
#include <memory>
#include <thread>
#include <utility>

#include "read/reader_error.h"

namespace klausul {

std::string memory_sentence(const WorkerLimits& limits) {
  return "needed more than " + std::to_string(limits.memory_bytes >> 20U) +
         " MB of memory. Split it, or allow more with --memory.";
}

namespace {

using Clock = std::chrono::steady_clock;

std::string seconds_text(std::chrono::seconds time) { return std::to_string(time.count()) + " s"; }

Error error_of(WorkerEnd end, const std::string& name, const WorkerLimits& limits, const std::string& last_words) {
  switch (end) {
    case WorkerEnd::out_of_time:
      return reader_error(
          ErrorKind::stopped, name,
          "was stopped after " + seconds_text(limits.time) + " of work. Split it, or allow more with --timeout.");
    case WorkerEnd::late:
      return reader_error(ErrorKind::stopped, name,
                          "was stopped after " + seconds_text(limits.patience * limits.time) +
                              " without an end. Check the disk, or allow more with --timeout.");
    case WorkerEnd::out_of_memory: return reader_error(ErrorKind::too_large, name, memory_sentence(limits));
    case WorkerEnd::killed:
      return reader_error(ErrorKind::stopped, name,
                          "was stopped from outside, mostly a sign that the machine has too little memory. Use fewer "
                          "--jobs.");
    case WorkerEnd::answer_too_long:
      return reader_error(
          ErrorKind::too_large, name,
          "gives a review larger than " + std::to_string(limits.answer_bytes >> 20U) + " MB. Split it.");
    case WorkerEnd::retired:
    case WorkerEnd::crashed: break;
  }
  return reader_error(ErrorKind::crashed, name,
                      "crashed the review" + (last_words.empty() ? "" : " (" + last_words + ")") +
                          ". The file is damaged or hostile; other files are not affected.");
}

class Pool {
 public:
  explicit Pool(const WorkOrder& order) : order_(order) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    workers_.resize(std::min<std::size_t>(order.jobs == 0 ? cores : order.jobs, order.names.size()));
    for (std::size_t item = 0; item < order.names.size(); ++item) waiting_.push_back({item, 0});
    failures_.resize(order.names.size());
  }

  bool run() {
    while (true) {
      hand_out();
      if (!wait()) return filtered_;
      const Clock::time_point now = Clock::now();
      for (std::unique_ptr<Worker>& worker : workers_) {
        if (worker == nullptr) continue;
        worker->receive();
        worker->stop_when_late(now);
        take_in(worker);
      }
    }
  }

 private:
  void hand_out() {
    for (std::unique_ptr<Worker>& worker : workers_) {
      if (waiting_.empty()) return;
      if (worker != nullptr && worker->item()) continue;
      if (worker == nullptr) worker = Worker::start(order_.work, order_.limits);
      if (worker == nullptr) continue;
      worker->ask(waiting_.front().item, waiting_.front().skip);
      waiting_.pop_front();
    }
    const auto none = [](const std::unique_ptr<Worker>& worker) { return worker == nullptr; };
    if (!std::all_of(workers_.begin(), workers_.end(), none)) return;
    for (; !waiting_.empty(); waiting_.pop_front()) {
      order_.deliver(waiting_.front().item,
                     reader_error(ErrorKind::stopped, order_.names[waiting_.front().item],
                                  "was not reviewed: the system gives no more processes. Close other programs."));
      finish(waiting_.front().item);
    }
  }

  /// Sleeps until something has come or is late. False when no worker has anything to do.
  bool wait() {
    std::vector<pollfd> sources;
    Clock::time_point first = Clock::time_point::max();
    for (const std::unique_ptr<Worker>& worker : workers_) {
      if (worker == nullptr || !worker->item()) continue;
      sources.push_back({worker->descriptor(), POLLIN, 0});
      first = std::min(first, worker->deadline());
    }
    if (sources.empty()) return false;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
    ::poll(sources.data(), sources.size(), static_cast<int>(std::clamp<long>(left, 0, 1'000'000)));
    return true;
  }

  void take_in(std::unique_ptr<Worker>& worker) {
    const std::optional<std::size_t> item = worker->item();
    if (item) {
      while (std::optional<std::string> answer = worker->take_answer(order_.help))
        order_.deliver(*item, *std::move(answer));
      filtered_ = filtered_ && worker->is_filtered();
      if (!worker->item()) finish(*item);
    }
    if (!worker->end()) return;
    if (worker->item()) give_up_or_try_again(*worker);
    worker.reset();
  }

  void give_up_or_try_again(const Worker& worker) {
    const std::size_t item = *worker.item();
    const WorkerEnd end = *worker.end();
    const bool took_time = end == WorkerEnd::out_of_time || end == WorkerEnd::late;
    // A new worker owes nothing to other documents.
    if (worker.is_used() && !took_time) return waiting_.push_front({item, worker.done()});
    const std::string& name = order_.names[item];
    // The name comes from a process that nobody trusts any more.
    const bool is_within = worker.document() && worker.document()->starts_with(name);
    order_.deliver(item, error_of(end, is_within ? *worker.document() : name, order_.limits, worker.last_words()));
    if (!is_within || worker.is_last_document()) return finish(item);
    if (++failures_[item] < most_failures) return waiting_.push_front({item, worker.done() + 1});
    order_.deliver(item, reader_error(ErrorKind::stopped, name,
                                      "was not read to its end: " + std::to_string(most_failures) +
                                          " of its documents could not be reviewed. Unpack it and leave those out."));
    finish(item);
  }

  void finish(std::size_t item) {
    if (order_.finished) order_.finished(item);
  }

  /// Every further attempt at an archive unpacks it again.
  static constexpr unsigned most_failures = 20;

  struct Task {
    std::size_t item = 0;
    std::size_t skip = 0;
  };

  const WorkOrder& order_;
  std::vector<std::unique_ptr<Worker>> workers_;  ///< null: not running
  std::deque<Task> waiting_;
  std::vector<unsigned> failures_;  ///< of each item
  bool filtered_ = true;
};

}  // namespace

bool work_in_processes(const WorkOrder& order) {
  // Free pieces that are joined only now would be copied by every worker that allocates.
  ::malloc_trim(0);
  return Pool(order).run();
}

}  // namespace klausul
