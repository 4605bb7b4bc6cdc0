#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/block_place.h"
#include "read/docx_numbering.h"
#include "read/docx_package.h"
#include "read/docx_styles.h"
#include "read/left_out.h"
#include "read/text_builder.h"

namespace klausul {

/// Turns the XML of a Word part (document, notes, headers) into paragraphs. One object reads all parts of a file, so
/// that numbering, table numbers and counts run on.
class DocxBody {
 public:
  DocxBody(TextBuilder& builder, const DocxStyles& styles, DocxNumbering& numbering);

  /// Sets the part that the next blocks stand in and what it refers to.
  void enter_part(const XmlPart& part, std::map<std::string, Relationship> relationships);
  /// Reads all paragraphs and tables below `parent`.
  void read_blocks(pugi::xml_node parent, const BlockPlace& place);

  /// Reads like read_blocks, but leaves out paragraphs whose text an earlier call has read: page headers repeat.
  void read_blocks_once(pugi::xml_node parent, const BlockPlace& place);

  /// The number of a note in the order of the references to it, "" if nothing refers to it.
  [[nodiscard]] std::string label_of_note(std::string_view kind, std::string_view id) const;
  /// True if the only references to the note are deleted.
  [[nodiscard]] bool is_deleted_note(std::string_view kind, std::string_view id) const;
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }

 private:
  struct Field {
    std::string instruction;
    bool in_instruction = true;
    std::size_t text_begin = 0;
  };
  struct Bold {
    bool any = false;
    bool all = true;
  };
  struct RunFormat {
    bool bold = false;
    bool hidden = false;
  };

  void read_paragraph(pugi::xml_node node, const BlockPlace& place);
  void end_paragraph(pugi::xml_node properties, const BlockPlace& place);
  void read_text_boxes(std::vector<pugi::xml_node> boxes, const BlockPlace& place);
  void apply_numbering(pugi::xml_node properties, std::string_view style_id, const DocxStyle& style,
                       Paragraph& paragraph);
  void read_table(pugi::xml_node node, const BlockPlace& place);
  void read_rows(pugi::xml_node parent, const BlockPlace& place, std::uint32_t table, std::uint32_t& row);
  void read_cells(pugi::xml_node parent, BlockPlace place, std::uint32_t& column);
  void read_inline(pugi::xml_node parent);
  void read_inline_child(pugi::xml_node node);
  void read_hyperlink(pugi::xml_node node);
  void read_run(pugi::xml_node run);
  void read_run_child(pugi::xml_node node, const RunFormat& format);
  void read_text(pugi::xml_node node, const RunFormat& format);
  void read_symbol(pugi::xml_node node);
  void read_field_mark(pugi::xml_node node);
  void collect_text_boxes(pugi::xml_node node);
  void insert(std::string_view text, pugi::xml_node at);
  void count_deleted(pugi::xml_node node);
  [[nodiscard]] RunFormat format_of(pugi::xml_node run) const;
  [[nodiscard]] std::size_t offset_of(pugi::xml_node node) const;
  [[nodiscard]] bool in_instruction() const;

  TextBuilder& builder_;
  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  const XmlPart* part_ = nullptr;
  std::map<std::string, Relationship> relationships_;
  std::unordered_map<std::string, std::size_t> note_numbers_;  ///< "footnote 3" -> its number in reading order
  std::map<std::string, std::size_t, std::less<>> notes_of_kind_;
  std::set<std::string> deleted_notes_;
  std::set<std::string> read_before_;
  bool only_once_ = false;
  std::uint32_t tables_ = 0;
  LeftOut left_out_;
  // The open paragraph.
  const DocxStyle* paragraph_style_ = nullptr;
  Bold bold_;
  std::vector<Field> fields_;
  std::vector<pugi::xml_node> boxes_;
};

/// The branch of an mc:AlternateContent that is read: the first Choice, else the Fallback. Never both.
pugi::xml_node chosen_branch(pugi::xml_node alternate_content);

}  // namespace klausul
