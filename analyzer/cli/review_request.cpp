#include "cli/review_request.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <utility>

#include "cli/complain.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/progress.h"

namespace klausul {

namespace {

/// Sectors that the caller may say; the ids of clauses/sectors.json.
constexpr std::array<std::pair<const char*, const char*>, 4> sector_flags = {{{"public", "a public body"},
                                                                              {"financial", "a financial entity"},
                                                                              {"consumer", "a consumer"},
                                                                              {"nis2", "an entity under NIS2"}}};

std::string why_no_date(const std::string& text) {
  return is_date(text) ? "" : text + " is no date; write it as 2027-06-30";
}

}  // namespace

void add_date_option(CLI::App& verb, const std::string& name, std::string& date, const std::string& about) {
  verb.add_option(name, date, about)->option_text("DATE")->check(CLI::Validator(why_no_date, "", "date"));
}

void add_review_options(CLI::App& verb, const std::shared_ptr<ReviewRequest>& request) {
  add_type_option(verb, request->type);
  verb.add_option("--profile", request->profile,
                  "A playbook with thresholds, severities and clauses of your own (clauses/README.md)")
      ->option_text("NAME|FILE");
  for (const auto& [id, whose] : sector_flags)
    verb.add_flag_callback(
        std::string("--") + id, [request, id = std::string(id)] { request->sectors.push_back(id); },
        std::string("The customer is ") + whose + "; without it the text decides");
  add_knowledge_option(verb, request->knowledge);
  add_read_options(verb, request->read);
  verb.add_option("-j,--jobs", request->jobs, "Files reviewed at the same time (default: one for each core)")
      ->option_text("N")
      ->check(CLI::Range(1U, 256U));
  add_limit_options(verb, request->limits);
}

void add_accepted_options(CLI::App& verb, const std::shared_ptr<ReviewRequest>& request) {
  verb.add_option("--accepted", request->accepted,
                  "The file of accepted findings (default: klausul-accepted.json beside each contract)")
      ->option_text("FILE");
  add_date_option(verb, "--today", request->today, "The day that acceptances are held against (default: the clock's)");
}

AcceptedChoice accepted_choice(const ReviewRequest& request) {
  return {request.accepted, request.no_accepted, today_or(request.today)};
}

bool reads_input_once(const ReviewRequest& request) {
  if (std::count(request.files.begin(), request.files.end(), "-") <= 1) return true;
  complain("Standard input (-) can be read only once.");
  return false;
}

std::optional<Report> review(const ReviewRequest& request, const std::vector<InputPath>& inputs, bool keep_text) {
  std::shared_ptr<const Knowledge> knowledge = open_knowledge(request.knowledge);
  Playbook playbook;
  if (knowledge && !request.profile.empty())
    knowledge = with_profile(knowledge, request.knowledge, request.profile, playbook);
  if (!knowledge || !are_known(*knowledge, request.only)) return std::nullopt;

  ReviewOptions options;
  options.assess.type = type_named(request.type);
  options.assess.only = request.only;
  options.assess.sectors = request.sectors;
  options.assess.sectors.insert(options.assess.sectors.end(), playbook.sectors.begin(), playbook.sectors.end());
  options.keep_text = keep_text;
  options.jobs = request.jobs;
  options.limits = request.limits;
  options.read = request.read;
  Report report;
  {
    Progress progress(inputs.size(), true);
    options.on_done = [&](std::size_t done) { progress.show(done); };
    report = review_files(inputs, *knowledge, options);
  }
  for (const FileError& failure : report.errors) complain(failure.path, failure.error.what);
  return report;
}

}  // namespace klausul
