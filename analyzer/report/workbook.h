#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "text/result.h"

namespace klausul {

enum class CellStyle : std::uint8_t {
  heading,
  plain,
  strong,
  faint,
  red,
  orange,
  yellow,
  green,
  link,
  note,  ///< below a table: no border, and runs on over the cells to the right
  count
};

/// A spreadsheet of Excel being written. The same calls give the same bytes. Text is always text: nothing in a cell is
/// computed, and what a cell cannot hold is cut, with a sign.
class Workbook {
 public:
  explicit Workbook(std::string title);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Goes on in a new sheet. `name`: at most 31 characters, none of []:*?/\.
  void add_sheet(const std::string& name);
  /// The width of column `column` in characters.
  void set_width(std::uint16_t column, double width);
  void text(std::uint32_t row, std::uint16_t column, std::string_view text, CellStyle style = CellStyle::plain);
  void number(std::uint32_t row, std::uint16_t column, double value, CellStyle style = CellStyle::plain);
  /// `text` that leads to the file at `path` ("#page=3" may follow). Only text when the path could lead elsewhere than
  /// to a file below a folder: to a server, say.
  void file_link(std::uint32_t row, std::uint16_t column, const std::string& path, const std::string& fragment,
                 std::string_view text);
  /// `text` that leads to a cell of the sheet `sheet`.
  void cell_link(std::uint32_t row, std::uint16_t column, const std::string& sheet, std::uint32_t to_row,
                 std::string_view text);
  /// Makes row 0 a heading that stays and filters `columns` columns down to `last_row`, and rows high enough for their
  /// text. On paper the first `printed_columns` stand on one page's width, with a note two rows below.
  void finish_table(std::uint16_t columns, std::uint16_t printed_columns, std::uint32_t last_row);

  /// The bytes of the file; nothing can be written after.
  Result<std::string> close();

 private:
  /// Notes how many lines `text` takes in its cell.
  void measure(std::uint32_t row, std::uint16_t column, std::string_view text);
  bool write_link(std::uint32_t row, std::uint16_t column, const std::string& target, const std::string& text);

  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* styles_[static_cast<std::size_t>(CellStyle::count)] = {};
  std::map<std::uint16_t, std::size_t> widths_;  ///< of this sheet's columns
  std::map<std::uint32_t, std::size_t> lines_;   ///< of this sheet's rows: of the highest cell
  int file_ = -1;                                ///< in memory
  bool failed_ = false;
};

}  // namespace klausul
