#include "read/odt_lists.h"

#include <algorithm>

#include "read/number_format.h"
#include "read/xml_part.h"

namespace klausul {
namespace {

/// Word's name for a format of OpenDocument.
std::string_view format_name(std::string_view format) {
  if (format == "a") return "lowerLetter";
  if (format == "A") return "upperLetter";
  if (format == "i") return "lowerRoman";
  if (format == "I") return "upperRoman";
  return format.empty() ? "none" : "decimal";
}

std::string trimmed_label(std::string_view label) {
  const auto trim = [&] {
    while (!label.empty() && (label.front() == ' ' || label.front() == '\t')) label.remove_prefix(1);
    while (!label.empty() && (label.back() == ' ' || label.back() == '\t')) label.remove_suffix(1);
  };
  trim();
  if (!label.empty() && label.back() == '.') label.remove_suffix(1);
  trim();
  return std::string(label);
}

}  // namespace

OdtLists::Level OdtLists::read_level(pugi::xml_node node) {
  Level level;
  level.numbered = local_name(node.name()) != "list-level-style-bullet";
  level.format = attribute_named(node, "num-format");
  level.prefix = attribute_named(node, "num-prefix");
  level.suffix = attribute_named(node, "num-suffix");
  level.pattern = attribute_named(node, "num-list-format");
  level.start = std::clamp(to_number(attribute_named(node, "start-value"), 1), 0, 1'000'000);
  level.shown_levels = std::clamp(to_number(attribute_named(node, "display-levels"), 1), 1, kLevels);
  return level;
}

void OdtLists::add_styles(pugi::xml_node list) {
  for (const pugi::xml_node node : list.children()) {
    const std::string_view name = local_name(node.name());
    const bool of_headings = name == "outline-style";
    if (name != "list-style" && !of_headings) continue;
    Levels levels;
    for (const pugi::xml_node child : node.children()) {
      const int level = to_number(attribute_named(child, "level"), 0);
      if (level >= 1 && level <= kLevels) levels[static_cast<std::size_t>(level - 1)] = read_level(child);
    }
    styles_[of_headings ? std::string(kHeadingStyle) : std::string(attribute_named(node, "name"))] = levels;
  }
}

OdtLists::ListNumber OdtLists::enter(pugi::xml_node list, std::string_view style) {
  const std::string_view id = attribute_named(list, "id");
  ListNumber number = lists_.size();
  const auto continued = list_of_id_.find(attribute_named(list, "continue-list"));
  if (continued != list_of_id_.end()) {
    number = continued->second;
  } else if (attribute_named(list, "continue-numbering") == "true") {
    const auto last = last_of_style_.find(style);
    if (last != last_of_style_.end()) number = last->second;
  }
  if (number == lists_.size()) lists_.emplace_back();
  if (!id.empty()) list_of_id_[std::string(id)] = number;
  last_of_style_[std::string(style)] = number;
  return number;
}

std::string OdtLists::number_at(const Levels& levels, int level, const Counters& counters) const {
  const auto at = static_cast<std::size_t>(level);
  const int value = counters.running[at] ? counters.value[at] : levels[at].start;
  return format_number(value, format_name(levels[at].format));
}

std::string OdtLists::format_label(const Levels& levels, int level, const Counters& counters) const {
  const Level& shown = levels[static_cast<std::size_t>(level)];
  if (!shown.numbered) return {};
  std::string label;
  if (!shown.pattern.empty()) {
    for (std::size_t at = 0; at < shown.pattern.size();) {
      const std::size_t close = shown.pattern[at] == '%' ? shown.pattern.find('%', at + 1) : std::string::npos;
      const int of =
          close == std::string::npos ? 0 : to_number(std::string_view(shown.pattern).substr(at + 1, close - at - 1), 0);
      if (of >= 1 && of <= kLevels) {
        label += number_at(levels, of - 1, counters);
        at = close + 1;
      } else {
        label += shown.pattern[at++];
      }
    }
    return trimmed_label(label);
  }
  if (shown.format.empty()) return {};
  for (int of = std::max(0, level + 1 - shown.shown_levels); of <= level; ++of) {
    const std::string number = number_at(levels, of, counters);
    if (!label.empty() && !number.empty()) label += '.';
    label += number;
  }
  return trimmed_label(shown.prefix + label + shown.suffix);
}

std::string OdtLists::next_label(ListNumber list, std::string_view style, int level, int start) {
  const auto levels = styles_.find(style);
  if (levels == styles_.end() || list >= lists_.size()) return {};
  level = std::clamp(level, 0, kLevels - 1);
  const auto at = static_cast<std::size_t>(level);
  Counters& counters = lists_[list];
  if (start >= 0)
    counters.value[at] = start;
  else if (!counters.running[at])
    counters.value[at] = levels->second[at].start;
  else if (counters.value[at] < 1'000'000'000)
    ++counters.value[at];
  counters.running[at] = true;
  for (std::size_t below = at + 1; below < kLevels; ++below) counters.running[below] = false;
  return format_label(levels->second, level, counters);
}

}  // namespace klausul
