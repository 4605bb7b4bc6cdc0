#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/knowledge.h"
#include "text/problem.h"

namespace klausul {

/// A test in a clause file that does not hold.
struct TestFailure {
  std::string entry;
  std::size_t test = 0;  ///< index in the file's "tests"
  std::string what;      ///< what was expected, what came
};

/// Runs the tests inside the clause files of one entry or family ("" for all). `knowledge` must be loaded with tests.
std::vector<TestFailure> run_entry_tests(const Knowledge& knowledge, std::string_view family_or_id = "");

/// The gates every entry must pass beyond its tests: each pattern is needed by a test, and the suggested clause
/// triggers no flag. `knowledge` must be loaded with tests. Slower than the tests themselves.
std::vector<Problem> check_entries(const Knowledge& knowledge, std::string_view family_or_id = "");

}  // namespace klausul
