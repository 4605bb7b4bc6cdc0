#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/source_text.h"
#include "structure/numbering.h"
#include "structure/paragraph_shape.h"
#include "text/span.h"

namespace klausul {

/// Why a paragraph is a heading.
enum class HeadingKind {
  none,
  hinted,    ///< the format says so
  capitals,  ///< a short line in capitals
  bold,      ///< a short line in bold
  numbered,  ///< a short numbered line with text below
  plain      ///< a short line between sentences, in a text without any formatting
};

/// A paragraph with what can be said of it from itself and its neighbours, before it has a place in the tree.
struct Line {
  std::optional<TypedNumber> number;  ///< typed, or the word processor's
  Span body;                          ///< without the typed number
  Shape shape;                        ///< of the body
  HeadingKind heading = HeadingKind::none;
  SignatureMark signature = SignatureMark::none;
  bool annex = false;         ///< begins an annex
  bool contents = false;      ///< a line of a table of contents, or of a list of annexes
  bool titled_below = false;  ///< a heading that is nothing but a number; the next paragraph is its title
  bool defines = false;       ///< defines_term() without regard to the heading above
};

/// Looks at every paragraph of `source`; the result has the same order and size as source.paragraphs.
std::vector<Line> read_lines(const SourceText& source);

/// Whether the paragraph takes part in the tree as text: no header, footnote or table cell.
bool is_running_text(const Paragraph& paragraph);

/// Whether `number` counts parts of the document ("3.2", "Article 5", "12 §", "A.") rather than items of a list ("(a)",
/// "iv)", "(1)", bullets).
bool counts_parts(const TypedNumber& number);

/// Whether `later` is the number after `earlier` in one sequence: "(b)" after "(a)", "3.3" after "3.2".
bool follows(const TypedNumber& earlier, const TypedNumber& later);

/// Whether `inner` counts within `outer`: "7.2" and "7.2.1", "A" and "A.1".
bool counts_within(const TypedNumber& outer, const TypedNumber& inner);

}  // namespace klausul
