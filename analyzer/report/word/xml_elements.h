#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// An element of an XML text, by where it is written there.
struct XmlElement {
  std::uint32_t begin = 0;          ///< of its start tag
  std::uint32_t content_begin = 0;  ///< after its start tag
  std::uint32_t content_end = 0;    ///< before its end tag; all of an empty element ("<a/>") is its start tag
  std::uint32_t end = 0;            ///< after its end tag
  std::uint32_t parent = 0;         ///< index; of the root its own
};

/// The elements of an XML text in the order in which they begin, for edits that leave every other byte as it is. The
/// text must have been found well-formed (DocxPackage::read_xml); the object holds a view of it.
class XmlElements {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit XmlElements(std::string_view xml);

  [[nodiscard]] std::string_view xml() const { return xml_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(elements_.size()); }
  [[nodiscard]] const XmlElement& operator[](std::uint32_t index) const { return elements_[index]; }

  /// "<w:r w:rsidR="00A1">".
  [[nodiscard]] std::string_view start_tag(std::uint32_t index) const;
  /// "w:r".
  [[nodiscard]] std::string_view full_name(std::uint32_t index) const;
  /// "r".
  [[nodiscard]] std::string_view name(std::uint32_t index) const;
  /// The raw value of the attribute of that name, whatever its prefix; "" if there is none.
  [[nodiscard]] std::string_view attribute(std::uint32_t index, std::string_view local_name) const;
  /// The first child element, or `none`.
  [[nodiscard]] std::uint32_t first_child(std::uint32_t index) const;
  /// The next element with the same parent, or `none`.
  [[nodiscard]] std::uint32_t next_sibling(std::uint32_t index) const;
  /// The elements that `offset` stands in, the root first; empty outside of the root.
  [[nodiscard]] std::vector<std::uint32_t> path_to(std::uint32_t offset) const;

 private:
  std::string_view xml_;
  std::vector<XmlElement> elements_;
};

/// How elements of a namespace are written.
struct XmlNames {
  std::string prefix;       ///< with its colon: "w:"
  std::string declaration;  ///< attribute with a space before it, for an element that stands alone; "" when not needed
};

/// The names of the namespace `address` within an element with that start tag: by the prefix that it binds, else by
/// `otherwise` with a declaration.
XmlNames names_in(std::string_view start_tag, std::string_view address, std::string_view otherwise);

/// `xml` with `content` as the last thing in its root element.
std::string with_content_at_end(std::string_view xml, std::string_view content);

/// `text` for the content or an attribute of an XML element. What XML cannot hold (control characters, half of a pair)
/// and what reverses the reading direction becomes U+FFFD; line feeds stay.
std::string escape_xml(std::string_view text);

}  // namespace klausul
