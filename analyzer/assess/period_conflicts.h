#pragma once

#include "assess/evaluate_entry.h"

namespace klausul {

/// Adds to `result`, for each duty of `entry` for which the document states two periods, the passages that state them,
/// and sets the severity to that of the gravest duty. Not two periods are a least and a longest time, those that begin
/// at different events, and two in one sentence, which its words tell apart. The same number of days, once of business
/// days, counts as weak.
void find_period_conflicts(const Entry& entry, const Matcher& matcher, Evaluation& result);

}  // namespace klausul
