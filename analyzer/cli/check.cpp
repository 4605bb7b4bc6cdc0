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
#include "cli/output_file.h"
#include "cli/review.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/reporter.h"

namespace klausul {

namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::string format = "text";
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
bool is_possible(const CheckOptions& options, const std::vector<InputPath>& inputs) {
  if (std::count(options.files.begin(), options.files.end(), "-") > 1) {
    complain("Standard input (-) can be read only once.");
    return false;
  }
  std::vector<std::string> paths;
  for (const InputPath& input : inputs) paths.push_back(input.path);
  if (const auto input = input_overwritten_by(options.output, paths); input && !options.output.empty()) {
    complain(options.output, "This is one of the files to review and is not overwritten. Choose another name for -o.");
    return false;
  }
  return true;
}

TextOptions text_options(const CheckOptions& options) {
  TextOptions text;
  if (options.report_language == "sv") text.language = Language::sv;
  if (options.report_language == "en") text.language = Language::en;
  const bool to_file = !options.output.empty();
  text.width = to_file ? text.width : terminal_width();
  text.colour = to_file ? options.color == "always" : wants_colour(options.color);
  return text;
}

bool deliver(const std::string& text, const CheckOptions& options) {
  if (!options.output.empty()) {
    const auto error = write_file(options.output, text);
    if (error) complain(options.output, error->what);
    return !error;
  }
  if (options.quiet || print_out(text)) return true;
  complain("The output could not be written.");
  return false;
}

int check(const CheckOptions& options) {
  const std::vector<InputPath> inputs = files_to_read(options.files);
  if (!is_possible(options, inputs)) return exit_wrong_use;
  std::shared_ptr<const Knowledge> knowledge = open_knowledge(options.knowledge);
  Playbook playbook;
  if (knowledge && !options.profile.empty())
    knowledge = with_profile(knowledge, options.knowledge, options.profile, playbook);
  if (!knowledge || !are_known(*knowledge, options.only)) return exit_wrong_use;

  AssessOptions assess_options;
  assess_options.type = type_named(options.type);
  assess_options.only = options.only;
  assess_options.sectors = options.sectors;
  assess_options.sectors.insert(assess_options.sectors.end(), playbook.sectors.begin(), playbook.sectors.end());
  const Report report = review_files(inputs, *knowledge, assess_options, options.jobs);

  for (const FileError& failure : report.errors) complain(failure.path, failure.error.what);
  if (!deliver(find_reporter(options.format)->write(report, text_options(options)), options)) return exit_wrong_use;
  if (!report.errors.empty()) return exit_unreadable;
  return has_finding_from(report, severity_named(options.fail_on)) ? exit_findings : exit_clean;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
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
  verb.add_option("--format", options->format, "text (default) or json")
      ->option_text("FORMAT")
      ->check(CLI::IsMember(format_names()));
  verb.add_option("-o,--output", options->output, "Write the report to this file")->option_text("FILE");
  verb.add_option("--report-language", options->report_language, "sv or en (default: that of each document)")
      ->option_text("LANGUAGE")
      ->check(CLI::IsMember({"sv", "en"}));
  add_type_option(verb, options->type);
  verb.add_option("--fail-on", options->fail_on,
                  "Exit with 1 from this severity on: critical, high (default), medium, low, info, never")
      ->option_text("SEVERITY")
      ->check(CLI::IsMember({"critical", "high", "medium", "low", "info", "never"}));
  add_only_option(verb, options->only);
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
