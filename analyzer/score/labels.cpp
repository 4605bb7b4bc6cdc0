#include "score/labels.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace klausul {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    pieces.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// 0 when `text` is no line number.
std::uint32_t line_number(std::string_view text) {
  text = trimmed(text);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

std::vector<std::vector<std::string>> tsv_rows(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  bool header = true;
  for (const std::string& line : split(text, '\n')) {
    const std::string_view content = trimmed(line);
    if (content.empty()) continue;
    if (!header) rows.push_back(split(content, '\t'));
    header = false;
  }
  return rows;
}

Result<std::vector<LineRange>> parse_lines(std::string_view text, const std::string& where) {
  std::vector<LineRange> lines;
  if (trimmed(text).empty()) return lines;
  for (const std::string& piece : split(text, ',')) {
    const std::size_t dash = piece.find('-');
    LineRange range;
    range.first = line_number(std::string_view(piece).substr(0, dash));
    range.last = dash == std::string::npos ? range.first : line_number(std::string_view(piece).substr(dash + 1));
    if (range.first == 0 || range.last < range.first) {
      return Error{ErrorKind::damaged, where, "\"" + piece + "\" is no line number and no range of lines."};
    }
    lines.push_back(range);
  }
  return lines;
}

Result<std::vector<Label>> parse_labels(std::string_view text, const std::string& where) {
  std::vector<Label> labels;
  for (std::vector<std::string>& row : tsv_rows(text)) {
    row.resize(4);
    if (row[1].size() != 1 || std::string_view("PWMTC-").find(row[1]) == std::string_view::npos) {
      return Error{ErrorKind::damaged, where, row[0] + ": the status \"" + row[1] + "\" is none of P W M T C -."};
    }
    Result<std::vector<LineRange>> lines = parse_lines(row[2], where + ": " + row[0]);
    if (!lines) return lines.error();
    labels.push_back({row[0], row[1].front(), *std::move(lines), row[3]});
  }
  return labels;
}

bool are_near(const std::vector<LineRange>& some, const std::vector<LineRange>& others, std::uint32_t distance) {
  return std::any_of(some.begin(), some.end(), [&](LineRange one) {
    return std::any_of(others.begin(), others.end(), [&](LineRange other) {
      return one.first <= other.last + distance && other.first <= one.last + distance;
    });
  });
}

std::string lines_text(const std::vector<LineRange>& lines) {
  std::string text;
  for (const LineRange& range : lines) {
    if (!text.empty()) text += ", ";
    text += std::to_string(range.first);
    if (range.last != range.first) text += "-" + std::to_string(range.last);
  }
  return text;
}

}  // namespace klausul
