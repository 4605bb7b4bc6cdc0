#include "read/docx_body.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "read/aligned_text.h"
#include "read/docx_element.h"
#include "read/hyperlink.h"
#include "read/symbol_fonts.h"
#include "text/unicode.h"

namespace klausul {
namespace {

std::string note_key(std::string_view kind, std::string_view id) { return std::string(kind) + " " + std::string(id); }

std::uint32_t span_of_cell(pugi::xml_node properties) {
  return static_cast<std::uint32_t>(std::clamp(number_of_child(properties, "gridSpan", 1), 1, 1000));
}

/// A frame of one cell around text is a box, not a table.
bool is_single_cell(pugi::xml_node table) {
  std::size_t cells = 0;
  for (const pugi::xml_node row : table.children()) {
    const DocxElement element = element_of(row);
    if (element == DocxElement::properties || local_name(row.name()) == "tblGrid") continue;
    if (element != DocxElement::row) return false;
    for (const pugi::xml_node cell : row.children()) cells += element_of(cell) == DocxElement::cell ? 1U : 0U;
    if (cells > 1) return false;
  }
  return cells == 1;
}

}  // namespace

pugi::xml_node chosen_branch(pugi::xml_node alternate_content) {
  const pugi::xml_node choice = child_named(alternate_content, "Choice");
  return choice ? choice : child_named(alternate_content, "Fallback");
}

DocxBody::DocxBody(TextBuilder& builder, const DocxStyles& styles, DocxNumbering& numbering)
    : builder_(builder), styles_(styles), numbering_(numbering), paragraph_style_(&styles.paragraph("")) {}

void DocxBody::enter_part(const XmlPart& part, std::map<std::string, Relationship> relationships) {
  part_ = &part;
  relationships_ = std::move(relationships);
  fields_.clear();
}

std::size_t DocxBody::offset_of(pugi::xml_node node) const {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

bool DocxBody::in_instruction() const {
  return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return field.in_instruction; });
}

void DocxBody::read_blocks_once(pugi::xml_node parent, const BlockPlace& place) {
  only_once_ = true;
  read_blocks(parent, place);
  only_once_ = false;
}

void DocxBody::read_blocks(pugi::xml_node parent, const BlockPlace& place) {
  for (const pugi::xml_node child : parent.children()) {
    switch (element_of(child)) {
      case DocxElement::paragraph: read_paragraph(child, place); break;
      case DocxElement::table: read_table(child, place); break;
      case DocxElement::deletion: count_deleted(child); break;
      case DocxElement::row:
        if (child_named(child_named(child, "trPr"), "del"))
          count_deleted(child);
        else
          read_blocks(child, place);
        break;
      case DocxElement::insertion:
        ++builder_.coverage().tracked_insertions;
        read_blocks(child, place);
        break;
      case DocxElement::alternate: read_blocks(chosen_branch(child), place); break;
      case DocxElement::embedded: ++left_out_.embedded_documents; break;
      case DocxElement::properties: break;
      default: read_blocks(child, place); break;
    }
  }
  // A deleted paragraph mark at the end of a cell or a part has nothing to join with.
  if (builder_.has_text()) end_paragraph({}, place);
}

void DocxBody::read_paragraph(pugi::xml_node node, const BlockPlace& place) {
  const pugi::xml_node properties = child_named(node, "pPr");
  if (!builder_.has_text()) bold_ = {};
  paragraph_style_ = &styles_.paragraph(attribute_named(child_named(properties, "pStyle"), "val"));
  read_inline(node);
  // A field whose instruction does not end within the paragraph is broken: its text must not hide what follows.
  if (in_instruction()) fields_.clear();

  std::vector<pugi::xml_node> boxes = std::exchange(boxes_, {});
  const pugi::xml_node mark = child_named(properties, "rPr");
  if (child_named(mark, "del") || child_named(mark, "moveFrom")) {
    ++builder_.coverage().tracked_deletions;  // the paragraph goes on in the next one
    builder_.append_space(offset_of(node));
  } else {
    end_paragraph(properties, place);
  }
  if (!boxes.empty()) read_text_boxes(std::move(boxes), place);
}

