#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "read/text_builder.h"

namespace klausul {

/// Walks cmark's tree and appends its paragraphs. cmark does not say where a piece of text stood, so the source is read
/// alongside: each piece is found forward from the place reached.
class MarkdownWalker {
 public:
  /// The tree was made of `source` from `base` on.
  MarkdownWalker(TextBuilder& builder, std::string_view source, std::size_t base, const ReadLimits& limits);

  void walk(cmark_node* document);

 private:
  struct List {
    bool ordered = false;
    bool parenthesis = false;  ///< "1)" instead of "1."
    int last_number = 0;
    bool has_items = false;
  };
  struct Cell {
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
  };

  void enter(cmark_node* node);
  void leave(cmark_node* node);
  void enter_item(cmark_node* node);
  void enter_table_part(cmark_node* node, std::string_view type);
  void append_literal(cmark_node* node, bool is_code);
  void append_html_block(cmark_node* node);
  void append_code_block(cmark_node* node);
  void append_indented_block(std::size_t begin, std::size_t end);
  bool append_marked_line(std::size_t begin, std::size_t end);
  void append_inline_html(cmark_node* node);
  void leave_link(cmark_node* node);
  void skip_destination();
  void start_block(cmark_node* node);
  void end_paragraph(ParagraphKind kind, std::uint8_t level);
  void end_text_block();
  [[nodiscard]] bool is_skip_link() const;
  [[nodiscard]] std::size_t line_begin(int line) const;
  [[nodiscard]] std::size_t block_end(cmark_node* node) const;

  TextBuilder& builder_;
  std::string_view source_;
  std::size_t base_;
  const ReadLimits& limits_;
  std::vector<std::size_t> line_begins_;
  std::size_t at_;         ///< the place reached in the source
  std::size_t block_end_;  ///< of the block that is read
  std::vector<List> lists_;
  std::vector<std::size_t> link_texts_;
  Cell cell_;
  std::uint32_t tables_ = 0;
  std::string label_;  ///< of the list item whose text has not come yet
  int images_ = 0;     ///< within images: their text is not shown
  int struck_ = 0;
  int bold_ = 0;
  std::size_t failed_searches_ = 0;  ///< bytes looked through in vain
  bool bold_any_ = false;
  bool bold_all_ = true;
  bool is_within_line_ = false;   ///< walks one line of an indented block, and no further into such blocks
  bool only_local_link_ = false;  ///< the block is one link to a place within the page
};

}  // namespace klausul
