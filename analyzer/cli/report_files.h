#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isolate/worker_limits.h"
#include "report/reporter.h"

namespace klausul {

/// What `check` was asked to write, and where.
struct OutputRequest {
  std::vector<std::string> inputs;   ///< files to review, as given
  std::vector<std::string> formats;  ///< names of formats, or "all"
  std::string output;                ///< -o: a file, or a folder; "": standard output
  WorkerLimits limits{};             ///< for writing on a file, which opens it again
};

struct OutputPlan {
  std::vector<const Reporter*> formats;
  std::string file;                 ///< of the only format; "": standard output
  std::string folder;               ///< to be made when it is not there; "" when there is one file
  std::string stem;                 ///< in the folder, of reports on all documents together
  std::vector<std::string> inputs;  ///< never written over
  WorkerLimits limits{};            ///< as asked
  bool only_where_fit = false;      ///< formats for files of one kind pass over other files: "all" was asked for

  [[nodiscard]] bool needs_text() const;
};

/// Where each report goes: the names are `<stem>.review.<extension>` in a folder. Or why that cannot be done; nothing
/// is written over one of the inputs.
Result<OutputPlan> plan_output(const OutputRequest& request);

/// Writes the reports. What could not be written is said on standard error, the others are written; false when
/// something was not. `print`: whether reports for standard output are printed.
bool write_reports(const Report& report, const OutputPlan& plan, const ReportOptions& options, bool print);

}  // namespace klausul
