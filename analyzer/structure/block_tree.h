#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "structure/block.h"

namespace klausul {

/// Grows the preorder vector of blocks: blocks are opened inside one another and closed from the inside out.
class BlockTree {
 public:
  /// No block stands deeper; Block::level has to hold it, and so does the stack of whoever walks the tree.
  static constexpr std::size_t deepest = 60;

  explicit BlockTree(std::size_t expected_blocks) {
    blocks_.reserve(expected_blocks + 1);
    blocks_.emplace_back();
    blocks_.back().kind = BlockKind::document;
    open_.push_back(0);
  }

  /// Opens a block inside the innermost open one and returns its index.
  std::uint32_t open(BlockKind kind, Span heading, Span body, std::string label) {
    const auto index = static_cast<std::uint32_t>(blocks_.size());
    Block block;
    block.kind = kind;
    block.level = static_cast<std::uint8_t>(open_.size());
    block.heading = heading;
    block.body = body;
    block.parent = open_.back();
    block.label = std::move(label);
    blocks_.push_back(std::move(block));
    open_.push_back(index);
    return index;
  }

  /// Closes the innermost open block.
  void close() {
    blocks_[open_.back()].end = static_cast<std::uint32_t>(blocks_.size());
    open_.pop_back();
  }

  /// Closes blocks until `depth` are open.
  void close_to(std::size_t depth) {
    while (open_.size() > depth) close();
  }

  /// How many blocks are open, the root included.
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] Block& innermost() { return blocks_[open_.back()]; }
  /// The outermost open block below the root.
  [[nodiscard]] const Block& outermost() const { return blocks_[open_.size() > 1 ? open_[1] : 0]; }
  /// Whether nothing was added after the innermost open block was opened.
  [[nodiscard]] bool innermost_is_last() const { return open_.back() + 1 == blocks_.size(); }

  /// Closes everything and hands over the blocks.
  std::vector<Block> finish() {
    close_to(0);
    return std::move(blocks_);
  }

 private:
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> open_;
};

}  // namespace klausul
