#include "report/word/docx_comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "read/docx_package.h"
#include "read/reader_error.h"
#include "report/margin_notes.h"
#include "report/word/docx_comment_text.h"
#include "report/word/docx_marks.h"
#include "report/word/zip_entries.h"

namespace klausul {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";
constexpr std::string_view kCommentsContentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view kXmlDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                             "\n";

/// The addresses that name Word's vocabulary in a file; ISO's strict variant has others.
struct Vocabulary {
  std::string_view words;
  std::string_view relationships;
};
constexpr Vocabulary kTransitional{"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"};
constexpr Vocabulary kStrict{"http://purl.oclc.org/ooxml/wordprocessingml/main",
                             "http://purl.oclc.org/ooxml/officeDocument/relationships"};

constexpr std::size_t kMostComments = 32767;  ///< Word opens no file with more
constexpr std::uint32_t kLargestId = 0x7FFFFFFF;

std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

std::string relationships_part(const std::string& part) {
  return folder_of(part) + "_rels/" + part.substr(part.rfind('/') + 1) + ".rels";
}

/// XML parts are written in UTF-8, whatever they were in.
std::string declared_as_utf8(std::string xml) {
  if (!xml.starts_with("<?xml")) return xml;
  const std::size_t end = xml.find("?>");
  const std::size_t encoding = xml.find("encoding", 0);
  if (end == std::string::npos || encoding > end) return xml;
  const std::size_t open = xml.find_first_of("\"'", encoding);
  const std::size_t close = xml.find(xml[open], open + 1);
  std::string name = xml.substr(open + 1, close - open - 1);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte; });
  if (name != "utf-8" && name != "us-ascii") xml.replace(open + 1, close - open - 1, "UTF-8");
  return xml;
}

/// Ids that comments of the file have or refer to, and new ones.
class CommentIds {
 public:
  void take_from(const XmlElements& elements) {
    for (std::uint32_t index = 0; index < elements.size(); ++index) {
      const std::string_view name = elements.name(index);
      if (!name.starts_with("comment")) continue;
      ranges_ += name == "commentRangeStart" ? 1U : 0U;
      const std::string_view written = elements.attribute(index, "id");
      std::uint32_t id = 0;
      if (std::from_chars(written.data(), written.data() + written.size(), id).ec == std::errc()) used_.insert(id);
    }
    if (!used_.empty() && *used_.rbegin() < kLargestId - kMostComments) next_ = *used_.rbegin() + 1;
  }
  std::uint32_t next() {
    while (used_.contains(next_)) ++next_;
    return next_++;
  }
  [[nodiscard]] std::size_t ranges() const { return ranges_; }

 private:
  std::set<std::uint32_t> used_;
  std::uint32_t next_ = 0;
  std::size_t ranges_ = 0;
};

/// Where a note stands in the main part, and what it is about when it cannot stand there.
struct Anchor {
  DocxRange range;
  CommentSubject subject = CommentSubject::marked_words;
};

/// One Word file while its comments are written.
class Commenter {
 public:
  Commenter(const DocumentReport& document, Language language, DocxPackage package)
      : document_(document), text_(*document.reviewed), language_(language), package_(std::move(package)) {}

  Result<std::string> write() {
    main_name_ = package_.main_part();
    auto main = package_.read_xml(main_name_);
    if (!main) return main.error();
    main_ = std::move(*main);
    marks_.emplace(main_->bytes);
    if (marks_->elements().size() == 0) return no_place();
    const std::string_view root = marks_->elements().start_tag(0);
    vocabulary_ = root.find(kStrict.words) == std::string_view::npos ? kTransitional : kStrict;
    if (const auto error = open_comments()) return *error;
    ids_.take_from(marks_->elements());
    if (const auto error = write_notes()) return *error;
    if (const auto error = register_comments()) return *error;
    entries_[main_name_] = declared_as_utf8(marks_->write());
    return with_entries(text_.bytes, entries_);
  }

