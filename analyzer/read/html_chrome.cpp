#include "read/html_chrome.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace klausul {
namespace {

std::string lower_without_spaces(std::string_view text) {
  std::string result;
  for (const char byte : text)
    if (std::isspace(static_cast<unsigned char>(byte)) == 0)
      result += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  return result;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool has_ancestor(const GumboNode& node, std::initializer_list<GumboTag> tags) {
  for (const GumboNode* up = node.parent; up != nullptr && up->type == GUMBO_NODE_ELEMENT; up = up->parent)
    if (std::find(tags.begin(), tags.end(), up->v.element.tag) != tags.end()) return true;
  return false;
}

/// Calls `visit` for the nodes below `root` in document order; it returns false to stay out of a node's children.
template <typename Visit>
void walk(const GumboNode& root, Visit visit) {
  std::vector<const GumboNode*> pending{&root};
  while (!pending.empty()) {
    const GumboNode& node = *pending.back();
    pending.pop_back();
    if (!visit(node) || !is_element(node)) continue;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = children.length; i > 0; --i)
      pending.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
  }
}

std::size_t visible_bytes(const char* text) {
  std::size_t count = 0;
  for (; *text != 0; ++text) count += std::isspace(static_cast<unsigned char>(*text)) == 0 ? 1U : 0U;
  return count;
}

/// Headers and footers of a page are chrome when they are mostly links: menus. Others hold titles, parties, versions.
bool is_mostly_links(const GumboNode& element) {
  std::size_t all = 0;
  std::size_t linked = 0;
  walk(element, [&](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT) all += visible_bytes(node.v.text.text);
    if (!is_element(node)) return false;
    if (node.v.element.tag == GUMBO_TAG_SCRIPT || node.v.element.tag == GUMBO_TAG_STYLE) return false;
    if (node.v.element.tag == GUMBO_TAG_A || node.v.element.tag == GUMBO_TAG_BUTTON) {
      walk(node, [&](const GumboNode& below) {
        if (below.type == GUMBO_NODE_TEXT) linked += visible_bytes(below.v.text.text);
        return true;
      });
      all += 0;
    }
    return true;
  });
  return all == 0 || linked * 2 > all;
}

bool has_letters(const GumboNode& element) {
  bool found = false;
  walk(element, [&](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT)
      for (const char* at = node.v.text.text; *at != 0 && !found; ++at)
        found = std::isalnum(static_cast<unsigned char>(*at)) != 0;
    return !found;
  });
  return found;
}

bool is_hidden(const GumboNode& element) {
  if (has_html_attribute(element, "hidden") && html_attribute(element, "hidden") != "until-found") return true;
  const std::string_view style = html_attribute(element, "style");
  if (style.size() > 9 && style.size() < 10000) {
    const std::string plain = lower_without_spaces(style);
    if (plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos)
      return true;
  }
  return html_attribute(element, "aria-hidden") == "true" && !has_letters(element);
}

bool is_cookie_dialogue(const GumboNode& element) {
  for (const char* name : {"id", "class"}) {
    const std::string_view value = html_attribute(element, name);
    if (value.size() < 10 || value.size() > 2000) continue;
    const std::string plain = lower_without_spaces(value);
    for (const char* word : {"cookie-banner", "cookie-consent", "cookiebanner", "cookieconsent", "cookie-notice"})
      if (plain.find(word) != std::string::npos) return true;
  }
  return false;
}

bool has_chrome_role(const GumboNode& element) {
  const std::string_view role = html_attribute(element, "role");
  return role == "navigation" || role == "banner" || role == "contentinfo" || role == "search";
}

/// Buttons act; but headings that fold out are buttons too.
bool is_only_control(const GumboNode& button) {
  return !has_html_attribute(button, "aria-expanded") && !has_html_attribute(button, "aria-controls") &&
         !has_ancestor(button, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
                                GUMBO_TAG_SUMMARY});
}

HtmlSkip skip_by_tag(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER: return HtmlSkip::never_text;
    case GUMBO_TAG_BUTTON: return is_only_control(element) ? HtmlSkip::never_text : HtmlSkip::no;
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE: return HtmlSkip::deleted;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE: return HtmlSkip::chrome;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
      return !has_ancestor(element, {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) && is_mostly_links(element) ? HtmlSkip::chrome
                                                                                                     : HtmlSkip::no;
    default: return HtmlSkip::no;
  }
}

}  // namespace

std::string_view html_attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&element.v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

bool has_html_attribute(const GumboNode& element, const char* name) {
  return gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

HtmlSkip skip_of(const GumboNode& element) {
  if (element.type == GUMBO_NODE_TEMPLATE) return HtmlSkip::never_text;
  const HtmlSkip by_tag = skip_by_tag(element);
  const GumboTag tag = element.v.element.tag;
  if (by_tag != HtmlSkip::no || element.v.element.attributes.length == 0) return by_tag;
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY) return HtmlSkip::no;  // pages that scripts reveal
  if (has_chrome_role(element) || is_cookie_dialogue(element)) return HtmlSkip::chrome;
  return is_hidden(element) ? HtmlSkip::hidden : HtmlSkip::no;
}

HtmlTextShare measure_text(const GumboNode& root) {
  HtmlTextShare share;
  std::vector<std::pair<const GumboNode*, HtmlSkip>> pending{{&root, HtmlSkip::no}};
  while (!pending.empty()) {
    const auto [node, outer] = pending.back();
    pending.pop_back();
    if (node->type == GUMBO_NODE_TEXT) {
      const std::size_t bytes = visible_bytes(node->v.text.text);
      if (outer == HtmlSkip::hidden) {
        share.hidden += bytes;
        continue;
      }
      share.all += bytes;
      if (outer == HtmlSkip::no) share.without_chrome += bytes;
    }
    if (!is_element(*node)) continue;
    HtmlSkip skip = skip_of(*node);
    if (skip == HtmlSkip::never_text || skip == HtmlSkip::deleted) continue;
    if (skip == HtmlSkip::no || outer == HtmlSkip::chrome) skip = outer;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      pending.emplace_back(static_cast<const GumboNode*>(children.data[i]), skip);
  }
  return share;
}

bool is_block_element(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP: return true;
    case GUMBO_TAG_UNKNOWN: {
      // Elements of a site's own ("terms-section") are laid out as blocks more often than not.
      const GumboStringPiece& tag = element.v.element.original_tag;
      const std::string_view text(tag.data == nullptr ? "" : tag.data, tag.data == nullptr ? 0 : tag.length);
      return text.substr(0, text.find_first_of(" \t\n>")).find('-') != std::string_view::npos;
    }
    default: return false;
  }
}

}  // namespace klausul
