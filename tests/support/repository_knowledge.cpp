#include "support/repository_knowledge.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "read/reader.h"

namespace klausul::test {

namespace {

std::string told(const std::vector<Problem>& problems) {
  std::string lines;
  for (const Problem& problem : problems) lines += problem.file + ": " + problem.path + ": " + problem.what + "\n";
  return lines;
}

}  // namespace

const Knowledge& repository_knowledge() {
  static const LoadedKnowledge loaded = load_knowledge(KLAUSUL_ROOT, true);
  BOOST_REQUIRE_MESSAGE(loaded.knowledge != nullptr, told(loaded.problems));
  return *loaded.knowledge;
}

const Lexicon& repository_lexicon() {
  static std::vector<Problem> problems;
  static const Lexicon lexicon = Lexicon::load(KLAUSUL_ROOT, problems);
  BOOST_REQUIRE_MESSAGE(problems.empty(), told(problems));
  return lexicon;
}

std::filesystem::path shared_folder() {
  const char* const folder = std::getenv("KLAUSUL_SHARED");
  return folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path(KLAUSUL_ROOT) / ".." / "shared";
}

Document document_of(std::string text, const Lexicon& lexicon, const std::string& name) {
  Result<SourceText> source = read_document(std::move(text), name);
  BOOST_REQUIRE_MESSAGE(source.has_value(), (source ? std::string() : source.error().what));
  return prepare_document(std::move(*source), lexicon);
}

Document document_of(std::string text) { return document_of(std::move(text), repository_lexicon()); }

}  // namespace klausul::test
