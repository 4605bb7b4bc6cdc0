// The part of RtfBody that makes paragraphs, list items and cells.

#include <algorithm>
#include <cctype>
#include <utility>

#include "read/rtf_body.h"

namespace klausul {
namespace {

/// "7.2" of "7.2.", "" of a bullet.
std::string label_of(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  const bool says_something = std::any_of(
      text.begin(), text.end(), [](char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0; });
  // "o" is a bullet of Word's.
  return says_something && text != "o" ? std::string(text) : std::string();
}

}  // namespace

void RtfBody::end_paragraph(int table_depth) {
  Paragraph paragraph;
  const int by_style = styles_.heading_level(state_.style);
  const int level = state_.outline_level < 0 ? by_style : state_.outline_level < 9 ? state_.outline_level + 1 : 0;
  if (level > 0) {
    paragraph.kind = ParagraphKind::heading;
    paragraph.level = static_cast<std::uint8_t>(level);
  } else if (styles_.is_title(state_.style)) {
    paragraph.kind = ParagraphKind::title;
  }
  apply_list(paragraph);
  paragraph.bold = bold_any_ && bold_all_;
  bold_any_ = false;
  bold_all_ = true;
  const Paragraph outside_tables = paragraph;
  BlockPlace place = place_;
  if (place.kind == ParagraphKind::paragraph) place_in_table(table_depth, place);
  apply_place(place, paragraph);
  if (only_once_ && builder_.has_text() && !read_before_.emplace(builder_.open_text()).second)
    builder_.drop_paragraph();
  const bool is_cell = paragraph.kind == ParagraphKind::table_cell;
  if (builder_.end_paragraph(std::move(paragraph)) && is_cell)
    cell_paragraphs_.emplace_back(builder_.paragraphs().size() - 1, outside_tables);
  if (!boxes_.empty()) {
    std::vector<Table> outer_tables = std::exchange(tables_, {});
    read_pieces(std::exchange(boxes_, {}), "text box", false);
    tables_ = std::move(outer_tables);
  }
}

void RtfBody::apply_list(Paragraph& paragraph) {
  const std::string label = std::exchange(label_, {});
  const bool is_item = std::exchange(has_label_, false);
  if (!is_item) return;
  paragraph.label = label_of(label);
  if (paragraph.kind != ParagraphKind::paragraph || is_label_of_part(paragraph.label)) return;
  paragraph.kind = ParagraphKind::list_item;
  paragraph.level = static_cast<std::uint8_t>(state_.list_level + 1);
}

/// A table goes on until a paragraph stands outside it.
void RtfBody::place_in_table(int depth, BlockPlace& place) {
  const auto wanted = static_cast<std::size_t>(depth);
  while (tables_.size() > wanted) tables_.pop_back();
  while (tables_.size() < wanted) tables_.push_back({++table_count_, 1, 1});
  if (tables_.empty()) return;
  place.table = tables_.back().number;
  place.row = tables_.back().row;
  place.column = tables_.back().column;
}

void RtfBody::end_cell(int depth) {
  if (state_.destination != Destination::body) return;
  end_paragraph(depth);
  if (tables_.empty()) return;  // tables in notes and boxes are read as their paragraphs
  ++tables_.back().column;
  ++cells_of_table_[tables_.back().number];
}

void RtfBody::end_row(int depth) {
  const auto wanted = static_cast<std::size_t>(depth);
  while (tables_.size() > wanted) tables_.pop_back();
  if (tables_.size() < wanted) return;
  ++tables_.back().row;
  tables_.back().column = 1;
}

void RtfBody::free_framed(std::vector<Paragraph>& paragraphs) const {
  for (const auto& [index, outside] : cell_paragraphs_) {
    const auto cells = cells_of_table_.find(paragraphs[index].table);
    if (cells == cells_of_table_.end() || cells->second > 1) continue;
    const Span span = paragraphs[index].span;
    paragraphs[index] = outside;
    paragraphs[index].span = span;
  }
}

}  // namespace klausul
