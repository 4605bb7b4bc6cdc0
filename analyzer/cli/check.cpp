#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/complain.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/report_files.h"
#include "cli/review.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/phrases.h"
#include "report/reporter.h"

namespace klausul {

namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::vector<std::string> formats{"text"};
  std::string output;
  std::string report_language;
  std::string type = "auto";
  std::string fail_on = "high";
  std::vector<std::string> only;
  bool quiet = false;
  std::string color = "auto";
  std::string knowledge;
  std::string profile;
  std::vector<std::string> sectors;
  unsigned jobs = 0;
  ReadOptions read;
};

/// Sectors that the caller may say; the ids of clauses/sectors.json.
constexpr std::array<std::pair<const char*, const char*>, 4> sector_flags = {{{"public", "a public body"},
                                                                              {"financial", "a financial entity"},
                                                                              {"consumer", "a consumer"},
                                                                              {"nis2", "an entity under NIS2"}}};

/// `level` none: no finding makes the check fail.
bool has_finding_from(const Report& report, std::optional<Severity> level) {
  return level && std::any_of(report.documents.begin(), report.documents.end(), [&](const DocumentReport& document) {
           return std::any_of(document.findings.begin(), document.findings.end(),
                              [&](const Finding& finding) { return finding.severity >= *level; });
         });
}

/// False, with a complaint, when the command line asks for what cannot be done.
bool is_possible(const CheckOptions& options) {
  if (std::count(options.files.begin(), options.files.end(), "-") > 1) {
    complain("Standard input (-) can be read only once.");
    return false;
  }
  return true;
}

ReportOptions report_options(const CheckOptions& options) {
  ReportOptions report;
  if (options.report_language == "sv") report.language = Language::sv;
  if (options.report_language == "en") report.language = Language::en;
  const bool to_file = !options.output.empty();
  report.width = to_file ? report.width : terminal_width();
  report.colour = to_file ? options.color == "always" : wants_colour(options.color);
  return report;
}

int check(const CheckOptions& options) {
  const std::vector<InputPath> inputs = files_to_read(options.files);
  if (!is_possible(options)) return exit_wrong_use;
  std::vector<std::string> paths;
  for (const InputPath& input : inputs) paths.push_back(input.path);
  const Result<OutputPlan> plan = plan_output({paths, options.formats, options.output});
  if (!plan) {
    complain(plan.error().where, plan.error().what);
    return exit_wrong_use;
  }
  std::shared_ptr<const Knowledge> knowledge = open_knowledge(options.knowledge);
  Playbook playbook;
  if (knowledge && !options.profile.empty())
    knowledge = with_profile(knowledge, options.knowledge, options.profile, playbook);
  if (!knowledge || !are_known(*knowledge, options.only)) return exit_wrong_use;

  ReviewOptions review;
  AssessOptions& assess_options = review.assess;
  assess_options.type = type_named(options.type);
  assess_options.only = options.only;
  assess_options.sectors = options.sectors;
  assess_options.sectors.insert(assess_options.sectors.end(), playbook.sectors.begin(), playbook.sectors.end());
  review.keep_text = plan->needs_text();
  review.jobs = options.jobs;
  review.read = options.read;
  const Report report = review_files(inputs, *knowledge, review);

  for (const FileError& failure : report.errors) complain(failure.path, failure.error.what);
  if (!write_reports(report, *plan, report_options(options), !options.quiet)) return exit_wrong_use;
  if (!report.errors.empty()) return exit_unreadable;
  return has_finding_from(report, severity_named(options.fail_on)) ? exit_findings : exit_clean;
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
  verb.add_option("FILE", options->files, "Files, folders and zip archives to review; - is standard input")
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
  verb.add_option("--report-language", options->report_language, "sv or en (default: that of each document)")
      ->option_text("LANGUAGE")
      ->check(CLI::IsMember({"sv", "en"}));
  add_type_option(verb, options->type);
  verb.add_option("--fail-on", options->fail_on,
                  "Exit with 1 from this severity on: critical, high (default), medium, low, info, never")
      ->option_text("SEVERITY")
      ->check(CLI::IsMember({"critical", "high", "medium", "low", "info", "never"}));
  add_only_option(verb, options->only);
  add_read_options(verb, options->read);
  verb.add_flag("-q,--quiet", options->quiet, "Print nothing but errors; the exit status tells");
  verb.add_option("--color", options->color, "auto (default), always or never; NO_COLOR is honoured")
      ->option_text("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  verb.add_option("--profile", options->profile,
                  "A playbook with thresholds, severities and clauses of your own (clauses/README.md)")
      ->option_text("NAME|FILE");
  for (const auto& [id, whose] : sector_flags)
    verb.add_flag_callback(
        std::string("--") + id, [options, id = std::string(id)] { options->sectors.push_back(id); },
        std::string("The customer is ") + whose + "; without it the text decides");
  add_knowledge_option(verb, options->knowledge);
  verb.add_option("-j,--jobs", options->jobs, "Files reviewed at the same time (default: one for each core)")
      ->option_text("N")
      ->check(CLI::Range(1U, 256U));
  verb.callback([options, &status] { status = check(*options); });
}

}  // namespace klausul
