#include "read/html_walker.h"

#include <algorithm>
#include <charconv>

#include "read/aligned_text.h"
#include "read/html_chrome.h"
#include "read/number_format.h"
#include "read/plain_lines.h"

namespace klausul {
namespace {

constexpr std::uint32_t kMostColumns = 1000;

int number_attribute(const GumboNode& element, const char* name, int otherwise) {
  const std::string_view value = html_attribute(element, name);
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? number : otherwise;
}

std::uint32_t span_attribute(const GumboNode& element, const char* name) {
  return static_cast<std::uint32_t>(std::clamp(number_attribute(element, name, 1), 1, static_cast<int>(kMostColumns)));
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

/// A table that only lays out a page: it says so, has one cell, or holds headings or other tables.
bool is_layout_table(const GumboNode& table) {
  const std::string_view role = html_attribute(table, "role");
  if (role == "presentation" || role == "none") return true;
  std::size_t cells = 0;
  std::vector<const GumboNode*> pending{&table};
  while (!pending.empty()) {
    const GumboNode* const node = pending.back();
    pending.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = node->v.element.tag;
    if (node != &table && (tag == GUMBO_TAG_TABLE || is_heading(tag))) return true;
    cells += tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ? 1U : 0U;
    for (unsigned i = 0; i < node->v.element.children.length; ++i)
      pending.push_back(static_cast<const GumboNode*>(node->v.element.children.data[i]));
  }
  return cells <= 1;
}

/// Word's name for how an <ol> is numbered.
std::string_view list_format(const GumboNode& list) {
  const std::string_view style = html_attribute(list, "style");
  const auto styled = [&](std::string_view word) { return style.find(word) != std::string_view::npos; };
  if (styled("lower-alpha") || styled("lower-latin")) return "lowerLetter";
  if (styled("upper-alpha") || styled("upper-latin")) return "upperLetter";
  if (styled("lower-roman")) return "lowerRoman";
  if (styled("upper-roman")) return "upperRoman";
  if (styled("list-style-type: none") || styled("list-style-type:none") || styled("list-style: none") ||
      styled("list-style:none"))
    return "none";
  const std::string_view type = html_attribute(list, "type");
  if (type == "a") return "lowerLetter";
  if (type == "A") return "upperLetter";
  if (type == "i") return "lowerRoman";
  if (type == "I") return "upperRoman";
  return "decimal";
}

bool is_bold_style(const GumboNode& element) {
  const std::string_view style = html_attribute(element, "style");
  const std::size_t weight = style.find("font-weight");
  if (weight == std::string_view::npos) return false;
  const std::string_view rest = style.substr(weight, 20);
  return rest.find("bold") != std::string_view::npos || rest.find("00") != std::string_view::npos
             ? rest.find("400") == std::string_view::npos && rest.find("300") == std::string_view::npos &&
                   rest.find("500") == std::string_view::npos && rest.find("100") == std::string_view::npos &&
                   rest.find("200") == std::string_view::npos
             : false;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

}  // namespace

HtmlWalker::HtmlWalker(TextBuilder& builder, std::string_view source, std::size_t base, std::string_view parsed,
                       HtmlPlace place, std::uint32_t& tables, bool leave_out_chrome)
    : builder_(builder),
      source_(source),
      base_(base),
      parsed_(parsed),
      last_table_(tables),
      leave_out_chrome_(leave_out_chrome),
      reached_(base) {
  state_.kind = place.kind;
  state_.level = place.level;
}

void HtmlWalker::walk(const GumboNode& root) {
  enter(root);
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    const GumboVector& children = frame.node->v.element.children;
    if (frame.next_child < children.length)
      enter(*static_cast<const GumboNode*>(children.data[frame.next_child++]));
    else
      leave();
  }
  end_paragraph();
}

std::size_t HtmlWalker::offset_of(const char* original) const {
  const bool inside = original != nullptr && original >= parsed_.data() && original <= parsed_.data() + parsed_.size();
  return inside ? base_ + static_cast<std::size_t>(original - parsed_.data()) : reached_;
}

void HtmlWalker::enter(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA: append_text(node); break;
    case GUMBO_NODE_WHITESPACE:
      if (state_.preformatted)
        append_text(node);
      else
        builder_.append_space(offset_of(node.v.text.original_text.data));
      break;
    case GUMBO_NODE_ELEMENT:
      if (!is_skipped(node)) enter_element(node);
      break;
    default: break;
  }
}

bool HtmlWalker::is_skipped(const GumboNode& node) {
  switch (skip_of(node)) {
    case HtmlSkip::no: return false;
    case HtmlSkip::never_text: return true;
    case HtmlSkip::deleted: ++builder_.coverage().tracked_deletions; return true;
    case HtmlSkip::hidden:
    case HtmlSkip::chrome: return leave_out_chrome_;
  }
  return false;
}

void HtmlWalker::enter_element(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_BR) {
    break_line(offset_of(node.v.element.original_tag.data));
    return;
  }
  Frame frame;
  frame.node = &node;
  frame.outer = state_;
  frame.is_block = is_block_element(node);
  if (frame.is_block) end_paragraph();
  frame.link_text = builder_.text_bytes();
  if (tag == GUMBO_TAG_OL) frame.list_number = number_attribute(node, "start", 1) - 1;
  frames_.push_back(frame);

