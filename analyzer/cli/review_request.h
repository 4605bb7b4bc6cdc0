#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/accepted_files.h"
#include "cli/review.h"
#include "rules/knowledge.h"

namespace CLI {
class App;
}

namespace klausul {

/// What to review and how, for every verb that reviews: options, and what they lead to.
struct ReviewRequest {
  std::vector<std::string> files;
  std::string type = "auto";
  std::vector<std::string> only;
  std::string knowledge;
  std::string profile;
  std::vector<std::string> sectors;
  ReadOptions read;
  unsigned jobs = 0;
  WorkerLimits limits;
  std::string accepted;  ///< --accepted
  bool no_accepted = false;
  std::string today;
};

/// An option whose value must be a date.
void add_date_option(CLI::App& verb, const std::string& name, std::string& date, const std::string& about);

/// The options of a review, but not what it is about: each verb names its files itself.
void add_review_options(CLI::App& verb, const std::shared_ptr<ReviewRequest>& request);
/// --accepted and --today.
void add_accepted_options(CLI::App& verb, const std::shared_ptr<ReviewRequest>& request);

AcceptedChoice accepted_choice(const ReviewRequest& request);

/// False, with a complaint, when the same standard input is to be read twice.
bool reads_input_once(const ReviewRequest& request);

/// The review of `inputs`, without acceptances. Files that could not be read are said on standard error; so is why
/// there is no review, when the rules or the options are wrong.
std::optional<Report> review(const ReviewRequest& request, const std::vector<InputPath>& inputs, bool keep_text);

}  // namespace klausul
