#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/report.h"

namespace klausul {

/// How a report for people looks. Reports for programs do not depend on it.
struct TextOptions {
  std::optional<Language> language;  ///< sv or en; none: each document's main language
  std::size_t width = 100;           ///< columns
  bool colour = false;
};

/// A review for a person at a terminal or in a mail.
std::string write_text(const Report& report, const TextOptions& options);

/// klausul.report/1: the same report gives the same bytes.
std::string write_json(const Report& report);

/// A format of `--format`. A new one is a file here and a line in reporters.cpp.
struct Reporter {
  std::string_view name;
  std::string (*write)(const Report& report, const TextOptions& options);
};

const std::vector<Reporter>& reporters();

/// Null when there is no format of that name.
const Reporter* find_reporter(std::string_view name);

}  // namespace klausul
