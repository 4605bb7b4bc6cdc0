#include "read/docx_package.h"

#include <algorithm>
#include <vector>

#include "read/reader_error.h"

namespace klausul {
namespace {

/// "../media/x" relative to the folder of `part`, as a name in the package.
std::string resolve_target(const std::string& part, std::string_view target) {
  std::vector<std::string> folders;
  const auto add = [&](std::string_view path) {
    while (!path.empty()) {
      const std::size_t slash = path.find('/');
      const std::string_view step = path.substr(0, slash);
      if (step == "..") {
        if (!folders.empty()) folders.pop_back();
      } else if (!step.empty() && step != ".") {
        folders.emplace_back(step);
      }
      path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
  };
  const std::size_t slash = part.rfind('/');
  if (!target.empty() && target[0] != '/' && slash != std::string::npos) add(std::string_view(part).substr(0, slash));
  add(target);
  std::string name;
  for (const std::string& folder : folders) {
    if (!name.empty()) name += '/';
    name += folder;
  }
  return name;
}

}  // namespace

Result<DocxPackage> DocxPackage::open(std::string_view bytes, std::string_view name, const ReadLimits& limits) {
  Result<ZipArchive> archive = ZipArchive::open(bytes, name, limits);
  if (!archive) return archive.error();
  return DocxPackage(std::move(*archive), std::string(name), limits);
}

bool DocxPackage::has(const std::string& part) const { return archive_.find(part).has_value(); }

Result<std::unique_ptr<XmlPart>> DocxPackage::read_xml(const std::string& part) {
  return read_xml_part(archive_, part, name_, limits_);
}

std::map<std::string, Relationship> DocxPackage::relationships_of(const std::string& part) {
  std::map<std::string, Relationship> relationships;
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  const std::string list = folder + "_rels/" + part.substr(slash == std::string::npos ? 0 : slash + 1) + ".rels";
  if (!has(list)) return relationships;
  const Result<std::unique_ptr<XmlPart>> xml = read_xml(list);
  if (!xml) return relationships;
  for (const pugi::xml_node node : (*xml)->tree.document_element().children()) {
    Relationship relationship;
    const std::string_view type = attribute_named(node, "Type");
    relationship.type = type.substr(type.rfind('/') + 1);
    relationship.external = attribute_named(node, "TargetMode") == "External";
    const std::string_view target = attribute_named(node, "Target");
    relationship.target = relationship.external ? std::string(target) : resolve_target(part, target);
    relationships.emplace(attribute_named(node, "Id"), std::move(relationship));
  }
  return relationships;
}

std::string DocxPackage::main_part() {
  for (const auto& [id, relationship] : relationships_of(""))
    if (relationship.type == "officeDocument" && !relationship.external && has(relationship.target))
      return relationship.target;
  return "word/document.xml";
}

std::size_t DocxPackage::count_embedded() const {
  const std::vector<ZipEntry> entries = archive_.entries();
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [](const ZipEntry& entry) {
    return !entry.is_folder && entry.name.starts_with("word/embeddings/");
  }));
}

}  // namespace klausul