  if (is_heading(tag)) {
    state_.kind = ParagraphKind::heading;
    state_.level = static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1);
  } else if (html_attribute(node, "role") == "heading") {
    state_.kind = ParagraphKind::heading;
    state_.level = static_cast<std::uint8_t>(std::clamp(number_attribute(node, "aria-level", 2), 1, 9));
  }
  change_state(node);
}

/// What the element means for the text within it.
void HtmlWalker::change_state(const GumboNode& node) {
  switch (node.v.element.tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG: state_.bold = true; break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP: state_.preformatted = true; break;
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      if (state_.list_depth < 9) ++state_.list_depth;
      break;
    case GUMBO_TAG_LI: enter_list_item(node); break;
    case GUMBO_TAG_TABLE: enter_table(node); break;
    case GUMBO_TAG_TR:
      if (state_.table >= 0) enter_row();
      break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      if (state_.table >= 0) enter_cell(node);
      break;
    case GUMBO_TAG_INS: ++builder_.coverage().tracked_insertions; break;
    default:
      if (node.v.element.attributes.length > 0 && is_bold_style(node)) state_.bold = true;
      break;
  }
}

void HtmlWalker::enter_list_item(const GumboNode& node) {
  state_.kind = ParagraphKind::list_item;
  state_.level = std::max<std::uint8_t>(state_.list_depth, 1);
  label_.clear();
  label_waits_ = true;
  for (auto frame = frames_.rbegin() + 1; frame != frames_.rend(); ++frame) {
    const GumboTag tag = frame->node->v.element.tag;
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_MENU || tag == GUMBO_TAG_DIR) return;
    if (tag != GUMBO_TAG_OL) continue;
    frame->list_number = number_attribute(node, "value", std::min(frame->list_number, 1'000'000) + 1);
    label_ = format_number(frame->list_number, list_format(*frame->node));
    return;
  }
}

void HtmlWalker::enter_table(const GumboNode& node) {
  state_.table = -1;
  if (is_layout_table(node)) return;
  tables_.push_back({++last_table_, 0, 0, {}});
  state_.table = static_cast<int>(tables_.size()) - 1;
}

void HtmlWalker::enter_row() {
  Table& table = tables_[static_cast<std::size_t>(state_.table)];
  ++table.row;
  table.column = 0;
  for (std::uint32_t& taken : table.rows_taken) taken -= taken > 0 ? 1U : 0U;
}

void HtmlWalker::enter_cell(const GumboNode& node) {
  Table& table = tables_[static_cast<std::size_t>(state_.table)];
  const std::uint32_t columns = span_attribute(node, "colspan");
  const std::uint32_t rows = span_attribute(node, "rowspan");
  while (table.column < table.rows_taken.size() && table.rows_taken[table.column] > 0) ++table.column;
  const std::uint32_t end = std::min(table.column + columns, kMostColumns);
  if (table.rows_taken.size() < end) table.rows_taken.resize(end, 0);
  for (std::uint32_t column = table.column; column < end; ++column) table.rows_taken[column] = rows;
  state_.kind = ParagraphKind::table_cell;
  state_.level = 0;
  state_.row = std::max<std::uint32_t>(table.row, 1);
  state_.column = table.column + 1;
  state_.columns = columns;
  table.column += columns;
}

