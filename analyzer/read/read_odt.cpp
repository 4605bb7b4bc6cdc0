#include <utility>

#include "read/formats.h"
#include "read/odt_body.h"
#include "read/odt_lists.h"
#include "read/odt_styles.h"
#include "read/reader_error.h"
#include "read/text_builder.h"
#include "read/xml_part.h"
#include "read/zip_archive.h"

namespace klausul {
namespace {

constexpr std::string_view kTextType = "application/vnd.oasis.opendocument.text";

/// Reads a document whose styles stand in `styles` (null when they cannot be read), which for flat XML is the same
/// part.
SourceText read_parts(TextBuilder builder, const XmlPart& content, const XmlPart* styles) {
  const pugi::xml_node root = content.tree.document_element();
  const pugi::xml_node style_root = styles == nullptr ? pugi::xml_node() : styles->tree.document_element();
  OdtStyles named;
  named.add(child_named(style_root, "styles"));
  OdtStyles of_content = named;
  of_content.add(child_named(root, "automatic-styles"));
  OdtLists lists;
  lists.add_styles(child_named(style_root, "styles"));
  lists.add_styles(child_named(root, "automatic-styles"));

  OdtBody body(builder, lists);
  body.enter_part(content, of_content);
  body.read_blocks(child_named(child_named(root, "body"), "text"), {});
  body.read_notes();
  if (styles != nullptr) {
    OdtStyles of_headers = named;
    of_headers.add(child_named(style_root, "automatic-styles"));
    builder.start_part(styles == &content ? "page headers" : "styles.xml");
    body.enter_part(*styles, of_headers);
    BlockPlace place;
    place.kind = ParagraphKind::page_header;
    for (const pugi::xml_node page : child_named(style_root, "master-styles").children())
      for (const pugi::xml_node header : page.children())
        if (attribute_named(header, "display") != "false") body.read_blocks_once(header, place);
    body.read_notes();
  }
  note_left_out(builder, body.left_out());
  return builder.finish({});
}

bool is_flat(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 4096);
  return start.substr(0, 256).find("<?xml") != std::string_view::npos &&
         start.find("office:document") != std::string_view::npos && start.find(kTextType) != std::string_view::npos;
}

Result<SourceText> read_flat(InputFile file, const ReadLimits& limits) {
  const Result<std::unique_ptr<XmlPart>> document =
      parse_xml(std::move(file.bytes), file.name, "it", limits, XmlSpace::text);
  if (!document) return document.error();
  return read_parts(TextBuilder("odt"), **document, document->get());
}

}  // namespace

bool recognises_odt(const InputFile& file) { return kind_of_zip(file.bytes) == ZipKind::odt || is_flat(file.bytes); }

Result<SourceText> read_odt(InputFile file, const ReadLimits& limits) {
  if (is_flat(file.bytes)) return read_flat(std::move(file), limits);
  Result<ZipArchive> archive = ZipArchive::open(file.bytes, file.name, limits);
  if (!archive) return archive.error();
  const auto encrypted = [&] {
    return reader_error(ErrorKind::encrypted, file.name, "is encrypted. Save a copy without a password.");
  };
  if (const auto manifest = archive->find("META-INF/manifest.xml")) {
    const Result<std::string> bytes = archive->unpack(*manifest);
    if (bytes && bytes->find("encryption-data") != std::string::npos) return encrypted();
  }
  if (archive->find("encrypted-package")) return encrypted();
  const Result<std::unique_ptr<XmlPart>> content =
      read_xml_part(*archive, "content.xml", file.name, limits, XmlSpace::text);
  if (!content) return content.error();
  TextBuilder builder("odt");
  const Result<std::unique_ptr<XmlPart>> styles =
      read_xml_part(*archive, "styles.xml", file.name, limits, XmlSpace::text);
  if (!styles && archive->find("styles.xml")) {
    builder.coverage().complete = false;
    builder.add_limit("The part styles.xml could not be read; its text is left out.");
  }
  return read_parts(std::move(builder), **content, styles ? styles->get() : nullptr);
}

}  // namespace klausul
