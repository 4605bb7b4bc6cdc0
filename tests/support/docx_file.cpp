#include "support/docx_file.h"

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
  set_entry("word/" + std::string(name), std::string(root));
  return *this;
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

}  // namespace klausul
