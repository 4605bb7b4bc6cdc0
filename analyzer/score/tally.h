#pragma once

#include <cstdint>
#include <optional>

namespace klausul {

/// How often a yes-or-no answer was right. A ratio without a denominator is none rather than zero or one.
struct Tally {
  std::uint32_t true_positive = 0, false_positive = 0, false_negative = 0, true_negative = 0;
  std::uint32_t evidence = 0, evidence_hits = 0;  ///< where a quote could be compared, and where it was right
  std::uint32_t statuses = 0, same_status = 0;    ///< where the full status could be compared

  void add(bool expected, bool found);
  void add(const Tally& other);

  [[nodiscard]] std::uint32_t decisions() const {
    return true_positive + false_positive + false_negative + true_negative;
  }
  [[nodiscard]] std::optional<double> precision() const;
  [[nodiscard]] std::optional<double> recall() const;
  [[nodiscard]] std::optional<double> f1() const;
  [[nodiscard]] std::optional<double> accuracy() const;
  [[nodiscard]] std::optional<double> evidence_share() const;
  [[nodiscard]] std::optional<double> status_share() const;
};

}  // namespace klausul
