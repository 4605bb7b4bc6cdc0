#include "read/xml_part.h"

#include <charconv>
#include <cstring>

#include "read/decode.h"
#include "read/reader_error.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kMostElements = 6'000'000;

enum class XmlTrouble { none, document_type, too_deep, too_many };

/// Skips from `at` (on "<!--", "<![CDATA[" or "<?") to after its end.
std::size_t skip_to(std::string_view xml, std::size_t at, std::string_view end) {
  const std::size_t found = xml.find(end, at);
  return found == std::string_view::npos ? xml.size() : found + end.size();
}

/// The offset after the ">" that ends the tag at `at`; ">" may stand within quotes.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
  char quote = 0;
  for (; at < xml.size(); ++at) {
    const char byte = xml[at];
    if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '>') {
      return at + 1;
    }
  }
  return xml.size();
}

/// Looks for what is dangerous before a tree is built.
XmlTrouble find_trouble(std::string_view xml, std::size_t deepest) {
  std::size_t depth = 0;
  std::size_t elements = 0;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const char next = at + 1 < xml.size() ? xml[at + 1] : 0;
    if (next == '?') {
      at = skip_to(xml, at, "?>");
    } else if (xml.substr(at, 4) == "<!--") {
      at = skip_to(xml, at + 4, "-->");
    } else if (xml.substr(at, 9) == "<![CDATA[") {
      at = skip_to(xml, at, "]]>");
    } else if (next == '!') {
      return XmlTrouble::document_type;
    } else {
      at = end_of_tag(xml, at);
      const bool closed_at_once = at >= 2 && xml[at - 2] == '/';
      if (next == '/')
        depth -= depth > 0 ? 1 : 0;
      else if (!closed_at_once)
        ++depth;
      if (depth > deepest) return XmlTrouble::too_deep;
      if (++elements > 2 * kMostElements) return XmlTrouble::too_many;
    }
  }
  return XmlTrouble::none;
}

/// XML in UTF-8 without byte order mark, so that offsets into it mean something.
std::string xml_in_utf8(std::string bytes) {
  const std::string_view view(bytes);
  const bool is_utf16 = view.substr(0, 2) == "\xFF\xFE" || view.substr(0, 2) == "\xFE\xFF";
  if (is_utf16) {
    Result<DecodedFile> decoded = decode_file(std::move(bytes), {}, {});
    return decoded ? std::move(decoded->text) : std::string();
  }
  if (view.substr(0, 3) == "\xEF\xBB\xBF") bytes.erase(0, 3);
  return find_ill_formed_utf8(bytes) == bytes.size() ? bytes : replace_ill_formed(bytes);
}

}  // namespace

Result<std::unique_ptr<XmlPart>> parse_xml(std::string bytes, std::string_view name, const std::string& part,
                                           const ReadLimits& limits, XmlSpace space) {
  const auto damaged = [&](const std::string& rest) {
    return reader_error(ErrorKind::damaged, name, "is damaged: " + rest + " Ask for a new copy.");
  };
  auto xml = std::make_unique<XmlPart>();
  xml->bytes = xml_in_utf8(std::move(bytes));
  switch (find_trouble(xml->bytes, limits.depth)) {
    case XmlTrouble::none: break;
    case XmlTrouble::document_type:
      return damaged(part + " declares a document type or entities, which no such file does.");
    case XmlTrouble::too_deep:
      return reader_error(
          ErrorKind::too_large, name,
          "nests elements deeper than " + std::to_string(limits.depth) + " in " + part + ". It is not read.");
    case XmlTrouble::too_many:
      return reader_error(ErrorKind::too_large, name,
                          "holds more elements than can be read in " + part + ". Split it.");
  }
  const unsigned options = pugi::parse_minimal | pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol |
                           (space == XmlSpace::text ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
  const pugi::xml_parse_result result =
      xml->tree.load_buffer(xml->bytes.data(), xml->bytes.size(), options, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory)
    return reader_error(ErrorKind::too_large, name, "needs more memory than there is. Split it.");
  if (!result) return damaged(part + " is not XML (" + result.description() + ").");
  return xml;
}

Result<std::unique_ptr<XmlPart>> read_xml_part(ZipArchive& archive, const std::string& part, std::string_view name,
                                               const ReadLimits& limits, XmlSpace space) {
  const std::optional<std::uint64_t> index = archive.find(part);
  if (!index) return reader_error(ErrorKind::damaged, name, "is damaged: " + part + " is missing. Ask for a new copy.");
  Result<std::string> bytes = archive.unpack(*index);
  if (!bytes) return bytes.error();
  return parse_xml(std::move(*bytes), name, part, limits, space);
}

std::string_view local_name(const char* name) {
  const char* const colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element && local_name(child.name()) == name) return child;
  return {};
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (local_name(attribute.name()) == name) return attribute.value();
  return {};
}

int to_number(std::string_view value, int otherwise) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end != value.data() ? number : otherwise;
}

int number_of_child(pugi::xml_node node, std::string_view name, int otherwise) {
  const pugi::xml_node child = child_named(node, name);
  return child ? to_number(attribute_named(child, "val"), otherwise) : otherwise;
}

int switch_of_child(pugi::xml_node node, std::string_view name) {
  const pugi::xml_node child = child_named(node, name);
  if (!child) return -1;
  const std::string_view value = attribute_named(child, "val");
  return value == "0" || value == "false" || value == "off" || value == "none" ? 0 : 1;
}

}  // namespace klausul
