#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/entry.h"
#include "rules/match.h"

namespace klausul {

/// The passage that came nearest to an entry that was not found, and what it lacks.
struct NearestPassage {
  std::uint32_t sentence = 0;
  std::vector<std::string> lacks;  ///< elements as written in the clause file
  std::string silenced_by;         ///< a near miss that silenced it, "unless/0"; else ""
};

/// Looks at the sentences that hold at least half of a pattern's elements (and two of them). nullopt when none does.
std::optional<NearestPassage> nearest_passage(const Entry& entry, const Matcher& matcher);

/// What was looked for and where, for the finding that something is missing.
Bilingual describe_absence(const Entry& entry, const std::optional<NearestPassage>& nearest, const Lexicon& lexicon);

}  // namespace klausul
