#include "read/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/line_joint.h"
#include "read/pdf_furniture.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr double kWiderPitch = 1.22;           ///< of the usual distance of lines: wider, another paragraph begins
constexpr double kIndent = 7;                  ///< points
constexpr std::string_view kLeader = ".....";  ///< leads to a page number, in a table of contents
constexpr std::size_t kLongestHeading = 200;
constexpr std::size_t kMostHeadingLines = 4;

int half_points(double size) { return static_cast<int>(std::lround(size * 2)); }

bool same_size(double a, double b) { return std::abs(a - b) <= 0.07 * std::max(a, b); }

/// How a line of a PDF begins. Word's second bullet is the letter "o".
LineOpening opening_of_line(const PdfLine& line) {
  const std::string_view text = line.text;
  if (text.substr(0, 2) == "o ") return {LineStart::bullet, 2, 0};
  return opening_of(text);
}

bool is_bullet(LineStart start) { return start == LineStart::bullet || start == LineStart::dash; }

/// The number at the beginning of a footnote and the bytes it takes up with what follows it.
std::pair<std::string, std::size_t> footnote_label(std::string_view text) {
  std::size_t past = 0;
  while (past < text.size() && past < 4 && ((text[past] >= '0' && text[past] <= '9') || text[past] == '*')) ++past;
  std::size_t rest = past;
  while (rest < text.size() && (text[rest] == ' ' || text[rest] == '.' || text[rest] == ')')) ++rest;
  return rest < text.size() ? std::pair{std::string(text.substr(0, past)), rest}
                            : std::pair{std::string(), std::size_t{0}};
}

}  // namespace

double size_of_most_text(const std::vector<PdfSheet>& sheets) {
  std::map<int, std::size_t> letters;
  for (const PdfSheet& sheet : sheets)
    for (const PdfSegment& segment : sheet.segments)
      if (!segment.furniture) letters[half_points(segment.size)] += segment.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first / 2.0;
}

PdfParagraphs::PdfParagraphs(TextBuilder& builder, const std::vector<PdfLine>& lines, double body_size)
    : builder_(builder), body_size_(body_size) {
  learn_pitches(lines);
  learn_headings(lines);
}

/// The most frequent distance between lines of one size is that within paragraphs.
void PdfParagraphs::learn_pitches(const std::vector<PdfLine>& lines) {
  std::map<int, std::map<int, std::size_t>> counts;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const PdfLine& before = lines[i - 1];
    const PdfLine& line = lines[i];
    const double distance = line.baseline - before.baseline;
    if (line.page == before.page && line.flow == before.flow && same_size(line.size, before.size) && distance > 0 &&
        distance < 2.2 * line.size)
      ++counts[half_points(line.size)][half_points(distance)];
  }
  for (const auto& [size, distances] : counts) {
    const auto most = std::max_element(distances.begin(), distances.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most->second >= 3) pitches_[size] = most->first / 2.0;
  }
}

/// Larger than the text: headings, the largest of the first level; a size that only begins the document is its title.
void PdfParagraphs::learn_headings(const std::vector<PdfLine>& lines) {
  std::map<int, std::size_t, std::greater<>> sizes;
  int first = 0;
  for (const PdfLine& line : lines) {
    if (line.kind != PdfLineKind::body) continue;
    if (first == 0) first = half_points(line.size);
    if (is_heading_size(line.size)) ++sizes[half_points(line.size)];
  }
  if (!sizes.empty() && sizes.begin()->first == first && sizes.begin()->second <= 3) {
    title_size_ = first;
    sizes.erase(sizes.begin());
  }
  std::uint8_t level = 0;
  int last = 0;
  for (const auto& [size, count] : sizes) {
    if (level == 0 || last - size >= 2) level = static_cast<std::uint8_t>(std::min(level + 1, 9));
    last = size;
    levels_[size] = level;
  }
}

double PdfParagraphs::pitch_of(double size) const {
  const int wanted = half_points(size);
  for (const int close : {wanted, wanted - 1, wanted + 1})
    if (const auto known = pitches_.find(close); known != pitches_.end()) return known->second;
  return 1.35 * size;
}

void PdfParagraphs::append(const std::vector<PdfLine>& lines) {
  for (const PdfLine& line : lines) take(line);
  flush();
  flush_held();
}

void PdfParagraphs::take(const PdfLine& line) {
  if (line.text.empty()) {
    struck_ = &line;
    return;
  }
  take_text(line);
  struck_ = nullptr;
}