 private:
  [[nodiscard]] Error failure(std::string_view sentence) const {
    return reader_error(ErrorKind::damaged, document_.path, sentence);
  }
  [[nodiscard]] Error no_place() const {
    return failure("has no paragraph that a comment can stand at. Choose another format, such as html.");
  }

  /// Finds the comments that the file has.
  std::optional<Error> open_comments() {
    for (const auto& [id, relationship] : package_.relationships_of(main_name_)) {
      if (relationship.type != "comments" || relationship.external) continue;
      comments_name_ = relationship.target;
      is_related_ = true;
    }
    if (!is_related_)
      for (int number = 1; comments_name_.empty() || package_.has(comments_name_); ++number)
        comments_name_ = folder_of(main_name_) + (number == 1 ? "comments.xml" : fmt::format("comments{}.xml", number));
    if (!package_.has(comments_name_)) {
      comments_ = fmt::format("{}<w:comments xmlns:w=\"{}\"></w:comments>", kXmlDeclaration, vocabulary_.words);
      return std::nullopt;
    }
    const auto part = package_.read_xml(comments_name_);
    if (!part) return part.error();
    comments_ = (*part)->bytes;
    ids_.take_from(XmlElements(comments_));
    return std::nullopt;
  }

  std::optional<Error> write_notes() {
    const std::vector<MarginNote> notes = margin_notes(document_, language_);
    if (ids_.ranges() + notes.size() > kMostComments)
      return failure("would have more comments than Word can open. Review it with --only ID.");
    const XmlNames names = names_in(marks_->elements().start_tag(0), vocabulary_.words, "w");
    const XmlNames comment_names = names_in(XmlElements(comments_).start_tag(0), vocabulary_.words, "w");
    std::string written;
    for (const MarginNote& note : notes) {
      const std::optional<Anchor> anchor = anchor_of(note);
      if (!anchor) return no_place();
      const std::uint32_t id = ids_.next();
      marks_->add_comment(anchor->range, id, names);
      const std::string_view quote = slice(text_.source.text, note.span);
      written += comment_xml(note, {anchor->subject, quote, id, language_}, comment_names);
    }
    entries_[comments_name_] = declared_as_utf8(with_content_at_end(comments_, written));
    return std::nullopt;
  }

