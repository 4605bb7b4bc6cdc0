#include "support/word_comments.h"

#include <zip.h>

#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>
#include <set>

namespace klausul::test {
namespace {

std::string_view local(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

std::string_view id_of(pugi::xml_node node) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name.substr(name.find(':') + 1) == "id") return attribute.value();
  }
  return {};
}

std::string one_spaced(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    const bool space = byte == ' ' || byte == '\n' || byte == '\t';
    if (!space)
      result += byte;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// The words within each comment's range, deleted and drawn text left out.
struct Ranges {
  std::map<std::string, std::string> words;
  std::map<std::string, std::size_t> references;
  std::set<std::string> open;

  void add(std::string_view text) {
    for (const std::string& id : open) words[id] += text;
  }
  void visit(pugi::xml_node node) {
    static const std::set<std::string_view> skipped = {"del", "moveFrom", "pPr", "rPr", "instrText", "drawing", "pict"};
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = local(child);
      if (name == "commentRangeStart") open.insert(std::string(id_of(child)));
      if (name == "commentRangeEnd") open.erase(std::string(id_of(child)));
      if (name == "commentReference") ++references[std::string(id_of(child))];
      if (name == "t") {
        for (const pugi::xml_node text : child.children()) add(text.value());
      } else if (name == "tab" || name == "br") {
        add(" ");
      } else if (name == "noBreakHyphen") {
        add("-");
      } else if (!skipped.contains(name)) {
        visit(child);
        if (name == "p") add(" ");
      }
    }
  }
};

pugi::xml_document parsed(const std::map<std::string, std::string>& entries, const std::string& name) {
  pugi::xml_document tree;
  const auto entry = entries.find(name);
  BOOST_REQUIRE_MESSAGE(entry != entries.end(), name << " is there");
  const auto result =
      tree.load_buffer(entry->second.data(), entry->second.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  BOOST_REQUIRE_MESSAGE(result, name << ": " << result.description());
  return tree;
}

std::vector<std::string> paragraphs_of(pugi::xml_node comment) {
  std::vector<std::string> paragraphs;
  for (const pugi::xml_node paragraph : comment.children()) {
    paragraphs.emplace_back();
    for (const pugi::xml_node run : paragraph.children())
      for (const pugi::xml_node piece : run.children())
        if (local(piece) == "t") paragraphs.back() += piece.text().get();
  }
  return paragraphs;
}

}  // namespace

std::map<std::string, std::string> zip_entries(std::string_view zip, bool packed) {
  zip_source_t* const source = zip_source_buffer_create(zip.data(), zip.size(), 0, nullptr);
  zip_t* const opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  BOOST_REQUIRE(opened != nullptr);
  std::map<std::string, std::string> entries;
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(zip_get_num_entries(opened, 0)); ++index) {
    zip_file_t* const file = zip_fopen_index(opened, index, packed ? ZIP_FL_COMPRESSED : 0);
    BOOST_REQUIRE(file != nullptr);
    std::string content;
    char block[4096];
    for (zip_int64_t got = 0; (got = zip_fread(file, block, sizeof block)) > 0;)
      content.append(block, static_cast<std::size_t>(got));
    zip_fclose(file);
    entries[zip_get_name(opened, index, 0)] = content;
  }
  zip_discard(opened);
  return entries;
}

std::vector<WordComment> comments_in(std::string_view docx) {
  const std::map<std::string, std::string> entries = zip_entries(docx, false);
  const pugi::xml_document document = parsed(entries, "word/document.xml");
  Ranges ranges;
  ranges.visit(document);
  BOOST_TEST(ranges.open.empty());
  std::vector<WordComment> comments;
  const pugi::xml_document list = parsed(entries, "word/comments.xml");
  for (const pugi::xml_node node : list.document_element().children()) {
    WordComment comment;
    comment.id = id_of(node);
    for (const pugi::xml_attribute attribute : node.attributes())
      if (std::string_view(attribute.name()).ends_with("author")) comment.author = attribute.value();
    comment.paragraphs = paragraphs_of(node);
    comment.words = one_spaced(ranges.words[comment.id]);
    comment.references = ranges.references[comment.id];
    comments.push_back(comment);
  }
  return comments;
}

}  // namespace klausul::test
