#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/annotation_lookup.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

/// "at-least 30 day notice" for each period in the text, in order.
std::vector<std::string> clocks_in(const std::string& text) {
  const Document document = document_of(text);
  std::vector<std::string> found;
  for (const Annotation* annotation : annotations_with(document, builtin_duration)) {
    const Clock& clock = document.clock_of(*annotation);
    std::string line = std::string(name_of(clock.bound)) + " ";
    line += std::to_string(static_cast<int>(clock.amount));
    line += std::string(" ") + name_of(clock.unit);
    if (!clock.trigger.empty()) line += " " + clock.trigger;
    found.push_back(line);
  }
  return found;
}

struct Case {
  std::string text;
  std::vector<std::string> expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& sample : cases) BOOST_TEST_CONTEXT(sample.text) {
      BOOST_TEST(clocks_in(sample.text) == sample.expected, boost::test_tools::per_element());
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clocks)

BOOST_AUTO_TEST_CASE(numbers_and_units) {
  check({{"The copies are kept for 30 days.", {"exact 30 day"}},
         {"The copies are kept for thirty days.", {"exact 30 day"}},
         {"The copies are kept for thirty (30) days.", {"exact 30 day"}},
         {"The copies are kept for 30 (thirty) days.", {"exact 30 day"}},
         {"The copies are kept for a month.", {"exact 1 month"}},
         {"The copies are kept for 72h.", {"exact 72 hour"}},
         {"The copies are kept for 72 hours.", {"exact 72 hour"}},
         {"The copies are kept for seventy-two (72) hours.", {"exact 72 hour"}},
         {"The copies are kept for 10 business days.", {"exact 10 business-day"}},
         {"The copies are kept for ten (10) working days.", {"exact 10 business-day"}},
         {"The copies are kept for two weeks.", {"exact 2 week"}},
         {"The copies are kept for 5 years.", {"exact 5 year"}},
         {"Uppgifterna sparas i 30 dagar.", {"exact 30 day"}},
         {"Uppgifterna sparas i trettio (30) dagar.", {"exact 30 day"}},
         {"Uppgifterna sparas i trettio dagar.", {"exact 30 day"}},
         {"Uppgifterna sparas i en månad.", {"exact 1 month"}},
         {"Uppgifterna sparas i fem arbetsdagar.", {"exact 5 business-day"}},
         {"Uppgifterna sparas i sex månader.", {"exact 6 month"}},
         {"Uppgifterna sparas med 30 dagars marginal.", {"exact 30 day"}},
         {"Uppgifterna sparas i två år och tre veckor.", {"exact 2 year", "exact 3 week"}}});
}

BOOST_AUTO_TEST_CASE(what_is_no_period) {
  check({{"The days are long and the years are short.", {}},
         {"See section 30. Days are counted as such.", {}},
         {"Kunden har 30 användare.", {}},
         {"Version 2h2 av tjänsten.", {}}});
}

BOOST_AUTO_TEST_CASE(bounds) {
  check({{"The Supplier answers within 48 hours.", {"at-most 48 hour"}},
         {"The Supplier answers no later than 48 hours from the question.", {"at-most 48 hour"}},
         {"The Supplier shall give at least 30 days.", {"at-least 30 day"}},
         {"The Supplier shall give not less than thirty (30) days.", {"at-least 30 day"}},
         {"The Supplier answers in approximately 5 days.", {"about 5 day"}},
         {"Leverantören svarar inom 48 timmar.", {"at-most 48 hour"}},
         {"Leverantören svarar senast 48 timmar från frågan.", {"at-most 48 hour"}},
         {"Leverantören ger minst 30 dagar.", {"at-least 30 day"}},
         {"Leverantören svarar på cirka 5 dagar.", {"about 5 day"}}});
}

/// "No later than 30 days before" leaves at least 30 days.
BOOST_AUTO_TEST_CASE(a_latest_time_before_an_event_is_a_least_time) {
  check({{"The Supplier tells the Customer no later than 30 days before the switch.", {"at-least 30 day"}},
         {"The Supplier tells the Customer no later than 30 days in advance.", {"at-least 30 day"}},
         {"The Supplier tells the Customer no later than 30 days after the switch.", {"at-most 30 day"}},
         {"Leverantören hör av sig senast 30 dagar före starten.", {"at-least 30 day"}},
         {"Leverantören hör av sig senast 30 dagar innan starten.", {"at-least 30 day"}},
         {"Leverantören hör av sig senast 30 dagar efter starten.", {"at-most 30 day"}}});
}

BOOST_AUTO_TEST_CASE(triggers) {
  check(
      {{"The Supplier answers within 48 hours after becoming aware of the breach.", {"at-most 48 hour aware"}},
       {"The Supplier answers within 24 hours of confirming the breach.", {"at-most 24 hour confirmed"}},
       {"The copies are kept until 60 days after termination.", {"exact 60 day termination"}},
       {"Leverantören hör av sig inom 48 timmar efter att ha fått kännedom om incidenten.", {"at-most 48 hour aware"}},
       {"Leverantören hör av sig inom 24 timmar efter att incidenten bekräftats.", {"at-most 24 hour confirmed"}},
       {"Uppgifterna sparas i 60 dagar efter avtalets upphörande.", {"exact 60 day termination"}}});
}

BOOST_AUTO_TEST_CASE(clocks_compare_in_hours) {
  const std::vector<std::tuple<double, TimeUnit, double>> cases{
      {72, TimeUnit::hour, 72},    {3, TimeUnit::day, 72},        {5, TimeUnit::business_day, 168},
      {1, TimeUnit::week, 24 * 7}, {1, TimeUnit::month, 24 * 30}, {1, TimeUnit::year, 24 * 365}};
  for (const auto& [amount, unit, hours] : cases) {
    Clock clock;
    clock.amount = amount;
    clock.unit = unit;
    BOOST_TEST(clock.hours() == hours, boost::test_tools::tolerance(1e-9));
  }
}

/// The period is its whole wording, so that "thirty (30) days" is quoted as one.
BOOST_AUTO_TEST_CASE(a_period_covers_its_words) {
  for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
           {"Kept for thirty (30) days by the Supplier.", "thirty (30) days"},
           {"Kept for 30 (thirty) days by the Supplier.", "30 (thirty) days"},
           {"Sparas i trettio (30) dagar av Leverantören.", "trettio (30) dagar"},
           {"Kept for 72h by the Supplier.", "72h"}}) {
    const Document document = document_of(text);
    annotation_at(document, repository_lexicon(), "duration", words);
  }
}

BOOST_AUTO_TEST_SUITE_END()
