#include "assess/period_conflicts.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "annotate/passes.h"

namespace klausul {

namespace {

/// A period and where it stands.
struct StatedPeriod {
  const Clock* clock = nullptr;
  std::uint32_t sentence = 0;
};

enum class Difference : std::uint8_t { none, of_day_type, of_length };

/// The only period of a sentence; none when there are several, which its words tell apart.
std::optional<StatedPeriod> period_in(const Document& document, std::uint32_t number) {
  StatedPeriod period;
  for (const Annotation& annotation : annotations_of(document, document.sentences[number])) {
    if (annotation.concept_id != builtin_duration) continue;
    if (period.clock != nullptr) return std::nullopt;
    period = {&document.clock_of(annotation), number};
  }
  return period.clock == nullptr ? std::nullopt : std::optional(period);
}

Difference difference_of(const Clock& a, const Clock& b) {
  const bool opposite = (a.bound == Bound::at_least && b.bound == Bound::at_most) ||
                        (a.bound == Bound::at_most && b.bound == Bound::at_least);
  // A deadline runs from an event; a time of warning does not.
  const auto event = [](const Clock& clock) { return clock.bound == Bound::at_most ? clock.trigger : std::string(); };
  if (opposite || (!event(a).empty() && !event(b).empty() && event(a) != event(b))) return Difference::none;
  constexpr double hours_a_day = 24;
  const auto days = [](const Clock& clock) {
    return clock.unit == TimeUnit::business_day ? clock.amount : clock.hours() / hours_a_day;
  };
  const bool day_types = (a.unit == TimeUnit::business_day) != (b.unit == TimeUnit::business_day);
  if (day_types && std::abs(days(a) - days(b)) < 0.01) return Difference::of_day_type;
  return std::abs(a.hours() - b.hours()) < 0.5 ? Difference::none : Difference::of_length;
}

std::vector<StatedPeriod> periods_of(const OnePeriod& duty, const Entry& entry, const Matcher& matcher) {
  std::vector<StatedPeriod> periods;
  for (const Pattern& pattern : duty.patterns)
    for (const Match& match : matcher.find(pattern)) {
      if (!first_holding(entry.unless, "unless", matcher, match.evidence).empty()) continue;
      for (const std::uint32_t sentence : match.evidence)
        if (const std::optional<StatedPeriod> period = period_in(matcher.document(), sentence))
          periods.push_back(*period);
    }
  std::stable_sort(periods.begin(), periods.end(),
                   [](const StatedPeriod& a, const StatedPeriod& b) { return a.sentence < b.sentence; });
  return periods;
}

/// The first passage, and those that differ from it or from another; the difference is the greatest of all.
std::pair<Difference, std::vector<std::uint32_t>> compare_all(const std::vector<StatedPeriod>& periods) {
  Difference worst = Difference::none;
  std::vector<std::uint32_t> sentences;
  for (std::size_t i = 0; i < periods.size(); ++i)
    for (std::size_t j = i + 1; j < periods.size(); ++j) {
      if (periods[i].sentence == periods[j].sentence) continue;
      const Difference difference = difference_of(*periods[i].clock, *periods[j].clock);
      if (difference == Difference::none || difference < worst) continue;
      if (difference > worst) sentences.clear();
      worst = difference;
      sentences.push_back(periods[i].sentence);
      sentences.push_back(periods[j].sentence);
    }
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  return {worst, std::move(sentences)};
}

}  // namespace

void find_period_conflicts(const Entry& entry, const Matcher& matcher, Evaluation& result) {
  for (const OnePeriod& duty : entry.one_period) {
    const auto [difference, sentences] = compare_all(periods_of(duty, entry, matcher));
    if (difference == Difference::none) continue;
    const bool strong = difference == Difference::of_length;
    result.matches.push_back({strong, "one_period", sentences});
    if (strong) result.severity = std::max(result.severity.value_or(Severity::info), duty.severity);
  }
}

}  // namespace klausul
