#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/entry.h"
#include "text/strict_json.h"

namespace klausul {

/// What patterns of one entry are parsed with: the words they may name and the entry's thresholds.
struct PatternContext {
  const Lexicon& lexicon;
  const std::vector<std::pair<std::string, std::string>>& thresholds;
};

/// Reads one pattern object (clauses/README.md, "Patterns"). Mistakes become problems of `object`.
/// `default_window` is used by `all` when the pattern names none.
Pattern parse_pattern(JsonObject& object, const PatternContext& context, std::uint32_t default_window = 40);

/// "2018-05-25"; nullopt when it is no date.
std::optional<CalendarDate> parse_date(std::string_view written);

/// "14 days", "72h", "2 bd" as hours; nullopt when it is no period.
std::optional<double> parse_period(std::string_view written);

}  // namespace klausul
