#include "report/wording.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace klausul;

namespace {

Fact fact_of(double value, const char* unit, const char* bound, const char* trigger) {
  return {"duration", "x.y", value, unit, bound, trigger, {}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(periods_read_as_a_person_writes_them) {
  BOOST_TEST(sentence_for(fact_of(1, "hour", "at-most", ""), Language::en) == "at most 1 hour");
  BOOST_TEST(sentence_for(fact_of(1.5, "year", "about", ""), Language::sv) == "ungefär 1,5 år");
  BOOST_TEST(sentence_for(fact_of(30, "day", "at-least", "change"), Language::sv) == "minst 30 dagar före ändringen");
  BOOST_TEST(sentence_for(fact_of(5, "business-day", "exact", "new"), Language::en) == "5 business days (new)");
}

BOOST_AUTO_TEST_CASE(every_trigger_that_the_lexicon_knows_has_words) {
  std::ifstream file(std::filesystem::path(KLAUSUL_ROOT) / "lexicons" / "numbers.json");
  const auto numbers = nlohmann::json::parse(file);
  for (const auto& [trigger, words] : numbers["triggers"].items())
    for (const Language language : {Language::sv, Language::en})
      BOOST_TEST(sentence_for(fact_of(2, "day", "exact", trigger.c_str()), language).find('(') == std::string::npos,
                 trigger);
}

BOOST_AUTO_TEST_CASE(large_numbers_are_grouped) {
  BOOST_TEST(grouped(7, Language::en) == "7");
  BOOST_TEST(grouped(1234567, Language::en) == "1,234,567");
  BOOST_TEST(grouped(50321, Language::sv) == "50\u00A0321");
}

BOOST_AUTO_TEST_CASE(the_weak_form_of_a_flag_is_no_weak_provision) {
  BOOST_TEST(word_for(Status::weak, EntryKind::required, Language::sv) == "Bristfälligt");
  BOOST_TEST(word_for(Status::weak, EntryKind::misleading, Language::sv) == "Vilseledande påstående, mildare form");
}

BOOST_AUTO_TEST_CASE(every_status_and_kind_has_a_word_in_both_languages) {
  for (const Language language : {Language::sv, Language::en}) {
    for (const Status status : {Status::present, Status::weak, Status::missing, Status::triggered, Status::clear,
                                Status::not_applicable, Status::undetermined}) {
      for (const EntryKind kind : {EntryKind::required, EntryKind::red_flag, EntryKind::misleading, EntryKind::stale,
                                   EntryKind::drafting, EntryKind::fact}) {
        BOOST_TEST(!word_for(status, kind, language).empty());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_processor_is_the_vendor_of_terms) {
  BOOST_TEST(word_for_role("processor", DocumentType::dpa, Language::sv) == "Personuppgiftsbiträde");
  BOOST_TEST(word_for_role("processor", DocumentType::terms, Language::sv) == "Leverantör");
}

BOOST_AUTO_TEST_CASE(a_name_is_not_said_twice) {
  BOOST_TEST(without_name("a.txt", "a.txt is empty.") == "is empty.");
  BOOST_TEST(without_name("a", "a.txt is empty.") == "a.txt is empty.");
  BOOST_TEST(without_name("-", "Standard input is empty.") == "Standard input is empty.");
}
