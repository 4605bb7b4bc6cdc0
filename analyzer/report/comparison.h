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

/// How grave a difference is: the entry's severity for a number, its lesser one for a wording; medium for what was
/// found in one version only, which may also be a wording that is known in one language.
Severity severity_of(const VersionDifference& difference, const Entry& entry);

/// For people: the gravest differences first, each with what both versions say.
std::string write_comparison_text(const VersionComparison& comparison, const ReportOptions& options);

/// For programs: klausul.comparison/1.
std::string write_comparison_json(const VersionComparison& comparison);

}  // namespace klausul
