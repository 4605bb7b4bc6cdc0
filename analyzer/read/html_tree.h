#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace klausul {

/// The tree that gumbo builds of an HTML file, with all its memory in one place: a hostile file meets a limit instead
/// of using up the machine's memory, and freeing does not recurse.
class HtmlTree {
 public:
  HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  /// Parses `html`, which must outlive the tree. False if the tree would need more memory than the limit.
  bool parse(std::string_view html);
  /// The root element; null before parse.
  [[nodiscard]] const GumboNode* root() const { return root_; }

 private:
  class Memory;
  std::unique_ptr<Memory> memory_;
  const GumboNode* root_ = nullptr;
};

/// Finds out whether `html` nests elements deeper than `deepest`, or has tags with absurdly many attributes, either of
/// which makes a parser slow. Returns "" if not; else a copy of `html` with the offending tags blanked (same offsets).
std::string blank_excess_tags(std::string_view html, std::size_t deepest);

}  // namespace klausul
