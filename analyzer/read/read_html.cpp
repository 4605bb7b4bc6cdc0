#include "read/read_html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "read/decode.h"
#include "read/formats.h"
#include "read/html_chrome.h"
#include "read/html_tree.h"
#include "read/html_walker.h"
#include "read/reader_error.h"

namespace klausul {
namespace {

constexpr std::size_t kHiddenTextWorthMention = 300;

std::string lower_beginning(std::string_view bytes, std::size_t size) {
  std::string result(bytes.substr(0, size));
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return result;
}

/// The encoding that a page declares in a meta element; "" if none.
std::string declared_encoding(std::string_view bytes) {
  const std::string beginning = lower_beginning(bytes, 2048);
  std::size_t at = beginning.find("charset");
  if (at == std::string::npos) return {};
  at = beginning.find_first_not_of(" =\"'", at + 7);
  if (at == std::string::npos) return {};
  std::string name = beginning.substr(at, beginning.find_first_of("\"' />;", at) - at);
  // What pages call ISO 8859-1 is Windows-1252.
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") name = "windows-1252";
  return name == "utf-8" || name.size() > 40 ? std::string() : name;
}

/// White space, comments and an XML declaration may stand before the document.
std::string_view skip_preamble(std::string_view text) {
  while (!text.empty()) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
      text.remove_prefix(3);
    else if (std::isspace(static_cast<unsigned char>(text[0])) != 0)
      text.remove_prefix(1);
    else if (text.substr(0, 4) == "<!--" && text.find("-->") != std::string_view::npos)
      text.remove_prefix(text.find("-->") + 3);
    else if (text.substr(0, 2) == "<?" && text.find('>') != std::string_view::npos)
      text.remove_prefix(text.find('>') + 1);
    else
      break;
  }
  return text;
}

/// How many tags of ordinary HTML stand in the beginning of the text.
std::size_t count_html_tags(const std::string& beginning) {
  using namespace std::string_view_literals;
  constexpr std::array kTags{"<p>"sv,   "<p "sv,     "</p>"sv,    "<div"sv,     "</div>"sv,   "<h1"sv,    "<h2"sv,
                             "<h3"sv,   "<br"sv,     "<ul"sv,     "<ol"sv,      "<li"sv,      "<table"sv, "<td"sv,
                             "<span"sv, "<a href"sv, "<strong"sv, "<section"sv, "<article"sv, "<main"sv};
  std::size_t count = 0;
  for (std::size_t at = beginning.find('<'); at != std::string::npos; at = beginning.find('<', at + 1))
    count += std::any_of(kTags.begin(), kTags.end(),
                         [&](std::string_view tag) { return beginning.compare(at, tag.size(), tag) == 0; })
                 ? 1U
                 : 0U;
  return count;
}

}  // namespace

bool recognises_html(const InputFile& file) {
  const bool is_utf16 = file.bytes.compare(0, 2, "\xFF\xFE") == 0 || file.bytes.compare(0, 2, "\xFE\xFF") == 0;
  std::string narrow;
  if (is_utf16)
    for (std::size_t i = 2; i < std::min<std::size_t>(file.bytes.size(), 16384); ++i)
      if (file.bytes[i] != 0) narrow += file.bytes[i];
  const std::string_view text = skip_preamble(is_utf16 ? std::string_view(narrow) : std::string_view(file.bytes));
  const std::string beginning = lower_beginning(text, 8192);
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body"})
    if (beginning.compare(0, start.size(), start) == 0) return true;
  const std::string extension = extension_of(file.name);
  if (extension == "md" || extension == "markdown") return false;
  if (beginning.find("<html") != std::string::npos && beginning.find("<body") != std::string::npos) return true;
  const std::size_t tags = count_html_tags(beginning);
  if (extension == "html" || extension == "htm" || extension == "xhtml") return tags > 0;
  return !beginning.empty() && beginning[0] == '<' && tags >= 5;
}

bool append_html(TextBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                 const ReadLimits& limits, const HtmlPlace& place, std::uint32_t& tables, bool leave_out_chrome) {
  std::string_view html = source.substr(begin, end - begin);
  const std::string blanked = blank_excess_tags(html, limits.depth);
  if (!blanked.empty()) {
    html = blanked;
    builder.add_limit("The HTML nests elements deeper than " + std::to_string(limits.depth) +
                      "; the innermost were read as running text.");
  }
  HtmlTree tree;
  if (!tree.parse(html)) return false;
  if (leave_out_chrome) {
    const HtmlTextShare share = measure_text(*tree.root());
    // Better a menu too much than a contract too little.
    if (share.without_chrome * 5 < share.all + share.hidden) {
      leave_out_chrome = false;
    } else if (share.hidden > kHiddenTextWorthMention) {
      builder.coverage().complete = false;
      builder.add_limit(std::to_string(share.hidden) + " characters that the page does not show were left out.");
    }
  }
  HtmlWalker(builder, source, begin, html, place, tables, leave_out_chrome).walk(*tree.root());
  return true;
}

Result<SourceText> read_html(InputFile file, const ReadLimits& limits) {
  const std::string declared = declared_encoding(file.bytes);
  Result<DecodedFile> decoded = decode_file(std::move(file.bytes), declared, file.name);
  if (!decoded) return decoded.error();
  TextBuilder builder("html");
  std::uint32_t tables = 0;
  if (!append_html(builder, decoded->text, 0, decoded->text.size(), limits, {}, tables, true))
    return reader_error(ErrorKind::too_large, file.name,
                        "needs more memory than a page should. Save it as plain text.");
  const ReadCoverage& coverage = builder.coverage();
  if (coverage.tracked_deletions > 0)
    builder.add_limit(std::to_string(coverage.tracked_deletions) + " stretches of struck text were left out.");
  for (const std::string& limit : decoded->limits) builder.add_limit(limit);
  return builder.finish(std::move(decoded->text));
}

}  // namespace klausul