void DocxBody::end_paragraph(pugi::xml_node properties, const BlockPlace& place) {
  const std::string_view style_id = attribute_named(child_named(properties, "pStyle"), "val");
  const DocxStyle& style = styles_.paragraph(style_id);
  Paragraph paragraph;
  const int outline = number_of_child(properties, "outlineLvl", style.heading_level - 1);
  const int heading_level = outline >= 0 && outline < 9 ? outline + 1 : 0;
  if (heading_level > 0) {
    paragraph.kind = ParagraphKind::heading;
    paragraph.level = static_cast<std::uint8_t>(heading_level);
  } else if (style.is_title) {
    paragraph.kind = ParagraphKind::title;
  }
  apply_numbering(properties, style_id, style, paragraph);
  paragraph.bold = bold_.any && bold_.all;
  apply_place(place, paragraph);
  if (only_once_ && builder_.has_text() && !read_before_.emplace(builder_.open_text()).second)
    builder_.drop_paragraph();
  builder_.end_paragraph(std::move(paragraph));
  bold_ = {};
}

/// The text of a box stands within the paragraph it is anchored in, but is read after it. So that the map never goes
/// back it counts as a part of its own.
void DocxBody::read_text_boxes(std::vector<pugi::xml_node> boxes, const BlockPlace& place) {
  const std::uint16_t part = builder_.part();
  const bool paragraph_goes_on = builder_.has_text();
  if (paragraph_goes_on) end_paragraph({}, place);
  BlockPlace in_box;
  in_box.kind = place.kind == ParagraphKind::paragraph ? ParagraphKind::text_box : place.kind;
  constexpr std::string_view kInBox = " (text box)";
  std::string name(part == 0 ? "word/document.xml" : builder_.part_name());
  if (!name.ends_with(kInBox)) name += kInBox;
  builder_.start_part(std::move(name));
  for (const pugi::xml_node box : boxes) read_blocks(box, in_box);
  builder_.set_part(part);
}

void DocxBody::apply_numbering(pugi::xml_node properties, std::string_view style_id, const DocxStyle& style,
                               Paragraph& paragraph) {
  const pugi::xml_node direct = child_named(properties, "numPr");
  const int number = number_of_child(direct, "numId", style.numbering);
  if (number <= 0 || !numbering_.has(number)) return;
  int level = number_of_child(direct, "ilvl", -1);
  if (level < 0) level = numbering_.level_of_style(number, style_id);
  if (level < 0) level = std::max(style.numbering_level, 0);
  // A paragraph without text but with a number counts, as Word shows the number; a deleted one does not come here.
  paragraph.label = numbering_.next_label(number, level);
  if (paragraph.kind == ParagraphKind::paragraph && !is_label_of_part(paragraph.label)) {
    paragraph.kind = ParagraphKind::list_item;
    paragraph.level = static_cast<std::uint8_t>(std::clamp(level + 1, 1, 9));
  }
}

void DocxBody::read_table(pugi::xml_node node, const BlockPlace& place) {
  if (builder_.has_text()) end_paragraph({}, place);  // its mark is deleted, but nothing joins with a table
  if (place.kind != ParagraphKind::paragraph || is_single_cell(node)) {
    read_blocks(node, place);
    return;
  }
  std::uint32_t row = 0;
  const std::uint32_t table = ++tables_;
  read_rows(node, place, table, row);
}

void DocxBody::read_rows(pugi::xml_node parent, const BlockPlace& place, std::uint32_t table, std::uint32_t& row) {
  for (const pugi::xml_node child : parent.children()) {
    const DocxElement element = element_of(child);
    if (element == DocxElement::properties) continue;
    if (element == DocxElement::deletion) {
      count_deleted(child);
      continue;
    }
    if (element != DocxElement::row) {
      read_rows(child, place, table, row);  // content controls and the like around rows
      continue;
    }
    const pugi::xml_node properties = child_named(child, "trPr");
    if (child_named(properties, "del")) {
      count_deleted(child);
      continue;
    }
    if (child_named(properties, "ins")) ++builder_.coverage().tracked_insertions;
    BlockPlace in_row = place;
    in_row.table = table;
    in_row.row = ++row;
    std::uint32_t column =
        1 + static_cast<std::uint32_t>(std::clamp(number_of_child(properties, "gridBefore", 0), 0, 1000));
    read_cells(child, in_row, column);
  }
}