  std::optional<Anchor> anchor_of(const MarginNote& note) {
    if (note.span.empty()) return std::nullopt;  // a document without text
    if (auto anchor = anchor_of(note.span)) return anchor;
    const Span title = title_span(text_);
    if (is_in_main_part(title)) {
      const auto anchor = anchor_of(title);
      if (anchor)
        return Anchor{anchor->range,
                      is_in_main_part(note.span) ? CommentSubject::elsewhere : CommentSubject::page_header};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string part_at(std::uint32_t text_offset) const {
    std::string part = text_.source.map.parts()[text_.source.map.place_of(text_offset).part];
    part = part.substr(0, part.find(" (text box)"));
    return part.empty() ? main_name_ : part;
  }
  [[nodiscard]] bool is_in_main_part(Span span) const { return part_at(span.begin) == main_name_; }

  std::optional<Anchor> anchor_of(Span span) {
    std::uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text_.source.text[last]) & 0xC0U) == 0x80U) --last;
    const std::uint32_t first_source = text_.source.map.place_of(span.begin).source;
    if (is_in_main_part(span)) {
      const auto range = marks_->range_of(first_source, text_.source.map.place_of(last).source);
      if (!range) return std::nullopt;
      return Anchor{*range,
                    marks_->is_in_text_box(first_source) ? CommentSubject::text_box : CommentSubject::marked_words};
    }
    return anchor_of_note(part_at(span.begin), first_source);
  }

  /// Word ignores comments within footnotes: they stand at the reference to the note.
  std::optional<Anchor> anchor_of_note(const std::string& part, std::uint32_t offset) {
    if (!package_.has(part)) return std::nullopt;
    auto [opened, is_new] = other_parts_.try_emplace(part);
    if (is_new) {
      auto xml = package_.read_xml(part);
      if (!xml) return std::nullopt;
      opened->second = std::move(*xml);
    }
    if (opened->second == nullptr) return std::nullopt;
    const XmlElements elements(opened->second->bytes);
    for (const std::uint32_t index : elements.path_to(offset)) {
      const std::string_view kind = elements.name(index);
      if (kind != "footnote" && kind != "endnote") continue;
      return anchor_at_reference(std::string(kind) + "Reference", elements.attribute(index, "id"));
    }
    return std::nullopt;
  }

  std::optional<Anchor> anchor_at_reference(const std::string& reference, std::string_view id) {
    const XmlElements& elements = marks_->elements();
    for (std::uint32_t index = 0; index < elements.size(); ++index) {
      if (elements.name(index) != reference || elements.attribute(index, "id") != id) continue;
      const std::uint32_t offset = elements[index].begin;
      if (const auto range = marks_->range_of(offset, offset)) return Anchor{*range, CommentSubject::note};
    }
    return std::nullopt;
  }

  /// Tells the package of a part that it did not have.
  std::optional<Error> register_comments() {
    if (!is_related_) {
      if (const auto error = add_relationship()) return error;
    }
    const std::string name(kContentTypes);
    const auto types = package_.read_xml(name);
    if (!types) return types.error();
    const XmlElements elements((*types)->bytes);
    const std::string part = "/" + comments_name_;
    for (std::uint32_t index = 0; index < elements.size(); ++index)
      if (elements.attribute(index, "PartName") == part) return std::nullopt;
    entries_[name] = declared_as_utf8(with_content_at_end(
        elements.xml(), fmt::format("<{}Override PartName=\"{}\" ContentType=\"{}\"/>", root_prefix(elements),
                                    escape_xml(part), kCommentsContentType)));
    return std::nullopt;
  }

  std::optional<Error> add_relationship() {
    const std::string name = relationships_part(main_name_);
    std::string list = std::string(kXmlDeclaration) +
                       R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>)";
    if (package_.has(name)) {
      const auto part = package_.read_xml(name);
      if (!part) return part.error();
      list = (*part)->bytes;
    }
    const XmlElements elements(list);
    std::string id = "rIdKlausul";
    const auto is_taken = [&] {
      for (std::uint32_t index = 0; index < elements.size(); ++index)
        if (elements.attribute(index, "Id") == id) return true;
      return false;
    };
    while (is_taken()) id += 'x';
    entries_[name] = declared_as_utf8(with_content_at_end(
        list, fmt::format("<{}Relationship Id=\"{}\" Type=\"{}/comments\" Target=\"{}\"/>", root_prefix(elements), id,
                          vocabulary_.relationships, comments_name_.substr(folder_of(main_name_).size()))));
    return std::nullopt;
  }

  static std::string root_prefix(const XmlElements& elements) {
    const std::string_view full = elements.full_name(0);
    return std::string(full.substr(0, full.size() - elements.name(0).size()));
  }

  const DocumentReport& document_;
  const ReviewedText& text_;
  Language language_;
  DocxPackage package_;
  std::string main_name_;
  std::unique_ptr<XmlPart> main_;
  std::optional<DocxMarks> marks_;
  Vocabulary vocabulary_ = kTransitional;
  std::string comments_name_;
  bool is_related_ = false;
  std::string comments_;
  CommentIds ids_;
  std::map<std::string, std::unique_ptr<XmlPart>> other_parts_;
  std::map<std::string, std::string> entries_;  ///< that are new or changed
};

}  // namespace

Result<std::string> add_comments(const DocumentReport& document, Language language) {
  require(document.reviewed != nullptr, "a document that is written on has its text");
  if (document.findings.empty()) return document.reviewed->bytes;
  Result<DocxPackage> package = DocxPackage::open(document.reviewed->bytes, document.path, {});
  if (!package) return package.error();
  return Commenter(document, language, std::move(*package)).write();
}

}  // namespace klausul
