#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "support/zip_file.h"

namespace {

using Json = nlohmann::json;

const std::filesystem::path corpus = std::filesystem::path(KLAUSUL_ROOT) / "corpus";
const std::string only = " --only subprocessor.objection-hollow,breach.late-trigger";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A folder with one contract, in which one of two findings is accepted until the end of June.
class AcceptedContract {
 public:
  AcceptedContract() {
    std::filesystem::copy_file(corpus / "sv-dpa-bad" / "source.txt", path() / "avtal.txt");
    const ProgramRun run = run_program(
        path(), "accept avtal.txt breach.late-trigger --reason 'Låg risk' --by 'Eva Ek' --until 2027-06-30");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
  [[nodiscard]] ProgramRun check(const std::string& arguments) const {
    return run_program(path(), "check avtal.txt" + only + " " + arguments);
  }

 private:
  TemporaryFolder folder_;
};

/// The acceptance of the accepted finding in a report; null when it has none.
Json acceptance_in(const ProgramRun& run) {
  const Json report = Json::parse(run.out);
  for (const Json& finding : report["documents"][0]["findings"])
    if (finding["id"] == "breach.late-trigger") return finding.value("acceptance", Json());
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(accepted_findings_are_shown_apart_with_who_and_why) {
  const AcceptedContract contract;
  const ProgramRun run = contract.check("--today 2027-06-30");
  BOOST_TEST(run.status == 1);  // the other one
  BOOST_TEST(has(run.out, "Iakttagelser: 1 allvarlig, 1 godtagen"));
  const std::size_t apart = run.out.find("Godtaget, räknas inte");
  BOOST_REQUIRE(apart != std::string::npos);
  BOOST_TEST(run.out.find("breach.late-trigger") > apart);
  BOOST_TEST(has(run.out, "Godtagen av Eva Ek"));
  BOOST_TEST(has(run.out, "Låg risk"));
}

BOOST_AUTO_TEST_CASE(accepted_findings_do_not_fail_a_check) {
  const AcceptedContract contract;
  BOOST_TEST(run_program(contract.path(), "check avtal.txt --only breach.late-trigger --today 2027-01-01").status == 0);
  BOOST_TEST(run_program(contract.path(), "check avtal.txt --only breach.late-trigger --today 2027-01-01 --no-accepted")
                 .status == 1);
}

BOOST_AUTO_TEST_CASE(they_come_back_when_the_day_has_passed) {
  const AcceptedContract contract;
  BOOST_TEST(acceptance_in(contract.check("--format json --today 2027-06-30"))["state"] == "in-force");
  BOOST_TEST(acceptance_in(contract.check("--format json --today 2027-07-01"))["state"] == "date-passed");
  BOOST_TEST(contract.check("--only breach.late-trigger --today 2027-07-01").status == 1);
}

BOOST_AUTO_TEST_CASE(they_come_back_when_the_clause_changes_and_not_when_another_does) {
  const AcceptedContract contract;
  const std::string text = read_file(contract.path() / "avtal.txt");
  const auto replace = [&](const std::string& from, const std::string& to) {
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    write_file(contract.path() / "avtal.txt", changed);
  };
  replace("fem (5)", "sju (7)");
  BOOST_TEST(acceptance_in(contract.check("--format json --today 2027-01-01"))["state"] == "in-force");
  replace("sjuttiotvå (72)", "nittio (90)");
  BOOST_TEST(acceptance_in(contract.check("--format json --today 2027-01-01"))["state"] == "text-changed");
}

BOOST_AUTO_TEST_CASE(suppressed_findings_stay_in_sarif_marked) {
  const AcceptedContract contract;
  const Json run = Json::parse(contract.check("--format sarif --today 2027-01-01").out)["runs"][0];
  BOOST_REQUIRE(run["results"].size() == 2U);
  for (const Json& result : run["results"])
    BOOST_TEST(result["suppressions"].size() == (result["ruleId"] == "breach.late-trigger" ? 1U : 0U));
}

BOOST_AUTO_TEST_CASE(a_baseline_leaves_what_is_new) {
  const TemporaryFolder folder;
  std::filesystem::copy_file(corpus / "sv-dpa-bad" / "source.txt", folder.path() / "a.txt");
  write_file(folder.path() / "under" / "b.txt", read_file(corpus / "en-privacy" / "source.txt"));
  BOOST_TEST(run_program(folder.path(), "check a.txt under/b.txt -q").status == 1);
  const ProgramRun run = run_program(folder.path(), "baseline . --reason 'As signed'");
  BOOST_TEST(run.status == 0, run.err);
  BOOST_TEST(std::filesystem::exists(folder.path() / "klausul-accepted.json"));
  BOOST_TEST(std::filesystem::exists(folder.path() / "under" / "klausul-accepted.json"));
  BOOST_TEST(run_program(folder.path(), "check . -q --fail-on info").status == 0);
  BOOST_TEST(run_program(folder.path() / "under", "check b.txt -q --fail-on info").status == 0);
}

BOOST_AUTO_TEST_CASE(a_baseline_keeps_what_was_accepted_one_by_one) {
  const AcceptedContract contract;
  BOOST_TEST(run_program(contract.path(), "baseline avtal.txt --reason Resten").status == 0);
  BOOST_TEST(acceptance_in(contract.check("--format json"))["reason"] == "Låg risk");
}

BOOST_AUTO_TEST_CASE(an_archive_cannot_bring_its_own_acceptances) {
  const AcceptedContract contract;
  const TemporaryFolder folder;
  klausul::ZipFile archive;
  archive.set_entry("avtal.txt", read_file(contract.path() / "avtal.txt"));
  archive.set_entry("klausul-accepted.json", read_file(contract.path() / "klausul-accepted.json"));
  write_file(folder.path() / "sent.zip", archive.bytes());
  const std::string check = "check sent.zip --only breach.late-trigger -q";
  BOOST_TEST(run_program(folder.path(), check).status == 1);
  BOOST_TEST(run_program(folder.path(), "accept sent.zip breach.late-trigger --reason fine").status == 0);
  BOOST_TEST(run_program(folder.path(), check).status == 0);
}

BOOST_AUTO_TEST_CASE(another_file_of_acceptances_can_be_named) {
  const AcceptedContract contract;
  std::filesystem::rename(contract.path() / "klausul-accepted.json", contract.path() / "ours.json");
  BOOST_TEST(acceptance_in(contract.check("--format json")).is_null());
  BOOST_TEST(acceptance_in(contract.check("--format json --accepted ours.json"))["by"] == "Eva Ek");
  BOOST_TEST(contract.check("--accepted none.json").status == 2);
}

BOOST_AUTO_TEST_CASE(wrong_use_changes_nothing) {
  const AcceptedContract contract;
  const std::string before = read_file(contract.path() / "klausul-accepted.json");
  for (const char* arguments :
       {"accept avtal.txt breach.late-trigger", "accept avtal.txt breach.late-trigger --reason ' '",
        "accept avtal.txt no.such-entry --reason x", "accept avtal.txt --reason x",
        "accept avtal.txt breach.late-trigger --reason x --until 2027-02-30", "baseline --reason x"}) {
    const ProgramRun run = run_program(contract.path(), arguments);
    BOOST_TEST(run.status == 2, arguments);
    BOOST_TEST(run.err.starts_with("klausul: "), run.err);
  }
  BOOST_TEST(run_program(contract.path(), "accept none.txt breach.late-trigger --reason x").status == 3);
  BOOST_TEST(read_file(contract.path() / "klausul-accepted.json") == before);
}

BOOST_AUTO_TEST_CASE(a_broken_file_stops_the_review) {
  const AcceptedContract contract;
  write_file(contract.path() / "klausul-accepted.json", "{}");
  const ProgramRun run = contract.check("");
  BOOST_TEST(run.status == 2);
  BOOST_TEST(has(run.err, "klausul-accepted.json"));
  BOOST_TEST(contract.check("--no-accepted").status == 1);
}
