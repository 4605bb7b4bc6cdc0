#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/complain.h"
#include "cli/message_language.h"
#include "cli/output_file.h"
#include "cli/review_request.h"
#include "cli/terminal.h"
#include "cli/verb.h"

namespace klausul {

namespace {

struct AcceptOptions {
  std::shared_ptr<ReviewRequest> review = std::make_shared<ReviewRequest>();
  std::vector<std::string> findings;  ///< entries or fingerprints; empty: all
  std::string reason, by, until;
};

/// The files of acceptances that a call changes, by path.
struct ChangedFile {
  AcceptedPlace place;
  std::vector<AcceptedFinding> accepted;
};
using ChangedFiles = std::map<std::string, ChangedFile>;

/// The findings of `document` that are asked for; when none is named, all that nobody has accepted. Says which are not
/// there.
std::optional<std::vector<const Finding*>> chosen(const DocumentReport& document,
                                                  const std::vector<std::string>& wanted) {
  std::vector<const Finding*> findings;
  if (wanted.empty())
    for (const Finding& finding : document.findings)
      if (!finding.is_accepted()) findings.push_back(&finding);
  for (const std::string& name : wanted) {
    const auto found = std::find_if(document.findings.begin(), document.findings.end(), [&](const Finding& finding) {
      return finding.id == name || finding.fingerprint == name;
    });
    if (found == document.findings.end()) {
      complain(name, fmt::format("{} has no such finding. Name an entry such as subprocessor.notice, or a fingerprint; "
                                 "klausul check {} lists the findings.",
                                 document.path, document.path));
      return std::nullopt;
    }
    findings.push_back(&*found);
  }
  return findings;
}

/// Null, after saying why, when the file that stands there is wrong.
ChangedFile* changed_file(ChangedFiles& files, const AcceptedPlace& place) {
  const std::string path = (std::filesystem::path(place.folder) / place.file).lexically_normal().string();
  const auto known = files.find(path);
  if (known != files.end()) return &known->second;
  std::optional<std::vector<AcceptedFinding>> accepted = read_accepted_at(place);
  return accepted ? &files.emplace(path, ChangedFile{place, *std::move(accepted)}).first->second : nullptr;
}

int accept(const AcceptOptions& options) {
  if (options.reason.find_first_not_of(" \t\n") == std::string::npos) {
    complain("--reason", "Say why the finding is accepted: whoever reads the review next must know.");
    return exit_wrong_use;
  }
  const std::vector<InputPath> inputs = files_to_read(options.review->files);
  if (!reads_input_once(*options.review)) return exit_wrong_use;
  std::optional<Report> report = review(*options.review, inputs, false);
  const AcceptedChoice choice = accepted_choice(*options.review);
  if (!report || !mark_accepted(*report, choice)) return exit_wrong_use;
  if (!report->errors.empty()) return exit_unreadable;

  const Acceptance acceptance{AcceptanceState::in_force, options.reason, options.by, choice.today, options.until};
  ChangedFiles files;
  std::size_t count = 0;
  for (const DocumentReport& document : report->documents) {
    const auto findings = chosen(document, options.findings);
    if (!findings) return exit_wrong_use;
    const AcceptedPlace place = accepted_place(document.path, choice);
    ChangedFile* file = changed_file(files, place);
    if (file == nullptr) return exit_wrong_use;
    for (const Finding* finding : *findings)
      replace_accepted(file->accepted, accepted_finding(place.contract, *finding, acceptance));
    count += findings->size();
  }
  for (const auto& [path, file] : files) {
    if (const auto error = write_file(path, write_accepted(file.accepted))) {
      complain(path, error->what);
      return exit_wrong_use;
    }
  }
  print_out(fmt::format("{}: {}\n", message_language() == Language::sv ? "Godtagna" : "Accepted", count));
  return exit_clean;
}

void add_acceptance_options(CLI::App& verb, const std::shared_ptr<AcceptOptions>& options) {
  verb.add_option("--reason", options->reason, "Why; it stands in every later review")->required()->option_text("TEXT");
  verb.add_option("--by", options->by, "Who accepts it")->option_text("NAME");
  add_date_option(verb, "--until", options->until, "The last day that the acceptance holds (default: no end)");
  add_review_options(verb, options->review);
  add_accepted_options(verb, options->review);
}

}  // namespace

void add_accept(CLI::App& program, int& status) {
  auto options = std::make_shared<AcceptOptions>();
  CLI::App& verb = *program.add_subcommand(
      "accept", "Accept findings of a file: reviews show them apart, until the clause changes or a day passes");
  verb.add_option_function<std::string>(
          "FILE", [options](const std::string& file) { options->review->files = {file}; }, "The contract")
      ->required();
  verb.add_option("FINDING", options->findings, "Entry, such as subprocessor.notice, or fingerprint of a finding")
      ->required()
      ->option_text("...");
  add_acceptance_options(verb, options);
  verb.callback([options, &status] { status = accept(*options); });
}

void add_baseline(CLI::App& program, int& status) {
  auto options = std::make_shared<AcceptOptions>();
  CLI::App& verb =
      *program.add_subcommand("baseline", "Accept all findings that there are today, so that reviews show what is new");
  verb.add_option("FILE", options->review->files, "Files, folders and zip archives")->required()->option_text("...");
  add_acceptance_options(verb, options);
  verb.callback([options, &status] { status = accept(*options); });
}

}  // namespace klausul
