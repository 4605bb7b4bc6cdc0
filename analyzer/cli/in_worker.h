#pragma once

#include <functional>
#include <string>

#include "annotate/document.h"
#include "isolate/worker_limits.h"
#include "read/reader.h"
#include "rules/knowledge.h"
#include "text/result.h"

namespace klausul {

/// What `write` makes of the file at `path` ("-": standard input), read and annotated in a worker process.
Result<std::string> write_in_worker(const std::string& path, const Knowledge& knowledge, const ReadOptions& read,
                                    const WorkerLimits& limits,
                                    const std::function<std::string(const Document&)>& write);

/// Says on standard error that workers run without the filter on system calls.
void complain_of_missing_filter();

}  // namespace klausul
