#include "read/docx_styles.h"

#include <array>
#include <cctype>

#include "read/docx_package.h"

namespace klausul {
namespace {

constexpr int kLongestChain = 32;

std::string lower_without_spaces(std::string_view name) {
  std::string result;
  for (const char letter : name)
    if (letter != ' ' && letter != '_' && letter != '-')
      result += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return result;
}

}  // namespace

bool is_title_name(std::string_view name) {
  const std::string plain = lower_without_spaces(name);
  return plain == "title" || plain == "titel" || plain == "dokumenttitel" || plain == "documenttitle";
}

int heading_level_of_name(std::string_view name) {
  const std::string plain = lower_without_spaces(name);
  for (const std::string_view prefix : {"heading", "rubrik", "överskrift", "überschrift", "otsikko"}) {
    if (plain.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string rest = plain.substr(prefix.size());
    if (rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9') return rest[0] - '0';
  }
  return 0;
}

DocxStyles::DocxStyles(pugi::xml_node root) {
  std::map<std::string, Raw, std::less<>> raw;
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node.name()) != "style") continue;
    const std::string id(attribute_named(node, "styleId"));
    Raw style;
    style.name = attribute_named(child_named(node, "name"), "val");
    style.based_on = attribute_named(child_named(node, "basedOn"), "val");
    const pugi::xml_node paragraph = child_named(node, "pPr");
    const pugi::xml_node run = child_named(node, "rPr");
    style.outline_level = number_of_child(paragraph, "outlineLvl", -1);
    const pugi::xml_node numbering = child_named(paragraph, "numPr");
    style.said.numbering = number_of_child(numbering, "numId", -1);
    style.said.numbering_level = number_of_child(numbering, "ilvl", -1);
    style.said.bold = switch_of_child(run, "b");
    style.said.hidden = switch_of_child(run, "vanish");
    const std::string_view is_default = attribute_named(node, "default");
    if (attribute_named(node, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_paragraph_ = id;
    raw.emplace(id, std::move(style));
  }
  for (const auto& entry : raw) styles_.emplace(entry.first, resolve(raw, entry.first));
}

DocxStyle DocxStyles::resolve(const std::map<std::string, Raw, std::less<>>& raw, std::string_view id) const {
  DocxStyle result;
  int outline_level = -1;
  bool first = true;
  for (int steps = 0; steps < kLongestChain; ++steps) {  // a chain may be a circle
    const auto found = raw.find(id);
    if (found == raw.end()) break;
    const Raw& style = found->second;
    if (first) result.is_title = is_title_name(style.name);
    first = false;
    if (outline_level < 0) {
      outline_level = style.outline_level;
      const int by_name = heading_level_of_name(style.name);
      if (outline_level < 0 && by_name > 0) outline_level = by_name - 1;
      if (outline_level < 0 && style.name.empty()) outline_level = heading_level_of_name(found->first) - 1;
    }
    if (result.bold < 0) result.bold = style.said.bold;
    if (result.hidden < 0) result.hidden = style.said.hidden;
    if (result.numbering < 0) result.numbering = style.said.numbering;
    if (result.numbering_level < 0) result.numbering_level = style.said.numbering_level;
    id = style.based_on;
  }
  if (outline_level >= 0 && outline_level < 9) result.heading_level = outline_level + 1;
  return result;
}

const DocxStyle& DocxStyles::find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? none_ : found->second;
}

const DocxStyle& DocxStyles::paragraph(std::string_view id) const {
  if (id.empty()) return find(default_paragraph_);
  if (styles_.find(id) == styles_.end()) {
    // A file without styles.xml, or one that lost the style: the id is all there is.
    static const std::array<DocxStyle, 10> by_level = [] {
      std::array<DocxStyle, 10> styles;
      for (std::size_t level = 1; level < styles.size(); ++level) styles[level].heading_level = static_cast<int>(level);
      return styles;
    }();
    return by_level[static_cast<std::size_t>(heading_level_of_name(id))];
  }
  return find(id);
}

const DocxStyle& DocxStyles::character(std::string_view id) const { return find(id); }

int DocxStyles::numbering_of_style(std::string_view id) const { return find(id).numbering; }

}  // namespace klausul