void DocxBody::read_cells(pugi::xml_node parent, BlockPlace place, std::uint32_t& column) {
  for (const pugi::xml_node child : parent.children()) {
    const DocxElement element = element_of(child);
    if (element == DocxElement::properties) continue;
    if (element != DocxElement::cell) {
      read_cells(child, place, column);
      continue;
    }
    place.column = column;
    place.columns = span_of_cell(child_named(child, "tcPr"));
    read_blocks(child, place);
    column += place.columns;
  }
}

void DocxBody::read_inline(pugi::xml_node parent) {
  for (const pugi::xml_node child : parent.children()) read_inline_child(child);
}

void DocxBody::read_inline_child(pugi::xml_node node) {
  switch (element_of(node)) {
    case DocxElement::properties: break;
    case DocxElement::run: read_run(node); break;
    case DocxElement::hyperlink: read_hyperlink(node); break;
    case DocxElement::simple_field: {
      const std::size_t begin = builder_.text_bytes();
      read_inline(node);
      append_address(builder_, address_in_field(attribute_named(node, "instr")), begin, offset_of(node));
      break;
    }
    case DocxElement::insertion:
      ++builder_.coverage().tracked_insertions;
      read_inline(node);
      break;
    case DocxElement::deletion: count_deleted(node); break;
    case DocxElement::alternate: read_inline(chosen_branch(node)); break;
    case DocxElement::text: read_text(node, {}); break;  // a formula's text stands without a run of Word's
    default: read_inline(node); break;
  }
}

void DocxBody::read_hyperlink(pugi::xml_node node) {
  const std::size_t begin = builder_.text_bytes();
  read_inline(node);
  const auto target = relationships_.find(std::string(attribute_named(node, "id")));
  if (target != relationships_.end() && target->second.external)
    append_address(builder_, target->second.target, begin, offset_of(node));
}

DocxBody::RunFormat DocxBody::format_of(pugi::xml_node run) const {
  const pugi::xml_node properties = child_named(run, "rPr");
  const DocxStyle& character = styles_.character(attribute_named(child_named(properties, "rStyle"), "val"));
  const auto decide = [](int direct, int of_character, int of_paragraph) {
    return direct >= 0 ? direct == 1 : of_character >= 0 ? of_character == 1 : of_paragraph == 1;
  };
  return {decide(switch_of_child(properties, "b"), character.bold, paragraph_style_->bold),
          decide(switch_of_child(properties, "vanish"), character.hidden, paragraph_style_->hidden)};
}

void DocxBody::read_run(pugi::xml_node run) {
  const RunFormat format = format_of(run);
  for (const pugi::xml_node child : run.children()) read_run_child(child, format);
}

void DocxBody::read_run_child(pugi::xml_node node, const RunFormat& format) {
  switch (element_of(node)) {
    case DocxElement::text: read_text(node, format); break;
    case DocxElement::tab:
    case DocxElement::line_break: builder_.append_space(offset_of(node)); break;
    case DocxElement::hyphen: insert("-", node); break;
    case DocxElement::symbol: read_symbol(node); break;
    case DocxElement::note_reference: {
      const std::string_view kind = local_name(node.name());
      const std::string_view note = kind.substr(0, kind.find("Reference"));
      const std::string key = note_key(note, attribute_named(node, "id"));
      if (note_numbers_.find(key) == note_numbers_.end()) note_numbers_[key] = ++notes_of_kind_[std::string(note)];
      break;
    }
    case DocxElement::field_mark: read_field_mark(node); break;
    case DocxElement::instruction:
      if (!fields_.empty()) fields_.back().instruction += node.text().get();
      break;
    case DocxElement::drawing: collect_text_boxes(node); break;
    case DocxElement::alternate:
      for (const pugi::xml_node child : chosen_branch(node).children()) read_run_child(child, format);
      break;
    case DocxElement::properties: break;
    default:
      for (const pugi::xml_node child : node.children()) read_run_child(child, format);
      break;
  }
}

