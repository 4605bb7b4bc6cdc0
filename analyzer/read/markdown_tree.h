#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace klausul {

struct FreeMarkdownTree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, FreeMarkdownTree>;

/// GitHub's Markdown with tables, bare addresses and struck text.
MarkdownTree parse_markdown(std::string_view text);

}  // namespace klausul