void HtmlWalker::leave() {
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.node->v.element.tag == GUMBO_TAG_A) leave_link(frame);
  if (frame.is_block) end_paragraph();
  state_ = frame.outer;
}

void HtmlWalker::leave_link(const Frame& frame) {
  const std::string_view url = html_attribute(*frame.node, "href");
  const std::string_view open = builder_.open_text();
  const std::size_t open_begin = builder_.text_bytes() - open.size();
  if (url.empty() || frame.link_text < open_begin || frame.link_text > builder_.text_bytes()) return;
  if (!shows_other_address(url, open.substr(frame.link_text - open_begin))) return;
  builder_.append_inserted(" (", reached_);
  builder_.append_inserted(url, reached_);
  builder_.append_inserted(")", reached_);
}

/// One line break is a space, unless what follows begins like a paragraph; two end the paragraph.
void HtmlWalker::break_line(std::size_t at) {
  if (line_broken_)
    end_paragraph();
  else
    builder_.append_space(at);
  line_broken_ = true;
}

void HtmlWalker::append_text(const GumboNode& node) {
  const std::string_view text(node.v.text.text);
  const bool blank = is_blank(text);
  std::size_t at = offset_of(node.v.text.original_text.data);
  if (blank && !state_.preformatted) {
    builder_.append_space(at);
    return;
  }
  if (!blank) {
    if (line_broken_ && builder_.has_text()) {
      const LineStart start = opening_of(text.substr(text.find_first_not_of(" \t\r\n\f"))).start;
      if (start == LineStart::bullet || start == LineStart::numbered) end_paragraph();
    }
    line_broken_ = false;
    bold_any_ = bold_any_ || state_.bold;
    bold_all_ = bold_all_ && state_.bold;
  }
  if (state_.preformatted)
    append_preformatted(text, at);
  else
    append_piece(text, at);
}

void HtmlWalker::append_piece(std::string_view text, std::size_t& at) {
  const std::size_t end = base_ + parsed_.size();
  const std::size_t found = find_aligned(text, source_, at, std::min(end, at + 64), Writing::entities);
  if (found != std::string_view::npos) at = found;
  at = append_aligned(builder_, text, source_, at, end, Writing::entities);
  reached_ = at;
}

/// Line ends count here: blank lines, and lines that begin like a paragraph, end the one before.
void HtmlWalker::append_preformatted(std::string_view text, std::size_t at) {
  bool blank_before = false;
  while (!text.empty()) {
    const std::size_t line_end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, line_end);
    const std::size_t visible = line.find_first_not_of(" \t\r\n\f");
    if (visible == std::string_view::npos) {
      blank_before = blank_before || line.size() < text.size();
      builder_.append_space(at);
    } else {
      const LineStart start = opening_of(line.substr(visible)).start;
      if (blank_before || (start != LineStart::text && start != LineStart::named)) end_paragraph();
      blank_before = false;
      append_piece(line, at);
    }
    text.remove_prefix(line_end);
  }
}

void HtmlWalker::end_paragraph() {
  line_broken_ = false;
  Paragraph paragraph;
  paragraph.kind = state_.kind;
  paragraph.level = state_.level;
  paragraph.bold = bold_any_ && bold_all_;
  if (state_.table >= 0 && state_.column > 0) {
    paragraph.kind = ParagraphKind::table_cell;
    paragraph.level = 0;
    paragraph.table = tables_[static_cast<std::size_t>(state_.table)].number;
    paragraph.row = state_.row;
    paragraph.column = state_.column;
    paragraph.columns = state_.columns;
  } else if (paragraph.kind == ParagraphKind::table_cell) {
    paragraph.kind = ParagraphKind::paragraph;  // a table within a cell only lays out
  }
  if (label_waits_ && paragraph.kind != ParagraphKind::heading) paragraph.label = label_;
  if (builder_.end_paragraph(std::move(paragraph))) label_waits_ = false;
  bold_any_ = false;
  bold_all_ = true;
}

}  // namespace klausul
