#include "report/workbook.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "report/printable.h"
#include "text/unicode.h"

namespace klausul {

namespace {

/// 2000-01-01: a time that the library does not take from the clock.
constexpr time_t fixed_time = 946684800;

/// In points: of a line of text in a cell, and Excel's limit for a row.
constexpr double line_height = 13;
constexpr double highest_row = 409;

/// Excel's limit, counted as Excel does: in units of UTF-16.
constexpr std::size_t longest_cell = 32767;

/// "_x000D_" stands for a carriage return in a cell; in the text of a contract it stands for itself.
bool is_escape_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "_x" || at + 7 > text.size() || text[at + 6] != '_') return false;
  return text.substr(at + 2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// `text` as a cell can hold it.
std::string cell_text(std::string_view text) {
  const std::string clean = printable(text);
  std::string cell;
  std::size_t units = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const CodePoint point = code_point_at(clean, at);
    units += point.value > 0xFFFF ? 2 : 1;
    if (is_escape_at(clean, at)) {
      cell += "_x005F";
      units += 6;
    }
    if (units >= longest_cell) return cell + "…";
    cell += clean.substr(at, point.length);
    at += point.length;
  }
  return cell;
}

/// Whether a link to `path` can only lead to a file on the reader's own machine.
bool is_plain_path(std::string_view path) {
  if (path.empty() || path == "-" || path.starts_with("//")) return false;
  if (path.find_first_of("\\#%?*\"<>|:") != std::string_view::npos) return false;
  return printable(path) == path && path.find('\n') == std::string_view::npos && path.size() < 1000;
}

std::string read_back(int file) {
  std::string bytes;
  std::array<char, 65536> piece{};
  for (;;) {
    const ssize_t count = pread(file, piece.data(), piece.size(), static_cast<off_t>(bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
}

lxw_format* make_style(lxw_workbook* workbook, CellStyle style) {
  lxw_format* format = workbook_add_format(workbook);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_font_name(format, "Calibri");
  format_set_font_size(format, 10);
  const auto paint = [&](lxw_color_t background) {
    format_set_bold(format);
    format_set_bg_color(format, background);
  };
  switch (style) {
    case CellStyle::heading:
      format_set_font_color(format, 0xFFFFFF);
      paint(0x1F3A5F);
      break;
    case CellStyle::strong: format_set_bold(format); break;
    case CellStyle::faint: format_set_font_color(format, 0x6B6B6B); break;
    case CellStyle::red: paint(0xF8C7C3); break;
    case CellStyle::orange: paint(0xFBDDB6); break;
    case CellStyle::yellow: paint(0xFFF3BF); break;
    case CellStyle::green: paint(0xD3EBD3); break;
    case CellStyle::link:
      format_set_font_color(format, 0x0B4F9E);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      break;
    case CellStyle::note: {
      lxw_format* bare = workbook_add_format(workbook);
      format_set_font_name(bare, "Calibri");
      format_set_font_size(bare, 10);
      format_set_font_color(bare, 0x6B6B6B);
      return bare;
    }
    case CellStyle::plain:
    case CellStyle::count: break;
  }
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, 0xD0D0D0);
  return format;
}

}  // namespace

Workbook::Workbook(std::string title) {
  // The library writes to a file with a name; this one is nowhere but in memory.
  file_ = memfd_create("klausul.xlsx", MFD_CLOEXEC);
  if (file_ < 0) return;
  workbook_ = workbook_new(("/proc/self/fd/" + std::to_string(file_)).c_str());
  if (workbook_ == nullptr) return;
  std::string author = "klausul";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = fixed_time;
  failed_ = workbook_set_properties(workbook_, &properties) != LXW_NO_ERROR;
  for (std::size_t style = 0; style < std::size(styles_); ++style)
    styles_[style] = make_style(workbook_, static_cast<CellStyle>(style));
}

Workbook::~Workbook() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  if (file_ >= 0) ::close(file_);
}

void Workbook::add_sheet(const std::string& name) {
  sheet_ = workbook_ == nullptr ? nullptr : workbook_add_worksheet(workbook_, name.c_str());
  if (sheet_ == nullptr) failed_ = true;
  widths_.clear();
  lines_.clear();
}

void Workbook::set_width(std::uint16_t column, double width) {
  if (sheet_ == nullptr) return;
  widths_[column] = static_cast<std::size_t>(width);
  if (worksheet_set_column(sheet_, column, column, width, nullptr) != LXW_NO_ERROR) failed_ = true;
}

void Workbook::measure(std::uint32_t row, std::uint16_t column, std::string_view text) {
  const auto width = widths_.find(column);
  const std::size_t lines = width == widths_.end() ? 1 : wrap(text, width->second).size();
  lines_[row] = std::max(lines_[row], lines);
}

void Workbook::text(std::uint32_t row, std::uint16_t column, std::string_view text, CellStyle style) {
  if (sheet_ == nullptr) return;
  const std::string cell = cell_text(text);
  if (style != CellStyle::note) measure(row, column, cell);
  lxw_format* format = styles_[static_cast<std::size_t>(style)];
  const lxw_error error = cell.empty() ? worksheet_write_blank(sheet_, row, column, format)
                                       : worksheet_write_string(sheet_, row, column, cell.c_str(), format);
  if (error != LXW_NO_ERROR) failed_ = true;
}

void Workbook::number(std::uint32_t row, std::uint16_t column, double value, CellStyle style) {
  if (sheet_ == nullptr) return;
  if (worksheet_write_number(sheet_, row, column, value, styles_[static_cast<std::size_t>(style)]) != LXW_NO_ERROR)
    failed_ = true;
}

bool Workbook::write_link(std::uint32_t row, std::uint16_t column, const std::string& target, const std::string& text) {
  if (sheet_ == nullptr || text.empty()) return false;
  measure(row, column, text);
  return worksheet_write_url_opt(sheet_, row, column, target.c_str(),
                                 styles_[static_cast<std::size_t>(CellStyle::link)], text.c_str(),
                                 nullptr) == LXW_NO_ERROR;
}

void Workbook::file_link(std::uint32_t row, std::uint16_t column, const std::string& path, const std::string& fragment,
                         std::string_view text) {
  const bool linked = is_plain_path(path) && write_link(row, column, "external:" + path + fragment, cell_text(text));
  if (!linked) this->text(row, column, text);
}

void Workbook::cell_link(std::uint32_t row, std::uint16_t column, const std::string& sheet, std::uint32_t to_row,
                         std::string_view text) {
  const std::string target = "internal:'" + sheet + "'!A" + std::to_string(to_row + 1);
  if (!write_link(row, column, target, cell_text(text))) this->text(row, column, text);
}

void Workbook::finish_table(std::uint16_t columns, std::uint16_t printed_columns, std::uint32_t last_row) {
  if (sheet_ == nullptr) return;
  for (const auto& [row, lines] : lines_) {
    const double height = std::min(highest_row, line_height * static_cast<double>(lines) + 2);
    if (worksheet_set_row(sheet_, row, height, nullptr) != LXW_NO_ERROR) failed_ = true;
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  if (worksheet_autofilter(sheet_, 0, 0, last_row, static_cast<lxw_col_t>(columns - 1)) != LXW_NO_ERROR) failed_ = true;
  if (worksheet_print_area(sheet_, 0, 0, last_row + 2, static_cast<lxw_col_t>(printed_columns - 1)) != LXW_NO_ERROR)
    failed_ = true;
  if (worksheet_repeat_rows(sheet_, 0, 0) != LXW_NO_ERROR) failed_ = true;
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);  // A4
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
  if (worksheet_set_footer(sheet_, "&L&A&R&P / &N") != LXW_NO_ERROR) failed_ = true;
}

Result<std::string> Workbook::close() {
  const bool usable = workbook_ != nullptr && !failed_;
  lxw_workbook* workbook = std::exchange(workbook_, nullptr);
  if (workbook != nullptr && workbook_close(workbook) == LXW_NO_ERROR && usable) return read_back(file_);
  return Error{ErrorKind::internal, "",
               "The spreadsheet could not be written; the folder for temporary files may be full. Empty it, or choose "
               "another with TMPDIR."};
}

}  // namespace klausul
