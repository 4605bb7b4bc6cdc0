#include "structure/table_blocks.h"

#include <algorithm>

namespace klausul {

namespace {

/// A cell with more text than this is a page laid out as a table (contracts in two columns, one a language). One body
/// would make one clause of it, so its paragraphs become clauses.
constexpr std::size_t most_paragraphs = 6;
constexpr std::uint32_t longest_cell = 2000;

bool same_cell(const Paragraph& a, const Paragraph& b) {
  return b.kind == ParagraphKind::table_cell && a.table == b.table && a.row == b.row && a.column == b.column;
}

}  // namespace

TableBlocks::TableBlocks(const SourceText& source, BlockTree& tree) : source_(source), tree_(tree) {
  for (std::size_t i = 0; i < source.paragraphs.size(); ++i) {
    const Paragraph& paragraph = source.paragraphs[i];
    // Readers number tables from 1 on; a number out of all proportion is not worth the memory.
    if (paragraph.kind != ParagraphKind::table_cell || paragraph.table > source.paragraphs.size()) continue;
    if (last_paragraph_.size() <= paragraph.table) last_paragraph_.resize(paragraph.table + 1U, 0);
    last_paragraph_[paragraph.table] = i;
  }
}

// The label is taken by value: it may be that of a block of the tree, and blocks move as the tree grows.
std::size_t TableBlocks::add_cell(std::size_t first, std::string label) {
  const Paragraph& cell = source_.paragraphs[first];
  std::size_t past = first + 1;
  while (past < source_.paragraphs.size() && same_cell(cell, source_.paragraphs[past])) ++past;
  // A table is over when none of its paragraphs follow, or when a table further out goes on.
  while (!open_.empty() && open_.back().table != cell.table) {
    const bool over = open_.back().table >= last_paragraph_.size() || last_paragraph_[open_.back().table] < first;
    const bool outer =
        std::any_of(open_.begin(), open_.end(), [&cell](const OpenTable& table) { return table.table == cell.table; });
    if (!over && !outer) break;
    tree_.close_to(open_.back().depth - 1);
    open_.pop_back();
  }
  const bool known = !open_.empty() && open_.back().table == cell.table;
  const bool continued = known && open_.back().row == cell.row && open_.back().column == cell.column;
  if (!continued) enter(cell, label);
  add_paragraphs(first, past, label, continued);
  return past;
}

void TableBlocks::enter(const Paragraph& cell, const std::string& label) {
  if (open_.empty() || open_.back().table != cell.table) {
    if (tree_.depth() + 4 > BlockTree::deepest + 8) return;  // nested beyond reason: its text stands as clauses
    tree_.open(BlockKind::table, {}, {}, label);
    open_.push_back({cell.table, 0, 0, tree_.depth()});
  }
  OpenTable& table = open_.back();
  if (table.row != cell.row || tree_.depth() == table.depth) {
    tree_.close_to(table.depth);
    tree_.open(BlockKind::row, {}, {}, label);
  }
  tree_.close_to(table.depth + 1);
  tree_.open(BlockKind::cell, {}, {}, label);
  tree_.innermost().row = cell.row;
  tree_.innermost().column = cell.column;
  tree_.innermost().columns = cell.columns;
  table.row = cell.row;
  table.column = cell.column;
}

void TableBlocks::add_paragraphs(std::size_t first, std::size_t past, const std::string& label, bool continued) {
  const Span span{source_.paragraphs[first].span.begin, source_.paragraphs[past - 1].span.end};
  const bool is_cell = tree_.innermost().kind == BlockKind::cell;
  const bool whole = is_cell && !continued && past - first <= most_paragraphs && span.length() <= longest_cell;
  if (whole || (is_cell && !continued && past - first == 1)) {
    tree_.innermost().body = span;
    return;
  }
  for (std::size_t i = first; i < past; ++i) {
    tree_.open(BlockKind::clause, {}, source_.paragraphs[i].span, label);
    tree_.close();
  }
}

void TableBlocks::close() {
  if (open_.empty()) return;
  tree_.close_to(open_.front().depth - 1);
  open_.clear();
}

}  // namespace klausul
