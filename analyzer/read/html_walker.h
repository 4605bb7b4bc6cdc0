#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/read_html.h"
#include "read/text_builder.h"

namespace klausul {

/// Walks the tree of an HTML page, without recursion, and appends its paragraphs.
class HtmlWalker {
 public:
  /// `parsed` is what gumbo was given; it stands in `source` from `base` on (the same bytes but for blanked tags).
  HtmlWalker(TextBuilder& builder, std::string_view source, std::size_t base, std::string_view parsed, HtmlPlace place,
             std::uint32_t& tables, bool leave_out_chrome);

  void walk(const GumboNode& root);

 private:
  /// What holds for the text at a place in the tree.
  struct State {
    ParagraphKind kind = ParagraphKind::paragraph;
    std::uint8_t level = 0;
    std::uint8_t list_depth = 0;
    bool bold = false;
    bool preformatted = false;
    int table = -1;  ///< index into tables_; -1 outside
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t columns = 1;
  };
  struct Frame {
    const GumboNode* node = nullptr;
    unsigned next_child = 0;
    State outer;  ///< to go back to when the element ends
    bool is_block = false;
    std::size_t link_text = 0;  ///< where the text of a link begins
    int list_number = 0;        ///< of the last item of an <ol>
  };
  struct Table {
    std::uint32_t number = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::vector<std::uint32_t> rows_taken;  ///< for each column, rows that a cell above still covers
  };

  void enter(const GumboNode& node);
  void enter_element(const GumboNode& node);
  void change_state(const GumboNode& node);
  void enter_table(const GumboNode& node);
  void enter_row();
  void enter_list_item(const GumboNode& node);
  void enter_cell(const GumboNode& node);
  void leave();
  void leave_link(const Frame& frame);
  void append_text(const GumboNode& node);
  void append_preformatted(std::string_view text, std::size_t at);
  void append_piece(std::string_view text, std::size_t& at);
  void break_line(std::size_t at);
  void end_paragraph();
  [[nodiscard]] bool is_skipped(const GumboNode& node);
  [[nodiscard]] std::size_t offset_of(const char* original) const;

  TextBuilder& builder_;
  std::string_view source_;
  std::size_t base_;
  std::string_view parsed_;
  std::uint32_t& last_table_;
  bool leave_out_chrome_;
  State state_;
  std::vector<Frame> frames_;
  std::vector<Table> tables_;
  std::string label_;  ///< of the list item whose text has not come yet
  bool label_waits_ = false;
  bool line_broken_ = false;  ///< a <br> and no text after it
  bool bold_any_ = false;
  bool bold_all_ = true;
  std::size_t reached_ = 0;  ///< the place in the source after the last text
};

}  // namespace klausul
