#include "report/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "report/phrases.h"
#include "report/printable.h"

namespace klausul {

namespace {

/// Signs with a meaning anywhere in a line; $ begins a formula in some programs, @ a mail address.
constexpr std::string_view anywhere = "\\`*_[]<>|~&$@^";
/// Signs with a meaning at the beginning of a line: headings, lists, rules, underlined headings.
constexpr std::string_view at_beginning = "#+-=:";

/// Where the number ends that would begin a list ("12. " or "12) "); npos when the line begins with none.
std::size_t end_of_list_number(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && std::isdigit(static_cast<unsigned char>(line[at])) != 0) ++at;
  const bool is_sign = at != 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  return is_sign && (at + 1 == line.size() || line[at + 1] == ' ') ? at : std::string_view::npos;
}

std::string escaped_line(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  line.remove_prefix(begin);
  const std::size_t number_end = end_of_list_number(line);
  std::string escaped;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char character = line[at];
    const bool begins_line = at == 0 && at_beginning.find(character) != std::string_view::npos;
    const bool in_address =
        (character == ':' && line.substr(at, 3) == "://") ||
        (character == '.' && at >= 3 && (line.substr(at - 3, 3) == "www" || line.substr(at - 3, 3) == "WWW"));
    if (anywhere.find(character) != std::string_view::npos || begins_line || in_address || at == number_end)
      escaped += '\\';
    escaped += character;
  }
  return escaped;
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  std::string line = printable(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return escaped_line(line);
}

std::string markdown_quote(std::string_view text) {
  const std::string shown = printable(text);
  std::string quote;
  for (std::size_t begin = 0; begin <= shown.size();) {
    const std::size_t end = std::min(shown.find('\n', begin), shown.size());
    if (!quote.empty()) quote += ">\n";
    quote += "> " + escaped_line(std::string_view(shown).substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return quote + "\n";
}

std::string markdown_other_files(const Report& report, Language language) {
  const Wording& words = wording_in(language);
  std::string page;
  if (!report.errors.empty()) page += fmt::format("## {}\n\n", words.not_reviewed);
  for (const FileError& failure : report.errors)
    page += fmt::format("- {}: {}\n", markdown_escaped(failure.path),
                        markdown_escaped(without_name(failure.path, failure.error.what)));
  if (!report.errors.empty()) page += "\n";
  if (!report.skipped.empty()) page += fmt::format("## {} ({})\n\n", words.no_documents, report.skipped.size());
  for (const SkippedFile& file : report.skipped)
    page += fmt::format("- {}: {}\n", markdown_escaped(file.path), markdown_escaped(sentence_in(file.what, language)));
  if (!report.skipped.empty()) page += "\n";
  return page;
}

std::string markdown_foot(const Report& report, Language language) {
  const Wording& words = wording_in(language);
  std::string foot = fmt::format("---\n\nklausul {} · {} {}", report.version, words.rules, report.rules);
  if (!report.law_as_of.empty()) foot += fmt::format(" · {} {}", words.law_as_of, report.law_as_of);
  return fmt::format("{}\n\n{}\n", foot, words.no_advice);
}

}  // namespace klausul
