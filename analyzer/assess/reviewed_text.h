#pragma once

#include <string>
#include <vector>

#include "read/source_text.h"
#include "structure/block.h"

namespace klausul {

/// The document itself, for formats that show it or write on it. Plain values: it outlives the Document, and can be
/// sent through a pipe (the map is rebuilt by adding its parts, segments and pages and setting its source).
struct ReviewedText {
  std::string bytes;  ///< the file as it was read
  SourceText source;  ///< the text that all spans of the report point into, its paragraphs, and its places in the file
  std::vector<Block> blocks;  ///< the tree of sections and clauses, as Document::blocks
};

}  // namespace klausul
