#pragma once

#include <string>

#include "structure/block.h"
#include "text/result.h"

namespace klausul {

/// What a Word document of ours is made of; texts are not escaped.
struct WordDocument {
  std::string title;   ///< in the file's properties
  std::string header;  ///< at the top of each page
  std::string footer;  ///< at the foot of each page, before its number
  std::string page;    ///< "Page"
  Language language = Language::en;
  std::string body;  ///< XML, of WordWriter
};

/// The bytes of the Word file. Its styles are Title, Subtitle, Heading1, Heading2, Normal, Label, Quote, Clause,
/// Question, Small, Header and Footer, and Point for tables. No dates: the same document gives the same bytes.
Result<std::string> write_word_document(const WordDocument& document);

}  // namespace klausul
