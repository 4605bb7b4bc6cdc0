#include "support/docx_file.h"

#include <zip.h>

#include <algorithm>

#include "text/result.h"

namespace klausul {
namespace {

constexpr std::string_view kRelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

constexpr std::string_view kContentTypes =
    R"(<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="xml" ContentType="application/xml"/></Types>)";

std::string relationship_list(std::string_view relationships) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/)"
         R"(relationships">)" +
         std::string(relationships) + "</Relationships>";
}

std::string read_all(zip_source_t* source) {
  std::string bytes;
  require(zip_source_open(source) == 0, "the zip file of a test can be read");
  char block[4096];
  for (zip_int64_t got = 0; (got = zip_source_read(source, block, sizeof block)) > 0;)
    bytes.append(block, static_cast<std::size_t>(got));
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string word_xml(std::string_view root_name, std::string_view content) {
  std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
  xml += "<w:" + std::string(root_name);
  xml += R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
  xml += R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
  xml += R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")";
  xml += R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:v">)";
  xml += content;
  xml += "</w:" + std::string(root_name) + ">";
  return xml;
}

DocxFile::DocxFile(std::string_view body) {
  set_entry("[Content_Types].xml", std::string(kContentTypes));
  set_entry("_rels/.rels", relationship_list(R"(<Relationship Id="rId1" Type=")" + std::string(kRelationshipTypes) +
                                             R"(officeDocument" Target="word/document.xml"/>)"));
  set_entry("word/document.xml", word_xml("document", "<w:body>" + std::string(body) + "</w:body>"));
}

DocxFile& DocxFile::add(std::string_view relationship, std::string_view name, std::string_view root) {
  add_relationship("part" + std::to_string(next_id_++), relationship, name, {});
  return set_entry("word/" + std::string(name), std::string(root));
}

DocxFile& DocxFile::add_link(std::string_view id, std::string_view address) {
  add_relationship(id, "hyperlink", address, R"( TargetMode="External")");
  return *this;
}

void DocxFile::add_relationship(std::string_view id, std::string_view type, std::string_view target,
                                std::string_view mode) {
  relationships_.append(R"(<Relationship Id=")").append(id).append(R"(" Type=")").append(kRelationshipTypes);
  relationships_.append(type).append(R"(" Target=")").append(target).append("\"").append(mode).append("/>");
  set_entry("word/_rels/document.xml.rels", relationship_list(relationships_));
}

DocxFile& DocxFile::set_entry(std::string_view name, std::string content) {
  remove_entry(name);
  entries_.emplace_back(name, std::move(content));
  return *this;
}

DocxFile& DocxFile::remove_entry(std::string_view name) {
  entries_.erase(
      std::remove_if(entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.first == name; }),
      entries_.end());
  return *this;
}

std::string DocxFile::bytes(std::string_view password) const {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* const zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  require(zip != nullptr, "a test can build a zip file");
  for (const auto& [name, content] : entries_) {
    zip_source_t* const source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_file_set_mtime(zip, static_cast<zip_uint64_t>(index), 1'000'000'000, 0);
    if (!password.empty())
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, std::string(password).c_str());
  }
  require(zip_close(zip) == 0, "a test can write a zip file");
  std::string result = read_all(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return result;
}

}  // namespace klausul
