#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/annotation_lookup.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

struct Case {
  std::string text;
  std::string id;
  std::string word;
  Actor actor = Actor::none;
};

void check(const std::vector<Case>& cases) {
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(sample.text << " -> " << sample.word) {
      const Document document = document_of(sample.text);
      const Annotation& found = annotation_at(document, repository_lexicon(), sample.id, sample.word);
      BOOST_TEST(std::string(name_of(found.actor)) == name_of(sample.actor),
                 "expected '" << name_of(sample.actor) << "', found '" << name_of(found.actor) << "'\n"
                              << print_annotations(document, repository_lexicon()));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(actors)

BOOST_AUTO_TEST_CASE(the_subject_acts) {
  check({{"The Supplier shall delete the records of the Customer.", "delete", "delete", Actor::vendor},
         {"The Customer may delete its records at the Supplier.", "delete", "delete", Actor::customer},
         {"Leverantören ska radera Kundens uppgifter.", "delete", "radera", Actor::vendor},
         {"Kunden får radera sina uppgifter hos Leverantören.", "delete", "radera", Actor::customer},
         {"The supervisory authority may inform the Customer.", "inform", "inform", Actor::authority},
         {"Sub-processors may change the records.", "change", "change", Actor::subprocessor},
         {"We may change these terms for you.", "change", "change", Actor::vendor},
         {"You may change your records with us.", "change", "change", Actor::customer},
         {"Vi får ändra dessa villkor för dig.", "change", "ändra", Actor::vendor}});
}

BOOST_AUTO_TEST_CASE(a_pronoun_after_by_acts) {
  check({{"Kontot får när som helst raderas av oss.", "delete", "raderas", Actor::vendor},
         {"The account may be deleted by us.", "delete", "deleted", Actor::vendor},
         {"The account may be deleted by our partners.", "delete", "deleted", Actor::none}});
}

BOOST_AUTO_TEST_CASE(a_subject_behind_a_time_or_a_verb) {
  check({{"From time to time we change features.", "change", "change", Actor::vendor},
         {"Ibland ändrar vi funktioner.", "change", "ändrar", Actor::vendor},
         {"Ändringen meddelas Kunden i förväg.", "inform", "meddelas", Actor::none}});
}

BOOST_AUTO_TEST_CASE(a_second_clause_has_a_subject_of_its_own) {
  check({{"The Supplier may change the terms and the Customer may delete its records.", "change", "change",
          Actor::vendor},
         {"The Supplier may change the terms and the Customer may delete its records.", "delete", "delete",
          Actor::customer},
         {"If the Customer asks for it, the Supplier shall delete the records.", "delete", "delete", Actor::vendor},
         {"Om Kunden begär det ska Leverantören radera uppgifterna.", "delete", "radera", Actor::vendor}});
}

BOOST_AUTO_TEST_CASE(passives_are_done_by_whom_they_name) {
  check({{"The records may be deleted by the Supplier.", "delete", "deleted", Actor::vendor},
         {"The records may be deleted by the Customer.", "delete", "deleted", Actor::customer},
         {"The records are deleted every year.", "delete", "deleted", Actor::none},
         {"Uppgifterna raderas av Leverantören varje år.", "delete", "raderas", Actor::vendor},
         {"Uppgifterna raderas av Kunden varje år.", "delete", "raderas", Actor::customer},
         {"Uppgifterna raderas varje år.", "delete", "raderas", Actor::none},
         {"The Customer accepts that the records are deleted by the Supplier.", "delete", "deleted", Actor::vendor}});
}

BOOST_AUTO_TEST_CASE(a_main_clause_behind_a_condition_has_a_subject_of_its_own) {
  check({{"If the Customer stores its files here, those records may be used to change the terms.", "change", "change",
          Actor::none},
         {"If the Customer orders from us, we may change the terms.", "change", "change", Actor::vendor},
         {"If the Customer asks for it, it may change the terms.", "change", "change", Actor::customer},
         {"If the Customer, for any reason, may change the terms.", "change", "change", Actor::customer}});
}

BOOST_AUTO_TEST_CASE(a_list_goes_on_with_the_sentence_above_it_unless_both_end) {
  check({{"1. The Supplier shall:\n\n(a) change the terms; and\n\n(b) pay.\n", "change", "change", Actor::vendor},
         {"1. The Supplier shall do this.\n\n(a) change the terms\n\n(b) pay\n", "change", "change", Actor::vendor},
         {"1. The Supplier pays the fee.\n\n(a) Some change the terms.\n\n(b) Others pay.\n", "change", "change",
          Actor::none}});
}

/// Swedish puts the finite verb second: the subject stands behind it.
BOOST_AUTO_TEST_CASE(swedish_inversion_names_the_subject_behind_the_verb) {
  check({{"I sådana fall får Leverantören ändra villkoren.", "change", "ändra", Actor::vendor},
         {"I sådana fall får Leverantören ändra villkoren.", "may", "får", Actor::vendor},
         {"I sådana fall får Kunden ändra villkoren.", "change", "ändra", Actor::customer},
         {"När Leverantören hör av sig ska Kunden radera uppgifterna.", "delete", "radera", Actor::customer}});
}

/// Whose it is says nothing of who does it.
BOOST_AUTO_TEST_CASE(a_possessive_does_not_act) {
  check({{"The Customer's records shall be kept and the Supplier shall delete the copies.", "delete", "delete",
          Actor::vendor},
         {"Kundens uppgifter ska Leverantören radera.", "delete", "radera", Actor::vendor},
         {"Your records may change.", "change", "change", Actor::none},
         {"Our staff will delete the records.", "delete", "delete", Actor::none}});
}

BOOST_AUTO_TEST_CASE(a_party_after_a_preposition_does_not_act) {
  check({{"Together with the Customer, the Supplier shall delete the records.", "delete", "delete", Actor::vendor},
         {"For the Customer the Supplier shall delete the records.", "delete", "delete", Actor::vendor},
         {"På uppdrag av Kunden ska Leverantören radera uppgifterna.", "delete", "radera", Actor::vendor}});
}

BOOST_AUTO_TEST_CASE(a_list_item_is_done_by_the_subject_of_its_lead_in) {
  check({{"The Supplier shall:\n\n(a) delete the records,\n\n(b) inform the Customer.\n", "delete", "delete",
          Actor::vendor},
         {"The Supplier shall:\n\n(a) delete the records,\n\n(b) inform the Customer.\n", "inform", "inform",
          Actor::vendor},
         {"The Customer shall:\n\n(a) delete the records,\n\n(b) inform the Supplier.\n", "inform", "inform",
          Actor::customer},
         {"Leverantören ska:\n\n- radera uppgifterna,\n\n- underrätta Kunden.\n", "inform", "underrätta",
          Actor::vendor}});
}

BOOST_AUTO_TEST_CASE(names_of_the_parties_act_as_the_parties) {
  const std::string english =
      "This agreement is made between Brinkenvik Data Ltd (the \"Supplier\") and Tallmo Kommun (the "
      "\"Customer\").\n\nBrinkenvik Data may delete the records.\n\nTallmo Kommun may change the records.\n";
  const std::string swedish =
      "Avtalet gäller mellan Brinkenvik Data AB (”Leverantören”) och Tallmo Kommun (”Kunden”).\n\nBrinkenvik Data får "
      "radera uppgifterna.\n\nTallmo Kommun får ändra uppgifterna.\n";
  check({{english, "delete", "delete", Actor::vendor},
         {english, "change", "change", Actor::customer},
         {swedish, "delete", "radera", Actor::vendor},
         {swedish, "change", "ändra", Actor::customer}});
}

BOOST_AUTO_TEST_CASE(a_swedish_company_acts_in_an_english_text) {
  check(
      {{"This agreement is made between Brinkenvik Data AB (the \"Supplier\") and Tallmo Kommun (the "
        "\"Customer\").\n\nBrinkenvik Data may delete the copies.\n",
        "delete", "delete", Actor::vendor}});
}

BOOST_AUTO_TEST_SUITE_END()
