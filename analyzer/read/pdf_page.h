#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace klausul {

/// A rectangle on a page, in points (1/72 inch) from the upper left corner.
struct PdfBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle_x() const { return (left + right) / 2; }
  [[nodiscard]] double middle_y() const { return (top + bottom) / 2; }
  void include(const PdfBox& other) {
    left = left < other.left ? left : other.left;
    top = top < other.top ? top : other.top;
    right = right > other.right ? right : other.right;
    bottom = bottom > other.bottom ? bottom : other.bottom;
  }
};

/// A word as the page shows it.
struct PdfWord {
  std::string text;  ///< UTF-8, ligatures taken apart
  PdfBox box;
  double baseline = 0;  ///< where the letters stand
  double size = 0;      ///< of the font
  bool bold = false;
  bool upright = true;       ///< false: written across the page, like a watermark
  bool space_after = false;  ///< a word space follows in the same line
  bool struck = false;       ///< struck through: it takes up room and is no text
};

/// A page as the file holds it.
struct PdfPage {
  std::uint32_t number = 0;  ///< 1-based
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;  ///< in the order that poppler reads them
  std::vector<PdfBox> rules;   ///< straight lines, level or upright: the frames of tables
  std::size_t unmapped = 0;    ///< signs without a known character
  double picture = 0;          ///< the share of the page that its largest picture takes; known where words are few
  bool drawn = false;          ///< so much is drawn that it may be writing; known where words are few
  std::size_t comments = 0;    ///< notes in the margin, which are not text of the page
  std::size_t struck = 0;      ///< stretches of words that are struck through
  int turn = 0;                ///< degrees, clockwise, by which it was turned to bring its letters upright
  bool missing = false;        ///< the file names the page and does not hold it
  bool damaged = false;        ///< poppler met errors on the page
  bool cut = false;            ///< a limit was met: the page holds more

  [[nodiscard]] std::size_t characters() const {
    std::size_t count = 0;
    for (const PdfWord& word : words) count += word.text.size();
    return count;
  }
};

}  // namespace klausul
