#include <boost/test/unit_test.hpp>

#include "support/quoted_annotations.h"

using namespace klausul;
using namespace klausul::test;

BOOST_AUTO_TEST_SUITE(placeholders)

BOOST_AUTO_TEST_CASE(what_is_left_to_fill_in) {
  check_quotes(
      {
          {"The categories of data are: ______ and no other.", {"______"}},
          {"Kategorier av registrerade: ..............", {".............."}},
          {"The agreement is made between [company name] and Nordhamn AB.", {"company name"}},
          {"Avtalet ingås mellan [Kundens namn] och Nordhamn AB.", {"Kundens namn"}},
          {"The address is [•] in the town of [ … ].", {"[•]", "[ … ]"}},
          {"Avtalsnumret är XX och gäller för alla.", {"XX"}},
          {"The name is {{customer}} as given.", {"customer"}},
          {"The seat is {{ customer_city }} as given.", {"customer_city"}},
          {"Ange ändamålen med behandlingen.", {"Ange"}},
          {"Specify the categories of data subjects.", {"Specify"}},
          {"The retention period is TBD for now.", {"TBD"}},
      },
      builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(what_a_drafter_or_a_template_left) {
  const std::string note =
      "Fees for each of the plans, and a start fee if any, are to be agreed before we publish this";
  check_quotes(
      {
          {"The law is Swedish. [Court to be agreed.]", {"Court to be agreed"}},
          {"## Fees\n\n[" + note + ".]\n", {note}},
          {"Fees are due [" + note + "] in advance.", {}},
          {"The contract is made with {COMPANY_INFO.name} today.", {"COMPANY_INFO.name"}},
          {"The set {a, b} and the sign {x} are no names.", {}},
      },
      builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_it) {
  check_quotes(
      {
          {"This section is [reserved] for later.", {}},
          {"See the note [1] and the act [12].", {}},
          {"Write to us at info [at] nordhamn.example today.", {}},
          {"Biträdet ska ange ändamålen med behandlingen.", {}},
          {"The parties specify the categories of data subjects.", {}},
          {"1. Inledning ........ 3", {}},
          {"Wait... the text goes on.", {}},
          {"[x] Yes, we agree with it.", {}},
          {"The file is called my_long_name and no other.", {}},
      },
      builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(rows_of_a_table_with_empty_cells) {
  check_quotes({{"| Item | Content |\n|---|---|\n| Purpose | Support of users |\n| Categories of data | |\n", {"data"}},
                {"| Item | Content |\n|---|---|\n| Purpose | Support |\n| Categories of data | Names |\n", {}}},
               builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(fields_where_the_parties_sign) {
  check_quotes(
      {{"## Signatures\n\nFor the Processor:\n\nName:\n\nTitle:\n\nDate:\n", {"Processor", "Name", "Title", "Date"}},
       {"## Signatures\n\nName:\n\nAnna Berg\n\nTitle:\n\nManaging director\n\nDate:\n\n2026-11-24\n", {}},
       {"| Processor | Controller |\n|---|---|\n| Date: | Date: |\n", {"Date", "Date"}},
       {"| Name: | Date: |\n|---|---|\n| Anna Berg | 2026-11-24 |\n", {}}},
      builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(dates) {
  check_quotes(
      {
          {"It is in force since 2026-11-24 for all.", {"2026-11-24"}},
          {"It is in force since 24 November 2026 for all.", {"24 November 2026"}},
          {"It is in force since the 24th of November 2026 for all.", {"24th of November 2026"}},
          {"It is in force since November 24, 2026 for all.", {"November 24, 2026"}},
          {"Avtalet gäller från den 25 maj 2018 och tills vidare.", {"25 maj 2018"}},
          {"Avtalet uppdaterades senast i maj 2018 av parterna.", {"maj 2018"}},
          {"The vendor may use 30 people for it.", {}},
          {"Parterna mars och april är påhittade.", {}},
      },
      builtin_date);
}

BOOST_AUTO_TEST_SUITE_END()
