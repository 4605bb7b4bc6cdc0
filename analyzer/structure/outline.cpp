#include "structure/outline.h"

#include <utility>

#include "structure/characters.h"

namespace klausul {

namespace {

using Role = OpenBlock::Role;

/// Whether two numbers belong to one way of counting: "Article 3" and "Article 4", "A." and "B.", but not "Article" and
/// "Section".
bool same_counting(const TypedNumber& a, const TypedNumber& b) {
  if (a.style != b.style) {
    const std::optional<TypedNumber> other = other_reading(a);
    return other && other->style == b.style && a.label.starts_with('(') == b.label.starts_with('(');
  }
  if (a.style != NumberingStyle::article) return true;
  const auto word = [](const TypedNumber& number) {
    return is_digit(static_cast<unsigned char>(number.label.front())) ? std::string("kap.")
                                                                      : number.label.substr(0, number.label.find(' '));
  };
  return word(a) == word(b);
}

bool is_decimal_part(const OpenBlock& block) {
  return block.number && block.number->style == NumberingStyle::decimal &&
         (block.role == Role::section || block.role == Role::clause);
}

}  // namespace

const OpenBlock& Outline::section() const {
  std::size_t i = open_.size() - 1;
  while (open_[i].role == Role::clause || open_[i].role == Role::item) --i;
  return open_[i];
}

void Outline::open(BlockKind kind, OpenBlock block, Span heading, Span body, std::string label) {
  tree_.open(kind, heading, body, std::move(label));
  open_.push_back(std::move(block));
}

void Outline::make_room() { close_to(BlockTree::deepest - 1); }

void Outline::close_to(std::size_t size) {
  while (open_.size() > size) {
    if (top().role == Role::item && top().number) open_[open_.size() - 2].last_item = top().number;
    open_.pop_back();
  }
  tree_.close_to(size);
}

void Outline::close_to_section() {
  while (top().role == Role::clause || top().role == Role::item) close_to(size() - 1);
}

void Outline::close_to_numbered() {
  while (top().role == Role::item || (top().role == Role::clause && !top().number)) close_to(size() - 1);
}

std::size_t Outline::annex_index() const { return open_.size() > 1 && open_[1].role == Role::annex ? 1 : 0; }

void Outline::close_for_number(const TypedNumber& number, std::uint8_t rank) {
  if (number.style == NumberingStyle::decimal) {
    close_for_decimal(number, rank);
    return;
  }
  for (std::size_t i = annex_index() + 1; i < open_.size(); ++i) {
    if (!open_[i].number || open_[i].role == Role::item) continue;
    if (same_counting(*open_[i].number, number) && open_[i].number->depth >= number.depth) {
      close_to(i);
      return;
    }
  }
  if (rank == 0) {
    close_to_numbered();
    return;
  }
  close_to_section();
  while (top().role == Role::section && is_hinted(rank) && top().rank >= rank) close_to(size() - 1);
}

void Outline::close_for_decimal(const TypedNumber& number, std::uint8_t rank) {
  const std::size_t annex = annex_index();
  for (std::size_t i = open_.size() - 1; i > annex; --i) {
    if (!open_[i].number || !counts_within(*open_[i].number, number)) continue;
    // Sub-headings without number between "3" and "3.2" stay, unless the new heading is as high as they are.
    std::size_t keep = i + 1;
    while (keep < open_.size() && open_[keep].role == Role::section && !open_[keep].number &&
           (rank == 0 || open_[keep].rank < rank))
      ++keep;
    close_to(keep);
    return;
  }
  for (std::size_t i = annex + 1; i < open_.size(); ++i) {
    if (!is_decimal_part(open_[i])) continue;
    const bool next_one = follows(*open_[i].number, number);
    close_to(i);
    if (next_one) return;  // beside the one before, whatever that stands in
    break;
  }
  if (rank == 0) {
    close_to_numbered();
    return;
  }
  close_to_section();
  while (top().role == Role::section && top().rank >= rank && (is_hinted(rank) || !top().number)) {
    // A heading straight above "1. ..." is the heading of all that follows.
    if (!is_hinted(rank) && tree_.innermost_is_last()) break;
    close_to(size() - 1);
  }
}

void Outline::close_for_heading(std::uint8_t rank, bool numbering_goes_on) {
  close_to_section();
  while (top().role == Role::section) {
    const bool by_rank = is_hinted(rank) || !top().number;
    if (by_rank ? top().rank < rank : numbering_goes_on) break;
    close_to(size() - 1);
  }
}

std::string Outline::part_label(const TypedNumber& number) {
  const std::size_t annex = annex_index();
  const OpenBlock* outer = nullptr;
  for (std::size_t i = open_.size() - 1; i > annex && outer == nullptr; --i)
    if (open_[i].number && open_[i].role != Role::annex) outer = &open_[i];
  const bool alone = outer == nullptr || number.style == NumberingStyle::article || number.depth > 1 ||
                     (outer->number->style == NumberingStyle::decimal && number.style == NumberingStyle::decimal) ||
                     outer->number->style == NumberingStyle::annex;
  if (!alone) return label() + ", " + number.label;
  if (annex == 0) return number.label;
  return tree_.outermost().label + ", " + number.label;
}

std::string Outline::item_label(const TypedNumber& number) {
  std::string own = number.label;
  if (!own.starts_with('(')) own = "(" + own + ")";
  const std::string& above = label();
  return above.empty() ? own : above + " " + own;
}

}  // namespace klausul
