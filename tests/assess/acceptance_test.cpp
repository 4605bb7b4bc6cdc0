#include "assess/acceptance.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "cli/run_program.h"

namespace {

using namespace klausul;

DocumentReport document_with(const std::string& id, Status status, const std::string& fingerprint) {
  Finding finding;
  finding.id = id;
  finding.status = status;
  finding.fingerprint = fingerprint;
  DocumentReport document;
  document.findings = {finding};
  return document;
}

const AcceptedFinding accepted{"avtal.docx", "breach.late-trigger", "triggered", "00000000000000aa", "low risk",
                               "Eva Ek",     "2026-11-24",          "2027-06-30"};

/// The state of the one finding after `accepted` was held against it.
std::optional<AcceptanceState> state_of(DocumentReport document, const std::string& file, const std::string& today) {
  mark_accepted(document, {accepted}, file, today);
  const auto& acceptance = document.findings[0].acceptance;
  return acceptance ? std::optional(acceptance->state) : std::nullopt;
}

const DocumentReport same = document_with("breach.late-trigger", Status::triggered, "00000000000000aa");

std::vector<Problem> problems_of(const std::string& json) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.json", json);
  std::vector<Problem> problems;
  read_accepted(folder.path().string(), "a.json", problems);
  return problems;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_acceptance_holds_until_its_last_day) {
  BOOST_TEST((state_of(same, "avtal.docx", "2027-06-30") == AcceptanceState::in_force));
  BOOST_TEST((state_of(same, "avtal.docx", "2027-07-01") == AcceptanceState::date_passed));
}

BOOST_AUTO_TEST_CASE(another_text_or_a_worse_status_is_not_accepted) {
  const auto changed = document_with("breach.late-trigger", Status::triggered, "00000000000000ab");
  const auto worse = document_with("breach.late-trigger", Status::missing, "00000000000000aa");
  BOOST_TEST((state_of(changed, "avtal.docx", "2027-01-01") == AcceptanceState::text_changed));
  BOOST_TEST((state_of(worse, "avtal.docx", "2027-01-01") == AcceptanceState::text_changed));
}

BOOST_AUTO_TEST_CASE(other_files_and_entries_are_left_alone) {
  const auto other = document_with("breach.notification", Status::triggered, "00000000000000aa");
  BOOST_TEST(!state_of(same, "annat.docx", "2027-01-01").has_value());
  BOOST_TEST(!state_of(other, "avtal.docx", "2027-01-01").has_value());
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_again) {
  const TemporaryFolder folder;
  AcceptedFinding second = accepted;
  second.id = "access.audit";
  second.by = second.until = "";
  write_file(folder.path() / "a.json", write_accepted({accepted, second}));
  std::vector<Problem> problems;
  const auto read = read_accepted(folder.path().string(), "a.json", problems);
  BOOST_TEST(problems.empty());
  BOOST_REQUIRE(read.size() == 2U);
  BOOST_TEST(read[0].id == "access.audit");
  BOOST_TEST(read[1].reason == "low risk");
  BOOST_TEST(read[1].until == "2027-06-30");
  BOOST_TEST(write_accepted(read) == write_accepted({second, accepted}));
}

BOOST_AUTO_TEST_CASE(files_are_read_strictly) {
  BOOST_TEST(problems_of("{").size() == 1U);
  BOOST_TEST(problems_of(R"({"schema": "klausul.accepted/1", "accepted": []})").empty());
  BOOST_TEST(problems_of(R"({"schema": "klausul.accepted/2", "accepted": []})").size() == 1U);
  BOOST_TEST(problems_of(R"({"schema": "klausul.accepted/1", "accepted": [], "extra": 1})").size() == 1U);
  const std::string begin =
      R"({"schema": "klausul.accepted/1", "accepted": [{"file": "a", "id": "b", "status": "weak",)";
  BOOST_TEST(problems_of(begin + R"("fingerprint": "c", "reason": "d"}]})").empty());
  BOOST_TEST(problems_of(begin + R"("fingerprint": "c", "reason": ""}]})").size() == 1U);
  BOOST_TEST(problems_of(begin + R"("fingerprint": "c", "reason": "d", "until": "2027-02-30"}]})").size() == 1U);
  BOOST_TEST(problems_of(begin + R"("reason": "d"}]})").size() == 1U);
}

BOOST_AUTO_TEST_CASE(dates_are_days_of_the_calendar) {
  for (const char* date : {"2026-11-24", "2028-02-29"}) BOOST_TEST(is_date(date), date);
  for (const char* date : {"", "2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027-01-01 ", "2027/01/01"})
    BOOST_TEST(!is_date(date), date);
}
