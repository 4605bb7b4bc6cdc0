#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.h"

namespace klausul::test {

/// Makes a SourceText a line at a time, as a reader would.
class SampleText {
 public:
  SampleText& add(std::string_view text, ParagraphKind kind = ParagraphKind::paragraph, std::uint8_t level = 0,
                  std::string label = {}) {
    Paragraph paragraph;
    paragraph.span.begin = static_cast<std::uint32_t>(source_.text.size());
    source_.text += text;
    paragraph.span.end = static_cast<std::uint32_t>(source_.text.size());
    source_.text += '\n';
    paragraph.kind = kind;
    paragraph.level = level;
    paragraph.label = std::move(label);
    source_.paragraphs.push_back(std::move(paragraph));
    return *this;
  }
  SampleText& heading(std::uint8_t level, std::string_view text, std::string label = {}) {
    return add(text, ParagraphKind::heading, level, std::move(label));
  }
  SampleText& item(std::uint8_t level, std::string_view text, std::string label = {}) {
    return add(text, ParagraphKind::list_item, level, std::move(label));
  }
  SampleText& bold(std::string_view text) {
    add(text);
    source_.paragraphs.back().bold = true;
    return *this;
  }
  SampleText& cell(std::uint32_t table, std::uint32_t row, std::uint32_t column, std::string_view text) {
    add(text, ParagraphKind::table_cell);
    source_.paragraphs.back().table = table;
    source_.paragraphs.back().row = row;
    source_.paragraphs.back().column = column;
    return *this;
  }
  /// Every line of `text` is a paragraph without hints.
  SampleText& lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      if (end != 0) add(text.substr(0, end));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return *this;
  }
  [[nodiscard]] const SourceText& source() const { return source_; }

 private:
  SourceText source_;
};

}  // namespace klausul::test
