#include "read/pdf_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "read/plain_lines.h"

namespace klausul {
namespace {

constexpr double kSameRow = 0.4;  ///< of the font size, between baselines
constexpr double kAligned = 4;    ///< points, between left edges of cells
constexpr double kRowGap = 1.35;  ///< of the closest lines of a table: wider, another row begins
constexpr std::size_t kFewestRows = 3;

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '*'; });
}

void add(PdfRow& row, PdfSegment segment) {
  if (row.segments.empty()) {
    row.box = segment.box;
    row.baseline = segment.baseline;
    row.size = segment.size;
  }
  row.box.include(segment.box);
  row.size = std::max(row.size, segment.size);
  row.segments.push_back(std::move(segment));
}

/// Puts a small number into the row that it is raised in; false when there is none.
bool add_raised(std::vector<PdfRow>& rows, const PdfSegment& number) {
  for (PdfRow& row : rows) {
    if (number.size > 0.8 * row.size || number.box.middle_y() < row.box.top || number.box.middle_y() > row.box.bottom)
      continue;
    const bool beside = std::any_of(row.segments.begin(), row.segments.end(), [&](const PdfSegment& segment) {
      return number.box.left < segment.box.right + row.size && number.box.right > segment.box.left - row.size;
    });
    if (!beside) continue;
    row.segments.push_back(number);
    row.segments.back().raised = true;
    return true;
  }
  return false;
}

/// The number or bullet of a paragraph is no cell, however far its text stands from it.
bool is_label(const PdfSegment& segment) {
  return opening_of(segment.text + " x").start != LineStart::text || is_number(segment.text) ||
         segment.text.size() <= 2;
}

/// The left edges of the cells of a row; a label and what follows it are one.
std::vector<double> cell_edges(const PdfRow& row) {
  std::vector<double> edges;
  for (std::size_t i = 0; i < row.segments.size(); ++i)
    if (i != 1 || !is_label(row.segments[0])) edges.push_back(row.segments[i].box.left);
  return edges;
}

/// The column that begins at `left`, counted from 0; -1 for none.
int column_at(const std::vector<double>& edges, double left) {
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (std::abs(edges[i] - left) <= kAligned) return static_cast<int>(i);
  return -1;
}

bool fits(const std::vector<double>& cells, const std::vector<double>& edges) {
  return std::all_of(cells.begin(), cells.end(), [&](double left) { return column_at(edges, left) >= 0; });
}

class AlignedTableFinder {
 public:
  explicit AlignedTableFinder(const std::vector<PdfRow>& rows) : rows_(rows) {
    for (const PdfRow& row : rows) cells_.push_back(cell_edges(row));
  }

  /// The table that begins at `first`; past == first when none does.
  [[nodiscard]] PdfAlignedTable at(std::size_t first) const {
    PdfAlignedTable found{first, first, {}};
    const std::vector<double>& edges = cells_[first];
    if (edges.size() < 2) return found;
    std::size_t full_rows = 0;
    std::size_t past = first;
    for (std::size_t i = first; i < rows_.size() && follows_closely(first, i) && fits(cells_[i], edges); ++i) {
      if (cells_[i].size() >= 2) {
        ++full_rows;
        past = i + 1;
      } else if (column_at(edges, cells_[i][0]) > 0) {
        past = i + 1;
      }
    }
    if (full_rows < (edges.size() > 2 ? kFewestRows - 1 : kFewestRows)) return found;
    found.past = past;
    fill(found, edges);
    return found;
  }

 private:
  [[nodiscard]] bool follows_closely(std::size_t first, std::size_t i) const {
    return i == first || rows_[i].baseline - rows_[i - 1].baseline <= 4 * rows_[i].size;
  }

  void fill(PdfAlignedTable& found, const std::vector<double>& edges) const {
    double closest = 1e9;
    for (std::size_t i = found.first + 1; i < found.past; ++i)
      closest = std::min(closest, rows_[i].baseline - rows_[i - 1].baseline);
    std::map<std::pair<std::uint32_t, std::uint32_t>, PdfCell> cells;
    std::uint32_t row = 1;
    found.table.box = rows_[found.first].box;
    for (std::size_t i = found.first; i < found.past; ++i) {
      found.table.box.include(rows_[i].box);
      const bool begins = column_at(edges, cells_[i][0]) == 0;
      const bool apart = i > found.first && rows_[i].baseline - rows_[i - 1].baseline > kRowGap * closest;
      if (i > found.first && (apart || (begins && !has_wide_gaps(found, closest)))) ++row;
      int column = 0;
      for (const PdfSegment& segment : rows_[i].segments) {
        column = std::max(column, column_at(edges, segment.box.left));
        PdfCell& cell = cells[{row, static_cast<std::uint32_t>(column + 1)}];
        cell.row = row;
        cell.column = static_cast<std::uint32_t>(column + 1);
        cell.segments.push_back(segment);
      }
    }
    for (auto& [place, cell] : cells) found.table.cells.push_back(std::move(cell));
    found.table.edges = edges;
    found.table.rows = row;
  }

  /// Rows of several lines are told apart by the space between them; without such space every line is a row.
  [[nodiscard]] bool has_wide_gaps(const PdfAlignedTable& found, double closest) const {
    std::size_t wide = 0;
    for (std::size_t i = found.first + 1; i < found.past; ++i)
      wide += rows_[i].baseline - rows_[i - 1].baseline > kRowGap * closest ? 1U : 0U;
    return wide * 4 >= found.past - found.first;
  }

  const std::vector<PdfRow>& rows_;
  std::vector<std::vector<double>> cells_;  ///< of each row, its left edges
};

}  // namespace

std::vector<PdfRow> make_rows(std::vector<PdfSegment> segments) {
  std::stable_sort(segments.begin(), segments.end(),
                   [](const PdfSegment& a, const PdfSegment& b) { return a.baseline < b.baseline; });
  std::vector<PdfRow> rows;
  std::vector<PdfSegment> numbers;
  for (PdfSegment& segment : segments) {
    if (is_number(segment.text)) {
      numbers.push_back(std::move(segment));
      continue;
    }
    if (rows.empty() || segment.baseline - rows.back().baseline > kSameRow * std::min(segment.size, rows.back().size))
      rows.emplace_back();
    add(rows.back(), std::move(segment));
  }
  for (PdfSegment& number : numbers) {
    if (add_raised(rows, number)) continue;
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const PdfRow& row) {
      return std::abs(row.baseline - number.baseline) <= kSameRow * std::min(number.size, row.size);
    });
    if (same != rows.end()) {
      add(*same, std::move(number));
    } else {
      rows.emplace_back();
      add(rows.back(), std::move(number));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PdfRow& a, const PdfRow& b) { return a.baseline < b.baseline; });
  for (PdfRow& row : rows)
    std::stable_sort(row.segments.begin(), row.segments.end(),
                     [](const PdfSegment& a, const PdfSegment& b) { return a.box.left < b.box.left; });
  return rows;
}

std::vector<PdfAlignedTable> find_aligned_tables(const std::vector<PdfRow>& rows) {
  const AlignedTableFinder finder(rows);
  std::vector<PdfAlignedTable> tables;
  for (std::size_t i = 0; i < rows.size();) {
    PdfAlignedTable found = finder.at(i);
    i = std::max(i + 1, found.past);
    if (found.past > found.first) tables.push_back(std::move(found));
  }
  return tables;
}

}  // namespace klausul
