// bad/NAME.json is a clause file with one thing wrong, named by it; NAME.expected holds the problems that loading must
// tell, one a line, "path: what". Dropping two files into bad/ is all the registration.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rules/load_entry.h"
#include "support/small_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  BOOST_REQUIRE_MESSAGE(file, path << " can be read");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// "/strong/0/all: unknown concept ..."; what comes from the JSON library is cut to our own words.
std::vector<std::string> problems_of(const fs::path& file, const Lexicon& lexicon) {
  std::vector<Problem> problems;
  const std::optional<Json> json = read_json(file.parent_path().string(), file.filename().string(), problems);
  if (json) load_entry(*json, file.filename().string(), "bad." + file.stem().string(), lexicon, true, problems);
  std::vector<std::string> lines;
  for (const Problem& problem : problems) {
    BOOST_TEST(problem.file == file.filename().string());
    const bool syntax = problem.what.starts_with("not valid JSON:");
    lines.push_back(problem.path + ": " + (syntax ? "not valid JSON" : problem.what));
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(bad_clause_files_are_told_what_is_wrong) {
  const SmallKnowledge folder;
  std::vector<Problem> problems;
  const Lexicon lexicon = Lexicon::load(folder.folder(), problems);
  BOOST_REQUIRE_MESSAGE(problems.empty(), all_told(problems));
  std::size_t files = 0;
  for (const auto& item : fs::directory_iterator(fs::path(KLAUSUL_ROOT) / "tests" / "knowledge" / "bad")) {
    if (item.path().extension() != ".json") continue;
    ++files;
    BOOST_TEST_CONTEXT(item.path().filename().string()) {
      std::vector<std::string> expected = lines_of(fs::path(item.path()).replace_extension(".expected"));
      std::vector<std::string> found = problems_of(item.path(), lexicon);
      std::sort(expected.begin(), expected.end());
      std::sort(found.begin(), found.end());
      std::string list;
      for (const std::string& line : found) list += "\n  " + line;
      BOOST_TEST((found == expected), "told:" << list);
    }
  }
  BOOST_TEST(files > 0U);
}
