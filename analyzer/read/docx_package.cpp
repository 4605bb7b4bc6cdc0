#include "read/docx_package.h"

#include <zip.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <vector>

#include "read/decode.h"
#include "read/reader_error.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kExpansionMattersFrom = 1U << 20U;
constexpr std::size_t kMostElements = 6'000'000;
constexpr zip_int64_t kMostEntries = 20000;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

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

struct DocxPackage::Archive {
  zip_t* zip = nullptr;
  explicit Archive(zip_t* opened) : zip(opened) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { zip_discard(zip); }
};

DocxPackage::DocxPackage(std::unique_ptr<Archive> archive, std::string name, const ReadLimits& limits)
    : archive_(std::move(archive)), name_(std::move(name)), limits_(limits) {}
DocxPackage::DocxPackage(DocxPackage&&) noexcept = default;
DocxPackage& DocxPackage::operator=(DocxPackage&&) noexcept = default;
DocxPackage::~DocxPackage() = default;

Error DocxPackage::damaged(std::string_view rest) const {
  return reader_error(ErrorKind::damaged, name_, "is damaged: " + std::string(rest) + " Ask for a new copy.");
}

Result<DocxPackage> DocxPackage::open(std::string_view bytes, std::string_view name, const ReadLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (zip == nullptr)
    return reader_error(ErrorKind::damaged, name,
                        "is damaged: the zip file that a Word file is cannot be opened. Ask for a new copy.");
  DocxPackage package(std::make_unique<Archive>(zip), std::string(name), limits);
  if (zip_get_num_entries(zip, 0) > kMostEntries)
    return reader_error(ErrorKind::too_large, name, "holds far more parts than a Word file has. It is not read.");
  return package;
}

bool DocxPackage::has(const std::string& part) const {
  return zip_name_locate(archive_->zip, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> DocxPackage::unpack(const std::string& part) {
  const zip_int64_t index = zip_name_locate(archive_->zip, part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return damaged(part + " is missing.");
  zip_stat_t status;
  zip_stat_init(&status);
  zip_stat_index(archive_->zip, static_cast<zip_uint64_t>(index), 0, &status);
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
    return reader_error(ErrorKind::encrypted, name_, "is encrypted. Save a copy without a password.");
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(archive_->zip, static_cast<zip_uint64_t>(index), 0));
  if (file == nullptr) return damaged(part + " cannot be unpacked.");
  // What the zip file says of sizes may be a lie: count what comes out.
  const std::size_t packed = std::max<std::size_t>(status.comp_size, 1);
  std::string bytes;
  std::vector<char> block(1U << 16U);
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
    if (got < 0) return damaged(part + " cannot be unpacked.");
    if (got == 0) break;
    bytes.append(block.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::size_t>(got);
    const bool bomb = bytes.size() > kExpansionMattersFrom && bytes.size() / packed > limits_.expansion;
    if (bomb || unpacked_ > limits_.unpacked_bytes)
      return reader_error(ErrorKind::too_large, name_,
                          "unpacks to far more than a document holds (a zip bomb?). It is not read.");
  }
  return bytes;
}

Result<std::unique_ptr<XmlPart>> DocxPackage::read_xml(const std::string& part) {
  Result<std::string> bytes = unpack(part);
  if (!bytes) return bytes.error();
  auto xml = std::make_unique<XmlPart>();
  xml->bytes = xml_in_utf8(std::move(*bytes));
  switch (find_trouble(xml->bytes, limits_.depth)) {
    case XmlTrouble::none: break;
    case XmlTrouble::document_type:
      return damaged(part + " declares a document type or entities, which no Word file does.");
    case XmlTrouble::too_deep:
      return reader_error(
          ErrorKind::too_large, name_,
          "nests elements deeper than " + std::to_string(limits_.depth) + " in " + part + ". It is not read.");
    case XmlTrouble::too_many:
      return reader_error(ErrorKind::too_large, name_,
                          "holds more elements than can be read in " + part + ". Split it.");
  }
  const unsigned options =
      pugi::parse_minimal | pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result =
      xml->tree.load_buffer(xml->bytes.data(), xml->bytes.size(), options, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory)
    return reader_error(ErrorKind::too_large, name_, "needs more memory than there is. Split it.");
  if (!result) return damaged(part + " is not XML (" + result.description() + ").");
  return xml;
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