void PdfParagraphs::take_text(const PdfLine& line) {
  if (line.kind == PdfLineKind::footnote || line.kind == PdfLineKind::furniture) {
    held_.push_back(&line);
    return;
  }
  if (!open_.empty() && joins(line)) {
    open_.push_back(&line);
    return;
  }
  flush();
  flush_held();
  start(line);
}

void PdfParagraphs::start(const PdfLine& line) {
  open_.push_back(&line);
  opening_ = opening_of_line(line);
}

/// Whether `line` begins something of its own although the line before it may not end what it says.
bool PdfParagraphs::opens_paragraph(const PdfLine& before, const PdfLine& line, bool before_is_full) const {
  const LineOpening opening = opening_of_line(line);
  const bool unfinished = before_is_full && !ends_sentence(before.text) && before.text.back() != ',';
  const bool hangs_out = line.box.left < open_.back()->box.left - kIndent / 2;
  switch (opening.start) {
    case LineStart::text: return false;
    case LineStart::bullet: return true;
    case LineStart::dash:
      return is_bullet(opening_.start) || !unfinished ||
             !begins_lower_case(std::string_view(line.text).substr(opening.marker_bytes));
    case LineStart::numbered:
      return hangs_out || (!unfinished && !(before_is_full && ends_in_conjunction(before.text)));
    case LineStart::named: return !unfinished;
  }
  return false;
}

bool PdfParagraphs::joins(const PdfLine& line) const {
  const PdfLine& before = *open_.back();
  if (before.kind != line.kind || !same_size(before.size, line.size)) return false;
  if (before.table != line.table || before.row != line.row || before.column != line.column) return false;
  if (before.page == line.page && before.flow == line.flow) return joins_below(before, line);
  return before.kind == PdfLineKind::body && joins_on_next_page(before, line);
}

bool PdfParagraphs::joins_below(const PdfLine& before, const PdfLine& line) const {
  const bool goes_on_over_struck = struck_ != nullptr && struck_->page == before.page && struck_->flow == before.flow;
  const double distance = line.baseline - (goes_on_over_struck ? struck_->baseline : before.baseline);
  if (distance <= 0 || distance > kWiderPitch * pitch_of(line.size) + 0.5) return false;
  const double room = before.margin - before.box.right;
  const bool full = room < line.first_word + 0.8 * line.size;
  if (before.text.find(kLeader) != std::string::npos) return false;
  if (joint_between(before.text, line.text) != LineJoint::space) return true;
  if (opens_paragraph(before, line, full)) return false;
  const bool finished = ends_sentence(before.text);
  const bool lower = begins_lower_case(line.text);
  if (is_heading_size(line.size)) return true;
  if (before.bold != line.bold && (finished || !full) && open_.size() == 1) return false;
  if (before.bold && line.bold && !full) return !finished && std::abs(before.box.middle_x() - line.box.middle_x()) < 5;
  // The next word would have fitted: the line ends on purpose, unless what it says goes on.
  if (!full) return lower && !finished && room < 0.45 * (before.margin - before.box.left);
  const bool first_line_indented = line.box.left > before.box.left + kIndent && open_.size() > 1;
  if (first_line_indented && finished) return false;
  const bool leaves_indent = open_.size() > 1 && line.box.left < before.box.left - kIndent;
  return !(leaves_indent && finished);
}

bool PdfParagraphs::joins_on_next_page(const PdfLine& before, const PdfLine& line) const {
  if (ends_sentence(before.text) || before.bold != line.bold || is_heading_size(line.size)) return false;
  if (line.page == before.page && line.box.top > before.box.top) return false;  // what stands below is no next column
  const bool full = before.margin - before.box.right < line.first_word + 0.8 * line.size;
  if (joint_between(before.text, line.text) != LineJoint::space) return true;
  if (opens_paragraph(before, line, full)) return false;
  return begins_lower_case(line.text) || full;
}

void PdfParagraphs::append_lines(const std::vector<const PdfLine*>& lines, std::size_t marker_bytes) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view text = lines[i]->text;
    const std::size_t begin = source_;
    source_ += text.size() + 1;
    std::size_t left_out = 0;
    if (i == 0) {
      left_out = std::min(marker_bytes, text.size());
      text.remove_prefix(left_out);
    }
    const LineJoint joint =
        i + 1 < lines.size() ? joint_by_dictionary(lines[i]->text, lines[i + 1]->text) : LineJoint::nothing;
    if (joint == LineJoint::nothing_and_no_hyphen && !text.empty()) text.remove_suffix(1);
    builder_.start_page(lines[i]->page);
    builder_.append(text, begin + left_out);
    if (joint == LineJoint::space) builder_.append_space(begin + left_out + text.size());
  }
}

