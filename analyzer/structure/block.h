#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace klausul {

enum class BlockKind {
  document,   ///< the root, block 0
  annex,      ///< "Bilaga 2", "Annex II", "Schedule A": heading is its title line
  section,    ///< has a heading; its text stands in its children
  clause,     ///< a paragraph, numbered or not
  list_item,  ///< child of the clause (or list item) that leads in to it
  table,
  row,
  cell,
  definition,  ///< a paragraph that defines a term
  signature,   ///< signature lines, open date and name fields
  footnote,
  note  ///< page headers and footers
};

enum class Language : std::uint8_t { unknown, sv, en, other };

/// A node of the document tree. All blocks stand in one vector in preorder; the subtree of block i is [i, end).
struct Block {
  BlockKind kind = BlockKind::clause;
  std::uint8_t level = 0;  ///< depth in the tree; the root is 0
  Language language = Language::unknown;
  Span heading;  ///< of an annex or section: its heading with any typed number (and the title below it, when
                 ///< that is a paragraph of its own: "Clause 8", "Safeguards"); else empty
  Span body;     ///< the block's own text without its typed number or bullet; empty for sections, tables, rows
  std::uint32_t parent = 0;
  std::uint32_t end = 0;              ///< one past the last block of the subtree
  std::uint32_t row = 0, column = 0;  ///< of a cell: 1-based
  std::uint32_t columns = 1;          ///< of a cell: how many it spans
  /// The label a lawyer would cite: "7.2", "7.2 (b)", "12 §", "Bilaga 2", "Annex II, 3". Empty when there is none in
  /// the block or above it.
  std::string label;
};

}  // namespace klausul
