#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace klausul {

/// Lines first..last, both included, 1-based.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(LineRange, LineRange) = default;
};

/// What a person decided about one entry in one document.
struct Label {
  std::string id;
  char status = '-';  ///< P present, W weak, M missing; T triggered, C clear; - not applicable
  std::vector<LineRange> lines;
  std::string note;
};

/// The cells of a table with tabs, without its header row. Empty lines are left out.
std::vector<std::vector<std::string>> tsv_rows(std::string_view text);

/// "17", "114-116,120". Fails on anything else; `where` goes into the error.
Result<std::vector<LineRange>> parse_lines(std::string_view text, const std::string& where);

/// labels/<name>.tsv: `id status lines note` with a header row.
Result<std::vector<Label>> parse_labels(std::string_view text, const std::string& where);

/// Whether a line of one is at most `distance` lines from a line of the other.
bool are_near(const std::vector<LineRange>& some, const std::vector<LineRange>& others, std::uint32_t distance);

/// "17, 114-116".
std::string lines_text(const std::vector<LineRange>& lines);

}  // namespace klausul
