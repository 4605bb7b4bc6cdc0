#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>

namespace klausul {

/// The value of an attribute of `element`, or an empty view; `has_attribute` tells "" from absent.
std::string_view html_attribute(const GumboNode& element, const char* name);
bool has_html_attribute(const GumboNode& element, const char* name);

/// Why an element of a page is not read.
enum class HtmlSkip {
  no,
  never_text,  ///< script, style, form controls: nothing that a reader of the page reads as text
  hidden,      ///< the page does not show it
  chrome,      ///< navigation, banners, cookie dialogues: around the document, not of it
  deleted      ///< del, s, strike
};

/// Decides from the element, its attributes and where it stands.
HtmlSkip skip_of(const GumboNode& element);

/// How many bytes of text a page holds, and how many are left when chrome is left out.
struct HtmlTextShare {
  std::size_t all = 0;
  std::size_t without_chrome = 0;
  std::size_t hidden = 0;
};

HtmlTextShare measure_text(const GumboNode& root);

/// True for elements that stand on lines of their own.
bool is_block_element(const GumboNode& element);

}  // namespace klausul
