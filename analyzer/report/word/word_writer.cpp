#include "report/word/word_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/word/xml_elements.h"

namespace klausul {
namespace {

constexpr int kLabelWidth = 1750;  ///< twentieths of a point
constexpr int kTextWidth = 7660;

std::string cell_properties(int width) {
  return fmt::format(R"(<w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>)", width);
}

}  // namespace

void WordWriter::begin_paragraph(std::string_view style) {
  body_ += fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>)", style);
}

void WordWriter::run(std::string_view text, std::string_view properties) {
  body_ += fmt::format(R"(<w:r><w:rPr>{}<w:lang w:val="{}"/></w:rPr>)", properties,
                       language_ == Language::sv ? "sv-SE" : "en-GB");
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) body_ += "<w:br/>";
    body_ += fmt::format(R"(<w:t xml:space="preserve">{}</w:t>)", escape_xml(text.substr(at, end - at)));
    at = end + 1;
  }
  body_ += "</w:r>";
}

void WordWriter::paragraph(std::string_view style, std::string_view text) {
  begin_paragraph(style);
  run(text, "");
  body_ += "</w:p>";
}

void WordWriter::labelled(std::string_view style, std::string_view label, std::string_view text) {
  begin_paragraph(style);
  run(fmt::format("{}: ", label), "<w:b/>");
  run(text, "");
  body_ += "</w:p>";
}

void WordWriter::page_break() { body_ += R"(<w:p><w:r><w:br w:type="page"/></w:r></w:p>)"; }

void WordWriter::begin_table() {
  body_ += fmt::format(R"(<w:tbl><w:tblPr><w:tblStyle w:val="Point"/><w:tblW w:w="{0}" w:type="dxa"/>)"
                       R"(<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{1}"/>)"
                       R"(<w:gridCol w:w="{2}"/></w:tblGrid>)",
                       kLabelWidth + kTextWidth, kLabelWidth, kTextWidth);
}

void WordWriter::begin_row(std::string_view label) {
  body_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>" + cell_properties(kLabelWidth);
  paragraph("Label", label);
  body_ += "</w:tc><w:tc>" + cell_properties(kTextWidth);
}

void WordWriter::end_row() { body_ += "</w:tc></w:tr>"; }

void WordWriter::end_table() { body_ += "</w:tbl>"; }

}  // namespace klausul
