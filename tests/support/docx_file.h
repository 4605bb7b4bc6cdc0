#pragma once

#include <string>
#include <string_view>

#include "support/zip_file.h"

namespace klausul {

/// Builds Word files for tests, part by part.
class DocxFile : public ZipFile {
 public:
  /// A file whose word/document.xml has `body` within w:body.
  explicit DocxFile(std::string_view body);

  /// Adds a part below word/, and its relationship to the document: add("footnotes", "footnotes.xml",
  /// "<w:footnotes>...").
  DocxFile& add(std::string_view relationship, std::string_view name, std::string_view root);
  /// Adds a link to an address, for r:id="ID" in the body.
  DocxFile& add_link(std::string_view id, std::string_view address);

 private:
  void add_relationship(std::string_view id, std::string_view type, std::string_view target, std::string_view mode);

  std::string relationships_;
  int next_id_ = 1;
};

/// `content` as an XML part: declaration, and the namespaces of Word on the root element, which `root_name` names.
std::string word_xml(std::string_view root_name, std::string_view content);

}  // namespace klausul
