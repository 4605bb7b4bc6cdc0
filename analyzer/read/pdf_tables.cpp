#include "read/pdf_tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace klausul {
namespace {

constexpr double kTouching = 3;
/// A page with more lines is a drawing.
constexpr std::size_t kMostRules = 1500;

/// The lines of one grid: those that touch each other.
struct Grid {
  std::vector<PdfBox> level;
  std::vector<PdfBox> upright;
  PdfBox box;
};

bool touch(const PdfBox& a, const PdfBox& b) {
  return a.left <= b.right + kTouching && b.left <= a.right + kTouching && a.top <= b.bottom + kTouching &&
         b.top <= a.bottom + kTouching;
}

std::vector<Grid> grids_of(const std::vector<PdfBox>& rules) {
  std::vector<std::size_t> group(rules.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (touch(rules[i], rules[j])) group[root(i)] = root(j);
  std::map<std::size_t, Grid> grids;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto [place, is_new] = grids.try_emplace(root(i));
    Grid& grid = place->second;
    if (is_new) grid.box = rules[i];
    grid.box.include(rules[i]);
    (rules[i].width() >= rules[i].height() ? grid.level : grid.upright).push_back(rules[i]);
  }
  std::vector<Grid> found;
  for (auto& [first, grid] : grids)
    if (!grid.level.empty() && !grid.upright.empty()) found.push_back(std::move(grid));
  std::sort(found.begin(), found.end(), [](const Grid& a, const Grid& b) { return a.box.top < b.box.top; });
  return found;
}

/// Positions that lie close together become one.
std::vector<double> distinct(std::vector<double> positions) {
  std::sort(positions.begin(), positions.end());
  std::vector<double> kept;
  for (const double position : positions)
    if (kept.empty() || position > kept.back() + 2 * kTouching) kept.push_back(position);
  return kept;
}

/// A grid as rows and columns; knows which of its edges are drawn where.
class Cells {
 public:
  explicit Cells(const Grid& grid) : grid_(grid) {
    std::vector<double> xs{grid.box.left, grid.box.right};
    std::vector<double> ys{grid.box.top, grid.box.bottom};
    for (const PdfBox& rule : grid.upright) xs.push_back(rule.middle_x());
    for (const PdfBox& rule : grid.level) ys.push_back(rule.middle_y());
    xs_ = distinct(std::move(xs));
    ys_ = distinct(std::move(ys));
  }

  [[nodiscard]] bool is_table() const { return xs_.size() > 2 && ys_.size() > 1; }
  [[nodiscard]] const std::vector<double>& edges() const { return xs_; }
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(ys_.size() - 1); }

  /// The cell around the middle of `box`: an edge that is not drawn there does not part cells.
  [[nodiscard]] PdfCell cell_at(const PdfBox& box) const {
    const std::size_t row = interval(ys_, box.middle_y());
    const std::size_t column = interval(xs_, std::min(box.left + 2, box.middle_x()));
    const double y = std::clamp(box.middle_y(), ys_.front(), ys_.back());
    const double x = (xs_[column] + xs_[column + 1]) / 2;
    std::size_t left = column;
    while (left > 0 && !is_drawn_upright(xs_[left], y)) --left;
    std::size_t right = column + 1;
    while (right + 1 < xs_.size() && !is_drawn_upright(xs_[right], y)) ++right;
    std::size_t top = row;
    while (top > 0 && !is_drawn_level(ys_[top], x)) --top;
    PdfCell cell;
    cell.row = static_cast<std::uint32_t>(top + 1);
    cell.column = static_cast<std::uint32_t>(left + 1);
    cell.columns = static_cast<std::uint32_t>(right - left);
    return cell;
  }

 private:
  static std::size_t interval(const std::vector<double>& edges, double at) {
    const auto past = std::upper_bound(edges.begin() + 1, edges.end() - 1, at);
    return static_cast<std::size_t>(past - edges.begin()) - 1;
  }
  [[nodiscard]] bool is_drawn_upright(double x, double y) const {
    return std::any_of(grid_.upright.begin(), grid_.upright.end(), [&](const PdfBox& rule) {
      return std::abs(rule.middle_x() - x) <= 2 * kTouching && rule.top - kTouching <= y &&
             y <= rule.bottom + kTouching;
    });
  }
  [[nodiscard]] bool is_drawn_level(double y, double x) const {
    return std::any_of(grid_.level.begin(), grid_.level.end(), [&](const PdfBox& rule) {
      return std::abs(rule.middle_y() - y) <= 2 * kTouching && rule.left - kTouching <= x &&
             x <= rule.right + kTouching;
    });
  }

  const Grid& grid_;
  std::vector<double> xs_;
  std::vector<double> ys_;
};

bool stands_in(const PdfSegment& segment, const PdfBox& box) {
  return !segment.furniture && box.left <= segment.box.middle_x() && segment.box.middle_x() <= box.right &&
         box.top - 1 <= segment.box.middle_y() && segment.box.middle_y() <= box.bottom + 1;
}

/// The table that `grid` frames; without cells when it frames none.
PdfTable table_of(const Grid& grid, const std::vector<PdfSegment>& segments) {
  PdfTable table;
  const Cells cells(grid);
  if (!cells.is_table()) return table;
  std::map<std::pair<std::uint32_t, std::uint32_t>, PdfCell> filled;
  std::size_t columns_used = 0;
  for (const PdfSegment& segment : segments) {
    if (!stands_in(segment, grid.box)) continue;
    PdfCell cell = cells.cell_at(segment.box);
    PdfCell& place = filled.try_emplace({cell.row, cell.column}, cell).first->second;
    place.segments.push_back(segment);
    columns_used |= std::size_t{1} << std::min<std::uint32_t>(cell.column, 63);
  }
  if ((columns_used & (columns_used - 1)) == 0) return table;  // all text in one column: a frame
  table.box = grid.box;
  table.edges = cells.edges();
  table.rows = cells.rows();
  for (auto& [place, cell] : filled) table.cells.push_back(std::move(cell));
  return table;
}

}  // namespace

std::vector<PdfTable> take_ruled_tables(const std::vector<PdfBox>& rules, std::vector<PdfSegment>& segments) {
  std::vector<PdfTable> tables;
  if (rules.size() > kMostRules) return tables;
  for (const Grid& grid : grids_of(rules)) {
    PdfTable table = table_of(grid, segments);
    if (table.cells.empty()) continue;
    std::erase_if(segments, [&](const PdfSegment& segment) { return stands_in(segment, grid.box); });
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace klausul
