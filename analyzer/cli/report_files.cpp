#include "cli/report_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "cli/complain.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "isolate/outcome.h"
#include "isolate/worker_pool.h"
#include "read/reader_error.h"

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

/// The report of one document alone.
Report report_of(const Report& report, const DocumentReport& document) {
  Report alone = {report.version, report.rules, report.law_as_of, {}, {}, report.themes, {}, report.families};
  alone.documents.push_back(document);
  return alone;
}

const char* const not_overwritten =
    "This is one of the files to review and is not overwritten. Choose another name for -o.";

/// A reporter that writes on the file itself opens it again, so that it works where the file was read: in a worker.
Result<std::string> written_by(const Reporter& reporter, const Report& report, const ReportOptions& options,
                               const WorkerLimits& limits) {
  if (reporter.source_format.empty() || report.documents.empty()) return reporter.write(report, options);
  const std::string& path = report.documents.front().path;
  Result<std::string> text =
      reader_error(ErrorKind::crashed, path, "spoilt its review. The file is damaged or hostile.");
  WorkOrder order;
  order.names = {path};
  order.limits = limits;
  order.work = [&](std::size_t, std::size_t, WorkVoice& voice) { voice.give(encode(reporter.write(report, options))); };
  order.deliver = [&](std::size_t, Result<std::string> answer) {
    if (!answer)
      text = answer.error();
    else if (std::optional<Result<std::string>> decoded = decode_text(*answer))
      text = *std::move(decoded);
  };
  work_in_processes(order);
  return text;
}

/// Writes one report to `path` ("": standard output), or says why not.
bool write_report(const Report& report, const Reporter& reporter, const std::string& path, const OutputPlan& plan,
                  const ReportOptions& options, bool print) {
  const std::string about = report.documents.size() == 1 ? report.documents.front().path : "";
  if (!reporter.source_format.empty() && !about.empty() && report.documents.front().format != reporter.source_format) {
    if (plan.only_where_fit) return true;
    complain(about,
             fmt::format("The format {} writes on a {} file, and this is {}. Choose another format, such as html.",
                         reporter.name, reporter.source_format, report.documents.front().format));
    return false;
  }
  if (!path.empty() && input_overwritten_by(path, plan.inputs)) {
    complain(path, not_overwritten);
    return false;
  }
  ReportOptions here = options;
  std::error_code failed;
  if (!path.empty()) here.folder = std::filesystem::absolute(path, failed).parent_path().string();
  const Result<std::string> text = written_by(reporter, report, here, plan.limits);
  if (!text) {
    complain(about, text.error().what);
    return false;
  }
  if (!path.empty()) {
    const auto error = write_file(path, *text);
    if (error) complain(path, error->what);
    return !error;
  }
  if (!print || print_out(*text)) return true;
  complain("The output could not be written.");
  return false;
}

}  // namespace

bool OutputPlan::needs_text() const {
  return std::any_of(formats.begin(), formats.end(), [](const Reporter* reporter) { return reporter->needs_text; });
}

Result<OutputPlan> plan_output(const OutputRequest& request) {
  OutputPlan plan;
  plan.formats = reporters_named(request.formats);
  plan.inputs = request.inputs;
  plan.limits = request.limits;
  plan.only_where_fit =
      std::find(request.formats.begin(), request.formats.end(), every_format) != request.formats.end();
  std::vector<std::string> known;  // names of reports that do not depend on what is in the files
  if (plan.formats.size() == 1 && !is_folder(request.output)) {
    if (auto error = why_not_single(request, *plan.formats.front())) return *std::move(error);
    plan.file = request.output;
    if (!plan.file.empty()) known.push_back(plan.file);
  } else {
    if (request.output.empty())
      return wrong_use("", "Several formats are several files. Name a folder for them with -o FOLDER.");
    std::error_code error;
    if (std::filesystem::exists(request.output, error) && !std::filesystem::is_directory(request.output, error))
      return wrong_use(request.output, "Several formats need a folder, and this is a file. Name a folder with -o.");
    plan.folder = request.output;
    plan.stem = request.inputs.size() == 1 ? stem_of(request.inputs.front()) : "klausul";
    FolderNames names(plan.folder);
    for (const Reporter* reporter : plan.formats)
      if (!reporter->one_document) known.push_back(names.name(plan.stem, reporter->file_extension));
  }
  for (const std::string& path : known)
    if (input_overwritten_by(path, request.inputs)) return wrong_use(path, not_overwritten);
  return plan;
}

bool write_reports(const Report& report, const OutputPlan& plan, const ReportOptions& options, bool print) {
  if (plan.folder.empty()) {
    const Reporter& reporter = *plan.formats.front();
    // Why there is no document to write on was said where it was read.
    if (reporter.one_document && report.documents.empty() && !report.errors.empty()) return true;
    return write_report(report, reporter, plan.file, plan, options, print);
  }
  if (const auto error = make_folder(plan.folder)) {
    complain(plan.folder, error->what);
    return false;
  }
  bool all_written = true;
  FolderNames names(plan.folder);
  for (const Reporter* reporter : plan.formats) {
    if (!reporter->one_document) {
      const std::string path = names.name(plan.stem, reporter->file_extension);
      all_written = write_report(report, *reporter, path, plan, options, print) && all_written;
      continue;
    }
    for (const DocumentReport& document : report.documents) {
      const std::string path = names.name(stem_of(document.path), reporter->file_extension);
      all_written = write_report(report_of(report, document), *reporter, path, plan, options, print) && all_written;
    }
  }
  return all_written;
}

}  // namespace klausul
