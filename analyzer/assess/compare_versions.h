#pragma once

#include <string>
#include <vector>

#include "assess/report.h"

namespace klausul {

enum class DifferenceKind : std::uint8_t {
  status,  ///< one version has what the other lacks, or has it in a lesser form
  period,  ///< the versions state different periods for the same duty
  annexes  ///< they have different numbers of annexes
};

enum class DifferenceWeight : std::uint8_t {
  number,     ///< a period or the number of annexes
  one_sided,  ///< a right or duty that was found in full in one version and not at all in the other
  wording     ///< the fullness of a wording, or a flag, which depends on a turn of phrase
};

/// "status", "period", "annexes".
const char* name_of(DifferenceKind kind);

/// What one version says where it differs from the other.
struct VersionSide {
  Status status = Status::undetermined;
  std::vector<Fact> periods;       ///< those that the other version does not state
  std::size_t annexes = 0;         ///< of DifferenceKind::annexes
  std::vector<Evidence> evidence;  ///< none for what is not there
};

struct VersionDifference {
  DifferenceKind kind = DifferenceKind::status;
  std::string id;  ///< entry; "" for annexes
  EntryKind entry_kind = EntryKind::required;
  Bilingual title;  ///< of the entry
  DifferenceWeight weight = DifferenceWeight::number;
  VersionSide first, second;
};

/// Where two reviews of one contract in two languages differ: the statuses of entries that both decide, the periods of
/// entries with a clock, and the number of annexes (when both reviews keep their text). In the order of entries.
std::vector<VersionDifference> compare_versions(const DocumentReport& first, const DocumentReport& second);

}  // namespace klausul
