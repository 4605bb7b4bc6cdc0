#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/complain.h"
#include "cli/message_language.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/report_files.h"
#include "cli/review_request.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/phrases.h"
#include "report/printable.h"
#include "report/reporter.h"

namespace klausul {

namespace {

struct CheckOptions {
  std::shared_ptr<ReviewRequest> review = std::make_shared<ReviewRequest>();
  std::vector<std::string> formats{"text"};
  std::string output;
  std::optional<Language> report_language;
  std::string fail_on = "high";
  bool quiet = false;
  std::string color = "auto";
};

/// Accepted findings do not count. `level` none: no finding makes the check fail.
bool has_finding_from(const Report& report, std::optional<Severity> level) {
  return level && std::any_of(report.documents.begin(), report.documents.end(), [&](const DocumentReport& document) {
           return std::any_of(document.findings.begin(), document.findings.end(), [&](const Finding& finding) {
             return !finding.is_accepted() && finding.severity >= *level;
           });
         });
}

ReportOptions report_options(const CheckOptions& options, bool has_documents) {
  ReportOptions report;
  report.password = options.review->read.password;
  report.language = options.report_language;
  // Without a document, whose language would be the report's, it is that of the messages.
  if (!has_documents) report.language = report.language.value_or(message_language());
  const bool to_file = !options.output.empty();
  report.width = to_file ? report.width : terminal_width();
  report.colour = to_file ? options.color == "always" : wants_colour(options.color);
  return report;
}

/// One line for a person whose report went to a file.
void say_what_was_written(const Report& report, const std::string& output) {
  const Language language = message_language();
  const Wording& words = wording_in(language);
  const std::size_t count = report.documents.size();
  fmt::print(stderr, "{} {}: {} -> {}\n", count, count == 1 ? words.document : words.documents,
             counts_sentence(report.documents, language), printable(output));
}

int check(const CheckOptions& options) {
  const std::vector<InputPath> inputs = files_to_read(options.review->files);
  if (!reads_input_once(*options.review)) return exit_wrong_use;
  std::vector<std::string> paths;
  for (const InputPath& input : inputs) paths.push_back(input.path);
  const Result<OutputPlan> plan = plan_output({paths, options.formats, options.output, options.review->limits});
  if (!plan) {
    complain(plan.error().where, plan.error().what);
    return exit_wrong_use;
  }
  const AcceptedChoice choice = accepted_choice(*options.review);
  if (!has_accepted_file(choice)) return exit_wrong_use;
  std::optional<Report> report = review(*options.review, inputs, plan->needs_text());
  if (!report || !mark_accepted(*report, choice)) return exit_wrong_use;
  if (!write_reports(*report, *plan, report_options(options, !report->documents.empty()), !options.quiet))
    return exit_wrong_use;
  if (!options.quiet && !options.output.empty() && is_error_terminal()) say_what_was_written(*report, options.output);
  if (!report->errors.empty()) return exit_unreadable;
  return has_finding_from(*report, severity_named(options.fail_on)) ? exit_findings : exit_clean;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names{"all"};
  for (const Reporter& reporter : reporters()) names.emplace_back(reporter.name);
  return names;
}

}  // namespace

void add_check(CLI::App& program, int& status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App& verb = *program.add_subcommand("check", "Review documents");
  verb.add_option("FILE", options->review->files, "Files, folders and zip archives to review; - is standard input")
      ->required()
      ->option_text("...");
  const std::vector<std::string> formats = format_names();
  verb.add_option(
          "--format", options->formats,
          fmt::format("{}; text without it. Several, separated by commas, need -o FOLDER", joined(formats, ", ")))
      ->option_text("FORMAT,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(formats));
  verb.add_option("-o,--output", options->output,
                  "Write the report to this file; or into this folder, one file a format: NAME.review.EXTENSION")
      ->option_text("FILE|FOLDER");
  add_report_language_option(verb, options->report_language, "sv or en (default: that of each document)");
  add_fail_on_option(verb, options->fail_on);
  add_only_option(verb, options->review->only);
  verb.add_flag("-q,--quiet", options->quiet, "Print nothing but errors; the exit status tells");
  add_color_option(verb, options->color);
  add_review_options(verb, options->review);
  add_accepted_options(verb, options->review);
  verb.add_flag("--no-accepted", options->review->no_accepted, "Count findings that were accepted like all others");
  verb.callback([options, &status] { status = check(*options); });
}

}  // namespace klausul
