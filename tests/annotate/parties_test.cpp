#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/annotation_lookup.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

const ResolvedParty* party_of(const Document& document, Actor role) {
  const auto found = std::find_if(document.parties.begin(), document.parties.end(),
                                  [&](const ResolvedParty& party) { return party.role == role; });
  return found == document.parties.end() ? nullptr : &*found;
}

std::string name_of_party(const Document& document, Actor role) {
  const ResolvedParty* party = party_of(document, role);
  return party == nullptr ? "(nobody)" : party->name;
}

struct Case {
  std::string text;
  std::string vendor;
  std::string customer;
};

void check(const std::vector<Case>& cases) {
  for (const Case& sample : cases) {
    BOOST_TEST_CONTEXT(sample.text) {
      const Document document = document_of(sample.text);
      BOOST_TEST(name_of_party(document, Actor::vendor) == sample.vendor);
      BOOST_TEST(name_of_party(document, Actor::customer) == sample.customer);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parties)

BOOST_AUTO_TEST_CASE(introduced_with_a_role_in_brackets) {
  check({{"This agreement is between Brinkenvik AB (the \"Supplier\") and Tallmo Skog AB (the \"Customer\").",
          "Brinkenvik AB", "Tallmo Skog AB"},
         {"This agreement is between Tallmo Skog AB (“Controller”) and Brinkenvik AB (“Processor”).", "Brinkenvik AB",
          "Tallmo Skog AB"},
         {"Avtalet gäller mellan Brinkenvik AB (”Leverantören”) och Tallmo Skog AB (”Kunden”).", "Brinkenvik AB",
          "Tallmo Skog AB"},
         {"Avtalet gäller mellan Brinkenvik AB, org.nr 559000-1234, (”Personuppgiftsbiträdet”) och Tallmo Skog AB, "
          "org.nr 559000-5678, (”Personuppgiftsansvarig”).",
          "Brinkenvik AB", "Tallmo Skog AB"}});
}

BOOST_AUTO_TEST_CASE(an_introduced_name_gets_its_role_from_a_statement) {
  check({{"This agreement is between Tallmo Housing CLG (the \"Association\") and Brinkenvik Ltd (\"Brinkenvik\").\n\n"
          "For all operations the Association is the controller and Brinkenvik is its processor.",
          "Brinkenvik Ltd", "Association"},
         {"Avtalet gäller mellan Tallmo Bostad (”Föreningen”) och Brinkenvik AB (”Brinkenvik”).\n\n"
          "Föreningen är personuppgiftsansvarig och Brinkenvik är personuppgiftsbiträde.",
          "Brinkenvik AB", "Tallmo Bostad"}});
}

BOOST_AUTO_TEST_CASE(introduced_by_being_called) {
  check(
      {{"Avtalet gäller mellan Brinkenvik AB, nedan kallad ”Leverantören”, och Tallmo Skog AB, nedan kallad ”Kunden”.",
        "Brinkenvik AB", "Tallmo Skog AB"},
       {"This agreement is between Brinkenvik Ltd, hereinafter \"Supplier\", and Tallmo Forest Ltd, hereinafter "
        "\"Customer\".",
        "Brinkenvik Ltd", "Tallmo Forest Ltd"}});
}

BOOST_AUTO_TEST_CASE(roles_that_are_stated) {
  check({{"The parties have agreed as follows. Brinkenvik AB is the processor and Tallmo Skog AB is the controller.",
          "Brinkenvik AB", "Tallmo Skog AB"},
         {"Parterna är överens om detta. Brinkenvik AB är personuppgiftsbiträde och Tallmo Skog AB är "
          "personuppgiftsansvarig.",
          "Brinkenvik AB", "Tallmo Skog AB"}});
}

/// A name that a vendor's own terms use as subject, and that also stands with a company form.
BOOST_AUTO_TEST_CASE(a_vendors_own_name) {
  check(
      {{"Terms of Lumberly\n\nLumberly AB runs the service. Lumberly may change these terms. Lumberly may close an "
        "account. You must pay Lumberly in time.\n",
        "Lumberly", ""}});
}

BOOST_AUTO_TEST_CASE(no_party_is_made_up) {
  check({{"The Supplier shall delete the copies. The Customer shall pay the fee.", "", ""},
         {"On the Effective Date (the \"Start\") the Schedule (the \"Plan\") is signed.", "(nobody)", "(nobody)"}});
}

/// A short name shares the role of the long one; both, and their genitives, stand for the party.
BOOST_AUTO_TEST_CASE(short_names_and_genitives) {
  const Document document = document_of(
      "Avtalet gäller mellan Brinkenvik Gruppen AB (”Brinkenvik”) och Tallmo Skog AB (”Kunden”). Brinkenvik är "
      "personuppgiftsbiträde enligt avtalet.\n\nBrinkenvik får ändra villkoren. Brinkenviks lokaler är låsta.\n");
  BOOST_TEST(name_of_party(document, Actor::vendor) == "Brinkenvik Gruppen AB");
  BOOST_TEST((annotation_at(document, repository_lexicon(), "change", "ändra").actor == Actor::vendor));
  annotation_at(document, repository_lexicon(), "vendor", "Brinkenviks");
}

BOOST_AUTO_TEST_CASE(aliases_are_told_in_order_of_use) {
  const Document document =
      document_of("This agreement is between Brinkenvik AB (the \"Supplier\") and Tallmo Skog AB (the \"Customer\").");
  const ResolvedParty* vendor = party_of(document, Actor::vendor);
  BOOST_REQUIRE(vendor != nullptr);
  BOOST_TEST(!vendor->aliases.empty());
  for (const std::string& alias : vendor->aliases)
    BOOST_TEST(document.source.text.find(alias) != std::string::npos, alias << " stands in the text");
}

/// "Company" is the vendor, unless the document says otherwise.
BOOST_AUTO_TEST_CASE(a_definition_turns_company_into_the_customer) {
  const std::string text =
      "This agreement is between Tallmo Forest Ltd (the \"Company\" or \"Controller\") and Brinkenvik Ltd (the "
      "\"Processor\").\n\nThe Company may delete the copies.\n";
  const Document document = document_of(text);
  BOOST_TEST((annotation_at(document, repository_lexicon(), "delete", "delete").actor == Actor::customer),
             print_annotations(document, repository_lexicon()));
}

BOOST_AUTO_TEST_SUITE_END()
