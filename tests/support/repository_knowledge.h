#pragma once

#include <filesystem>
#include <string>

#include "annotate/document.h"
#include "rules/knowledge.h"

namespace klausul::test {

/// The repository's lexicons and clauses with their tests, loaded once a program. Ends the test when they are wrong.
const Knowledge& repository_knowledge();

/// The repository's lexicons, loaded once a program; works also while clause files are wrong.
const Lexicon& repository_lexicon();

/// Real documents and labels, which are not part of the repository: shared/ beside it, or where KLAUSUL_SHARED says. A
/// test that needs them passes without them and says so.
std::filesystem::path shared_folder();

/// `text` as a file of that name would be read and prepared, with `lexicon`.
Document document_of(std::string text, const Lexicon& lexicon, const std::string& name = "sample.txt");
/// The same with the repository's lexicons.
Document document_of(std::string text);

}  // namespace klausul::test
