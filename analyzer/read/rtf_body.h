#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/block_place.h"
#include "read/left_out.h"
#include "read/rtf_tables.h"
#include "read/rtf_tokens.h"
#include "read/rtf_words.h"
#include "read/text_builder.h"

namespace klausul {

/// Reads the text of an RTF file from its beginning to its end. What stands within a paragraph and is not part of it
/// (notes, text boxes, page headers) is passed over at first and read in its place: boxes after their paragraph, notes
/// and headers at the end.
class RtfBody {
 public:
  RtfBody(TextBuilder& builder, std::string_view bytes, std::size_t deepest);

  /// False if groups are nested deeper than the limit; what was read until then is of no use.
  bool read();
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }
  /// True if the file ends before its groups do.
  [[nodiscard]] bool is_cut_off() const { return cut_off_; }
  /// Makes paragraphs of what looked like cells but is a frame of one cell.
  void free_framed(std::vector<Paragraph>& paragraphs) const;

 private:
  enum class Destination { body, skipped, fonts, styles, list_text, instruction };
  /// What a group inherits and gives back at its end.
  struct State {
    Destination destination = Destination::body;
    bool bold = false;
    bool hidden = false;
    bool deleted = false;
    bool revised = false;
    int font = -1;
    int skip_count = 1;
    int style = 0;
    int outline_level = -1;
    int list = 0;
    int list_level = 0;
    int table_depth = 0;
  };
  struct Field {
    std::size_t depth = 0;  ///< of groups, where it stands
    std::string instruction;
    std::size_t text_begin = 0;
  };
  struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    BlockPlace place;
    State state;
  };
  struct Table {
    std::uint32_t number = 0;
    std::uint32_t row = 1;
    std::uint32_t column = 1;
  };

  void read_range(std::size_t begin, std::size_t end, const State& state);
  void read_token(const RtfToken& token);
  void open_group();
  void close_group(std::size_t at);
  void read_word(const RtfToken& token);
  bool enter_destination(RtfWord word, const RtfToken& token);
  void set_property(RtfWord word, const RtfToken& token);
  void set_font_property(RtfWord word, int number);
  void read_symbol(const RtfToken& token);
  void read_byte(const RtfToken& token);
  void read_text(const RtfToken& token);
  void read_unicode(int number, std::size_t at);
  bool is_stood_for();
  void put_bytes(std::string_view bytes, std::size_t at);
  void flush_bytes();
  void put(std::string_view text, std::size_t at, bool copied);
  bool is_read(std::string_view text);
  void put_space(std::size_t at);
  void defer(ParagraphKind kind);
  void read_pieces(std::vector<Piece> pieces, const char* part, bool only_once);
  void end_paragraph(int table_depth);
  void apply_list(Paragraph& paragraph);
  void place_in_table(int depth, BlockPlace& place);
  void end_cell(int depth);
  void end_row(int depth);

  TextBuilder& builder_;
  std::string_view bytes_;
  RtfTokens tokens_;
  std::size_t deepest_;
  bool raw_is_utf8_;
  bool too_deep_ = false;
  bool cut_off_ = false;

  RtfFonts fonts_;
  RtfStyles styles_;
  CodePages code_pages_;
  int defined_font_ = 0;
  RtfStyles::Style defined_style_;

  State state_;
  std::vector<State> groups_;
  std::vector<Field> fields_;
  bool starred_ = false;
  int to_skip_ = 0;  ///< characters that stand for a \u before them
  int high_surrogate_ = 0;
  std::string pending_bytes_;  ///< of one code page with several bytes for a character
  std::size_t pending_at_ = 0;

  BlockPlace place_;  ///< of the piece that is read
  std::string label_;
  bool has_label_ = false;
  bool bold_any_ = false;
  bool bold_all_ = true;
  bool in_deletion_ = false;
  bool in_insertion_ = false;
  bool only_once_ = false;
  std::set<std::string> read_before_;

  std::vector<Piece> boxes_, notes_, headers_;
  std::map<bool, int> notes_of_kind_;  ///< by "is an endnote"
  int piece_depth_ = 0;

  std::vector<Table> tables_;  ///< that the open cell stands in, outermost first
  std::uint32_t table_count_ = 0;
  std::map<std::uint32_t, std::size_t> cells_of_table_;
  std::vector<std::pair<std::size_t, Paragraph>> cell_paragraphs_;  ///< what they are if the table is a frame

  LeftOut left_out_;
};

}  // namespace klausul
