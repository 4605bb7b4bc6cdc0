#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "isolate/worker_limits.h"
#include "read/folder_files.h"
#include "read/reader.h"
#include "rules/knowledge.h"

namespace klausul {

/// The type that --type names; none for "auto".
std::optional<DocumentType> type_named(const std::string& name);

struct ReviewOptions {
  AssessOptions assess;
  ReadOptions read;
  bool keep_text = false;  ///< fill DocumentReport::reviewed
  unsigned jobs = 0;       ///< files at the same time; 0: as many as the machine has cores
  WorkerLimits limits{};
  std::function<void(std::size_t done)> on_done{};  ///< called after each file
};

/// Reviews the documents in the files, each file in a worker process. The report is in the order of `inputs` and does
/// not depend on `jobs`. There must be no threads.
Report review_files(const std::vector<InputPath>& inputs, const Knowledge& knowledge, const ReviewOptions& options);

}  // namespace klausul
