#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/acceptance.h"
#include "assess/report.h"

namespace klausul {

/// Where acceptances are looked for.
struct AcceptedChoice {
  std::string file;   ///< --accepted; "": klausul-accepted.json in the folder of each contract
  bool none = false;  ///< --no-accepted
  std::string today;  ///< YYYY-MM-DD
};

/// The day by the clock of this machine, YYYY-MM-DD, or `asked_for` when it is not "". The one thing in a review that
/// depends on when it is made.
std::string today_or(const std::string& asked_for);

/// Where the acceptances of the contract at `path` stand, and what it is called there. A contract in an archive belongs
/// to the folder of the archive: nobody who sends one decides what is accepted.
struct AcceptedPlace {
  std::string folder;    ///< of the file of acceptances
  std::string file;      ///< its name in that folder
  std::string contract;  ///< relative to the folder, with '/'
};
AcceptedPlace accepted_place(const std::string& path, const AcceptedChoice& choice);

/// What stands there; none, after saying why on standard error, when the file is wrong. A file that is not there holds
/// nothing.
std::optional<std::vector<AcceptedFinding>> read_accepted_at(const AcceptedPlace& place);

/// Whether the file that was asked for is there; says so when it is not.
bool has_accepted_file(const AcceptedChoice& choice);

/// Marks the accepted findings of all documents. False, after saying why, when a file of acceptances is wrong.
bool mark_accepted(Report& report, const AcceptedChoice& choice);

}  // namespace klausul
