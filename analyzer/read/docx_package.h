#pragma once

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/reader.h"
#include "text/result.h"

namespace klausul {

/// One XML part of a Word file: its bytes (UTF-8), for offsets, and its tree.
struct XmlPart {
  std::string bytes;
  pugi::xml_document tree;
};

/// Another part, or an address, that a part refers to.
struct Relationship {
  std::string type;    ///< the last word of the type's address: "footnotes", "hyperlink"
  std::string target;  ///< the part's name in the package ("word/footnotes.xml"), or the address
  bool external = false;
};

/// The zip file around a Word document. Every part is unpacked under the limits; XML with a document type or entities,
/// or nested too deep, is refused.
class DocxPackage {
 public:
  /// `bytes` must outlive the package.
  static Result<DocxPackage> open(std::string_view bytes, std::string_view name, const ReadLimits& limits);

  DocxPackage(DocxPackage&&) noexcept;
  DocxPackage& operator=(DocxPackage&&) noexcept;
  ~DocxPackage();

  [[nodiscard]] bool has(const std::string& part) const;
  Result<std::unique_ptr<XmlPart>> read_xml(const std::string& part);
  /// What `part` refers to, by id. Empty when it refers to nothing or its list cannot be read.
  std::map<std::string, Relationship> relationships_of(const std::string& part);
  /// The part that holds the document: "word/document.xml" as a rule.
  std::string main_part();

 private:
  struct Archive;
  DocxPackage(std::unique_ptr<Archive> archive, std::string name, const ReadLimits& limits);
  Result<std::string> unpack(const std::string& part);
  [[nodiscard]] Error damaged(std::string_view rest) const;

  std::unique_ptr<Archive> archive_;
  std::string name_;
  ReadLimits limits_;
  std::size_t unpacked_ = 0;  ///< bytes so far
};

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
