#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace klausul::test {

/// A comment of a Word file, as another program would find it.
struct WordComment {
  std::string id;
  std::string author;
  std::vector<std::string> paragraphs;  ///< its text
  std::string words;                    ///< that it is anchored on; white space is one space
  std::size_t references = 0;           ///< marks that tie it to the text
};

/// The comments of `docx` in the order of word/comments.xml. Fails the test when a part is not XML or a range does not
/// end.
std::vector<WordComment> comments_in(std::string_view docx);

/// The entries of a zip file, by name; `packed`: the compressed bytes as they lie in the file.
std::map<std::string, std::string> zip_entries(std::string_view zip, bool packed);

}  // namespace klausul::test
