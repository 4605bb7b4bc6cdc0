#include "cli/complain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/message_language.h"
#include "report/printable.h"
#include "report/swedish_sentences.h"
#include "report/wording.h"

namespace klausul {

namespace {

/// File names and messages come from outside, and one error is one line.
std::string one_line(std::string_view text) {
  std::string line = printable(text);
  while (!line.empty() && line.back() == '\n') line.pop_back();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// An English sentence in the language of messages.
std::string translated(std::string_view sentence) {
  const std::string english(sentence);
  return message_language() == Language::sv ? in_swedish(english) : english;
}

}  // namespace

void complain(std::string_view sentence) { fmt::print(stderr, "klausul: {}\n", one_line(translated(sentence))); }

void complain(std::string_view path, std::string_view sentence) {
  if (path.empty()) return complain(sentence);
  fmt::print(stderr, "klausul: {}: {}\n", one_line(path), one_line(without_name(path, translated(sentence))));
}

}  // namespace klausul
