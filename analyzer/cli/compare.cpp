#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/compare_versions.h"
#include "cli/complain.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/review_request.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/comparison.h"

namespace klausul {

namespace {

struct CompareOptions {
  std::shared_ptr<ReviewRequest> review = std::make_shared<ReviewRequest>();
  std::string format = "text";
  std::optional<Language> report_language;
  std::string fail_on = "high";
  std::string color = "auto";
};

ReportOptions report_options(const CompareOptions& options) {
  ReportOptions report;
  report.language = options.report_language;
  report.width = terminal_width();
  report.colour = wants_colour(options.color);
  return report;
}

int compare(const CompareOptions& options) {
  const auto knowledge = open_knowledge(options.review->knowledge);
  if (!knowledge) return exit_wrong_use;
  const Entry* entry = knowledge->version_entry();
  if (entry == nullptr) {
    complain("No entry of the rules compares versions; one has \"compares_versions\": true.");
    return exit_wrong_use;
  }
  if (!reads_input_once(*options.review)) return exit_wrong_use;
  const std::optional<Report> report = review(*options.review, files_to_read(options.review->files), true);
  if (!report) return exit_wrong_use;
  if (!report->errors.empty()) return exit_unreadable;
  if (report->documents.size() != 2) {
    complain("Two documents are compared. Name one file for each version.");
    return exit_wrong_use;
  }
  const std::vector<VersionDifference> differences = compare_versions(report->documents[0], report->documents[1]);
  const VersionComparison comparison{*report, *entry, differences};
  const bool written = print_out(options.format == "json" ? write_comparison_json(comparison)
                                                          : write_comparison_text(comparison, report_options(options)));
  if (!written) return exit_wrong_use;
  const std::optional<Severity> level = severity_named(options.fail_on);
  const bool found = level && std::any_of(differences.begin(), differences.end(), [&](const auto& difference) {
                       return severity_of(difference, *entry) >= *level;
                     });
  return found ? exit_findings : exit_clean;
}

}  // namespace

void add_compare(CLI::App& program, int& status) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App& verb = *program.add_subcommand("compare", "Compare two language versions of one contract");
  verb.add_option("FILE", options->review->files, "The two versions")->required()->expected(2);
  verb.add_option("--format", options->format, "text (default) or json")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  add_report_language_option(verb, options->report_language, "sv or en (default: that of the first version)");
  add_fail_on_option(verb, options->fail_on);
  add_only_option(verb, options->review->only);
  add_color_option(verb, options->color);
  add_review_options(verb, options->review);
  verb.callback([options, &status] { status = compare(*options); });
}

}  // namespace klausul
