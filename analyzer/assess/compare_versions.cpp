#include "assess/compare_versions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "annotate/annotation.h"

namespace klausul {

namespace {

bool is_decided(Status status) { return status != Status::not_applicable && status != Status::undetermined; }

bool is_there(Status status) {
  return status == Status::present || status == Status::triggered || status == Status::weak;
}

bool is_full(Status status) { return status == Status::present || status == Status::triggered; }

DifferenceWeight weight_of(const EntryResult& first, const EntryResult& second) {
  const bool one_sided =
      (is_full(first.status) && !is_there(second.status)) || (is_full(second.status) && !is_there(first.status));
  return one_sided && is_expected(first.kind) ? DifferenceWeight::one_sided : DifferenceWeight::wording;
}

/// Whether both state the same length of the same kind of days: "48 hours" and "två dagar" do.
bool is_same_period(const Fact& a, const Fact& b) {
  if ((a.unit == name_of(TimeUnit::business_day)) != (b.unit == name_of(TimeUnit::business_day))) return false;
  const auto hours = [](const Fact& fact) {
    Clock clock;
    clock.amount = fact.value;
    for (const TimeUnit unit :
         {TimeUnit::hour, TimeUnit::day, TimeUnit::business_day, TimeUnit::week, TimeUnit::month, TimeUnit::year})
      if (fact.unit == name_of(unit)) clock.unit = unit;
    return clock.hours();
  };
  return std::abs(hours(a) - hours(b)) < 0.5;
}

std::vector<Fact> facts_of(const DocumentReport& report, const std::string& duty) {
  std::vector<Fact> facts;
  for (const Fact& fact : report.facts)
    if (fact.duty == duty) facts.push_back(fact);
  return facts;
}

/// Those of `facts` whose period `others` do not state, each once.
std::vector<Fact> not_in(const std::vector<Fact>& facts, const std::vector<Fact>& others) {
  std::vector<Fact> only;
  for (const Fact& fact : facts) {
    const auto same = [&](const Fact& other) { return is_same_period(fact, other); };
    if (std::none_of(others.begin(), others.end(), same) && std::none_of(only.begin(), only.end(), same))
      only.push_back(fact);
  }
  return only;
}

VersionSide side_of(const EntryResult& entry) { return {entry.status, {}, 0, entry.evidence}; }

/// The side of a period: the passages that state it, or, when there are none, those of the entry.
VersionSide side_of(const EntryResult& entry, std::vector<Fact> periods) {
  VersionSide side = side_of(entry);
  if (!periods.empty()) {
    side.evidence.clear();
    for (const Fact& fact : periods) side.evidence.push_back(fact.evidence);
  }
  side.periods = std::move(periods);
  return side;
}

std::size_t count_annexes(const DocumentReport& report) {
  return static_cast<std::size_t>(std::count_if(report.reviewed->blocks.begin(), report.reviewed->blocks.end(),
                                                [](const Block& block) { return block.kind == BlockKind::annex; }));
}

}  // namespace

const char* name_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::status: return "status";
    case DifferenceKind::period: return "period";
    case DifferenceKind::annexes: return "annexes";
  }
  return "";
}

std::vector<VersionDifference> compare_versions(const DocumentReport& first, const DocumentReport& second) {
  std::vector<VersionDifference> differences;
  if (first.reviewed && second.reviewed && count_annexes(first) != count_annexes(second)) {
    VersionDifference difference;
    difference.kind = DifferenceKind::annexes;
    difference.first.annexes = count_annexes(first);
    difference.second.annexes = count_annexes(second);
    differences.push_back(std::move(difference));
  }
  for (const EntryResult& entry : first.entries) {
    const auto other = std::find_if(second.entries.begin(), second.entries.end(),
                                    [&](const EntryResult& candidate) { return candidate.id == entry.id; });
    if (other == second.entries.end() || !is_decided(entry.status) || !is_decided(other->status)) continue;
    VersionDifference difference;
    difference.id = entry.id;
    difference.entry_kind = entry.kind;
    difference.title = entry.title;
    if (entry.status != other->status) {
      difference.weight = weight_of(entry, *other);
      difference.first = side_of(entry);
      difference.second = side_of(*other);
      differences.push_back(difference);
    }
    if (!is_there(entry.status) || !is_there(other->status)) continue;
    const std::vector<Fact> ours = facts_of(first, entry.id), theirs = facts_of(second, entry.id);
    std::vector<Fact> only_ours = not_in(ours, theirs), only_theirs = not_in(theirs, ours);
    if (only_ours.empty() && only_theirs.empty()) continue;
    difference.kind = DifferenceKind::period;
    difference.weight = DifferenceWeight::number;
    difference.first = side_of(entry, std::move(only_ours));
    difference.second = side_of(*other, std::move(only_theirs));
    differences.push_back(std::move(difference));
  }
  return differences;
}

}  // namespace klausul