void DocxBody::read_text(pugi::xml_node node, const RunFormat& format) {
  if (in_instruction()) return;
  if (format.hidden) {
    ++left_out_.hidden_runs;
    return;
  }
  for (const pugi::xml_node content : node.children()) {
    const std::string_view text = content.value();
    if (text.empty()) continue;
    if (has_visible_text(text)) {
      bold_.any = bold_.any || format.bold;
      bold_.all = bold_.all && format.bold;
    }
    append_aligned(builder_, text, part_->bytes, offset_of(content), part_->bytes.size(),
                   content.type() == pugi::node_cdata ? Writing::verbatim : Writing::entities);
  }
}

/// Symbols of Wingdings that stand in contracts are boxes to tick; others of symbol fonts say nothing.
void DocxBody::read_symbol(pugi::xml_node node) {
  const std::string code(attribute_named(node, "char"));
  const unsigned long value = std::strtoul(code.c_str(), nullptr, 16);
  const std::string_view box = box_of_symbol(static_cast<char32_t>(value));
  if (!box.empty()) {
    insert(box, node);
  } else if (value >= 0x20 && value < 0xE000) {
    std::string character;
    append_utf8(character, static_cast<char32_t>(value));
    insert(character, node);
  } else {
    builder_.append_space(offset_of(node));
  }
}

void DocxBody::read_field_mark(pugi::xml_node node) {
  const std::string_view type = attribute_named(node, "fldCharType");
  if (type == "begin") {
    fields_.emplace_back();
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back().in_instruction = false;
    fields_.back().text_begin = builder_.text_bytes();
  } else if (type == "end" && !fields_.empty()) {
    const Field field = std::move(fields_.back());
    fields_.pop_back();
    if (!field.in_instruction)
      append_address(builder_, address_in_field(field.instruction), field.text_begin, offset_of(node));
  }
}

void DocxBody::collect_text_boxes(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "txbxContent") {
      boxes_.push_back(child);
    } else if (name == "AlternateContent") {
      collect_text_boxes(chosen_branch(child));
    } else if (name == "graphicData") {
      const std::string_view uri = attribute_named(child, "uri");
      if (uri.find("/diagram") != std::string_view::npos || uri.find("/chart") != std::string_view::npos)
        ++left_out_.diagrams;
      collect_text_boxes(child);
    } else {
      collect_text_boxes(child);
    }
  }
}

void DocxBody::insert(std::string_view text, pugi::xml_node at) {
  if (!in_instruction()) builder_.append_inserted(text, offset_of(at));
}

void DocxBody::count_deleted(pugi::xml_node node) {
  ++builder_.coverage().tracked_deletions;
  struct Walker : pugi::xml_tree_walker {
    std::set<std::string>* notes = nullptr;
    bool for_each(pugi::xml_node& child) override {
      const std::string_view name = local_name(child.name());
      const std::size_t suffix = name.find("noteReference");
      if (suffix != std::string_view::npos)
        notes->insert(note_key(name.substr(0, suffix + 4), attribute_named(child, "id")));
      return true;
    }
  };
  Walker walker;
  walker.notes = &deleted_notes_;
  node.traverse(walker);
}

std::string DocxBody::label_of_note(std::string_view kind, std::string_view id) const {
  const auto number = note_numbers_.find(note_key(kind, id));
  return number == note_numbers_.end() ? "" : std::to_string(number->second);
}

bool DocxBody::is_deleted_note(std::string_view kind, std::string_view id) const {
  const std::string key = note_key(kind, id);
  return deleted_notes_.count(key) > 0 && note_numbers_.find(key) == note_numbers_.end();
}

}  // namespace klausul
