#include "support/odt_file.h"

namespace klausul {
namespace {

constexpr std::string_view kType = "application/vnd.oasis.opendocument.text";

std::string xml(std::string_view root, std::string_view attributes, const std::string& content) {
  std::string text = R"(<?xml version="1.0" encoding="UTF-8"?><office:)" + std::string(root);
  for (const std::string_view prefix : {"office", "text", "style", "fo", "table", "draw", "xlink", "loext"})
    text.append(" xmlns:").append(prefix).append("=\"urn:").append(prefix).append("\"");
  return text + std::string(attributes) + ">" + content + "</office:" + std::string(root) + ">";
}

std::string body_of(std::string_view automatic, std::string_view body) {
  return "<office:automatic-styles>" + std::string(automatic) + "</office:automatic-styles><office:body><office:text>" +
         std::string(body) + "</office:text></office:body>";
}

}  // namespace

OdtFile::OdtFile(std::string_view body, std::string_view automatic, std::string_view styles) {
  set_entry("mimetype", std::string(kType));
  set_entry("content.xml", xml("document-content", "", body_of(automatic, body)));
  set_entry("styles.xml", xml("document-styles", "", std::string(styles)));
  set_entry("META-INF/manifest.xml", "<manifest/>");
}

std::string flat_odt(std::string_view body, std::string_view automatic, std::string_view styles) {
  return xml("document", " office:mimetype=\"" + std::string(kType) + "\"",
             std::string(styles) + body_of(automatic, body));
}

}  // namespace klausul
