#include <boost/test/unit_test.hpp>
#include <string>

#include "support/quoted_annotations.h"

using namespace klausul;
using namespace klausul::test;

namespace {

CalendarDate dated(const std::string& text) {
  return document_of(text, repository_lexicon(), "sample.md").dated.value_or(CalendarDate{});
}

void check_date(const std::string& written, CalendarDate date) {
  const CalendarDate found = dated("# Terms\n\nLast updated: " + written + "\n\nThe Service is sold as it is.\n");
  BOOST_TEST_CONTEXT(written) {
    BOOST_TEST(found.year == date.year);
    BOOST_TEST(found.month == date.month);
    BOOST_TEST(found.day == date.day);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_date)

BOOST_AUTO_TEST_CASE(dates_are_written_in_many_ways) {
  check_date("2024-05-03", {2024, 5, 3});
  check_date("3 May 2024", {2024, 5, 3});
  check_date("May 3rd, 2024", {2024, 5, 3});
  check_date("25.05.2018", {2018, 5, 25});
  check_date("08-15-2025", {2025, 8, 15});
  check_date("March 2024", {2024, 3, 0});
  check_date("8/11/2026", {2026, 11, 8});  // either day: the later one
  check_date("2024-15-03", {});            // no date
}

BOOST_AUTO_TEST_CASE(the_latest_of_several_counts) {
  check_quotes({{"Version 1, effective 2 May 2015.\n\nVersion 2, effective 4 June 2019.\n", {"4 June 2019"}},
                {"Last updated: 4 June 2019\n\nDate: 2 May 2015\n", {"4 June 2019"}}},
               builtin_document_date);
}

BOOST_AUTO_TEST_CASE(dates_of_other_things_are_not_the_documents) {
  check_quotes({{"Regulation (EU) 2016/679 of 27 April 2016 applies.\n", {}},
                {"The Standard Contractual Clauses in force since 4 June 2021 apply.\n", {}},
                {"We were founded on 4 June 2021 and have grown ever since then.\n", {}}},
               builtin_document_date);
}

BOOST_AUTO_TEST_CASE(the_day_of_signing_counts) {
  check_quotes({{"Stockholm den 12 maj 2021.\n", {"12 maj 2021"}}, {"Datum: 2021-05-12\n", {"2021-05-12"}}},
               builtin_document_date);
}

BOOST_AUTO_TEST_SUITE_END()
