#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/annotation_lookup.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

/// Whether the word that carries `id` is negated in `text`.
struct Case {
  std::string text;
  std::string id;
  std::string word;
  bool negated = false;
};

void check(const std::vector<Case>& cases) {
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(sample.text << " -> " << sample.word) {
      const Document document = document_of(sample.text);
      BOOST_TEST(annotation_at(document, repository_lexicon(), sample.id, sample.word).negated == sample.negated,
                 "expected " << (sample.negated ? "negated" : "affirmed") << "\n"
                             << print_annotations(document, repository_lexicon()));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(negation)

BOOST_AUTO_TEST_CASE(english_negations_govern_what_follows) {
  check({{"The Supplier shall engage sub-processors for hosting.", "engage", "engage", false},
         {"The Supplier shall not engage sub-processors for hosting.", "engage", "engage", true},
         {"The Supplier will never delete the records of the Customer.", "delete", "delete", true},
         {"No personal data is deleted by the Supplier.", "delete", "deleted", true},
         {"Neither party may change these terms alone.", "change", "change", true},
         {"The Supplier cannot change the terms.", "change", "change", true},
         {"We don't process data for that purpose.", "process", "process", true},
         {"We don’t process data for that purpose.", "process", "process", true}});
}

BOOST_AUTO_TEST_CASE(swedish_negations_govern_both_sides) {
  check({{"Leverantören ska inte anlita underbiträden för driften.", "engage", "anlita", true},
         {"Leverantören ska anlita underbiträden för driften.", "engage", "anlita", false},
         {"Leverantören anlitar inte underbiträden för driften.", "engage", "anlitar", true},
         {"För driften anlitar Leverantören inte några underbiträden.", "engage", "anlitar", true},
         {"I dag anlitar vi inte något underbiträde för driften.", "engage", "anlitar", true},
         {"Leverantören anlitar underbiträden för driften.", "engage", "anlitar", false},
         {"Inga underbiträden anlitas av leverantören för driften.", "engage", "anlitas", true},
         {"Leverantören får aldrig ändra villkoren på egen hand.", "change", "ändra", true},
         {"Villkoren ändras ej under avtalstiden.", "change", "ändras", true}});
}

BOOST_AUTO_TEST_CASE(what_nothing_hinders_is_free) {
  check({{"Nothing in these terms prevents the Supplier from using the data.", "use", "using", false},
         {"The Supplier is not prohibited from changing the terms.", "change", "changing", false},
         {"Inget i avtalet hindrar Leverantören från att ändra villkoren.", "change", "ändra", false},
         {"The Supplier may not change the terms.", "change", "change", true}});
}

/// "shall not ... without" asks for what stands after "without".
BOOST_AUTO_TEST_CASE(two_negations_cancel) {
  check({{"The Supplier shall not engage any sub-processor without prior written authorisation.", "engage", "engage",
          true},
         {"The Supplier shall not engage any sub-processor without prior written authorisation.", "authorisation",
          "authorisation", false},
         {"The Supplier may engage any sub-processor without prior written authorisation.", "authorisation",
          "authorisation", true},
         {"Leverantören får inte anlita underbiträden utan kundens skriftliga godkännande.", "authorisation",
          "godkännande", false},
         {"Leverantören får anlita underbiträden utan kundens skriftliga godkännande.", "authorisation", "godkännande",
          true}});
}

BOOST_AUTO_TEST_CASE(a_fronted_phrase_negates_no_clause_behind_it) {
  check({{"Without the Customer's approval the Supplier may engage others.", "engage", "engage", false},
         {"Utan Kundens godkännande får Leverantören anlita andra.", "engage", "anlita", false}});
}

BOOST_AUTO_TEST_CASE(a_lead_in_negates_the_items_of_its_paragraph) {
  check({{"The Supplier shall not: (a) delete the records; or (b) change the terms.", "delete", "delete", true},
         {"The Supplier shall not: (a) delete the records; or (b) change the terms.", "change", "change", true},
         {"The Supplier does not a. delete the records; or b. change the terms.", "change", "change", true},
         {"Leverantören får inte: (a) radera uppgifterna; eller (b) ändra villkoren.", "change", "ändra", true},
         {"The Supplier shall: (a) delete the records; and (b) change the terms.", "delete", "delete", false}});
}

BOOST_AUTO_TEST_CASE(a_comma_ends_without) {
  check({{"The Supplier may, without further consent, engage others.", "engage", "engage", false},
         {"Leverantören får, utan särskild ersättning, anlita andra.", "engage", "anlita", false}});
}

BOOST_AUTO_TEST_CASE(a_new_thought_stops_a_negation) {
  check({{"The Supplier shall not change the terms but may delete old records.", "change", "change", true},
         {"The Supplier shall not change the terms but may delete old records.", "delete", "delete", false},
         {"The Supplier will not do so; it shall delete the records.", "delete", "delete", false},
         {"The Supplier does not do this. It shall delete the records.", "delete", "delete", false},
         {"Leverantören får inte ändra villkoren men ska radera uppgifterna.", "delete", "radera", false},
         {"Leverantören gör inte detta om inte kunden ber om det; leverantören ska radera uppgifterna.", "delete",
          "radera", false}});
}

/// A negation reaches some words and no further.
BOOST_AUTO_TEST_CASE(a_negation_has_a_reach) {
  const std::uint32_t reach = repository_lexicon().negation_reach();
  for (const std::uint32_t words : {0U, reach - 1, reach, reach + 3}) {
    std::string text = "It is clear that this does never";
    for (std::uint32_t i = 0; i < words; ++i) text += " blue";
    text += " delete the records of the parties.";
    BOOST_TEST_CONTEXT(words << " words between") { check({{text, "delete", "delete", words < reach}}); }
  }
}

BOOST_AUTO_TEST_CASE(a_lead_in_negates_its_list) {
  const std::string english =
      "The Supplier shall not:\n\n(a) engage sub-processors in other countries,\n\n(b) delete the records early.\n";
  const std::string swedish =
      "Leverantören får inte:\n\n- anlita underbiträden i andra länder,\n\n- radera uppgifterna i förtid.\n";
  check({{english, "engage", "engage", true},
         {english, "delete", "delete", true},
         {swedish, "engage", "anlita", true},
         {swedish, "delete", "radera", true},
         {"The Supplier shall:\n\n(a) engage sub-processors in other countries,\n\n(b) delete the records early.\n",
          "delete", "delete", false},
         // a lead-in that has finished its thought before the colon
         {"The Supplier does not advertise, but it shall:\n\n(a) engage sub-processors,\n\n(b) delete the records.\n",
          "delete", "delete", false}});
}

/// "om inte" is a condition, "no later than" a bound; neither negates.
BOOST_AUTO_TEST_CASE(fixed_phrases_hide_their_negation) {
  check({{"The Supplier shall not later than 48 hours after this inform the Customer.", "inform", "inform", false},
         {"The Supplier shall no later than Monday delete the records.", "delete", "delete", false},
         {"Leverantören ska inte senare än måndag radera uppgifterna.", "delete", "radera", false},
         {"Om inte Kunden ber om annat ska leverantören radera uppgifterna.", "delete", "radera", false}});
}

/// Who is meant is never negated: "not the Supplier" still names the supplier.
BOOST_AUTO_TEST_CASE(parties_are_never_negated) {
  const Document document = document_of("The Customer, not the Supplier, shall delete the records.");
  for (const Annotation* annotation : annotations_with(document, repository_lexicon().known().vendor))
    BOOST_TEST(!annotation->negated);
}

BOOST_AUTO_TEST_SUITE_END()
