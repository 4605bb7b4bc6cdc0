#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/source_map.h"
#include "text/span.h"

namespace klausul {

/// What a reader knows about a paragraph from the format alone. Hints, never structure: numbering that is typed into
/// the text, and what belongs under what, is decided in structure/.
enum class ParagraphKind {
  paragraph,
  title,       ///< the document's title (Word style Title, HTML <title> is not one)
  heading,     ///< level 1..9
  list_item,   ///< level 1.. = nesting
  table_cell,  ///< table, row, column are set
  footnote,
  page_header,  ///< also page footers: read, but not part of any clause
  text_box
};

/// One paragraph of the extracted text: a heading, a list item, the content of a table cell ...
/// A cell or list item with several paragraphs gives several entries with the same table, row and column (or level).
struct Paragraph {
  Span span;  ///< within SourceText::text, without the line feed
  ParagraphKind kind = ParagraphKind::paragraph;
  std::uint8_t level = 0;
  bool bold = false;          ///< the whole paragraph is bold (a heading in documents without styles)
  std::string label;          ///< automatic numbering that does not stand in the text: "7.2", "(b)"; a bullet is ""
  std::uint32_t table = 0;    ///< 1-based number of the table in the document; nested tables have numbers of their own
  std::uint32_t row = 0;      ///< 1-based
  std::uint32_t column = 0;   ///< 1-based
  std::uint32_t columns = 1;  ///< that the cell spans
};

/// What the reader could and could not read.
struct ReadCoverage {
  std::uint32_t pages = 0;  ///< 0: the format has no pages
  std::uint32_t pages_with_text = 0;
  std::uint32_t tracked_insertions = 0;
  std::uint32_t tracked_deletions = 0;
  std::vector<std::uint32_t> ocr_pages;  ///< read as pictures: their letters are guesses
  double ocr_confidence = 0;             ///< 0..100, the mean of these pages
  bool complete = true;                  ///< false: something was left out that may hold text
  std::vector<std::string> limits;       ///< sentences in English, one for each thing a reader of the review must know
};

/// A file as text. Every reader returns this.
/// - `text` is valid UTF-8 in NFC. Paragraphs stand one a line: '\n' ends each and occurs nowhere else. Inside a
///   paragraph hard line breaks, tabs and runs of white space are one space; soft hyphens are gone; no-break spaces are
///   spaces; zero-width characters are gone. Other characters (quotes, dashes, case) stand as in the file.
/// - `paragraphs` are in text order and cover all of `text` but the line feeds.
/// - `map` is total over `text`.
struct SourceText {
  std::string format;  ///< "txt", "md", "html", "docx", "pdf"
  std::string text;
  SourceMap map;
  std::vector<Paragraph> paragraphs;
  ReadCoverage coverage;
};

}  // namespace klausul
