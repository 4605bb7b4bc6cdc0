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
          "Brinkenvik Ltd", "Tallmo Housing CLG"},
         {"Avtalet gäller mellan Tallmo Bostad (”Föreningen”) och Brinkenvik AB (”Brinkenvik”).\n\n"
          "Föreningen är personuppgiftsansvarig och Brinkenvik är personuppgiftsbiträde.",
          "Brinkenvik AB", "Tallmo Bostad"}});
}

BOOST_AUTO_TEST_CASE(the_us_is_no_party) {
  const Document document = document_of("We store data in the US. You may ask us. Our US servers are ours.");
  const ResolvedParty* vendor = party_of(document, Actor::vendor);
  BOOST_REQUIRE(vendor != nullptr);
  BOOST_TEST(std::count(vendor->aliases.begin(), vendor->aliases.end(), "US") == 0);
  BOOST_TEST(std::count(vendor->aliases.begin(), vendor->aliases.end(), "us") == 1);
}

BOOST_AUTO_TEST_CASE(the_company_that_is_called_controller_is_the_customer) {
  const auto stands_for = [](const std::string& text) {
    const Document document = document_of(text);
    const ResolvedParty* customer = party_of(document, Actor::customer);
    return customer != nullptr &&
           std::find(customer->aliases.begin(), customer->aliases.end(), "Company") != customer->aliases.end();
  };
  const std::string between =
      "The contract is between ______ (the \"Company\") and ______ (the \"Data Processor\").\n\n";
  const std::string duty = "Processor shall notify Company of every incident.";
  BOOST_TEST(stands_for(between + "The Company acts as a Data Controller.\n\n" + duty));
  BOOST_TEST(!stands_for(between + "The Company acts as a Data Processor.\n\n" + duty));
  // a vendor's policy on its own data
  BOOST_TEST(!stands_for("The Company is the data controller of our website. We collect your name. Contact us."));
}

BOOST_AUTO_TEST_CASE(a_name_introduced_with_its_article) {
  const Document document = document_of(
      "This agreement is between Tallmo kommun (\"the Municipality\") and Brinkenvik AB (\"Brinkenvik\").\n\n"
      "The Municipality is the controller and Brinkenvik is its processor.\n\n"
      "Brinkenvik informs the Municipality of every change.\n");
  BOOST_TEST(annotation_at(document, repository_lexicon(), "customer", "the Municipality").concept_id ==
             repository_lexicon().known().customer);
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
        "Lumberly AB", ""}});
}

/// A company that the lexicon knows as others' supplier has terms of its own, too.
BOOST_AUTO_TEST_CASE(unusual_names_are_read_whole) {
  check({{"TV Bruket may change the terms. TV Bruket will inform its members. See www.tvbruket.example. TV Bruket may "
          "close an account.",
          "TV Bruket", "(nobody)"},
         {"These terms are between you and Norrsund Cloud (Singapore) Private Limited. Norrsund may change them.",
          "Norrsund Cloud (Singapore) Private Limited", ""},
         {"Welcome to nOrra. The service is run by nOrra AB. nOrra may change these terms. nOrra may close accounts.",
          "nOrra AB", "(nobody)"}});
}

