#include "cli/report_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "cli/complain.h"
#include "cli/output_file.h"
#include "cli/terminal.h"

namespace klausul {

namespace {

constexpr const char* every_format = "all";

Error wrong_use(std::string where, std::string sentence) {
  return {ErrorKind::wrong_use, std::move(where), std::move(sentence)};
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return path.ends_with('/') || std::filesystem::is_directory(path, error);
}

/// Each once, in the order asked for.
std::vector<const Reporter*> reporters_named(const std::vector<std::string>& names) {
  std::vector<const Reporter*> chosen;
  const auto choose = [&](const Reporter& reporter) {
    if (std::find(chosen.begin(), chosen.end(), &reporter) == chosen.end()) chosen.push_back(&reporter);
  };
  for (const std::string& name : names)
    for (const Reporter& reporter : reporters())
      if (name == every_format || name == reporter.name) choose(reporter);
  return chosen;
}

std::string stem_of(const std::string& input) {
  return input == "-" ? "stdin" : std::filesystem::path(input).stem().string();
}

/// Names in a folder, each given once: "avtal.review.docx", "avtal-2.review.docx".
class FolderNames {
 public:
  explicit FolderNames(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::string name(const std::string& stem, std::string_view extension) {
    for (std::size_t number = 1;; ++number) {
      const std::string numbered = number == 1 ? stem : fmt::format("{}-{}", stem, number);
      std::string name = (folder_ / fmt::format("{}.review.{}", numbered, extension)).string();
      if (given_.insert(name).second) return name;
    }
  }

 private:
  std::filesystem::path folder_;
  std::set<std::string> given_;
};

std::vector<PlannedReport> reports_in_folder(const OutputRequest& request, const std::vector<const Reporter*>& chosen) {
  std::vector<PlannedReport> reports;
  FolderNames names(request.output);
  const std::string together = request.inputs.size() == 1 ? stem_of(request.inputs.front()) : "klausul";
  for (const Reporter* reporter : chosen) {
    if (!reporter->one_document) {
      reports.push_back({reporter, names.name(together, reporter->file_extension), {}});
      continue;
    }
    std::set<std::string> seen;  // a file that was named twice is the same document
    for (const std::string& input : request.inputs)
      if (seen.insert(input).second)
        reports.push_back({reporter, names.name(stem_of(input), reporter->file_extension), input});
  }
  return reports;
}

/// Why one report cannot go to one file or to standard output, if so.
std::optional<Error> why_not_single(const OutputRequest& request, const Reporter& reporter) {
  if (reporter.one_document && request.inputs.size() > 1)
    return wrong_use("", fmt::format("The format {} holds one document. Review one file at a time, or name a folder "
                                     "with -o FOLDER/ for one report a file.",
                                     reporter.name));
  if (reporter.binary && request.output.empty() && is_terminal())
    return wrong_use("", fmt::format("The format {} is not for a terminal. Name a file with -o FILE.", reporter.name));
  return std::nullopt;
}

/// The report of one document alone. None when the document could not be reviewed.
std::optional<Report> report_of(const Report& report, const std::string& input) {
  const auto document = std::find_if(report.documents.begin(), report.documents.end(),
                                     [&](const DocumentReport& candidate) { return candidate.path == input; });
  if (document == report.documents.end()) return std::nullopt;
  Report alone{report.version, report.rules, report.law_as_of, {}, {}, report.themes};
  alone.documents.push_back(*document);
  return alone;
}

/// Writes one report, or says why not.
bool write_report(const Report& report, const PlannedReport& planned, const ReportOptions& options, bool print) {
  const Result<std::string> text = planned.reporter->write(report, options);
  if (!text) {
    complain(planned.input.value_or(""), text.error().what);
    return false;
  }
  if (!planned.path.empty()) {
    const auto error = write_file(planned.path, *text);
    if (error) complain(planned.path, error->what);
    return !error;
  }
  if (!print || print_out(*text)) return true;
  complain("The output could not be written.");
  return false;
}

}  // namespace

bool OutputPlan::needs_text() const {
  return std::any_of(reports.begin(), reports.end(),
                     [](const PlannedReport& planned) { return planned.reporter->needs_text; });
}

Result<OutputPlan> plan_output(const OutputRequest& request) {
  const std::vector<const Reporter*> chosen = reporters_named(request.formats);
  OutputPlan plan;
  plan.only_where_fit =
      std::find(request.formats.begin(), request.formats.end(), every_format) != request.formats.end();
  if (chosen.size() == 1 && !is_folder(request.output)) {
    const Reporter* reporter = chosen.front();
    if (auto error = why_not_single(request, *reporter)) return *std::move(error);
    plan.reports = {{reporter, request.output, {}}};
    if (reporter->one_document) plan.reports.front().input = request.inputs.front();
  } else {
    if (request.output.empty())
      return wrong_use("", "Several formats are several files. Name a folder for them with -o FOLDER.");
    std::error_code error;
    if (std::filesystem::exists(request.output, error) && !std::filesystem::is_directory(request.output, error))
      return wrong_use(request.output, "Several formats need a folder, and this is a file. Name a folder with -o.");
    plan.folder = request.output;
    plan.reports = reports_in_folder(request, chosen);
  }
  for (const PlannedReport& planned : plan.reports)
    if (!planned.path.empty() && input_overwritten_by(planned.path, request.inputs))
      return wrong_use(planned.path,
                       "This is one of the files to review and is not overwritten. Choose another name for -o.");
  return plan;
}

bool write_reports(const Report& report, const OutputPlan& plan, const ReportOptions& options, bool print) {
  if (!plan.folder.empty()) {
    if (const auto error = make_folder(plan.folder)) {
      complain(plan.folder, error->what);
      return false;
    }
  }
  bool all_written = true;
  for (const PlannedReport& planned : plan.reports) {
    if (!planned.input) {
      all_written = write_report(report, planned, options, print) && all_written;
      continue;
    }
    const std::optional<Report> alone = report_of(report, *planned.input);
    if (!alone) continue;  // why was said where the file was read
    const std::string_view wanted = planned.reporter->source_format;
    if (wanted.empty() || alone->documents.front().format == wanted) {
      all_written = write_report(*alone, planned, options, print) && all_written;
    } else if (!plan.only_where_fit) {
      complain(*planned.input, fmt::format("The format {} writes on a {} file, and this is {}. Choose another format, "
                                           "such as html.",
                                           planned.reporter->name, wanted, alone->documents.front().format));
      all_written = false;
    }
  }
  return all_written;
}

}  // namespace klausul
