#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "assess/report.h"

namespace klausul {

/// A row of a table of findings.
struct FindingRow {
  const DocumentReport& document;
  const Finding& finding;
  std::size_t number;  ///< 1 for the first finding of its document
  Language language;
};

enum class CellKind : std::uint8_t {
  text,
  number,
  severity,
  place,  ///< leads to the file
};

/// A column of a table of findings, for every format that is one.
struct FindingColumn {
  Bilingual title;
  CellKind kind = CellKind::text;
  double width = 10;  ///< in characters, for formats that have widths
  std::string (*text)(const FindingRow& row) = nullptr;
};

/// The columns, from left to right.
std::span<const FindingColumn> finding_columns();

}  // namespace klausul
