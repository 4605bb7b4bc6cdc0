#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "annotate/document.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

std::vector<std::string> found_in(const std::string& text, ConceptId concept_id) {
  Result<SourceText> source = read_document(text, "test.md");
  BOOST_REQUIRE(source.has_value());
  const Document document = prepare_document(std::move(*source), repository_lexicon());
  std::vector<std::string> found;
  for (const Annotation& annotation : document.annotations)
    if (annotation.concept_id == concept_id) found.emplace_back(document.text(document.span_of(annotation)));
  return found;
}

struct Case {
  std::string text;
  std::vector<std::string> found;
};

void check(const std::vector<Case>& cases, ConceptId concept_id) {
  for (const Case& sample : cases) BOOST_TEST_CONTEXT(sample.text)
  BOOST_TEST(found_in(sample.text, concept_id) == sample.found, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(placeholders)

BOOST_AUTO_TEST_CASE(what_is_left_to_fill_in) {
  check(
      {
          {"The categories of data are: ______ and no other.", {"______"}},
          {"Kategorier av registrerade: ..............", {".............."}},
          {"The agreement is made between [company name] and Nordhamn AB.", {"company name"}},
          {"Avtalet ingås mellan [Kundens namn] och Nordhamn AB.", {"Kundens namn"}},
          {"The address is [•] in the town of [ … ].", {"[•]", "[ … ]"}},
          {"Avtalsnumret är XX och gäller för alla.", {"XX"}},
          {"The name is {{customer}} as given.", {"customer"}},
          {"Ange ändamålen med behandlingen.", {"Ange"}},
          {"Specify the categories of data subjects.", {"Specify"}},
          {"The retention period is TBD for now.", {"TBD"}},
      },
      builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_it) {
  check(
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
  check({{"| Item | Content |\n|---|---|\n| Purpose | Support of users |\n| Categories of data | |\n", {"data"}},
         {"| Item | Content |\n|---|---|\n| Purpose | Support |\n| Categories of data | Names |\n", {}}},
        builtin_placeholder);
}

BOOST_AUTO_TEST_CASE(dates) {
  check(
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
