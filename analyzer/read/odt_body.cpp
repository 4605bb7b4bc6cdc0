#include "read/odt_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/aligned_text.h"
#include "read/hyperlink.h"
#include "text/unicode.h"

namespace klausul {
namespace {

/// Elements that hold no text of the document.
bool holds_no_text(std::string_view name) {
  constexpr std::array<std::string_view, 17> kNames{"annotation-end",
                                                    "alphabetical-index-source",
                                                    "bibliography-source",
                                                    "desc",
                                                    "dde-connection-decls",
                                                    "event-listeners",
                                                    "forms",
                                                    "illustration-index-source",
                                                    "number",
                                                    "object-index-source",
                                                    "ruby-text",
                                                    "script",
                                                    "sequence-decls",
                                                    "table-index-source",
                                                    "table-of-content-source",
                                                    "user-index-source",
                                                    "variable-decls"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_box(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"text-box", "custom-shape", "rect",    "ellipse",
                                                   "polygon",  "path",         "caption", "line"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_drawing(std::string_view name) { return name == "frame" || name == "g" || name == "a" || is_box(name); }

bool is_paragraph(std::string_view name) { return name == "p" || name == "h"; }

/// A frame of one cell around text is a box, not a table.
std::size_t count_cells(pugi::xml_node node, std::size_t most) {
  std::size_t cells = 0;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "table-cell")
      ++cells;
    else if (name.starts_with("table-row") || name == "table-header-rows")
      cells += count_cells(child, most);
    if (cells > most) break;
  }
  return cells;
}

int clamped_number(pugi::xml_node node, std::string_view attribute, int most) {
  return std::clamp(to_number(attribute_named(node, attribute), 1), 1, most);
}

}  // namespace

void OdtBody::enter_part(const XmlPart& part, const OdtStyles& styles) {
  part_ = &part;
  styles_ = &styles;
}

std::size_t OdtBody::offset_of(pugi::xml_node node) const {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

void OdtBody::read_blocks_once(pugi::xml_node parent, const BlockPlace& place) {
  only_once_ = true;
  read_blocks(parent, place);
  only_once_ = false;
}

void OdtBody::read_blocks(pugi::xml_node parent, const BlockPlace& place) {
  for (const pugi::xml_node child : parent.children())
    if (child.type() == pugi::node_element) read_block(child, place);
}

void OdtBody::read_block(pugi::xml_node node, const BlockPlace& place) {
  const std::string_view name = local_name(node.name());
  if (holds_no_text(name)) return;
  if (is_paragraph(name)) {
    read_paragraph(node, place);
  } else if (name == "list") {
    read_list(node, place);
  } else if (name == "table") {
    read_table(node, place);
  } else if (name == "section") {
    read_section(node, place);
  } else if (name == "tracked-changes") {
    read_tracked_changes(node);
  } else if (name == "annotation") {
    ++left_out_.comments;
  } else if (is_drawing(name)) {
    // Anchored to a page: what stands in it has no paragraph to come after.
    read_inline_child(node, {});
    read_boxes(std::exchange(boxes_, {}), place);
  } else {
    read_blocks(node, place);
  }
}

void OdtBody::read_section(pugi::xml_node node, const BlockPlace& place) {
  if (attribute_named(node, "display") == "none")
    ++left_out_.hidden_runs;
  else
    read_blocks(node, place);
}

/// Tracked deletions stand in a list of their own at the beginning and nowhere else; what was inserted is in its place.
void OdtBody::read_tracked_changes(pugi::xml_node node) {
  for (const pugi::xml_node region : node.children()) {
    if (child_named(region, "insertion")) ++builder_.coverage().tracked_insertions;
    if (child_named(region, "deletion")) ++builder_.coverage().tracked_deletions;
  }
}

void OdtBody::read_list(pugi::xml_node node, const BlockPlace& place) {
  const Item outer = item_;
  Item inner = outer;
  const std::string_view style = attribute_named(node, "style-name");
  if (!style.empty()) inner.style = style;
  ++inner.level;
  if (inner.level == 0) inner.list = lists_.enter(node, inner.style);
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child.name());
    item_ = inner;
    item_.is_first = name == "list-item";
    item_.start = to_number(attribute_named(child, "start-value"), -1);
    if (name == "list-item" || name == "list-header") read_blocks(child, place);
  }
  item_ = outer;
  item_.is_first = false;
}

void OdtBody::read_paragraph(pugi::xml_node node, const BlockPlace& place) {
  const OdtStyle style = styles_->paragraph(attribute_named(node, "style-name"));
  bold_any_ = false;
  bold_all_ = true;
  std::vector<pugi::xml_node> outer_boxes = std::exchange(boxes_, {});
  read_inline(node, style);
  end_paragraph(node, style, place);
  read_boxes(std::exchange(boxes_, std::move(outer_boxes)), place);
}

void OdtBody::end_paragraph(pugi::xml_node node, const OdtStyle& style, const BlockPlace& place) {
  Paragraph paragraph;
  const bool is_heading = local_name(node.name()) == "h";
  const int level = is_heading ? to_number(attribute_named(node, "outline-level"), 1) : style.heading_level;
  if (level >= 1) {
    paragraph.kind = ParagraphKind::heading;
    paragraph.level = static_cast<std::uint8_t>(std::min(level, 9));
  } else if (style.is_title) {
    paragraph.kind = ParagraphKind::title;
  }
  apply_numbering(node, style, paragraph);
  paragraph.bold = bold_any_ && bold_all_;
  apply_place(place, paragraph);
  if (only_once_ && builder_.has_text() && !read_before_.emplace(builder_.open_text()).second)
    builder_.drop_paragraph();
  builder_.end_paragraph(std::move(paragraph));
}

void OdtBody::apply_numbering(pugi::xml_node node, const OdtStyle& style, Paragraph& paragraph) {
  const int start = to_number(attribute_named(node, "start-value"), -1);
  if (item_.level >= 0) {
    if (item_.is_first) {
      const std::string& list_style = item_.style.empty() ? style.list_style : item_.style;
      paragraph.label = lists_.next_label(item_.list, list_style, item_.level, item_.start >= 0 ? item_.start : start);
    }
    item_.is_first = false;
    if (paragraph.kind == ParagraphKind::paragraph && !is_label_of_part(paragraph.label)) {
      paragraph.kind = ParagraphKind::list_item;
      paragraph.level = static_cast<std::uint8_t>(std::clamp(item_.level + 1, 1, 9));
    }
  } else if (local_name(node.name()) == "h" && attribute_named(node, "is-list-header") != "true") {
    paragraph.label = lists_.next_heading_label(paragraph.level - 1, start);
  }
}

/// The text of a box stands within the paragraph it is anchored in, but is read after it. So that the map never goes
/// back it counts as a part of its own.
void OdtBody::read_boxes(std::vector<pugi::xml_node> boxes, const BlockPlace& place) {
  if (boxes.empty()) return;
  const std::uint16_t part = builder_.part();
  const Item outer = std::exchange(item_, {});
  BlockPlace in_box;
  in_box.kind = place.kind == ParagraphKind::paragraph ? ParagraphKind::text_box : place.kind;
  builder_.start_part("content.xml (text box)");
  for (const pugi::xml_node box : boxes) read_blocks(box, in_box);
  builder_.set_part(part);
  item_ = outer;
}

void OdtBody::read_notes() {
  if (notes_.empty()) return;
  const std::uint16_t part = builder_.part();
  builder_.start_part("content.xml (notes)");
  item_ = {};
  for (std::size_t index = 0; index < notes_.size(); ++index) {  // a note within a note comes after it
    const Note note = notes_[index];
    BlockPlace place;
    place.kind = ParagraphKind::footnote;
    place.label = note.label;
    read_blocks(note.body, place);
  }
  notes_.clear();
  builder_.set_part(part);
}

void OdtBody::read_table(pugi::xml_node node, const BlockPlace& place) {
  const Item outer = std::exchange(item_, {});
  if (place.kind != ParagraphKind::paragraph || count_cells(node, 1) == 1) {
    read_blocks(node, place);
  } else {
    const std::uint32_t outer_row = std::exchange(row_, 0);
    BlockPlace in_table = place;
    in_table.table = ++tables_;
    read_rows(node, in_table);
    row_ = outer_row;
  }
  item_ = outer;
}

void OdtBody::read_rows(pugi::xml_node parent, BlockPlace place) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "table-row") {
      place.row = ++row_;
      read_cells(child, place);
    } else if (name == "table-rows" || name == "table-header-rows" || name == "table-row-group") {
      read_rows(child, place);
    }
  }
}

