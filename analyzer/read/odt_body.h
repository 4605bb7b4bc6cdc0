#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/block_place.h"
#include "read/left_out.h"
#include "read/odt_lists.h"
#include "read/odt_styles.h"
#include "read/text_builder.h"
#include "read/xml_part.h"

namespace klausul {

/// Turns the XML of an OpenDocument text (body, headers) into paragraphs. One object reads all parts of a file, so that
/// numbering, table numbers and counts run on.
class OdtBody {
 public:
  OdtBody(TextBuilder& builder, OdtLists& lists) : builder_(builder), lists_(lists) {}

  /// Sets the part that the next blocks stand in, and its styles; both must outlive the reading of it.
  void enter_part(const XmlPart& part, const OdtStyles& styles);
  /// Reads all paragraphs, lists and tables below `parent`, then the text boxes anchored outside paragraphs.
  void read_blocks(pugi::xml_node parent, const BlockPlace& place);
  /// Likewise, but leaves out paragraphs whose text an earlier call has read: page headers repeat.
  void read_blocks_once(pugi::xml_node parent, const BlockPlace& place);
  /// Reads the footnotes and endnotes of what was read.
  void read_notes();

  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }

 private:
  struct Item {
    OdtLists::ListNumber list = 0;
    std::string style;
    int level = -1;  ///< 0-based; -1: not in a list
    int start = -1;
    bool is_first = false;  ///< the next paragraph bears the number
  };
  struct Note {
    pugi::xml_node body;
    std::string label;
  };

  void read_block(pugi::xml_node node, const BlockPlace& place);
  void read_section(pugi::xml_node node, const BlockPlace& place);
  void read_list(pugi::xml_node node, const BlockPlace& place);
  void read_paragraph(pugi::xml_node node, const BlockPlace& place);
  void end_paragraph(pugi::xml_node node, const OdtStyle& style, const BlockPlace& place);
  void apply_numbering(pugi::xml_node node, const OdtStyle& style, Paragraph& paragraph);
  void read_boxes(std::vector<pugi::xml_node> boxes, const BlockPlace& place);
  void read_table(pugi::xml_node node, const BlockPlace& place);
  void read_rows(pugi::xml_node parent, BlockPlace place);
  void read_cells(pugi::xml_node row, BlockPlace place);
  void read_inline(pugi::xml_node parent, const OdtStyle& style);
  void read_inline_child(pugi::xml_node node, const OdtStyle& style);
  void read_characters(pugi::xml_node node, const OdtStyle& style);
  void read_link(pugi::xml_node node, const OdtStyle& style);
  void read_tracked_changes(pugi::xml_node node);
  [[nodiscard]] std::size_t offset_of(pugi::xml_node node) const;

  TextBuilder& builder_;
  OdtLists& lists_;
  const XmlPart* part_ = nullptr;
  const OdtStyles* styles_ = nullptr;
  Item item_;
  std::vector<Note> notes_;
  std::vector<pugi::xml_node> boxes_;
  std::set<std::string> read_before_;
  bool only_once_ = false;
  std::uint32_t tables_ = 0;
  std::uint32_t row_ = 0;
  bool bold_any_ = false;
  bool bold_all_ = true;
  LeftOut left_out_;
};

}  // namespace klausul