BOOST_AUTO_TEST_CASE(a_known_company_is_a_vendor_in_its_own_terms) {
  check({{"Terms of GitHub\n\nGitHub, Inc. runs the service. GitHub may change these terms. GitHub may close an "
          "account.\n",
          "GitHub, Inc", "(nobody)"},
         {"Villkor för Klarna\n\nKlarna AB driver tjänsten. Klarna får ändra villkoren. Klarna får stänga kontot.\n",
          "Klarna AB", "(nobody)"}});
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

/// The customer's side of a contract is often "you" alone; the other side is then the vendor.
BOOST_AUTO_TEST_CASE(one_side_tells_the_other) {
  check({{"These terms are between you and Skyhigh Apps LLC (\"Skyhigh\").", "Skyhigh Apps LLC", ""},
         {"These terms are a contract between you and Skyhigh Apps LLC.", "Skyhigh Apps LLC", ""},
         {"This agreement is between Tallmo Forest Limited, a company in Rotterdam, the Netherlands (“Customer”), and "
          "Skyhigh Inc., a Delaware corporation with its place of business in Austin, Texas (“Skyhigh”).",
          "Skyhigh Inc", "Tallmo Forest Limited"},
         {"Villkoren gäller mellan dig och Brinkenvik AB (”Brinkenvik”).", "Brinkenvik AB", ""},
         {"Villkoren gäller mellan Brinkenvik AB, org.nr 559000-1234, Storgatan 2, 990 61 Vassmo (Brinkenvik) och den "
          "organisation som beställer Tjänsten (Kunden).",
          "Brinkenvik AB", ""},
         {"Villkoren gäller mellan Brinkenvik AB (nedan ”Företaget”) och användaren.", "Brinkenvik AB", ""},
         {"These terms are solely between you and Skyhigh, not Pinecone, Inc. (“Pinecone”).", "(nobody)", ""}});
}

/// What stands between a name and its bracket describes it; a town is not who has the role.
BOOST_AUTO_TEST_CASE(described_before_the_bracket) {
  check({{"Personuppgiftsansvarig är Tallmora kommun, org.nr 212000-9907, genom socialnämnden (”Kommunen”). "
          "Personuppgiftsbiträde är Brinkenvik System AB, org.nr 559000-1184, Bryggargatan 9, 990 14 Sundvik "
          "(”Leverantören”).",
          "Brinkenvik System AB", "Tallmora kommun"},
         {"WHEREAS, Tallmo Corporation, a corporation with its principal office at 742 Evergreen Terrace, Springfield, "
          "IL 62704 (hereinafter referred to as the \"Controller\"), engages Brinkenvik Services Inc., with its office "
          "at 16 Parkway, Mountain View, CA 94043 (hereinafter referred to as the \"Processor\").",
          "Brinkenvik Services Inc", "Tallmo Corporation"},
         {"Avtalet reglerar Brinkenvik ABs (\"Biträdet\") behandling för kundens räkning.", "Brinkenvik AB", ""},
         {"Brinkenvik AB utför uppdrag åt dig som beställer (\"Kunden\").", "(nobody)", ""}});
}

BOOST_AUTO_TEST_CASE(roles_before_their_bearers) {
  check({{"Personuppgiftsbiträde (\"Brinken.se\"): Brinkenvik Technologies AB, org.nr 559000-1903.",
          "Brinkenvik Technologies AB", "(nobody)"},
         {"Personuppgiftsbiträde: Brinkenvik, org.nr 559000-1903.", "Brinkenvik", "(nobody)"},
         {"\"Processor\" means Brinkenvik Ltd, which processes the data. \"Controller\" means Tallmo Ltd.",
          "Brinkenvik Ltd", "Tallmo Ltd"},
         {"Med ”Leverantören” avses Brinkenvik AB.", "Brinkenvik AB", "(nobody)"}});
}

/// The word controller names the customer in a contract with a processor, and the author of a policy.
BOOST_AUTO_TEST_CASE(who_is_called_controller) {
  check(
      {{"Integritetspolicy för Kvittlund. Kvittlund AB, org.nr 559000-2215, Färjevägen 18, 990 77 Alnefors, är "
        "personuppgiftsansvarig. Vårt ombud når du hos oss. Uppgifterna är våra.",
        "Kvittlund AB", ""},
       {"The Supplier uses Pinecone. Pinecone acts as an independent controller. The Customer is told.", "", ""},
       {"Leverantören anlitar Pinecone. Pinecone agerar som självständig personuppgiftsansvarig. Kunden får veta det.",
        "", ""},
       {"Policy of Kvittlund Ltd. Mätvass Ltd is a processor for us. Our data are ours, and you can ask us.", "", ""}});
}

/// A company of the vendor's group stands for the vendor.
BOOST_AUTO_TEST_CASE(longer_names_of_a_party) {
  const Document english = document_of(
      "These terms are between you and Lumeo Inc. (\"Lumeo\").\n\nTo the extent Lumeo Ireland Limited transfers your "
      "data, it tells you.\n");
  annotation_at(english, repository_lexicon(), "vendor", "Lumeo Ireland Limited");
  const Document swedish = document_of(
      "Villkoren gäller mellan dig och Lumeo AB (”Lumeo”).\n\nOm Lumeo Finland Oy får uppgifterna ska du få veta "
      "det.\n");
  annotation_at(swedish, repository_lexicon(), "vendor", "Lumeo Finland Oy");
  const Document shouted = document_of(
      "These terms are between you and Lumeo Inc. (\"Lumeo\").\n\nTHE SERVICE IS PROVIDED BY LUMEO AS IT IS.\n");
  for (const Annotation* vendor : annotations_with(shouted, repository_lexicon().find("vendor")))
    BOOST_TEST(shouted.text(shouted.span_of(*vendor)) != "LUMEO AS");
}

/// Of two words, both new to the text, only the one that means the same as "Subprocessor" is a sub-processor.
BOOST_AUTO_TEST_CASE(defined_terms_stand_for_known_ideas) {
  const auto stands_at = [](const std::string& text, const std::string& id, const std::string& words) {
    BOOST_TEST_CONTEXT(text) { annotation_at(document_of(text), repository_lexicon(), id, words); }
  };
  stands_at("\"Subvendor\" means any sub-processor.\n\nThe list of Subvendors is public.\n", "subprocessor",
            "Subvendors");
  stands_at("\"Fjärrhjälp\" avser varje underbiträde.\n\nFjärrhjälpens personal är utbildad.\n", "subprocessor",
            "Fjärrhjälpens");
  stands_at("\"Helper\" means a third party that processes personal data for the Customer.\n\nEach Helper is named.\n",
            "subprocessor", "Helper");
  stands_at("\"Medhjälpare\" avser tredje part som behandlar personuppgifter.\n\nVarje Medhjälpare anges.\n",
            "subprocessor", "Medhjälpare");
  stands_at("This Data Processing Addendum, with its schedules (\"DPA\"), applies.\n\nThe DPA ends in May.\n",
            "agreement", "DPA");
  stands_at("The parties sign a binding document (this \"Charter\").\n\nThe Charter ends in May.\n", "agreement",
            "Charter");
  stands_at("Detta personuppgiftsbiträdesavtal (\"PuB\") gäller.\n\nPuB upphör i maj.\n", "agreement", "PuB");
  stands_at("Detta avtal (\"Överenskommelsen\") gäller.\n\nÖverenskommelsens bilagor gäller.\n", "agreement",
            "Överenskommelsens");
}

BOOST_AUTO_TEST_CASE(defined_terms_that_stand_for_something_else) {
  const auto nowhere = [](const std::string& text, const std::string& id, const std::string& words) {
    BOOST_TEST_CONTEXT(text) {
      const Document document = document_of(text);
      for (const Annotation* annotation : annotations_with(document, repository_lexicon().find(id)))
        BOOST_TEST(document.text(document.span_of(*annotation)) != words);
    }
  };
  nowhere("\"Subprocessor\" means Provider's Affiliates or other third-party service providers.", "affiliate",
          "Subprocessor");
  nowhere("\"Underbiträde\" avser koncernbolag och andra företag.", "affiliate", "Underbiträde");
  nowhere("Acme supplies the hosting under this Agreement (\"Hosting\").\n\nThe Hosting is fast.\n", "agreement",
          "Hosting");
  nowhere("Vi levererar driften enligt detta avtal (\"Driften\").\n\nDriften är snabb.\n", "agreement", "Driften");
  nowhere("\"Helper\" means a company that processes personal data.\n\nThe Helper is named.\n", "personal-data",
          "Helper");
}

/// A town, a thing and an act in brackets are no parties.
BOOST_AUTO_TEST_CASE(brackets_that_name_no_party) {
  const Document document = document_of(
      "Användarvillkor\n\nAvtalet gäller mellan Brinkenvik AB (\"Leverantören\") och kunden. Tjänsten är ett moln "
      "(\"Tjänsten\"). Kundkännedom (Know Your Customer) krävs.\n");
  for (const Annotation* vendor : annotations_with(document, repository_lexicon().find("vendor")))
    BOOST_TEST(document.text(document.span_of(*vendor)) != "Tjänsten");
  BOOST_TEST(name_of_party(document, Actor::customer) == "");
}

BOOST_AUTO_TEST_SUITE_END()
