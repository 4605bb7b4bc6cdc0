#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "isolate/worker.h"
#include "isolate/worker_limits.h"
#include "text/result.h"

namespace klausul {

/// What is done, and within which limits.
struct WorkOrder {
  std::vector<std::string> names;  ///< one an item: what errors call it
  Work work;
  Help help;  ///< may be empty: then every request is answered with ""
  WorkerLimits limits;
  unsigned jobs = 0;  ///< workers at the same time; 0: as many as the machine has cores
  /// Called in this process for each document of each item, those of an item in order: bytes that no one has checked,
  /// or why there are none for the document of that name.
  std::function<void(std::size_t item, Result<std::string> answer)> deliver;
  std::function<void(std::size_t item)> finished{};  ///< called after the last document of each item; may be empty
};

/// Does the work on every item in worker processes. A document that crashes its worker, or takes too much, costs an
/// Error (whose `where` is the document) and nothing else; what a worker's earlier documents may have caused is tried
/// again in a new one, so that the answers do not depend on `jobs`. There must be no threads. True when every worker
/// was confined in full; false when the kernel refused the filter on system calls.
bool work_in_processes(const WorkOrder& order);

}  // namespace klausul
