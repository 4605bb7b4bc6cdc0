// How two language versions differ, with the rules of the repository.

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "assess/compare_versions.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

DocumentReport review(const std::string& text) {
  AssessOptions options;
  options.type = DocumentType::dpa;
  options.only = {"breach.notification", "audit.right"};
  options.ignore_conditions = true;
  return assess(document_of(text, repository_lexicon(), "sample.md"), repository_knowledge(), options, "sample.md", "");
}

std::vector<VersionDifference> compare(const std::string& swedish, const std::string& english) {
  return compare_versions(review(swedish), review(english));
}

const std::string breach_sv =
    "Biträdet ska underrätta Kunden om en personuppgiftsincident inom 48 timmar från det att biträdet fått kännedom "
    "om den.\n\n";
const std::string breach_en =
    "The Processor shall notify the Customer of a personal data breach within 48 hours of becoming aware of it.\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(two_versions)

BOOST_AUTO_TEST_CASE(versions_that_say_the_same_do_not_differ) {
  BOOST_TEST(compare(breach_sv, breach_en).empty());
  const std::string two_days =
      "The Processor shall notify the Customer of a personal data breach within two days of becoming aware of it.\n";
  BOOST_TEST(compare(breach_sv, two_days).empty());
}

BOOST_AUTO_TEST_CASE(a_period_differs) {
  const std::string other =
      "The Processor shall notify the Customer of a personal data breach within 72 hours of becoming aware of it.\n";
  const std::vector<VersionDifference> differences = compare(breach_sv, other);
  BOOST_REQUIRE(differences.size() == 1);
  const VersionDifference& difference = differences.front();
  BOOST_TEST(name_of(difference.kind) == "period");
  BOOST_TEST((difference.weight == DifferenceWeight::number));
  BOOST_REQUIRE(difference.first.periods.size() == 1);
  BOOST_TEST(difference.first.periods.front().value == 48);
  BOOST_REQUIRE(difference.second.periods.size() == 1);
  BOOST_TEST(difference.second.periods.front().value == 72);
  BOOST_TEST(difference.second.evidence.front().quote.find("72 hours") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(days_of_another_kind_differ) {
  const std::string business =
      "The Processor shall notify the Customer of a personal data breach within 2 business days of becoming aware.\n";
  BOOST_TEST(compare(breach_sv, business).size() == 1);
}

BOOST_AUTO_TEST_CASE(what_one_version_lacks_differs) {
  const std::vector<VersionDifference> differences = compare(breach_sv, "The Processor is kind.\n");
  BOOST_REQUIRE(differences.size() == 1);
  BOOST_TEST(differences.front().id == "breach.notification");
  BOOST_TEST((differences.front().weight == DifferenceWeight::one_sided));
  BOOST_TEST(differences.front().second.evidence.empty());
}

BOOST_AUTO_TEST_CASE(a_fuller_wording_differs_less) {
  const std::string without_period =
      "The Processor shall notify the Customer of a personal data breach when it becomes aware of it.\n";
  const std::vector<VersionDifference> differences = compare(breach_sv, without_period);
  BOOST_REQUIRE(!differences.empty());
  BOOST_TEST(name_of(differences.front().kind) == "status");
  BOOST_TEST((differences.front().weight == DifferenceWeight::wording));
}

BOOST_AUTO_TEST_SUITE_END()
