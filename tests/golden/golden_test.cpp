// Reviews of the example contracts, byte for byte. A golden changes only when UPDATE_GOLDEN=1 asks for it, and never
// when CI is set: a difference is first read, then accepted.
#include <re2/re2.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <vector>

#include "cli/run_program.h"

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;

/// The example contracts, relative to the repository.
std::vector<std::filesystem::path> contracts() {
  std::vector<std::filesystem::path> sources;
  for (const auto& folder : std::filesystem::directory_iterator(root / "corpus")) {
    if (!folder.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
      if (file.path().stem() == "source") sources.push_back(std::filesystem::relative(file.path(), root));
    }
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

bool is_update() { return std::getenv("UPDATE_GOLDEN") != nullptr && std::getenv("CI") == nullptr; }

/// The hash of the rules changes with every comment in a rule; the findings are what a golden is about.
std::string without_hash(std::string report) {
  static const RE2 hash("(\"rules\": \"|(?:rules|regler)\\s)[0-9a-f]{16}");
  RE2::GlobalReplace(&report, hash, "\\10000000000000000");
  return report;
}

/// The first line where both differ, for a message that fits a screen.
std::string difference(const std::string& expected, const std::string& found) {
  const auto [left, right] = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  const auto line_at = [](const std::string& text, std::string::const_iterator place) {
    const auto offset = static_cast<std::size_t>(place - text.begin());
    const std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    return text.substr(begin, text.find('\n', offset) - begin);
  };
  const auto line = std::count(expected.begin(), left, '\n') + 1;
  return "line " + std::to_string(line) + "\n  golden: " + line_at(expected, left) +
         "\n  now:    " + line_at(found, right);
}

void compare_with_golden(const std::filesystem::path& source, const std::string& format, const std::string& ending) {
  const ProgramRun run = run_program(root, "check --fail-on never --format " + format + " " + source.string());
  BOOST_REQUIRE_MESSAGE(run.status == 0, source.string() << ": " << run.err);
  const auto golden = root / source.parent_path() / ("report.golden" + ending);
  const std::string found = without_hash(run.out);
  if (is_update()) write_file(golden, found);
  BOOST_REQUIRE_MESSAGE(std::filesystem::exists(golden), golden << " is missing; UPDATE_GOLDEN=1 makes it");
  const std::string expected = read_file(golden);
  BOOST_TEST((expected == found), golden.string() << ": " << difference(expected, found));
}

std::string all_contracts() {
  std::string arguments;
  for (const auto& source : contracts()) arguments += " " + source.string();
  return arguments;
}

}  // namespace

BOOST_AUTO_TEST_CASE(there_are_example_contracts) { BOOST_TEST(!contracts().empty()); }

BOOST_AUTO_TEST_CASE(reviews_as_json_equal_the_goldens) {
  for (const auto& source : contracts()) compare_with_golden(source, "json", ".json");
}

BOOST_AUTO_TEST_CASE(reviews_as_text_equal_the_goldens) {
  for (const auto& source : contracts()) compare_with_golden(source, "text", ".txt");
}

BOOST_AUTO_TEST_CASE(runs_and_numbers_of_workers_make_no_difference) {
  for (const std::string format : {"json", "text"}) {
    const std::string arguments = "check --fail-on never --format " + format + all_contracts();
    const std::string once = run_program(root, arguments + " --jobs 1").out;
    BOOST_TEST(!once.empty());
    BOOST_TEST((once == run_program(root, arguments + " --jobs 1").out), format << ": two runs differ");
    BOOST_TEST((once == run_program(root, arguments + " --jobs 4").out), format << ": --jobs 4 differs");
  }
}
