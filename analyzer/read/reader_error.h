#pragma once

#include <string>
#include <string_view>

#include "text/result.h"

namespace klausul {

/// The end of every refusal of a format.
inline constexpr std::string_view kWhatKlausulReads =
    "klausul reads plain text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF and e-mail (eml).";

/// What a file is called in sentences: its path, or what stands for it when there is none.
inline std::string name_in_sentence(std::string_view name) {
  if (name.empty()) return "The text";
  if (name == "-") return "Standard input";
  return std::string(name);
}

/// An Error about the file `name`; `rest` goes on after the name: "is empty. Choose another file."
inline Error reader_error(ErrorKind kind, std::string_view name, std::string_view rest) {
  return {kind, std::string(name), name_in_sentence(name) + " " + std::string(rest)};
}

}  // namespace klausul
