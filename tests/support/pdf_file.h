#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace klausul {

/// Writes small PDF files for tests: text at positions, straight lines, pictures, form fields, on A4 pages. Positions
/// are points from the upper left corner; a text's is the beginning of its baseline.
class PdfFile {
 public:
  static constexpr double width = 595;
  static constexpr double height = 842;

  PdfFile() { page(); }
  /// Starts another page.
  PdfFile& page();
  /// `text` is UTF-8 of Latin-1 letters.
  PdfFile& text(double x, double y, std::string_view text, double size = 10, bool bold = false);
  /// Lines of one column, 13 points apart.
  PdfFile& lines(double x, double y, const std::vector<std::string>& lines, double size = 10, bool bold = false);
  PdfFile& rule(double x0, double y0, double x1, double y1);
  /// Text in a font that does not say which letters its signs are.
  PdfFile& unmapped_text(double x, double y, std::string_view text);
  /// Text that looks right, in a font that says of its signs that they are others.
  PdfFile& misleading_text(double x, double y, std::string_view text, double size = 10);
  PdfFile& picture(double x, double y, double picture_width, double picture_height);
  /// A text field that holds `value` and does not show it.
  PdfFile& field(double x, double y, std::string_view value);
  /// A note that strikes out what stands there.
  PdfFile& strike_out(double x0, double y0, double x1, double y1);
  PdfFile& embed(std::string_view name, std::string_view content);

  /// The file; encrypted when there is a `password` (RC4, 40 bits, as old programs do).
  [[nodiscard]] std::string bytes(const std::string& password = {}) const;

 private:
  struct Page {
    std::string content;
    std::vector<std::string> fields;
  };
  std::vector<Page> pages_;
  std::vector<std::pair<std::string, std::string>> embedded_;
};

}  // namespace klausul
