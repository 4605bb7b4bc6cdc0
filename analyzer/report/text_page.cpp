#include "report/text_page.h"

#include <algorithm>

#include "report/printable.h"

namespace klausul {

namespace {

const char* escape_for(TextStyle style) {
  switch (style) {
    case TextStyle::plain: return "";
    case TextStyle::strong: return "\x1b[1m";
    case TextStyle::faint: return "\x1b[2m";
    case TextStyle::red: return "\x1b[1;31m";
    case TextStyle::yellow: return "\x1b[1;33m";
    case TextStyle::cyan: return "\x1b[1;36m";
  }
  return "";
}

/// A column too narrow for a word helps nobody.
constexpr std::size_t narrowest = 20;

}  // namespace

std::string TextPage::painted(std::string_view text, TextStyle style) const {
  if (!colour_ || style == TextStyle::plain || text.empty()) return std::string(text);
  return std::string(escape_for(style)) + std::string(text) + "\x1b[0m";
}

void TextPage::paragraph(std::string_view first, std::string_view rest, std::string_view text, TextStyle style) {
  const std::size_t taken = std::max(columns(first), columns(rest));
  const std::size_t room = std::max(width_, taken + narrowest) - taken;
  std::string_view prefix = first;
  for (const std::string& line : wrap(printable(text), room)) {
    const std::string whole = printable(prefix) + painted(line, style);
    lines_ += line.empty() ? whole.substr(0, whole.find_last_not_of(' ') + 1) : whole;
    lines_ += '\n';
    prefix = rest;
  }
}

void TextPage::line(std::string_view text, TextStyle style, std::size_t indent) {
  const std::string prefix(indent, ' ');
  paragraph(prefix, prefix, text, style);
}

void TextPage::line_with_side(std::string_view text, std::string_view side, TextStyle style, std::size_t indent) {
  const std::string left = printable(text);
  const std::string right = printable(side);
  const std::size_t used = indent + columns(left) + columns(right);
  if (used + 2 > width_) {
    line(text, style, indent);
    if (!side.empty()) line(side, TextStyle::faint, indent + 2);
    return;
  }
  lines_ += std::string(indent, ' ') + painted(left, style);
  if (!right.empty()) lines_ += std::string(width_ - used, ' ') + painted(right, TextStyle::faint);
  lines_ += '\n';
}

void TextPage::rule(std::string_view sign, std::size_t length) {
  const std::size_t count = length == 0 ? width_ : std::min(length, width_);
  for (std::size_t index = 0; index < count; ++index) lines_ += sign;
  lines_ += '\n';
}

}  // namespace klausul
