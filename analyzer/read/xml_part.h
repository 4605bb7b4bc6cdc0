#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/reader.h"
#include "read/zip_archive.h"
#include "text/result.h"

namespace klausul {

/// One XML part of a packed file: its bytes (UTF-8), for offsets, and its tree.
struct XmlPart {
  std::string bytes;
  pugi::xml_document tree;
};

/// Whether white space alone between two elements is text (in OpenDocument) or layout of the XML (in Word files).
enum class XmlSpace { layout, text };

/// Makes the tree of `bytes`. XML with a document type or entities, nested too deep or with too many elements, is
/// refused. `name` is the file and `part` the part of it, for messages.
Result<std::unique_ptr<XmlPart>> parse_xml(std::string bytes, std::string_view name, const std::string& part,
                                           const ReadLimits& limits, XmlSpace space = XmlSpace::layout);

/// Unpacks the part `part` of `archive` (the file `name`) and makes its tree.
Result<std::unique_ptr<XmlPart>> read_xml_part(ZipArchive& archive, const std::string& part, std::string_view name,
                                               const ReadLimits& limits, XmlSpace space = XmlSpace::layout);

/// The name of an element or attribute without its prefix: "p" of "w:p".
std::string_view local_name(const char* name);
/// The first child element of that name, whatever its prefix; null if there is none.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);
/// The value of an attribute, whatever its prefix; "" if there is none.
std::string_view attribute_named(pugi::xml_node node, std::string_view name);
/// The attribute "val" of the child `name` as a number, or `otherwise`.
int number_of_child(pugi::xml_node node, std::string_view name, int otherwise);
/// A switch such as <w:b/>: 1 on, 0 off (w:val="0"), -1 when it is not there.
int switch_of_child(pugi::xml_node node, std::string_view name);
/// `value` as a number, or `otherwise`.
int to_number(std::string_view value, int otherwise);

}  // namespace klausul
