#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace klausul {

/// What a paragraph or text style of OpenDocument says, with what it inherits from its parents.
struct OdtStyle {
  int heading_level = 0;  ///< 1..10; 0: no heading
  bool is_title = false;
  int bold = -1;    ///< 1, 0; -1: not said
  int hidden = -1;  ///< likewise
  std::string list_style;
};

/// The styles of an OpenDocument text: those with names and the automatic ones of one part.
class OdtStyles {
 public:
  /// Adds the styles below `list` (office:styles, office:automatic-styles); a later one replaces one of the same name.
  void add(pugi::xml_node list);

  [[nodiscard]] OdtStyle paragraph(std::string_view name) const { return resolve("paragraph", name); }
  [[nodiscard]] OdtStyle text(std::string_view name) const { return resolve("text", name); }

 private:
  struct Raw {
    std::string display_name;
    std::string parent;
    OdtStyle said;
  };
  [[nodiscard]] OdtStyle resolve(std::string_view family, std::string_view name) const;

  std::map<std::string, Raw, std::less<>> styles_;  ///< by family and name: "paragraph P1"
};

}  // namespace klausul
