#include "read/odt_styles.h"

#include "read/docx_styles.h"
#include "read/xml_part.h"

namespace klausul {
namespace {

constexpr int kLongestChain = 32;

std::string key_of(std::string_view family, std::string_view name) {
  return std::string(family) + " " + std::string(name);
}

int boldness(std::string_view weight) {
  if (weight.empty()) return -1;
  return weight == "bold" || to_number(weight, 0) >= 600 ? 1 : 0;
}

/// Names in files have "_20_" for a space.
std::string plain_name(std::string_view name) {
  std::string plain(name);
  for (std::size_t at = 0; (at = plain.find("_20_", at)) != std::string::npos; ++at) plain.replace(at, 4, " ");
  return plain;
}

}  // namespace

void OdtStyles::add(pugi::xml_node list) {
  for (const pugi::xml_node node : list.children()) {
    if (local_name(node.name()) != "style") continue;
    const std::string_view name = attribute_named(node, "name");
    Raw style;
    style.display_name = attribute_named(node, "display-name");
    if (style.display_name.empty()) style.display_name = plain_name(name);
    style.parent = attribute_named(node, "parent-style-name");
    style.said.heading_level = to_number(attribute_named(node, "default-outline-level"), 0);
    style.said.list_style = attribute_named(node, "list-style-name");
    const pugi::xml_node properties = child_named(node, "text-properties");
    style.said.bold = boldness(attribute_named(properties, "font-weight"));
    const std::string_view display = attribute_named(properties, "display");
    if (!display.empty()) style.said.hidden = display == "none" ? 1 : 0;
    styles_[key_of(attribute_named(node, "family"), name)] = std::move(style);
  }
}

OdtStyle OdtStyles::resolve(std::string_view family, std::string_view name) const {
  OdtStyle result;
  std::string next(name);
  bool automatic = true;
  for (int steps = 0; steps < kLongestChain && !next.empty(); ++steps) {  // a chain may be a circle
    const auto found = styles_.find(key_of(family, next));
    const std::string shown = found == styles_.end() ? plain_name(next) : found->second.display_name;
    if (result.heading_level == 0) result.heading_level = heading_level_of_name(shown);
    // The automatic style of a title ("P1") stands for the title; what is based on it in earnest does not.
    if (automatic) result.is_title = is_title_name(shown);
    if (found == styles_.end()) break;
    const Raw& style = found->second;
    if (result.heading_level == 0) result.heading_level = style.said.heading_level;
    if (result.bold < 0) result.bold = style.said.bold;
    if (result.hidden < 0) result.hidden = style.said.hidden;
    if (result.list_style.empty()) result.list_style = style.said.list_style;
    automatic = !result.is_title && shown.size() > 1 && shown.front() == 'P' && to_number(shown.substr(1), -1) >= 0;
    next = style.parent;
  }
  return result;
}

}  // namespace klausul
