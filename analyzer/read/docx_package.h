#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "read/reader.h"
#include "read/xml_part.h"
#include "read/zip_archive.h"
#include "text/result.h"

namespace klausul {

/// Another part, or an address, that a part refers to.
struct Relationship {
  std::string type;    ///< the last word of the type's address: "footnotes", "hyperlink"
  std::string target;  ///< the part's name in the package ("word/footnotes.xml"), or the address
  bool external = false;
};

/// The zip file around a Word document.
class DocxPackage {
 public:
  /// `bytes` must outlive the package.
  static Result<DocxPackage> open(std::string_view bytes, std::string_view name, const ReadLimits& limits);

  [[nodiscard]] bool has(const std::string& part) const;
  Result<std::unique_ptr<XmlPart>> read_xml(const std::string& part);
  /// What `part` refers to, by id. Empty when it refers to nothing or its list cannot be read.
  std::map<std::string, Relationship> relationships_of(const std::string& part);
  /// The part that holds the document: "word/document.xml" as a rule.
  std::string main_part();
  /// How many documents the file carries within it (word/embeddings).
  [[nodiscard]] std::size_t count_embedded() const;

 private:
  DocxPackage(ZipArchive archive, std::string name, const ReadLimits& limits)
      : archive_(std::move(archive)), name_(std::move(name)), limits_(limits) {}

  ZipArchive archive_;
  std::string name_;
  ReadLimits limits_;
};

}  // namespace klausul
