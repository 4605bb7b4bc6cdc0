#include "read/docx_numbering.h"

#include <algorithm>

#include "read/docx_package.h"
#include "read/number_format.h"

namespace klausul {
namespace {

int clamp_level(int level) { return std::clamp(level, 0, DocxNumbering::kLevels - 1); }

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node) {
  Level level;
  // Without w:start Word begins at 0.
  level.start = number_of_child(node, "start", 0);
  level.restart = number_of_child(node, "lvlRestart", -1);
  const pugi::xml_node format = child_named(node, "numFmt");
  if (format) level.format = attribute_named(format, "val");
  level.text = attribute_named(child_named(node, "lvlText"), "val");
  level.style = attribute_named(child_named(node, "pStyle"), "val");
  level.legal = switch_of_child(node, "isLgl") == 1;
  return level;
}

DocxNumbering::Number DocxNumbering::read_number(pugi::xml_node node) {
  Number number;
  number.abstract = number_of_child(node, "abstractNumId", -1);
  for (const pugi::xml_node change : node.children()) {
    if (local_name(change.name()) != "lvlOverride") continue;
    const int level = clamp_level(to_number(attribute_named(change, "ilvl"), 0));
    const int start = number_of_child(change, "startOverride", -1);
    if (start >= 0) number.start_overrides[level] = start;
    if (const pugi::xml_node replaced = child_named(change, "lvl"))
      number.level_overrides[level] = read_level(replaced);
  }
  return number;
}

DocxNumbering::DocxNumbering(pugi::xml_node root, const DocxStyles& styles) {
  for (const pugi::xml_node node : root.children()) {
    const std::string_view name = local_name(node.name());
    if (name == "abstractNum") {
      const int id = to_number(attribute_named(node, "abstractNumId"), -1);
      Levels levels;
      for (const pugi::xml_node child : node.children()) {
        if (local_name(child.name()) == "lvl")
          levels[static_cast<std::size_t>(clamp_level(to_number(attribute_named(child, "ilvl"), 0)))] =
              read_level(child);
        else if (local_name(child.name()) == "numStyleLink")
          abstract_links_[id] = attribute_named(child, "val");
      }
      abstracts_[id] = std::move(levels);
    } else if (name == "num") {
      numbers_[to_number(attribute_named(node, "numId"), -1)] = read_number(node);
    }
  }
  for (auto& entry : numbers_) entry.second.abstract = resolve_abstract(entry.second.abstract, styles);
}

/// Follows a link from an abstract over a numbering style to the abstract that holds the levels.
int DocxNumbering::resolve_abstract(int abstract, const DocxStyles& styles) const {
  for (int steps = 0; steps < 8; ++steps) {
    const auto link = abstract_links_.find(abstract);
    if (link == abstract_links_.end()) break;
    const auto target = numbers_.find(styles.numbering_of_style(link->second));
    if (target == numbers_.end()) break;
    abstract = target->second.abstract;
  }
  return abstract;
}

const DocxNumbering::Level& DocxNumbering::level_at(const Number& number, int level) const {
  static const Level plain;
  const auto replaced = number.level_overrides.find(level);
  if (replaced != number.level_overrides.end()) return replaced->second;
  const auto levels = abstracts_.find(number.abstract);
  return levels == abstracts_.end() ? plain : levels->second[static_cast<std::size_t>(level)];
}

int DocxNumbering::start_of(const Number& number, int level) const {
  const auto start = number.start_overrides.find(level);
  return start != number.start_overrides.end() ? start->second : level_at(number, level).start;
}

int DocxNumbering::level_of_style(int number, std::string_view style) const {
  const auto found = numbers_.find(number);
  if (found == numbers_.end() || style.empty()) return -1;
  for (int level = 0; level < kLevels; ++level)
    if (level_at(found->second, level).style == style) return level;
  return -1;
}

void DocxNumbering::advance(const Number& number, int level, Counters& counters) const {
  const auto at = static_cast<std::size_t>(level);
  // Files are hostile: a counter does not run over.
  if (!counters.running[at])
    counters.value[at] = start_of(number, level);
  else if (counters.value[at] < 1'000'000'000)
    ++counters.value[at];
  counters.running[at] = true;
  for (int below = level + 1; below < kLevels; ++below) {
    const int restart = level_at(number, below).restart;
    // lvlRestart n: only a paragraph of level n or higher (1-based) starts this level anew.
    if (restart < 0 || (restart > 0 && level < restart)) counters.running[static_cast<std::size_t>(below)] = false;
  }
}

std::string DocxNumbering::format_label(const Number& number, int level, const Counters& counters) const {
  const Level& shown = level_at(number, level);
  if (shown.format == "bullet") return {};
  std::string label;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char next = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || next < '1' || next > '9') {
      label += shown.text[i];
      continue;
    }
    const int of = next - '1';
    const auto at = static_cast<std::size_t>(of);
    const int value = counters.running[at] ? counters.value[at] : start_of(number, of);
    label += format_number(value, shown.legal ? "decimal" : std::string_view(level_at(number, of).format));
    ++i;
  }
  std::string_view trimmed = trim(label);
  if (!trimmed.empty() && trimmed.back() == '.') trimmed = trim(trimmed.substr(0, trimmed.size() - 1));
  return std::string(trimmed);
}

std::string DocxNumbering::next_label(int number, int level) {
  const auto found = numbers_.find(number);
  if (found == numbers_.end()) return {};
  level = clamp_level(level);
  Counters& counters = counters_[found->second.abstract];
  if (started_.insert(number).second)
    for (const auto& start : found->second.start_overrides)
      counters.running[static_cast<std::size_t>(start.first)] = false;
  advance(found->second, level, counters);
  return format_label(found->second, level, counters);
}

}  // namespace klausul
