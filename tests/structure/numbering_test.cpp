#include "structure/numbering.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {
namespace {

struct Case {
  std::string_view paragraph;
  NumberingStyle style;
  std::string_view label;
  std::uint32_t depth;
  std::uint32_t value;
  std::string_view text;  ///< what begins after the number
};

void check(const Case& expected) {
  BOOST_TEST_CONTEXT(expected.paragraph) {
    const std::optional<TypedNumber> found = typed_number(expected.paragraph);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(static_cast<int>(found->style) == static_cast<int>(expected.style));
    BOOST_TEST(found->label == expected.label);
    BOOST_TEST(found->depth == expected.depth);
    BOOST_TEST(found->value == expected.value);
    BOOST_TEST(expected.paragraph.substr(found->length) == expected.text);
  }
}

BOOST_AUTO_TEST_SUITE(numbering)

BOOST_AUTO_TEST_CASE(decimals) {
  using enum NumberingStyle;
  const std::vector<Case> cases{
      {"3. Underbiträden", decimal, "3", 1, 3, "Underbiträden"},
      {"3 Security", decimal, "3", 1, 3, "Security"},
      {"3) Security", decimal, "3", 1, 3, "Security"},
      {"12: Ansvar", decimal, "12", 1, 12, "Ansvar"},
      {"3. – Scope", decimal, "3", 1, 3, "Scope"},
      {"3 - Scope", decimal, "3", 1, 3, "Scope"},
      {"3.Underbiträden", decimal, "3", 1, 3, "Underbiträden"},
      {"7.2 The processor shall", decimal, "7.2", 2, 2, "The processor shall"},
      {"7.2. The processor shall", decimal, "7.2", 2, 2, "The processor shall"},
      {"7.2 “Data” means", decimal, "7.2", 2, 2, "“Data” means"},
      {"7.2.10 Ångerrätt", decimal, "7.2.10", 3, 10, "Ångerrätt"},
      {"7.2.1 behandla uppgifter", decimal, "7.2.1", 3, 1, "behandla uppgifter"},
      {"7.2. behandla uppgifter", decimal, "7.2", 2, 2, "behandla uppgifter"},
      {"1. radera uppgifterna", decimal, "1", 1, 1, "radera uppgifterna"},
      {"(1) The controller", decimal, "(1)", 1, 1, "The controller"},
      {"7.2 (b) The processor", decimal, "7.2 (b)", 3, 2, "The processor"},
      {"7.2(b) radera", decimal, "7.2 (b)", 3, 2, "radera"},
      {"7a. Text", decimal, "7a", 1, 7, "Text"},
      {"A.1. Definitions", decimal, "A.1", 2, 1, "Definitions"},
      {"B.2 Security", decimal, "B.2", 2, 2, "Security"},
      {"7.", decimal, "7", 1, 7, ""},
      {"7.2", decimal, "7.2", 2, 2, ""},
      {"14. 30 days before", decimal, "14", 1, 14, "30 days before"},
  };
  for (const Case& expected : cases) check(expected);
}

BOOST_AUTO_TEST_CASE(letters_and_romans) {
  using enum NumberingStyle;
  const std::vector<Case> cases{
      {"(a) the data", letter, "(a)", 1, 1, "the data"},
      {"b) uppgifter", letter, "(b)", 1, 2, "uppgifter"},
      {"c. uppgifter", letter, "(c)", 1, 3, "uppgifter"},
      {"(bb) last", letter, "(bb)", 1, 28, "last"},
      {"(iv) delete", roman, "(iv)", 1, 4, "delete"},
      {"(i) delete", roman, "(i)", 1, 1, "delete"},
      {"xii) delete", roman, "(xii)", 1, 12, "delete"},
      {"IV. Transfers", roman, "IV", 1, 4, "Transfers"},
      {"A. Definitions", letter, "A", 1, 1, "Definitions"},
      {"(A) The parties", letter, "(A)", 1, 1, "The parties"},
      {"(a)utan mellanrum", letter, "(a)", 1, 1, "utan mellanrum"},
  };
  for (const Case& expected : cases) check(expected);
}

BOOST_AUTO_TEST_CASE(words_and_signs) {
  using enum NumberingStyle;
  const std::vector<Case> cases{
      {"12 § Sekretess", paragraph_sign, "12 §", 1, 12, "Sekretess"},
      {"12 a § Sekretess", paragraph_sign, "12 a §", 1, 12, "Sekretess"},
      {"12§", paragraph_sign, "12 §", 1, 12, ""},
      {"§ 12 Sekretess", paragraph_sign, "§ 12", 1, 12, "Sekretess"},
      {"§12. Sekretess", paragraph_sign, "§ 12", 1, 12, "Sekretess"},
      {"Bilaga 2", annex, "Bilaga 2", 1, 2, ""},
      {"BILAGA 2 – INSTRUKTION", annex, "Bilaga 2", 1, 2, "INSTRUKTION"},
      {"Bilaga 2: instruktion", annex, "Bilaga 2", 1, 2, "instruktion"},
      {"Bilaga nr 2 Instruktion", annex, "Bilaga 2", 1, 2, "Instruktion"},
      {"Underbilaga 1A Underbiträden", annex, "Underbilaga 1A", 1, 1, "Underbiträden"},
      {"Bilaga – Instruktion", annex, "Bilaga", 1, 0, "Instruktion"},
      {"Annex II", annex, "Annex II", 1, 2, ""},
      {"ANNEX I TO THE CLAUSES", annex, "Annex I", 1, 1, "TO THE CLAUSES"},
      {"Annex I to the Clauses", annex, "Annex I", 1, 1, "to the Clauses"},
      {"Schedule A (Details)", annex, "Schedule A", 1, 1, "(Details)"},
      {"Appendix 1.2 Measures", annex, "Appendix 1.2", 2, 2, "Measures"},
      {"Exhibit B: Fees", annex, "Exhibit B", 1, 2, "Fees"},
      {"APPENDIX", annex, "Appendix", 1, 0, ""},
      {"Article 5 Security", article, "Article 5", 1, 5, "Security"},
      {"SECTION II – OBLIGATIONS", article, "Section II", 1, 2, "OBLIGATIONS"},
      {"Section 4.1 The vendor", article, "Section 4.1", 2, 1, "The vendor"},
      {"Klausul 8", article, "Klausul 8", 1, 8, ""},
      {"Avsnitt 2: Ansvar", article, "Avsnitt 2", 1, 2, "Ansvar"},
      {"2 kap. Ansvar", article, "2 kap.", 1, 2, "Ansvar"},
      {"• radera", bullet, "", 1, 0, "radera"},
      {"- radera", bullet, "", 1, 0, "radera"},
      {"– radera", bullet, "", 1, 0, "radera"},
      {"* radera", bullet, "", 1, 0, "radera"},
  };
  for (const Case& expected : cases) check(expected);
}

BOOST_AUTO_TEST_CASE(no_numbers) {
  for (const std::string_view paragraph : {"",
                                           " ",
                                           "2024 the parties",
                                           "2024. The parties",
                                           "10 000 kr",
                                           "1.5 times",
                                           "1.5 MB Storage",
                                           "3.2.2023",
                                           "2024-01-01 Version",
                                           "a dog",
                                           "i avtalet",
                                           "I den mån",
                                           "A party",
                                           "Avtalet",
                                           "3 March 2024",
                                           "3 mars 2024",
                                           "30 days",
                                           "30 Days",
                                           "99.9% uptime",
                                           "100 % av avgiften",
                                           "24/7 Support",
                                           "1:a januari",
                                           "08-123 45 67",
                                           "556677-8899",
                                           "1-3 months",
                                           "1.250 SEK",
                                           "10.000 EUR",
                                           "5",
                                           "(2016/679)",
                                           "(see above)",
                                           "(text) and",
                                           "t. ex. uppgifter",
                                           "e. g. names",
                                           "i. e. names",
                                           "28.3 i förordningen",
                                           "12 § dataskyddslagen gäller",
                                           "Bilaga 1 innehåller instruktionen.",
                                           "Bilaga 1 och 2",
                                           "Bilaga 1, 2 och 3",
                                           "Annex II sets out the measures.",
                                           "bilaga 2",
                                           "Bilagor",
                                           "Schedule a meeting",
                                           "Exhibitors",
                                           "Article 5 applies",
                                           "Section 4.1 applies",
                                           "Del av avtalet",
                                           "Part of it",
                                           "-5 grader",
                                           "—",
                                           "•",
                                           "3D Models",
                                           "U.S. Privacy",
                                           "Vi. Och ni",
                                           "B2B Services",
                                           "A4 Paper",
                                           "\xC3\xA5) text"}) {
    BOOST_TEST_CONTEXT(paragraph) {
      const std::optional<TypedNumber> found = typed_number(paragraph);
      if (paragraph == "•")
        BOOST_TEST(found.has_value());  // an empty bullet is still one
      else
        BOOST_TEST(!found.has_value(), (found ? found->label : std::string()));
    }
  }
}

BOOST_AUTO_TEST_CASE(expected_numbers) {
  BOOST_TEST(!typed_number("7.2 the processor shall"));
  BOOST_TEST(expected_number("7.2 the processor shall")->label == "7.2");
  BOOST_TEST(!expected_number("10 000 kr"));
}

BOOST_AUTO_TEST_CASE(labels) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases{{"7.2", "7.2"},
                                                                         {"7.2.", "7.2"},
                                                                         {"7", "7"},
                                                                         {"7.", "7"},
                                                                         {"(b)", "(b)"},
                                                                         {"b)", "(b)"},
                                                                         {"A", "A"},
                                                                         {"iv.", "(iv)"},
                                                                         {"§ 3", "§ 3"},
                                                                         {"Bilaga 2", "Bilaga 2"},
                                                                         {"Article 5", "Article 5"},
                                                                         {"Bilaga 1:", "Bilaga 1"}};
  for (const auto& [label, expected] : cases) {
    BOOST_TEST_CONTEXT(label) {
      const std::optional<TypedNumber> found = number_of_label(label);
      BOOST_TEST_REQUIRE(found.has_value());
      BOOST_TEST(found->label == expected);
      BOOST_TEST(found->length == 0U);
    }
  }
  BOOST_TEST(!number_of_label(""));
  BOOST_TEST(!number_of_label("•"));
}

BOOST_AUTO_TEST_CASE(two_readings) {
  const TypedNumber roman = *typed_number("(i) the data");
  BOOST_TEST(other_reading(roman)->value == 9U);
  BOOST_TEST((other_reading(roman)->style == NumberingStyle::letter));
  BOOST_TEST(!other_reading(*typed_number("(a) the data")));
  BOOST_TEST(!other_reading(*typed_number("3. Security")));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace klausul
