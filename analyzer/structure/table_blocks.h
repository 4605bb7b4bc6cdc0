#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/source_text.h"
#include "structure/block_tree.h"

namespace klausul {

/// Puts the table cells of a text into a tree as tables, rows and cells. Tables nest: a table inside a cell stands
/// between paragraphs of the outer table.
class TableBlocks {
 public:
  TableBlocks(const SourceText& source, BlockTree& tree);

  /// Adds the cell whose first paragraph is `first` and returns the index past its last paragraph. `label` is that of
  /// what the table stands in.
  std::size_t add_cell(std::size_t first, std::string label);

  /// Closes all tables: the next paragraph stands outside.
  void close();

  [[nodiscard]] bool is_open() const { return !open_.empty(); }

 private:
  struct OpenTable {
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::size_t depth = 0;  ///< of the tree, with the table itself open
  };

  void enter(const Paragraph& cell, const std::string& label);
  void add_paragraphs(std::size_t first, std::size_t past, const std::string& label, bool continued);

  const SourceText& source_;
  BlockTree& tree_;
  std::vector<OpenTable> open_;
  std::vector<std::size_t> last_paragraph_;  ///< of each table
};

}  // namespace klausul
