#include "score/open_document.h"

#include <utility>

#include "read/contained_files.h"
#include "read/reader.h"

namespace klausul {

Result<Document> open_document(std::string bytes, const std::string& path, const Lexicon& lexicon,
                               const ReadOptions& options) {
  Result<SourceText> source = read_document(std::move(bytes), path == "-" ? "" : path, ReadLimits{}, options);
  if (!source) return source.error();
  return prepare_document(*std::move(source), lexicon);
}

Result<Document> open_document(const std::string& path, const Lexicon& lexicon, const ReadOptions& options) {
  Result<std::string> bytes = read_contained(path, ReadLimits{});
  if (!bytes) return bytes.error();
  return open_document(*std::move(bytes), path, lexicon, options);
}

}  // namespace klausul
