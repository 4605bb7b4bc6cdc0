#include <algorithm>
#include <set>

#include "read/docx_body.h"
#include "read/docx_numbering.h"
#include "read/docx_package.h"
#include "read/docx_styles.h"
#include "read/formats.h"
#include "read/reader_error.h"
#include "read/text_builder.h"

namespace klausul {
namespace {

/// What a file needs while it is read. Parts other than the document itself are not vital: what cannot be read of them
/// is said in the coverage.
class DocxReader {
 public:
  DocxReader(DocxPackage package, std::string main_part)
      : package_(std::move(package)), main_part_(std::move(main_part)), builder_("docx") {}

  Result<SourceText> read() {
    Result<std::unique_ptr<XmlPart>> document = package_.read_xml(main_part_);
    if (!document) return document.error();
    relationships_ = package_.relationships_of(main_part_);
    const DocxStyles styles = read_styles();
    DocxNumbering numbering = read_numbering(styles);
    DocxBody body(builder_, styles, numbering);
    body.enter_part(**document, relationships_);
    body.read_blocks(document_body(**document), {});
    document->reset();  // the tree is large, and no longer needed
    read_notes(body, "footnotes", "footnote");
    read_notes(body, "endnotes", "endnote");
    read_page_headers(body);
    LeftOut left_out = body.left_out();
    left_out.comments = count_comments();
    left_out.embedded_documents += package_.count_embedded();
    note_left_out(builder_, left_out);
    return builder_.finish({});
  }

 private:
  static pugi::xml_node document_body(const XmlPart& document) {
    const pugi::xml_node root = document.tree.document_element();
    const pugi::xml_node body = child_named(root, "body");
    return body ? body : root;
  }

  /// The names of the parts of one type, each once, in order.
  [[nodiscard]] std::set<std::string> parts_of_type(std::string_view type) const {
    std::set<std::string> names;
    for (const auto& [id, relationship] : relationships_)
      if (relationship.type == type && !relationship.external) names.insert(relationship.target);
    return names;
  }

  /// A part that may be missing; null, with a note, when it is there and cannot be read.
  std::unique_ptr<XmlPart> read_optional(const std::string& part) {
    if (!package_.has(part)) return nullptr;
    Result<std::unique_ptr<XmlPart>> xml = package_.read_xml(part);
    if (xml) return std::move(*xml);
    builder_.coverage().complete = false;
    builder_.add_limit("The part " + part + " could not be read; its text is left out.");
    return nullptr;
  }

  DocxStyles read_styles() {
    for (const std::string& name : parts_of_type("styles"))
      if (const auto part = read_optional(name)) return DocxStyles(part->tree.document_element());
    return {};
  }

  DocxNumbering read_numbering(const DocxStyles& styles) {
    for (const std::string& name : parts_of_type("numbering"))
      if (const auto part = read_optional(name)) return {part->tree.document_element(), styles};
    return {};
  }

  void read_notes(DocxBody& body, std::string_view type, std::string_view element) {
    for (const std::string& name : parts_of_type(type)) {
      const auto part = read_optional(name);
      if (!part) continue;
      builder_.start_part(name);
      body.enter_part(*part, package_.relationships_of(name));
      for (const pugi::xml_node note : part->tree.document_element().children()) {
        const std::string_view kind = attribute_named(note, "type");
        const std::string_view id = attribute_named(note, "id");
        const bool is_separator = !kind.empty() && kind != "normal";
        if (local_name(note.name()) != element || is_separator || body.is_deleted_note(element, id)) continue;
        BlockPlace place;
        place.kind = ParagraphKind::footnote;
        place.label = body.label_of_note(element, id);
        body.read_blocks(note, place);
      }
    }
  }

  void read_page_headers(DocxBody& body) {
    BlockPlace place;
    place.kind = ParagraphKind::page_header;
    for (const std::string_view type : {"header", "footer"}) {
      for (const std::string& name : parts_of_type(type)) {
        const auto part = read_optional(name);
        if (!part) continue;
        builder_.start_part(name);
        body.enter_part(*part, package_.relationships_of(name));
        body.read_blocks_once(part->tree.document_element(), place);
      }
    }
  }

  std::size_t count_comments() {
    std::size_t comments = 0;
    for (const std::string& name : parts_of_type("comments"))
      if (const auto part = read_optional(name))
        for (const pugi::xml_node node : part->tree.document_element().children())
          comments += local_name(node.name()) == "comment" ? 1U : 0U;
    return comments;
  }

  DocxPackage package_;
  std::string main_part_;
  TextBuilder builder_;
  std::map<std::string, Relationship> relationships_;
};

}  // namespace

bool recognises_docx(const InputFile& file) { return kind_of_zip(file.bytes) == ZipKind::docx; }

Result<SourceText> read_docx(InputFile file, const ReadLimits& limits) {
  Result<DocxPackage> package = DocxPackage::open(file.bytes, file.name, limits);
  if (!package) return package.error();
  std::string main_part = package->main_part();
  if (!package->has(main_part))
    return reader_error(ErrorKind::damaged, file.name, "is damaged: word/document.xml is missing. Ask for a new copy.");
  return DocxReader(std::move(*package), std::move(main_part)).read();
}

}  // namespace klausul
