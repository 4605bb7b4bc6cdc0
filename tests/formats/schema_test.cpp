// klausul.report/1 against its schema, with a validator that is not ours (python3-jsonschema). Skipped, and said so,
// where that is not installed.
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "report/reporter.h"
#include "report/sample_report.h"

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;
constexpr int not_there = 77;

struct Verdict {
  int status = -1;
  std::string said;
};

/// Holds the files against the schema.
Verdict check(const TemporaryFolder& folder, const std::string& files) {
  const std::string log = (folder.path() / "log").string();
  const std::string command = "python3 '" + (root / "tests/formats/check_schema.py").string() + "' '" +
                              (root / "tools/schema/report-1.schema.json").string() + "' " + files + " >'" + log +
                              "' 2>&1";
  const int status = std::system(command.c_str());
  Verdict verdict{WEXITSTATUS(status), read_file(log)};
  if (verdict.status == 127) verdict = {not_there, "python3 is not there"};
  if (verdict.status == not_there) std::printf("Reports are not held against the schema: %s\n", verdict.said.c_str());
  return verdict;
}

}  // namespace

BOOST_AUTO_TEST_CASE(reports_keep_to_the_schema) {
  const TemporaryFolder folder;
  std::string files;
  for (const auto& contract : std::filesystem::directory_iterator(root / "corpus"))
    if (const auto golden = contract.path() / "report.golden.json"; std::filesystem::exists(golden))
      files += " '" + golden.string() + "'";
  BOOST_REQUIRE(!files.empty());
  // One of everything, and what goldens do not hold: files that could not be read.
  write_file(folder.path() / "sample.json", klausul::write_json(sample_report()));
  write_file(folder.path() / "empty.txt", "");
  write_file(folder.path() / "odd.txt", "The Customer is a public body. Notice is given within 2 days.\n");
  const ProgramRun run =
      run_program(folder.path(), "check --format json -o made.json --public --type dpa empty.txt odd.txt none.txt " +
                                     root.string() + "/corpus/sv-dpa-bad/source.txt");
  BOOST_TEST(run.status == 3);
  files += " '" + (folder.path() / "sample.json").string() + "' '" + (folder.path() / "made.json").string() + "'";
  const Verdict verdict = check(folder, files);
  if (verdict.status != not_there) BOOST_TEST(verdict.status == 0, verdict.said);
}

BOOST_AUTO_TEST_CASE(the_schema_notices_what_is_wrong) {
  const TemporaryFolder folder;
  const auto good = nlohmann::json::parse(klausul::write_json(sample_report()));
  for (const char* change : {R"([{"op": "remove", "path": "/documents/0/findings/0/fingerprint"}])",
                             R"([{"op": "replace", "path": "/documents/0/findings/0/severity", "value": "dire"}])",
                             R"([{"op": "add", "path": "/documents/0/findings/0/colour", "value": "red"}])",
                             R"([{"op": "replace", "path": "/documents/0/entries/0/evidence", "value": []}])"}) {
    write_file(folder.path() / "bad.json", good.patch(nlohmann::json::parse(change)).dump());
    const Verdict verdict = check(folder, "'" + (folder.path() / "bad.json").string() + "'");
    if (verdict.status == not_there) return;
    BOOST_TEST(verdict.status == 1, change);
  }
}