void PdfParagraphs::flush() {
  if (open_.empty()) return;
  const std::size_t marker = is_bullet(opening_.start) ? opening_.marker_bytes : 0;
  Paragraph paragraph = properties();
  append_lines(open_, marker);
  builder_.end_paragraph(std::move(paragraph));
  open_.clear();
}

Paragraph PdfParagraphs::properties() {
  Paragraph properties;
  const PdfLine& first = *open_.front();
  properties.bold = std::all_of(open_.begin(), open_.end(), [](const PdfLine* line) { return line->bold; });
  if (first.kind == PdfLineKind::cell) {
    number_cell(first, properties);
    return properties;
  }
  table_open_ = false;
  if (is_bullet(opening_.start)) {
    while (!list_indents_.empty() && list_indents_.back() > first.box.left + kIndent) list_indents_.pop_back();
    if (list_indents_.empty() || list_indents_.back() < first.box.left - kIndent)
      list_indents_.push_back(first.box.left);
    properties.kind = ParagraphKind::list_item;
    properties.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(list_indents_.size(), 1, 9));
    return properties;
  }
  if (opening_.start == LineStart::text && first.box.left < (list_indents_.empty() ? 0 : list_indents_.front()))
    list_indents_.clear();
  std::size_t bytes = 0;
  for (const PdfLine* line : open_) bytes += line->text.size();
  if (!is_heading_size(first.size) || bytes > kLongestHeading || open_.size() > kMostHeadingLines) return properties;
  const int size = half_points(first.size);
  if (size == title_size_) {
    properties.kind = ParagraphKind::title;
  } else if (const auto level = levels_.find(size); level != levels_.end()) {
    properties.kind = ParagraphKind::heading;
    properties.level = level->second;
  }
  return properties;
}

/// Tables count through the document; one that goes on at the top of the next page keeps its number.
void PdfParagraphs::number_cell(const PdfLine& line, Paragraph& properties) {
  const bool same_table = table_open_ && line.page == table_page_ && line.table == table_on_page_;
  if (!same_table) {
    const bool same_edges =
        line.edges.size() == edges_.size() && std::equal(edges_.begin(), edges_.end(), line.edges.begin(),
                                                         [](double a, double b) { return std::abs(a - b) <= 4; });
    if (table_open_ && line.page == table_page_ + 1 && same_edges) {
      rows_before_ += last_row_;
    } else {
      ++tables_;
      rows_before_ = 0;
    }
    edges_ = line.edges;
    table_page_ = line.page;
    table_on_page_ = line.table;
    table_open_ = true;
  }
  last_row_ = line.row;
  properties.kind = ParagraphKind::table_cell;
  properties.table = tables_;
  properties.row = rows_before_ + line.row;
  properties.column = line.column;
  properties.columns = line.columns;
}

/// Page headers and footers are read once: they repeat.
void PdfParagraphs::flush_held() {
  std::vector<const PdfLine*> notes;
  for (const PdfLine* line : held_) {
    if (line->kind == PdfLineKind::footnote) {
      if (!notes.empty() && (line->page != notes.back()->page || !footnote_label(line->text).first.empty()))
        append_notes(std::exchange(notes, {}));
      notes.push_back(line);
      continue;
    }
    append_notes(std::exchange(notes, {}));
    if (!furniture_read_.insert(without_numbers(line->text)).second) continue;
    append_lines({line}, 0);
    Paragraph properties;
    properties.kind = ParagraphKind::page_header;
    builder_.end_paragraph(std::move(properties));
  }
  append_notes(notes);
  held_.clear();
}

/// Appends the lines of one footnote.
void PdfParagraphs::append_notes(const std::vector<const PdfLine*>& notes) {
  if (notes.empty()) return;
  const auto [label, bytes] = footnote_label(notes.front()->text);
  append_lines(notes, label.empty() ? 0 : bytes);
  Paragraph properties;
  properties.kind = ParagraphKind::footnote;
  properties.label = label;
  builder_.end_paragraph(std::move(properties));
}

}  // namespace klausul
