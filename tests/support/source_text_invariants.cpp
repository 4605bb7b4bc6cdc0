#include "support/source_text_invariants.h"

#include <boost/test/unit_test.hpp>

#include "text/unicode.h"

namespace klausul {
namespace {

/// Collects sentences, not more than a person would read.
class Broken {
 public:
  void expect(bool holds, const std::string& sentence, std::size_t at) {
    if (!holds && sentences_.size() < 10) sentences_.push_back(sentence + " (at " + std::to_string(at) + ")");
  }
  std::vector<std::string> sentences() && { return std::move(sentences_); }

 private:
  std::vector<std::string> sentences_;
};

void check_characters(const SourceText& text, Broken& broken) {
  broken.expect(find_ill_formed_utf8(text.text) == text.text.size(), "the text is well-formed UTF-8", 0);
  broken.expect(is_nfc(text.text), "the text is in NFC", 0);
  char32_t before = '\n';
  for (std::size_t at = 0; at < text.text.size();) {
    const CodePoint point = code_point_at(text.text, at);
    const bool space = is_white_space(point.value);
    broken.expect(!space || point.value == ' ' || point.value == '\n', "spaces and line feeds are all white space", at);
    broken.expect(!is_invisible(point.value), "invisible characters are gone", at);
    broken.expect(!(space && is_white_space(before)), "white space is never doubled", at);
    before = point.value;
    at += point.length;
  }
}

void check_paragraphs(const SourceText& text, Broken& broken) {
  std::size_t expected = 0;
  for (const Paragraph& paragraph : text.paragraphs) {
    const std::size_t at = paragraph.span.begin;
    broken.expect(at == expected, "paragraphs follow each other without gap", at);
    broken.expect(!paragraph.span.empty(), "paragraphs have text", at);
    broken.expect(paragraph.span.end < text.text.size() && text.text[paragraph.span.end] == '\n',
                  "a line feed ends every paragraph", at);
    const std::string_view content = slice(text.text, paragraph.span);
    broken.expect(content.find('\n') == std::string_view::npos, "a line feed stands nowhere else", at);
    broken.expect(content.empty() || (content.front() != ' ' && content.back() != ' '), "no space at an end", at);
    const bool in_table = paragraph.table > 0 && paragraph.row > 0 && paragraph.column > 0;
    const bool is_cell = paragraph.kind == ParagraphKind::table_cell;
    broken.expect(is_cell ? in_table : paragraph.table == 0, "cells, and only cells, have a table, row and column", at);
    const bool levelled = paragraph.kind == ParagraphKind::heading || paragraph.kind == ParagraphKind::list_item;
    broken.expect(!levelled || (paragraph.level >= 1 && paragraph.level <= 9), "headings and items have a level", at);
    broken.expect(find_ill_formed_utf8(paragraph.label) == paragraph.label.size() && is_nfc(paragraph.label),
                  "labels are well-formed", at);
    expected = paragraph.span.end + std::size_t{1};
  }
  broken.expect(expected == text.text.size(), "paragraphs cover all of the text", expected);
}

/// Every byte that counts as copied is the byte of the source, or white space for white space.
void check_copied_bytes(const SourceText& text, const SourceMap::Segment& segment, std::size_t end, Broken& broken) {
  const std::string_view source = text.map.source();
  if (source.empty() || segment.part != 0 || !segment.copied) return;
  for (std::size_t at = segment.text_begin; at < end && at < text.text.size(); ++at) {
    const char byte = text.text[at];
    if (byte == ' ' || byte == '\n') continue;
    const std::size_t from = segment.source_begin + (at - segment.text_begin);
    broken.expect(from < source.size() && source[from] == byte, "copied text is the text of the source", at);
  }
}

void check_map(const SourceText& text, Broken& broken) {
  const auto& segments = text.map.segments();
  if (text.text.empty()) return;
  broken.expect(!segments.empty() && segments.front().text_begin == 0, "the map begins with the text", 0);
  std::vector<std::uint32_t> reached(text.map.parts().size(), 0);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const SourceMap::Segment& segment = segments[i];
    const std::size_t end = i + 1 < segments.size() ? segments[i + 1].text_begin : text.text.size();
    broken.expect(segment.text_begin < end, "segments of the map rise", segment.text_begin);
    broken.expect(segment.part < reached.size(), "segments name parts that exist", segment.text_begin);
    if (segment.part >= reached.size()) continue;
    broken.expect(segment.source_begin >= reached[segment.part], "the map never goes back", segment.text_begin);
    const std::size_t length = segment.copied ? end - segment.text_begin : 0;
    // The line feed after a paragraph stands for the place after it, where nothing may be.
    reached[segment.part] = segment.source_begin + static_cast<std::uint32_t>(length > 0 ? length - 1 : 0);
    check_copied_bytes(text, segment, end, broken);
  }
  const bool has_lines = !text.map.source().empty();
  for (const Paragraph& paragraph : text.paragraphs) {
    const Place place = text.map.place_of(paragraph.span.begin);
    broken.expect((place.line > 0) == (has_lines && place.part == 0), "places have lines where the format has",
                  paragraph.span.begin);
    broken.expect(text.coverage.pages == 0 || (place.page > 0 && place.page <= text.coverage.pages),
                  "places have pages where the format has", paragraph.span.begin);
  }
}

}  // namespace

std::vector<std::string> broken_invariants(const SourceText& text) {
  Broken broken;
  check_characters(text, broken);
  check_paragraphs(text, broken);
  check_map(text, broken);
  broken.expect(text.coverage.pages_with_text <= text.coverage.pages, "no more pages have text than there are", 0);
  return std::move(broken).sentences();
}

void check_invariants(const SourceText& text, const std::string& name) {
  for (const std::string& sentence : broken_invariants(text)) BOOST_ERROR(name << ": broken: " << sentence);
}

}  // namespace klausul
