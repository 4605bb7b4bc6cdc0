#pragma once

#include <array>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

#include "read/docx_styles.h"

namespace klausul {

/// Word's automatic numbering: numbering.xml and the counters that run while the document is read from top to bottom.
class DocxNumbering {
 public:
  static constexpr int kLevels = 9;

  DocxNumbering() = default;
  DocxNumbering(pugi::xml_node root, const DocxStyles& styles);

  /// True if paragraphs may have the numbering `number` (a numId).
  [[nodiscard]] bool has(int number) const { return numbers_.find(number) != numbers_.end(); }

  /// The level that the numbering keeps for paragraphs of `style`, or -1.
  [[nodiscard]] int level_of_style(int number, std::string_view style) const;

  /// The label of the next paragraph with that numbering and level (0-based): "7.2", "(b)", "" for a bullet. A full
  /// stop at the end is left off.
  std::string next_label(int number, int level);

 private:
  struct Level {
    int start = 1;
    int restart = -1;  ///< lvlRestart: -1 not said, 0 never
    std::string format = "decimal";
    std::string text;
    std::string style;
    bool legal = false;
  };
  struct Counters {
    std::array<int, kLevels> value{};
    std::array<bool, kLevels> running{};
  };
  using Levels = std::array<Level, kLevels>;
  struct Number {
    int abstract = -1;
    std::map<int, int> start_overrides;
    std::map<int, Level> level_overrides;
  };

  static Level read_level(pugi::xml_node node);
  static Number read_number(pugi::xml_node node);
  [[nodiscard]] int resolve_abstract(int abstract, const DocxStyles& styles) const;
  [[nodiscard]] const Level& level_at(const Number& number, int level) const;
  [[nodiscard]] int start_of(const Number& number, int level) const;
  void advance(const Number& number, int level, Counters& counters) const;
  [[nodiscard]] std::string format_label(const Number& number, int level, const Counters& counters) const;

  std::map<int, Levels> abstracts_;
  std::map<int, std::string> abstract_links_;  ///< abstracts that only point at a numbering style (numStyleLink)
  std::map<int, Number> numbers_;
  std::map<int, Counters> counters_;  ///< by abstract: numberings of one abstract count together
  std::set<int> started_;             ///< numberings whose start overrides have taken effect
};

}  // namespace klausul
