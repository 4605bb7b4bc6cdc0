#include "read/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace klausul {
namespace {

constexpr std::size_t kFewestLines = 5;      ///< on each side
constexpr std::size_t kMostSegments = 2000;  ///< a page with more is no page of running text
constexpr double kNarrowestColumn = 0.2;     ///< of the width of the page, for half of the lines
constexpr double kNarrowestGutter = 7;
constexpr double kAligned = 3;

/// What stands left and right of a possible gutter, without anything across it.
struct Sides {
  std::vector<PdfBox> left;
  std::vector<PdfBox> right;
};

double median_width(std::vector<PdfBox> boxes) {
  const auto middle = boxes.begin() + static_cast<std::ptrdiff_t>(boxes.size() / 2);
  std::nth_element(boxes.begin(), middle, boxes.end(),
                   [](const PdfBox& a, const PdfBox& b) { return a.width() < b.width(); });
  return middle->width();
}

/// The tops of lines after a gap that is wider than usual: where rows of a table, or paragraphs, begin.
std::vector<double> tops_after_gaps(const std::vector<PdfBox>& boxes) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < boxes.size(); ++i) pitches.push_back(boxes[i].top - boxes[i - 1].top);
  std::vector<double> sorted = pitches;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 3), sorted.end());
  const double usual = sorted[sorted.size() / 3];
  std::vector<double> tops{boxes.front().top};
  for (std::size_t i = 0; i < pitches.size(); ++i)
    if (pitches[i] > 1.25 * usual) tops.push_back(boxes[i + 1].top);
  return tops;
}

std::size_t count_aligned(const std::vector<double>& tops, const std::vector<double>& others) {
  return static_cast<std::size_t>(std::count_if(tops.begin(), tops.end(), [&](double top) {
    return std::any_of(others.begin(), others.end(), [&](double other) { return std::abs(top - other) <= kAligned; });
  }));
}

/// Rows begin at the same height on both sides.
bool is_table(const Sides& sides) {
  const std::vector<double> left = tops_after_gaps(sides.left);
  const std::vector<double> right = tops_after_gaps(sides.right);
  if (left.size() < 3 || right.size() < 3) return false;
  return count_aligned(left, right) * 10 >= left.size() * 8 && count_aligned(right, left) * 10 >= right.size() * 8;
}

bool are_columns(const Sides& sides, double width) {
  if (sides.left.size() < kFewestLines || sides.right.size() < kFewestLines) return false;
  if (median_width(sides.left) < kNarrowestColumn * width || median_width(sides.right) < kNarrowestColumn * width)
    return false;
  const double top = std::max(sides.left.front().top, sides.right.front().top);
  const double bottom = std::min(sides.left.back().bottom, sides.right.back().bottom);
  const double shorter =
      std::min(sides.left.back().bottom - sides.left.front().top, sides.right.back().bottom - sides.right.front().top);
  return bottom - top >= 0.6 * shorter && !is_table(sides);
}

PdfGutter gutter_of(const Sides& sides) {
  PdfGutter gutter{std::min(sides.left.front().top, sides.right.front().top), 0, 0, sides.right.front().left};
  for (const PdfBox& box : sides.left) {
    gutter.left = std::max(gutter.left, box.right);
    gutter.bottom = std::max(gutter.bottom, box.bottom);
  }
  for (const PdfBox& box : sides.right) {
    gutter.right = std::min(gutter.right, box.left);
    gutter.bottom = std::max(gutter.bottom, box.bottom);
  }
  return gutter;
}

/// Left edges that many segments share.
std::vector<double> common_left_edges(const std::vector<PdfBox>& boxes, double width) {
  std::vector<double> edges;
  for (const PdfBox& box : boxes)
    if (box.left > 0.25 * width && box.left < 0.8 * width) edges.push_back(box.left);
  std::sort(edges.begin(), edges.end());
  std::vector<double> common;
  for (std::size_t i = 0; i < edges.size();) {
    std::size_t past = i;
    while (past < edges.size() && edges[past] <= edges[i] + kAligned) ++past;
    if (past - i >= 3) common.push_back(edges[i]);
    i = past;
  }
  return common;
}

}  // namespace

std::optional<PdfGutter> find_gutter(const std::vector<PdfSegment>& segments, const std::vector<PdfBox>& blocks,
                                     double width) {
  std::optional<PdfGutter> best;
  if (segments.size() > kMostSegments || segments.size() < 2 * kFewestLines) return best;
  std::vector<PdfBox> boxes = blocks;
  for (const PdfSegment& segment : segments) boxes.push_back(segment.box);
  std::stable_sort(boxes.begin(), boxes.end(), [](const PdfBox& a, const PdfBox& b) { return a.top < b.top; });
  std::size_t most = 0;
  for (const double edge : common_left_edges(boxes, width)) {
    Sides sides;
    const auto close = [&] {
      const std::size_t count = sides.left.size() + sides.right.size();
      if (count > most && are_columns(sides, width)) {
        most = count;
        best = gutter_of(sides);
      }
      sides = {};
    };
    for (const PdfBox& box : boxes) {
      if (box.left >= edge - kAligned)
        sides.right.push_back(box);
      else if (box.right <= edge - kNarrowestGutter)
        sides.left.push_back(box);
      else
        close();
    }
    close();
  }
  return best;
}

}  // namespace klausul
