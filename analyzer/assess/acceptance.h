#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/report.h"
#include "text/problem.h"

namespace klausul {

/// Where findings that were accepted stand: beside the contract they were found in.
inline constexpr std::string_view accepted_file_name = "klausul-accepted.json";

/// One finding of one file that somebody accepted.
struct AcceptedFinding {
  std::string file;                   ///< relative to the folder of the file of acceptances, with '/'
  std::string id;                     ///< of the entry
  std::string status;                 ///< what was accepted: "weak" does not cover "triggered"
  std::string fingerprint;            ///< of the clause; another text is another finding
  std::string reason, by, on, until;  ///< as in Acceptance
};

/// Whether `text` is a day of the calendar, written YYYY-MM-DD. Such texts sort as the days do.
bool is_date(std::string_view text);

/// Reads `folder`/`file` strictly; mistakes are added to `problems`.
std::vector<AcceptedFinding> read_accepted(const std::string& folder, const std::string& file,
                                           std::vector<Problem>& problems);

/// The content of a file of acceptances, sorted by file and entry.
std::string write_accepted(std::vector<AcceptedFinding> accepted);

/// `finding` of `file`, accepted.
AcceptedFinding accepted_finding(const std::string& file, const Finding& finding, const Acceptance& acceptance);

/// Puts `added` in the place of what was accepted of the same entry in the same file.
void replace_accepted(std::vector<AcceptedFinding>& accepted, AcceptedFinding added);

/// Marks the findings of `document` that `accepted` names under `file`. `today`: YYYY-MM-DD.
void mark_accepted(DocumentReport& document, const std::vector<AcceptedFinding>& accepted, const std::string& file,
                   const std::string& today);

}  // namespace klausul
