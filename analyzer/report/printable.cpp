#include "report/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <fmt/format.h>
#include <cstdint>

namespace klausul {

namespace {

/// The code point at `position`, which is moved behind it; negative when the bytes are not UTF-8.
UChar32 next_code_point(std::string_view text, std::size_t& position) {
  UChar32 code_point = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto index = static_cast<std::int64_t>(position);
  const auto length = static_cast<std::int64_t>(text.size());
  U8_NEXT(bytes, index, length, code_point);
  position = static_cast<std::size_t>(index);
  return code_point;
}

bool is_obeyed_by_terminals(UChar32 code_point) {
  if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return true;
  return u_hasBinaryProperty(code_point, UCHAR_BIDI_CONTROL) != 0 || code_point == 0x2028 || code_point == 0x2029;
}

std::size_t columns_of(UChar32 code_point) {
  const auto category = u_charType(code_point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const auto width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Cuts `word` into pieces of at most `width` columns.
std::vector<std::string> cut(std::string_view word, std::size_t width) {
  std::vector<std::string> pieces(1);
  std::size_t used = 0;
  for (std::size_t position = 0; position < word.size();) {
    const std::size_t begin = position;
    const UChar32 code_point = next_code_point(word, position);
    const std::size_t wide = code_point < 0 ? 1 : columns_of(code_point);
    if (used + wide > width && used > 0) {
      pieces.emplace_back();
      used = 0;
    }
    pieces.back() += word.substr(begin, position - begin);
    used += wide;
  }
  return pieces;
}

void wrap_line(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
  lines.emplace_back();
  std::size_t used = 0;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t space = std::min(text.find(' ', position), text.size());
    const std::string_view word = text.substr(position, space - position);
    position = space + 1;
    if (word.empty()) continue;
    for (const std::string& piece : cut(word, width)) {
      const std::size_t wide = columns(piece);
      if (used > 0 && used + 1 + wide > width) {
        lines.emplace_back();
        used = 0;
      }
      if (used > 0) {
        lines.back() += ' ';
        ++used;
      }
      lines.back() += piece;
      used += wide;
    }
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const UChar32 code_point = next_code_point(text, position);
    if (code_point == '\n') {
      result += '\n';
    } else if (code_point == '\t') {
      result += ' ';
    } else if (code_point < 0 || is_obeyed_by_terminals(code_point)) {
      result += "\uFFFD";
    } else {
      result += text.substr(begin, position - begin);
    }
  }
  return result;
}

std::string escape_terminal_characters(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  for (std::size_t position = 0; position < json.size();) {
    const std::size_t begin = position;
    const UChar32 code_point = next_code_point(json, position);
    // Below 0x20 there are only the line feeds between values: inside strings they are escaped already.
    if (code_point >= 0x7F && is_obeyed_by_terminals(code_point)) {
      result += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point));
    } else {
      result += json.substr(begin, position - begin);
    }
  }
  return result;
}

std::size_t columns(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t position = 0; position < text.size();) {
    const UChar32 code_point = next_code_point(text, position);
    total += code_point < 0 ? 1 : columns_of(code_point);
  }
  return total;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    wrap_line(text.substr(begin, end - begin), width, lines);
    begin = end + 1;
  }
  return lines;
}

}  // namespace klausul
