#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "structure/block_tree.h"
#include "structure/lines.h"
#include "structure/numbering.h"

namespace klausul {

/// A block that is open while the tree grows, with what decides whether the next paragraph belongs inside.
struct OpenBlock {
  enum class Role { root, annex, section, clause, item };
  Role role = Role::root;
  std::uint8_t rank = 0;        ///< of a section: smaller is further out; of a hinted heading its level
  std::uint8_t list_level = 0;  ///< of a hinted list item
  bool leads_in = false;        ///< its text announces a list
  bool ends_in_colon = false;   ///< and surely so
  bool definitions = false;     ///< a section whose heading promises definitions
  bool signing = false;         ///< a section where people sign
  bool empty = false;           ///< nothing but a number stood in the paragraph
  bool bullet = false;
  std::optional<TypedNumber> number;     ///< its own
  std::optional<TypedNumber> last_item;  ///< of the last list item closed inside it
};

/// The stack of open blocks, outermost first. It knows how numbers nest; what a paragraph is, others decide.
class Outline {
 public:
  explicit Outline(BlockTree& tree) : tree_(tree), open_(1) {}

  [[nodiscard]] OpenBlock& top() { return open_.back(); }
  [[nodiscard]] const OpenBlock& top() const { return open_.back(); }
  [[nodiscard]] std::size_t size() const { return open_.size(); }
  [[nodiscard]] const OpenBlock& operator[](std::size_t i) const { return open_[i]; }
  /// The label of the innermost open block.
  [[nodiscard]] const std::string& label() { return tree_.innermost().label; }
  /// The innermost section, annex or the root.
  [[nodiscard]] const OpenBlock& section() const;

  /// Closes blocks so that one more can be opened without being deeper than allowed. To be called before the label of
  /// that block is made: labels grow with the depth.
  void make_room();
  void open(BlockKind kind, OpenBlock block, Span heading, Span body, std::string label);
  /// Closes blocks until `size` are open.
  void close_to(std::size_t size);
  /// Closes clauses and list items down to the innermost section (annex, root).
  void close_to_section();
  /// As close_to_section, but stays inside a clause that has a number: paragraphs after it are its own.
  void close_to_numbered();
  /// Closes what cannot contain a part numbered `number`. `rank` is that of a heading, or 0 for a clause.
  void close_for_number(const TypedNumber& number, std::uint8_t rank);
  /// Closes the sections that a heading without number ends. `numbering_goes_on`: the open numbers are counted on
  /// below, so the heading stands inside the numbered section.
  void close_for_heading(std::uint8_t rank, bool numbering_goes_on);

  /// The label of a part numbered `number` in the innermost open block.
  [[nodiscard]] std::string part_label(const TypedNumber& number);
  /// The label of a list item numbered `number` in the innermost open block.
  [[nodiscard]] std::string item_label(const TypedNumber& number);

  static bool is_hinted(std::uint8_t rank) { return rank < 10; }

 private:
  [[nodiscard]] std::size_t annex_index() const;
  void close_for_decimal(const TypedNumber& number, std::uint8_t rank);

  BlockTree& tree_;
  std::vector<OpenBlock> open_;
};

}  // namespace klausul
