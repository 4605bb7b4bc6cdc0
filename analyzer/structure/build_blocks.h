#pragma once

#include <vector>

#include "read/source_text.h"
#include "structure/block.h"

namespace klausul {

/// Makes the tree of blocks from the reader's hints, typed numbering and blank lines. Every paragraph of `source`
/// becomes the heading or the body of exactly one block. Never fails: a text without structure is a root with clauses.
std::vector<Block> build_blocks(const SourceText& source);

}  // namespace klausul
