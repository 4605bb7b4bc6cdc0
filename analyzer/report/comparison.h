#pragma once

#include <string>
#include <vector>

#include "assess/compare_versions.h"
#include "report/reporter.h"

namespace klausul {

/// Two versions of one contract and how they differ. The entry is the one the comparison speaks through.
struct VersionComparison {
  const Report& report;  ///< of exactly two documents
  const Entry& entry;
  const std::vector<VersionDifference>& differences;
};

/// How grave a difference is: the entry's severity, or its lesser one where only the fullness of a wording differs.
Severity severity_of(const VersionDifference& difference, const Entry& entry);

/// For people: the gravest differences first, each with what both versions say.
std::string write_comparison_text(const VersionComparison& comparison, const ReportOptions& options);

/// For programs: klausul.comparison/1.
std::string write_comparison_json(const VersionComparison& comparison);

}  // namespace klausul
