#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace klausul {

/// What a paragraph or character style says, with what it inherits along its basedOn chain.
struct DocxStyle {
  int heading_level = 0;  ///< 1..9; 0: no heading
  bool is_title = false;
  int bold = -1;             ///< 1, 0; -1: not said
  int hidden = -1;           ///< likewise, hidden text
  int numbering = -1;        ///< numId; -1: none
  int numbering_level = -1;  ///< ilvl; -1: not said
};

/// styles.xml. Headings are known by outline level or by name, in English and in Swedish, also through basedOn.
class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(pugi::xml_node root);

  /// The style `id`; "" is the default paragraph style. Unknown ids that are names of headings ("Rubrik1") count as
  /// such.
  [[nodiscard]] const DocxStyle& paragraph(std::string_view id) const;
  [[nodiscard]] const DocxStyle& character(std::string_view id) const;
  /// The numbering (numId) that the numbering style `id` points at, or -1.
  [[nodiscard]] int numbering_of_style(std::string_view id) const;

 private:
  struct Raw {
    std::string name;
    std::string based_on;
    DocxStyle said;
    int outline_level = -1;
  };
  DocxStyle resolve(const std::map<std::string, Raw, std::less<>>& raw, std::string_view id) const;
  [[nodiscard]] const DocxStyle& find(std::string_view id) const;

  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_paragraph_;
  DocxStyle none_;
};

/// The level of a heading by the name of its style: "heading 1", "Rubrik 2", "Heading3"; 0 if it is none.
int heading_level_of_name(std::string_view name);
/// True for "Title", "Titel", "Dokumenttitel".
bool is_title_name(std::string_view name);

}  // namespace klausul
