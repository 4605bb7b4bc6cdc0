#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// The list styles of an OpenDocument text, and the counters that run while it is read from top to bottom.
class OdtLists {
 public:
  static constexpr int kLevels = 10;
  using ListNumber = std::size_t;  ///< a list, with all that continue it

  /// Adds the list styles and the numbering of headings below `list` (office:styles, office:automatic-styles).
  void add_styles(pugi::xml_node list);

  /// The list that a text:list at the outermost level begins or continues.
  ListNumber enter(pugi::xml_node list, std::string_view style);
  /// The list that headings outside lists count in.
  [[nodiscard]] static ListNumber headings() { return 0; }

  /// The label of the next item of `list` at `level` (0-based): "7.2", "(b)", "" for a bullet. A full stop at the end
  /// is left off. `start` (when not below 0) is the number that the item itself asks for.
  std::string next_label(ListNumber list, std::string_view style, int level, int start);
  /// Likewise for a heading outside lists.
  std::string next_heading_label(int level, int start) { return next_label(headings(), kHeadingStyle, level, start); }

 private:
  static constexpr std::string_view kHeadingStyle = "outline of headings";

  struct Level {
    bool numbered = false;
    std::string format;  ///< "1", "a", "A", "i", "I", ""
    std::string prefix;
    std::string suffix;
    std::string pattern;  ///< "%1%.%2%."; when there it says all
    int start = 1;
    int shown_levels = 1;
  };
  using Levels = std::array<Level, kLevels>;
  struct Counters {
    std::array<int, kLevels> value{};
    std::array<bool, kLevels> running{};
  };

  static Level read_level(pugi::xml_node node);
  [[nodiscard]] std::string number_at(const Levels& levels, int level, const Counters& counters) const;
  [[nodiscard]] std::string format_label(const Levels& levels, int level, const Counters& counters) const;

  std::map<std::string, Levels, std::less<>> styles_;
  std::vector<Counters> lists_{Counters{}};
  std::map<std::string, ListNumber, std::less<>> list_of_id_;
  std::map<std::string, ListNumber, std::less<>> last_of_style_;
};

}  // namespace klausul
