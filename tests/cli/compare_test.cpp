#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Two versions of a contract that state different periods, \x1B in one of them.
class TwoVersions {
 public:
  TwoVersions() {
    write_file(path() / "sv.md",
               "# Personuppgiftsbiträdesavtal\n\nBiträdet ska underrätta Kunden om en personuppgiftsincident inom 24 "
               "timmar från det att biträdet fått kännedom om den.\n");
    write_file(path() / "en.md",
               "# Data Processing Agreement\n\nThe Processor shall notify the Customer of a personal data breach "
               "\x1B[31mwithin 72 hours of becoming aware of it.\n");
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
  [[nodiscard]] ProgramRun compare(const std::string& arguments) const {
    return run_program(path(), "compare " + arguments);
  }

 private:
  TemporaryFolder folder_;
};

const std::string only = " --only breach.notification --type dpa";

}  // namespace

BOOST_AUTO_TEST_CASE(versions_are_compared_for_people) {
  const TwoVersions versions;
  const ProgramRun run = versions.compare("sv.md en.md" + only);
  BOOST_TEST(run.status == 1, run.err);
  for (const char* part : {"1 skillnad", "24 timmar", "72 timmar", "within 72 hours"})
    BOOST_TEST(has(run.out, part), part);
  BOOST_TEST(!has(run.out, "\x1B"));
  BOOST_TEST(has(versions.compare("sv.md en.md --report-language en" + only).out, "1 difference"));
}

BOOST_AUTO_TEST_CASE(versions_are_compared_for_programs) {
  const TwoVersions versions;
  const ProgramRun run = versions.compare("sv.md en.md --format json" + only);
  const nlohmann::json json = nlohmann::json::parse(run.out);
  BOOST_TEST(json["schema"] == "klausul.comparison/1");
  BOOST_REQUIRE(json["differences"].size() == 1);
  BOOST_TEST(json["differences"][0]["kind"] == "period");
  BOOST_TEST(json["differences"][0]["id"] == "breach.notification");
  BOOST_TEST(json["differences"][0]["second"]["periods"][0]["value"] == 72);
}

BOOST_AUTO_TEST_CASE(a_version_is_like_itself) {
  const TwoVersions versions;
  const ProgramRun run = versions.compare("sv.md sv.md");
  BOOST_TEST(run.status == 0, run.err);
  BOOST_TEST(has(run.out, "skiljer sig inte"));
}

BOOST_AUTO_TEST_CASE(two_files_that_can_be_read_are_needed) {
  const TwoVersions versions;
  BOOST_TEST(versions.compare("sv.md").status == 2);
  BOOST_TEST(versions.compare("sv.md nothing.md").status == 3);
  BOOST_TEST(versions.compare("sv.md en.md --fail-on never" + only).status == 0);
}
