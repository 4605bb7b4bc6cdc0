#include "score/tally.h"

namespace klausul {

namespace {

std::optional<double> share(std::uint32_t part, std::uint32_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Tally::add(bool expected, bool found) {
  if (expected) {
    ++(found ? true_positive : false_negative);
  } else {
    ++(found ? false_positive : true_negative);
  }
}

void Tally::add(const Tally& other) {
  true_positive += other.true_positive;
  false_positive += other.false_positive;
  false_negative += other.false_negative;
  true_negative += other.true_negative;
  evidence += other.evidence;
  evidence_hits += other.evidence_hits;
  statuses += other.statuses;
  same_status += other.same_status;
}

std::optional<double> Tally::precision() const { return share(true_positive, true_positive + false_positive); }

std::optional<double> Tally::recall() const { return share(true_positive, true_positive + false_negative); }

std::optional<double> Tally::f1() const {
  return share(2 * true_positive, 2 * true_positive + false_positive + false_negative);
}

std::optional<double> Tally::accuracy() const { return share(true_positive + true_negative, decisions()); }

std::optional<double> Tally::evidence_share() const { return share(evidence_hits, evidence); }

std::optional<double> Tally::status_share() const { return share(same_status, statuses); }

}  // namespace klausul
