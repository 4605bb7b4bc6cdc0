#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/reporter.h"

namespace klausul {

/// What `check` was asked to write, and where.
struct OutputRequest {
  std::vector<std::string> inputs;   ///< files to review, as given
  std::vector<std::string> formats;  ///< names of formats, or "all"
  std::string output;                ///< -o: a file, or a folder; "": standard output
};

/// One report to write.
struct PlannedReport {
  const Reporter* reporter = nullptr;
  std::string path;                  ///< "": standard output
  std::optional<std::string> input;  ///< the one document it is about; none: all
};

struct OutputPlan {
  std::vector<PlannedReport> reports;
  std::string folder;           ///< to be made when it is not there; "" when reports do not go to a folder
  bool only_where_fit = false;  ///< formats for files of one kind pass over other files: "all" was asked for

  [[nodiscard]] bool needs_text() const;
};

/// Where each report goes: the names are `<stem>.review.<extension>` in a folder. Or why that cannot be done; nothing
/// is written over one of the inputs.
Result<OutputPlan> plan_output(const OutputRequest& request);

/// Writes the reports. What could not be written is said on standard error, the others are written; false when
/// something was not. `print`: whether reports for standard output are printed.
bool write_reports(const Report& report, const OutputPlan& plan, const ReportOptions& options, bool print);

}  // namespace klausul
