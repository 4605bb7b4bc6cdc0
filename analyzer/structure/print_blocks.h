#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.h"
#include "structure/block.h"

namespace klausul {

/// "clause", "list item" ...
std::string_view name_of(BlockKind kind);

/// The tree for a person: one line a block, with indentation, kind, [label] and the first 60 characters of its heading
/// or body.
std::string print_blocks(const SourceText& source, const std::vector<Block>& blocks);

}  // namespace klausul
