// klausul.report/1 against its schema, with a validator that is not ours (python3-jsonschema). Skipped, and said so,
// where that is not installed.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "formats/schema_check.h"
#include "report/reporter.h"
#include "report/sample_report.h"

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;

/// Holds the files against klausul.report/1, in which every key must be described.
Verdict check(const std::string& files) {
  return check_schema("--closed '" + (root / "tools/schema/report-1.schema.json").string() + "'", files);
}

}  // namespace

BOOST_AUTO_TEST_CASE(reports_keep_to_the_schema) {
  const TemporaryFolder folder;
  std::string files;
  for (const auto& contract : std::filesystem::directory_iterator(root / "corpus"))
    if (const auto golden = contract.path() / "report.golden.json"; std::filesystem::exists(golden))
      files += " '" + golden.string() + "'";
  BOOST_REQUIRE(!files.empty());
  // One of everything, and what goldens do not hold: accepted findings, files that could not be read.
  klausul::Report sample = sample_report();
  sample.skipped = {{"logo.png", "an image"}};
  sample.documents[0].findings[0].acceptance = {klausul::AcceptanceState::in_force, "low risk", "Eva Ek", "2026-11-24",
                                                "2027-06-30"};
  write_file(folder.path() / "sample.json", klausul::write_json(sample));
  write_file(folder.path() / "empty.txt", "");
  write_file(folder.path() / "odd.txt", "The Customer is a public body. Notice is given within 2 days.\n");
  const ProgramRun run =
      run_program(folder.path(), "check --format json -o made.json --public --type dpa empty.txt odd.txt none.txt " +
                                     root.string() + "/corpus/sv-dpa-bad/source.txt");
  BOOST_TEST(run.status == 3);
  files += " '" + (folder.path() / "sample.json").string() + "' '" + (folder.path() / "made.json").string() + "'";
  const Verdict verdict = check(files);
  if (verdict.status != Verdict::not_there) BOOST_TEST(verdict.status == 0, verdict.said);
}

BOOST_AUTO_TEST_CASE(the_schema_notices_what_is_wrong) {
  const TemporaryFolder folder;
  const auto good = nlohmann::json::parse(klausul::write_json(sample_report()));
  for (const char* change : {R"([{"op": "remove", "path": "/documents/0/findings/0/fingerprint"}])",
                             R"([{"op": "replace", "path": "/documents/0/findings/0/severity", "value": "dire"}])",
                             R"([{"op": "add", "path": "/documents/0/findings/0/colour", "value": "red"}])",
                             R"([{"op": "replace", "path": "/documents/0/entries/0/evidence", "value": []}])"}) {
    write_file(folder.path() / "bad.json", good.patch(nlohmann::json::parse(change)).dump());
    const Verdict verdict = check("'" + (folder.path() / "bad.json").string() + "'");
    if (verdict.status == Verdict::not_there) return;
    BOOST_TEST(verdict.status == 1, change);
  }
}
