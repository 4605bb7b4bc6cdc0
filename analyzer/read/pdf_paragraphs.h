#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_layout.h"
#include "read/plain_lines.h"
#include "read/text_builder.h"

namespace klausul {

/// The font size of most of the text; 0 of no text.
double size_of_most_text(const std::vector<PdfSheet>& sheets);

/// Makes paragraphs of the lines of a document, over columns and pages.
class PdfParagraphs {
 public:
  /// Looks at all `lines` to learn how the document is set.
  PdfParagraphs(TextBuilder& builder, const std::vector<PdfLine>& lines, double body_size);

  /// Appends all of `lines`.
  void append(const std::vector<PdfLine>& lines);

 private:
  void learn_pitches(const std::vector<PdfLine>& lines);
  void learn_headings(const std::vector<PdfLine>& lines);
  void take(const PdfLine& line);
  void take_text(const PdfLine& line);
  void start(const PdfLine& line);
  void flush();
  void flush_held();
  void append_notes(const std::vector<const PdfLine*>& notes);
  void append_lines(const std::vector<const PdfLine*>& lines, std::size_t marker_bytes);
  [[nodiscard]] bool joins(const PdfLine& line) const;
  [[nodiscard]] bool joins_below(const PdfLine& before, const PdfLine& line) const;
  [[nodiscard]] bool joins_on_next_page(const PdfLine& before, const PdfLine& line) const;
  [[nodiscard]] bool opens_paragraph(const PdfLine& before, const PdfLine& line, bool before_is_full) const;
  [[nodiscard]] bool is_heading_size(double size) const { return size >= 1.12 * body_size_; }
  [[nodiscard]] double pitch_of(double size) const;
  [[nodiscard]] Paragraph properties();
  void number_cell(const PdfLine& line, Paragraph& properties);

  TextBuilder& builder_;
  double body_size_;
  std::map<int, double> pitches_;       ///< half points of a size -> usual distance of its baselines
  std::map<int, std::uint8_t> levels_;  ///< half points of a size -> level of its headings
  int title_size_ = 0;                  ///< half points; 0: no title
  std::vector<const PdfLine*> open_;    ///< the lines of the open paragraph
  LineOpening opening_;                 ///< how it begins
  const PdfLine* struck_ = nullptr;     ///< the last line, when all of it is struck through
  std::vector<const PdfLine*> held_;    ///< footnotes and furniture met while it is open
  std::vector<double> list_indents_;    ///< of the bullets that the next bullet may lie under
  std::set<std::string> furniture_read_;
  std::size_t source_ = 0;  ///< how far the text of the file has been read, in bytes
  // The last table.
  std::uint32_t tables_ = 0;
  std::uint32_t table_page_ = 0;
  std::uint32_t table_on_page_ = 0;
  std::uint32_t rows_before_ = 0;  ///< of the same table on earlier pages
  std::uint32_t last_row_ = 0;
  std::vector<double> edges_;
  bool table_open_ = false;  ///< nothing but page furniture has come since
};

}  // namespace klausul
