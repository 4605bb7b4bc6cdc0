#pragma once

#include <string>

#include "annotate/document.h"
#include "read/reader.h"
#include "text/result.h"

namespace klausul {

/// Reads one file ("-": standard input) and does all of the analysis but the assessment.
Result<Document> open_document(const std::string& path, const Lexicon& lexicon, const ReadOptions& options = {});
/// The same with the bytes of the file at `path`.
Result<Document> open_document(std::string bytes, const std::string& path, const Lexicon& lexicon,
                               const ReadOptions& options = {});

}  // namespace klausul
