#include "score/open_document.h"

#include <utility>

#include "read/contained_files.h"
#include "read/reader.h"

namespace klausul {

Result<Document> open_document(const std::string& path, const Lexicon& lexicon, const ReadOptions& options) {
  const ReadLimits limits;
  Result<std::string> bytes = read_contained(path, limits);
  if (!bytes) return bytes.error();
  Result<SourceText> source = read_document(*std::move(bytes), path == "-" ? "" : path, limits, options);
  if (!source) return source.error();
  return prepare_document(*std::move(source), lexicon);
}

}  // namespace klausul
