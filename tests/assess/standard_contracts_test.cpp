#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "assess/assess.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

DocumentReport review(const std::string& text) {
  AssessOptions options;
  options.type = DocumentType::dpa;
  return assess(document_of(text), repository_knowledge(), options, "", "");
}

Status status_of(const DocumentReport& report, const std::string& id) {
  const auto found = std::find_if(report.entries.begin(), report.entries.end(),
                                  [&](const EntryResult& entry) { return entry.id == id; });
  BOOST_REQUIRE(found != report.entries.end());
  return found->status;
}

const std::string flagged = "The processor may engage any sub-processor at its sole discretion.\n\n";
const std::string first_signs =
    "These Clauses set out appropriate safeguards, including enforceable data subject rights.\n\n"
    "These Clauses shall be read and interpreted in the light of the provisions of the Regulation.\n\n";
const std::string last_sign =
    "The data importer shall promptly inform the data exporter if it is unable to comply with these Clauses.\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(standard_contracts)

BOOST_AUTO_TEST_CASE(official_wording_is_recognised_and_trips_no_flag) {
  const DocumentReport alone = review(flagged);
  BOOST_TEST((status_of(alone, "subprocessor.blanket") == Status::triggered));
  BOOST_TEST(alone.standards.empty());
  const DocumentReport inside = review(first_signs + flagged + last_sign);
  BOOST_REQUIRE(inside.standards.size() == 1U);
  BOOST_TEST((status_of(inside, "subprocessor.blanket") == Status::clear));
  const DocumentReport beside = review(first_signs + last_sign + flagged);
  BOOST_TEST((status_of(beside, "subprocessor.blanket") == Status::triggered));
}

BOOST_AUTO_TEST_CASE(what_it_settles_is_there) {
  BOOST_TEST((status_of(review(flagged), "breach.notification") == Status::missing));
  const DocumentReport report = review(first_signs + last_sign);
  BOOST_TEST((status_of(report, "breach.notification") == Status::present));
  BOOST_TEST((status_of(report, "instructions.documented") == Status::present));
}

BOOST_AUTO_TEST_CASE(a_mention_is_no_standard_contract) {
  BOOST_TEST(review("The standard contractual clauses of Decision (EU) 2021/914 apply to transfers.\n\n" +
                    first_signs.substr(0, first_signs.find("\n")))
                 .standards.empty());
}

BOOST_AUTO_TEST_CASE(sectors_are_said_or_found_and_the_reason_is_there) {
  AssessOptions options;
  options.type = DocumentType::dpa;
  options.sectors = {"public"};
  const DocumentReport report = assess(document_of("Nothing is said here."), repository_knowledge(), options, "", "");
  BOOST_REQUIRE(report.sectors.size() == 1U);
  BOOST_TEST(report.sectors.front().id == "public");
  BOOST_TEST(report.sectors.front().evidence.empty());
}

BOOST_AUTO_TEST_SUITE_END()
