#include "read/pdf_layout.h"

#include <algorithm>
#include <utility>

#include "read/pdf_columns.h"
#include "read/pdf_rows.h"

namespace klausul {
namespace {

constexpr double kGlued = 0.12;         ///< of the font size: narrower gaps part no words
constexpr double kFootnoteSize = 0.93;  ///< of the size of most text: footnotes are smaller
constexpr int kDeepestColumns = 4;      ///< columns within columns

bool begins_like_footnote(const std::string& text) {
  return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '*' || text[0] == '[');
}

class PageLayout {
 public:
  PageLayout(const PdfSheet& sheet, double body_size) : sheet_(sheet), body_size_(body_size) {}

  std::vector<PdfLine> lay_out(std::vector<PdfTable> tables) && {
    std::vector<PdfSegment> segments;
    std::vector<PdfSegment> furniture;
    for (const PdfSegment& segment : sheet_.segments) {
      (segment.furniture ? furniture : segments).push_back(segment);
      has_footnotes_ = has_footnotes_ || (!segment.furniture && is_small_and_low(segment.size, segment.box) &&
                                          begins_like_footnote(segment.text));
    }
    for (const PdfRow& row : make_rows(std::move(furniture)))
      for (const PdfSegment& segment : row.segments) add_line({segment}, PdfLineKind::furniture, sheet_.width);
    lay_out(std::move(segments), std::move(tables), 0);
    mark_footnotes();
    return std::move(lines_);
  }

 private:
  [[nodiscard]] bool is_small_and_low(double size, const PdfBox& box) const {
    return size <= kFootnoteSize * body_size_ && box.top > 0.5 * sheet_.height;
  }

  /// Lays out what stands above, left of, right of and below a gutter, or rows when there is none.
  void lay_out(std::vector<PdfSegment> segments, std::vector<PdfTable> tables, int depth) {
    std::vector<PdfBox> blocks;
    for (const PdfTable& table : tables) blocks.push_back(table.box);
    const std::optional<PdfGutter> gutter =
        depth < kDeepestColumns ? find_gutter(segments, blocks, sheet_.width) : std::nullopt;
    if (!gutter) return lay_out_column(std::move(segments), std::move(tables));
    constexpr std::size_t kParts = 4;
    std::vector<std::vector<PdfSegment>> segments_of(kParts);
    std::vector<std::vector<PdfTable>> tables_of(kParts);
    const auto part_of = [&](const PdfBox& box) -> std::size_t {
      if (box.middle_y() < gutter->top) return 0;
      if (box.middle_y() > gutter->bottom) return 3;
      return box.middle_x() < (gutter->left + gutter->right) / 2 ? 1 : 2;
    };
    for (PdfSegment& segment : segments) segments_of[part_of(segment.box)].push_back(std::move(segment));
    for (PdfTable& table : tables) tables_of[part_of(table.box)].push_back(std::move(table));
    for (std::size_t part = 0; part < kParts; ++part)
      lay_out(std::move(segments_of[part]), std::move(tables_of[part]), depth + 1);
  }

  void lay_out_column(std::vector<PdfSegment> segments, std::vector<PdfTable> tables) {
    ++flow_;
    double margin = 0;
    for (const PdfSegment& segment : segments) margin = std::max(margin, segment.box.right);
    std::stable_sort(tables.begin(), tables.end(),
                     [](const PdfTable& a, const PdfTable& b) { return a.box.top < b.box.top; });
    const std::vector<PdfRow> rows = make_rows(std::move(segments));
    std::size_t next_table = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= rows.size(); ++i) {
      const bool table_above = next_table < tables.size() &&
                               (i == rows.size() || tables[next_table].box.middle_y() < rows[i].box.middle_y());
      if (i < rows.size() && !table_above) continue;
      add_rows({rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(i)},
               margin);
      begin = i;
      while (next_table < tables.size() &&
             (i == rows.size() || tables[next_table].box.middle_y() < rows[i].box.middle_y()))
        add_table(tables[next_table++]);
    }
  }

  void add_rows(const std::vector<PdfRow>& rows, double margin) {
    const std::vector<PdfAlignedTable> tables = find_aligned_tables(rows);
    std::size_t next_table = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (next_table < tables.size() && tables[next_table].first == i) {
        add_table(tables[next_table].table);
        i = tables[next_table++].past - 1;
      } else {
        add_line(rows[i].segments, PdfLineKind::body, margin);
      }
    }
  }

  void add_table(const PdfTable& table) {
    ++table_;
    ++flow_;
    std::vector<double> margins(65, 0);  // of each column
    for (const PdfCell& cell : table.cells)
      for (const PdfSegment& segment : cell.segments) {
        double& margin = margins[std::min<std::uint32_t>(cell.column, 64)];
        margin = std::max(margin, segment.box.right);
      }
    bool first = true;
    for (const PdfCell& cell : table.cells) {
      for (const PdfRow& row : make_rows(cell.segments)) {
        PdfLine& line = add_line(row.segments, PdfLineKind::cell, margins[std::min<std::uint32_t>(cell.column, 64)]);
        line.table = table_;
        line.row = cell.row;
        line.column = cell.column;
        line.columns = cell.columns;
        if (first) line.edges = table.edges;
        first = false;
      }
    }
    ++flow_;
  }

  PdfLine& add_line(const std::vector<PdfSegment>& segments, PdfLineKind kind, double margin) {
    PdfLine line;
    line.box = segments[0].box;
    line.size = 0;
    line.bold = true;
    for (const PdfSegment& segment : segments) {
      // As in Word files, the number that names a footnote is no part of the text.
      if (segment.raised && has_footnotes_ && !line.text.empty()) continue;
      const double gap = segment.box.left - line.box.right;
      if (line.text.empty())
        line.first_word = segment.first_word;
      else if (gap > kGlued * segment.size && !segment.text.empty())
        line.text += ' ';
      line.text += segment.text;
      line.box.include(segment.box);
      line.bold = line.bold && segment.bold;
      if (segment.size > line.size) line.baseline = segment.baseline;
      line.size = std::max(line.size, segment.size);
    }
    line.kind = kind;
    line.margin = margin;
    line.page = sheet_.number;
    line.flow = flow_;
    lines_.push_back(std::move(line));
    return lines_.back();
  }

  /// Small lines at the foot of the page, of which the first begins with a number.
  void mark_footnotes() {
    std::size_t first = lines_.size();
    for (std::size_t i = lines_.size(); i > 0; --i) {
      const PdfLine& line = lines_[i - 1];
      if (line.kind != PdfLineKind::body || !is_small_and_low(line.size, line.box) || line.flow != lines_.back().flow)
        break;
      if (begins_like_footnote(line.text)) first = i - 1;
    }
    const bool below_text = std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(first),
                                        [](const PdfLine& line) { return line.kind != PdfLineKind::furniture; });
    for (std::size_t i = first; below_text && i < lines_.size(); ++i) lines_[i].kind = PdfLineKind::footnote;
  }

  const PdfSheet& sheet_;
  double body_size_;
  bool has_footnotes_ = false;
  std::uint32_t flow_ = 0;
  std::uint32_t table_ = 0;
  std::vector<PdfLine> lines_;
};

}  // namespace

std::vector<PdfLine> lay_out(const PdfSheet& sheet, std::vector<PdfTable> ruled, double body_size) {
  return PageLayout(sheet, body_size).lay_out(std::move(ruled));
}

}  // namespace klausul
