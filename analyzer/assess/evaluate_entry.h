#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "rules/entry.h"
#include "rules/match.h"

namespace klausul {

/// A match that counts for an entry.
struct CountedMatch {
  bool strong = false;
  std::string pattern;                  ///< "strong/0", "weak/2", "absent", "against/0", "gathers/x.entry"
  std::vector<std::uint32_t> evidence;  ///< sentences
  std::string names{};                  ///< what "{name}" of the suggestion stands for: the right article, the term
};

/// What an entry's patterns say of a document, conditions aside.
struct Evaluation {
  Status status = Status::missing;
  std::vector<CountedMatch> matches;  ///< those of the status, in text order; then what contradicts them
  std::optional<Severity> severity;   ///< where it depends on what was found
};

/// The evaluation of another entry of the same document, for `absent`, `against` and `gathers`.
using EvaluationOf = std::function<const Evaluation*(const std::string& id)>;

/// Applies an entry's patterns, strong and weak, and gathers what other entries found, silenced by `unless`, shifted by
/// `weakened_by` and `strengthened_by`; or its `absent`; then sets what is found against what the document says
/// elsewhere (`against`).
Evaluation evaluate_entry(const Entry& entry, const Matcher& matcher, const EvaluationOf& other);

/// The near miss or limit ("unless/1", "weakened_by/0") that applies to a match whose evidence is `evidence`; "" when
/// none.
std::string first_holding(const std::vector<Pattern>& patterns, const char* name, const Matcher& matcher,
                          const std::vector<std::uint32_t>& evidence);

}  // namespace klausul
