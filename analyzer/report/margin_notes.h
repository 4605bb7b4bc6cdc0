#pragma once

#include <string>
#include <vector>

#include "assess/report.h"

namespace klausul {

/// A finding as a remark in the margin of the contract, in one language. Nothing is escaped.
struct MarginNote {
  struct Line {
    std::string label;  ///< "Basis"; may be empty
    std::string text;
  };

  Span span;          ///< what the note is about, in the extracted text; empty when the document has no text
  std::string id;     ///< of the entry
  std::string title;  ///< "Prior notice of changes: Missing"
  Severity severity = Severity::medium;
  std::vector<Line> lines;
};

/// The findings as notes, in the order of the findings: one on each passage, the first of which says everything. What
/// is missing stands at the passage that comes nearest, else at the heading of the section where the document deals
/// with such things, else at the document's title. The document must have `reviewed`.
std::vector<MarginNote> margin_notes(const DocumentReport& document, Language language);

/// Where the document begins for a reader: its title, else its first paragraph that is no page header. Empty when the
/// document has no text.
Span title_span(const ReviewedText& text);

}  // namespace klausul
