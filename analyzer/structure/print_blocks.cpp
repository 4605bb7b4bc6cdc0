#include "structure/print_blocks.h"

#include "structure/characters.h"

namespace klausul {

namespace {

constexpr std::size_t most_characters = 60;

std::string first_characters(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most_characters; ++count) at = next_code_point(text, at);
  std::string start(text.substr(0, at));
  for (char& c : start)
    if (c == '\n') c = ' ';  // a cell may hold several paragraphs
  if (at < text.size()) start += "…";
  return start;
}

}  // namespace

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::document: return "document";
    case BlockKind::annex: return "annex";
    case BlockKind::section: return "section";
    case BlockKind::clause: return "clause";
    case BlockKind::list_item: return "list-item";
    case BlockKind::table: return "table";
    case BlockKind::row: return "row";
    case BlockKind::cell: return "cell";
    case BlockKind::definition: return "definition";
    case BlockKind::signature: return "signature";
    case BlockKind::footnote: return "footnote";
    case BlockKind::note: return "note";
  }
  return "block";
}

std::string print_blocks(const SourceText& source, const std::vector<Block>& blocks) {
  std::string printed;
  for (const Block& block : blocks) {
    printed.append(std::size_t{2} * block.level, ' ');
    printed += name_of(block.kind);
    if (!block.label.empty()) printed += " [" + block.label + "]";
    const Span shown = block.heading.empty() ? block.body : block.heading;
    if (!shown.empty()) printed += ": " + first_characters(slice(source.text, shown));
    printed += '\n';
  }
  return printed;
}

}  // namespace klausul
