#include "read/docx_element.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/docx_package.h"

namespace klausul {

DocxElement element_of(pugi::xml_node node) {
  if (node.type() != pugi::node_element) return DocxElement::properties;  // nothing to see within
  struct Row {
    std::string_view name;
    DocxElement element;
  };
  // Sorted by name.
  static constexpr std::array kRows{Row{"AlternateContent", DocxElement::alternate},
                                    Row{"altChunk", DocxElement::embedded},
                                    Row{"br", DocxElement::line_break},
                                    Row{"cr", DocxElement::line_break},
                                    Row{"del", DocxElement::deletion},
                                    Row{"delInstrText", DocxElement::properties},
                                    Row{"delText", DocxElement::properties},
                                    Row{"drawing", DocxElement::drawing},
                                    Row{"endnoteReference", DocxElement::note_reference},
                                    Row{"fldChar", DocxElement::field_mark},
                                    Row{"fldSimple", DocxElement::simple_field},
                                    Row{"footnoteReference", DocxElement::note_reference},
                                    Row{"hyperlink", DocxElement::hyperlink},
                                    Row{"ins", DocxElement::insertion},
                                    Row{"instrText", DocxElement::instruction},
                                    Row{"moveFrom", DocxElement::deletion},
                                    Row{"moveTo", DocxElement::insertion},
                                    Row{"noBreakHyphen", DocxElement::hyphen},
                                    Row{"object", DocxElement::drawing},
                                    Row{"p", DocxElement::paragraph},
                                    Row{"pPr", DocxElement::properties},
                                    Row{"pict", DocxElement::drawing},
                                    Row{"ptab", DocxElement::tab},
                                    Row{"r", DocxElement::run},
                                    Row{"rPr", DocxElement::properties},
                                    Row{"rt", DocxElement::properties},
                                    Row{"sdt", DocxElement::content_control},
                                    Row{"sdtContent", DocxElement::content},
                                    Row{"sdtEndPr", DocxElement::properties},
                                    Row{"sdtPr", DocxElement::properties},
                                    Row{"sectPr", DocxElement::properties},
                                    Row{"sym", DocxElement::symbol},
                                    Row{"t", DocxElement::text},
                                    Row{"tab", DocxElement::tab},
                                    Row{"tbl", DocxElement::table},
                                    Row{"tblPr", DocxElement::properties},
                                    Row{"tc", DocxElement::cell},
                                    Row{"tcPr", DocxElement::properties},
                                    Row{"tr", DocxElement::row},
                                    Row{"trPr", DocxElement::properties}};
  const std::string_view name = local_name(node.name());
  const auto* const row =
      std::lower_bound(kRows.begin(), kRows.end(), name, [](const Row& r, std::string_view n) { return r.name < n; });
  return row != kRows.end() && row->name == name ? row->element : DocxElement::other;
}

}  // namespace klausul
