#include <algorithm>
#include <array>
#include <cstring>

#include "read/decode.h"
#include "read/formats.h"
#include "read/markdown_tree.h"
#include "read/markdown_walker.h"
#include "read/read_plain.h"
#include "read/reader_error.h"

namespace klausul {
namespace {

// cmark takes time that grows with the square of some things that no document has many of.
constexpr std::size_t kMostMarksInBlock = 20000;
constexpr std::size_t kDeepestQuote = 100;
constexpr std::size_t kMostColumns = 200;
constexpr std::size_t kFrontMatterLines = 200;

bool is_mark(char byte) { return byte != 0 && std::strchr("*_[]`<!&~|:\\\"'", byte) != nullptr; }

/// Whether cmark would be slow: a block with very many marks, deep quotes or lists in one line, or a very wide table.
bool is_hostile(std::string_view text) {
  std::size_t marks = 0;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (blank) marks = 0;
    std::size_t nesting = 0;
    for (const char byte : line) {
      if (byte != ' ' && byte != '\t' && byte != '>' && byte != '-' && byte != '+' && byte != '*') break;
      nesting += byte == '>' || byte == '-' || byte == '+' || byte == '*' ? 1U : 0U;
    }
    std::size_t bars = 0;
    for (const char byte : line) {
      marks += is_mark(byte) ? 1U : 0U;
      bars += byte == '|' ? 1U : 0U;
    }
    // A line of one sign only is a rule; every other sign could open a level.
    const bool ruler = line.find_first_not_of("- \t\r") == std::string_view::npos ||
                       line.find_first_not_of("* \t\r") == std::string_view::npos;
    if ((nesting > kDeepestQuote && !(ruler && line.size() < 1000)) || bars > kMostColumns || marks > kMostMarksInBlock)
      return true;
    begin = end + 1;
  }
  return false;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && std::strchr(" \t\r", line.back()) != nullptr) line.remove_suffix(1);
  while (!line.empty() && std::strchr(" \t", line.front()) != nullptr) line.remove_prefix(1);
  return line;
}

struct FrontMatter {
  std::size_t end = 0;  ///< where the document begins
  std::size_t title_begin = 0;
  std::size_t title_end = 0;
};

/// YAML between "---" lines at the beginning: properties of the file, not text. Its title is text.
FrontMatter find_front_matter(std::string_view text) {
  FrontMatter found;
  if (text.substr(0, 3) != "---" || trimmed(text.substr(0, text.find('\n'))) != "---") return {};
  std::size_t begin = std::min(text.find('\n'), text.size() - 1) + 1;
  bool has_keys = false;
  for (std::size_t lines = 0; lines < kFrontMatterLines && begin < text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view plain = trimmed(line);
    if (plain == "---" || plain == "...") {
      found.end = std::min(end + 1, text.size());
      return has_keys || lines == 0 ? found : FrontMatter{};
    }
    const std::size_t colon = line.find(':');
    const bool is_key = colon != std::string_view::npos && line.find_first_of(" \t") > colon;
    // Prose between two rules is no front matter.
    if (!is_key && !plain.empty() && plain[0] != '-' && plain[0] != '#' && line[0] != ' ' && line[0] != '\t') return {};
    has_keys = has_keys || is_key;
    if (line.substr(0, 6) == "title:") {
      std::string_view title = trimmed(line.substr(6));
      if (title.size() >= 2 && (title[0] == '"' || title[0] == '\'') && title.back() == title[0])
        title = title.substr(1, title.size() - 2);
      found.title_begin = static_cast<std::size_t>(title.data() - text.data());
      found.title_end = found.title_begin + title.size();
    }
    begin = end + 1;
  }
  return {};
}

/// Whether plain text of no telling name is written in Markdown: headings, links or tables in its beginning.
bool looks_like_markdown(std::string_view text) {
  std::size_t signs = 0;
  std::size_t begin = 0;
  for (std::size_t lines = 0; lines < 400 && begin < text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t hashes = line.find_first_not_of('#');
    if (hashes != std::string_view::npos && hashes > 0 && hashes <= 6 && line[hashes] == ' ') signs += 2;
    if (line.find("](http") != std::string_view::npos || line.find("](#") != std::string_view::npos) ++signs;
    if (line.substr(0, 3) == "|--" || line.substr(0, 4) == "| --" || line.substr(0, 3) == "|:-") signs += 2;
    if (line.substr(0, 2) == "**" && trimmed(line).size() > 4 && line.find("**", 2) != std::string_view::npos) ++signs;
    begin = end + 1;
  }
  return signs >= 2;
}

}  // namespace

bool recognises_markdown(const InputFile& file) {
  const std::string extension = extension_of(file.name);
  for (const std::string_view name : {"md", "markdown", "mdown", "mkd"})
    if (extension == name) return true;
  return extension != "txt" && extension != "text" && looks_like_markdown(file.bytes);
}

Result<SourceText> read_markdown(InputFile file, const ReadLimits& limits) {
  Result<DecodedFile> decoded = decode_file(std::move(file.bytes), {}, file.name);
  if (!decoded) return decoded.error();
  const std::string_view text(decoded->text);
  TextBuilder builder("md");
  builder.reserve(text.size() + 1);
  const FrontMatter front = find_front_matter(text);
  if (front.title_end > front.title_begin) {
    builder.append(text.substr(front.title_begin, front.title_end - front.title_begin), front.title_begin);
    Paragraph title;
    title.kind = ParagraphKind::title;
    builder.end_paragraph(std::move(title));
  }
  if (is_hostile(text.substr(front.end))) {
    builder.add_limit("The Markdown is too entangled to be read as such; it was read as plain text.");
    append_plain_lines(builder, text, front.end, text.size(), PlainScope::file);
  } else {
    const MarkdownTree document = parse_markdown(text.substr(front.end));
    MarkdownWalker(builder, text, front.end, limits).walk(document.get());
  }
  if (builder.coverage().tracked_deletions > 0)
    builder.add_limit(std::to_string(builder.coverage().tracked_deletions) +
                      " stretches of struck text were left out.");
  for (const std::string& limit : decoded->limits) builder.add_limit(limit);
  return builder.finish(std::move(decoded->text));
}

}  // namespace klausul