void OdtBody::read_cells(pugi::xml_node row, BlockPlace place) {
  constexpr int most_columns = 1000;
  std::uint32_t column = 1;
  for (const pugi::xml_node child : row.children()) {
    const std::string_view name = local_name(child.name());
    if (name != "table-cell" && name != "covered-table-cell") continue;
    if (name == "table-cell") {
      place.column = column;
      place.columns = static_cast<std::uint32_t>(clamped_number(child, "number-columns-spanned", most_columns));
      read_blocks(child, place);
    }
    column += static_cast<std::uint32_t>(clamped_number(child, "number-columns-repeated", most_columns));
  }
}

void OdtBody::read_inline(pugi::xml_node parent, const OdtStyle& style) {
  for (const pugi::xml_node child : parent.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      read_characters(child, style);
    else if (child.type() == pugi::node_element)
      read_inline_child(child, style);
  }
}

void OdtBody::read_inline_child(pugi::xml_node node, const OdtStyle& style) {
  const std::string_view name = local_name(node.name());
  if (holds_no_text(name)) return;
  if (name == "span") {
    const OdtStyle own = styles_->text(attribute_named(node, "style-name"));
    OdtStyle inner = style;
    if (own.bold >= 0) inner.bold = own.bold;
    if (own.hidden >= 0) inner.hidden = own.hidden;
    read_inline(node, inner);
  } else if (name == "s" || name == "tab" || name == "line-break") {
    builder_.append_space(offset_of(node));
  } else if (name == "a" && attribute_named(node, "href").size() > 0) {
    read_link(node, style);
  } else if (name == "note") {
    notes_.push_back({child_named(node, "note-body"), std::string(child_named(node, "note-citation").text().get())});
  } else if (name == "annotation") {
    ++left_out_.comments;
  } else if (is_box(name)) {
    boxes_.push_back(node);
  } else if (name == "object" || name == "object-ole") {
    ++left_out_.embedded_documents;
  } else if (name == "hidden-text" || name == "hidden-paragraph") {
    if (attribute_named(node, "is-hidden") == "true")
      ++left_out_.hidden_runs;
    else
      read_inline(node, style);
  } else if (is_paragraph(name)) {
    boxes_.push_back(node.parent());  // a shape that this reader does not know
  } else {
    read_inline(node, style);
  }
}

void OdtBody::read_characters(pugi::xml_node node, const OdtStyle& style) {
  const std::string_view text = node.value();
  if (has_visible_text(text)) {
    if (style.hidden == 1) {
      ++left_out_.hidden_runs;
      return;
    }
    bold_any_ = bold_any_ || style.bold == 1;
    bold_all_ = bold_all_ && style.bold == 1;
  }
  append_aligned(builder_, text, part_->bytes, offset_of(node), part_->bytes.size(),
                 node.type() == pugi::node_cdata ? Writing::verbatim : Writing::entities);
}

void OdtBody::read_link(pugi::xml_node node, const OdtStyle& style) {
  const std::size_t begin = builder_.text_bytes();
  read_inline(node, style);
  append_address(builder_, attribute_named(node, "href"), begin, offset_of(node));
}

}  // namespace klausul
