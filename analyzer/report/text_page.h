#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace klausul {

enum class TextStyle { plain, strong, faint, red, yellow, cyan };

/// Lines of a text report. Everything that comes from a file goes through here, and nothing leaves that a terminal
/// would obey: contract text is not trusted.
class TextPage {
 public:
  TextPage(std::size_t width, bool colour) : width_(width), colour_(colour) {}

  /// `text`, wrapped: the first line begins with `first`, the others with `rest`. Prefixes are not coloured.
  void paragraph(std::string_view first, std::string_view rest, std::string_view text,
                 TextStyle style = TextStyle::plain);
  /// `text`, wrapped and indented.
  void line(std::string_view text, TextStyle style = TextStyle::plain, std::size_t indent = 0);
  /// `text` at the left and `side` at the right edge; below each other when both do not fit.
  void line_with_side(std::string_view text, std::string_view side, TextStyle style, std::size_t indent = 0);
  /// A line of `sign` over the page, or below a text of that length.
  void rule(std::string_view sign, std::size_t length = 0);
  void blank() { lines_ += '\n'; }

  [[nodiscard]] std::string take() { return std::move(lines_); }

 private:
  [[nodiscard]] std::string painted(std::string_view text, TextStyle style) const;

  std::size_t width_;
  bool colour_;
  std::string lines_;
};

}  // namespace klausul
