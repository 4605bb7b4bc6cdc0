// References to acts, web addresses, numbers, definitions.

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/annotation_lookup.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

/// "gdpr/28(3)(a)" for each reference with an article, "gdpr" for an act alone, in order.
std::vector<std::string> references_in(const std::string& text) {
  const Document document = document_of(text);
  std::vector<std::string> found;
  for (const Annotation* annotation : annotations_with(document, builtin_law_reference)) {
    const LawReference& reference = document.law_reference_of(*annotation);
    std::string line = repository_lexicon().acts()[reference.act].id;
    if (!reference.article.empty()) line += "/" + reference.article;
    if (!reference.article_end.empty()) line += "-" + reference.article_end;
    if (!reference.paragraph.empty()) line += "(" + reference.paragraph + ")";
    if (!reference.point.empty()) line += "(" + reference.point + ")";
    found.push_back(line);
  }
  return found;
}

std::vector<std::string> texts_with(const Document& document, ConceptId concept_id) {
  std::vector<std::string> found;
  for (const Annotation* annotation : annotations_with(document, concept_id))
    found.emplace_back(document.text(document.span_of(*annotation)));
  return found;
}

struct Case {
  std::string text;
  std::vector<std::string> expected;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(references)

BOOST_AUTO_TEST_CASE(articles_of_acts) {
  const std::vector<Case> cases{
      {"As Article 28 of the GDPR says, the parties write it down.", {"gdpr/28", "gdpr"}},
      {"As Article 28(3) GDPR says, the parties write it down.", {"gdpr/28(3)", "gdpr"}},
      {"As Article 28(3)(a) of the GDPR says, the parties write it down.", {"gdpr/28(3)(a)", "gdpr"}},
      {"As Art. 28 GDPR says, the parties write it down.", {"gdpr/28", "gdpr"}},
      {"The Supplier helps with Articles 32 to 36 of the GDPR.", {"gdpr/32-36", "gdpr"}},
      {"The Supplier helps with Articles 32-36 of the GDPR.", {"gdpr/32-36", "gdpr"}},
      {"Enligt artikel 28 i dataskyddsförordningen skriver parterna ett avtal.", {"gdpr/28", "gdpr"}},
      {"Enligt artikel 28.3 i dataskyddsförordningen skriver parterna ett avtal.", {"gdpr/28(3)", "gdpr"}},
      {"Enligt artikel 28.3 a i dataskyddsförordningen skriver parterna ett avtal.", {"gdpr/28(3)(a)", "gdpr"}},
      {"Leverantören hjälper till med artiklarna 32–36 i dataskyddsförordningen.", {"gdpr/32-36", "gdpr"}},
      {"Enligt förordning (EU) 2016/679 skriver parterna ett avtal.", {"gdpr"}},
  };
  for (const Case& sample : cases) BOOST_TEST_CONTEXT(sample.text) {
      BOOST_TEST(references_in(sample.text) == sample.expected, boost::test_tools::per_element());
    }
}

/// A contract counts its own clauses too.
BOOST_AUTO_TEST_CASE(articles_of_the_contract_itself_are_none) {
  for (const std::string text :
       {"As Article 5 of this Agreement says, the parties meet once a year.",
        "Som artikel 5 i detta avtal säger träffas parterna en gång om året.",
        "As clause 28 says, the parties meet once a year.", "Som punkt 28 säger träffas parterna en gång om året."})
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(references_in(text).empty()); }
}

BOOST_AUTO_TEST_CASE(an_act_is_its_own_concept_and_a_reference) {
  const Document document = document_of("The Supplier follows the GDPR in all its work.");
  BOOST_TEST(annotations_with(document, repository_lexicon().find("act-gdpr")).size() == 1U);
  BOOST_TEST(annotations_with(document, builtin_law_reference).size() == 1U);
}

BOOST_AUTO_TEST_CASE(web_and_mail_addresses) {
  const Document document = document_of(
      "The list stands at https://www.brinkenvik.example/legal/sub-processors?lang=en and "
      "(https://brinkenvik.example/x). "
      "See also www.brinkenvik.example and brinkenvik.example/terms, or write to privacy@brinkenvik.example for more.");
  const std::vector<std::string> addresses{"https://www.brinkenvik.example/legal/sub-processors?lang=en",
                                           "https://brinkenvik.example/x", "www.brinkenvik.example",
                                           "brinkenvik.example/terms"};
  BOOST_TEST(texts_with(document, builtin_url) == addresses, boost::test_tools::per_element());
  const std::vector<std::string> mail{"privacy@brinkenvik.example"};
  BOOST_TEST(texts_with(document, builtin_email) == mail, boost::test_tools::per_element());
}

/// "/process/delete" in an address is no duty to delete.
BOOST_AUTO_TEST_CASE(words_inside_addresses_do_not_count) {
  const Document document =
      document_of("The Supplier keeps a page at https://brinkenvik.example/delete/engage for all of its visitors.");
  for (const std::string_view id : {"delete", "engage"})
    BOOST_TEST(annotations_with(document, repository_lexicon().find(id)).empty(), id);
}

BOOST_AUTO_TEST_CASE(amounts_percentages_and_dates) {
  const Document document =
      document_of("The fee is EUR 500 or 6000 SEK, raised by 3 % from 2027-01-15, and by 12% after that.");
  BOOST_TEST(annotations_with(document, builtin_amount).size() == 2U);
  BOOST_TEST(annotations_with(document, builtin_percentage).size() == 2U);
  const std::vector<std::string> dates{"2027-01-15"};
  BOOST_TEST(texts_with(document, builtin_date) == dates, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(definitions)

BOOST_AUTO_TEST_CASE(quoted_terms_are_defined) {
  const Lexicon& lexicon = repository_lexicon();
  const std::vector<std::tuple<std::string, std::string, ConceptId>> cases{
      {"\"Subvendor\" means any sub-processor that the Supplier uses.", "Subvendor", lexicon.known().subprocessor},
      {"“Helper Firm” means any subcontractor that handles the data.", "Helper Firm", lexicon.known().subprocessor},
      {"Med ”Hjälpfirma” avses underbiträde som Leverantören tar in.", "Hjälpfirma", lexicon.known().subprocessor},
      {"”Hjälpfirma” avser underbiträde som Leverantören tar in.", "Hjälpfirma", lexicon.known().subprocessor},
      {"\"Blue Week\" means the second week in May.", "Blue Week", no_concept},
  };
  for (const auto& [text, term, target] : cases) {
    BOOST_TEST_CONTEXT(text) {
      const Document document = document_of(text);
      BOOST_REQUIRE(document.definitions.size() == 1U);
      BOOST_TEST(document.definitions[0].term == term);
      BOOST_TEST(document.text(document.definitions[0].span) == term);
      BOOST_TEST(document.definitions[0].stands_for == target);
    }
  }
}

/// What a term stands for, it stands for in the whole document, also before its definition.
BOOST_AUTO_TEST_CASE(a_defined_term_is_its_concept_everywhere) {
  const Document document = document_of(
      "The Supplier may use a Subvendor for hosting.\n\n\"Subvendor\" means any sub-processor that the Supplier "
      "uses.\n\nEach Subvendor is listed. A subvendor in small letters is none.\n");
  std::vector<std::string> found;
  for (const Annotation* annotation : annotations_with(document, repository_lexicon().known().subprocessor))
    found.emplace_back(document.text(document.span_of(*annotation)));
  const std::vector<std::string> expected{"Subvendor", "Subvendor", "sub-processor", "Subvendor"};
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
