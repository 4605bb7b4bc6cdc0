#include "words/forms.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace klausul;

namespace {
using Spellings = std::vector<std::string>;
}

BOOST_AUTO_TEST_SUITE(forms)

BOOST_AUTO_TEST_CASE(grammar) {
  const std::vector<std::pair<std::string, Spellings>> cases{
      {"consent", {"consent"}},
      {"prior consent", {"prior consent"}},
      {"(a|b)", {"a", "b"}},
      {"(a|b) c", {"a c", "b c"}},
      {"authori(s|z)ation", {"authorisation", "authorization"}},
      {"prior[ written] consent", {"prior written consent", "prior consent"}},
      {"prior[ written|express] consent", {"prior written consent", "prior express consent", "prior consent"}},
      {"[a |b ]c", {"a c", "b c", "c"}},
      {"(a|b)[ c|d]", {"a c", "a d", "a", "b c", "b d", "b"}},
      {"(a[ b]|c) d", {"a b d", "a d", "c d"}},
      {"underbiträd*", {"underbiträd*"}},
      {"*avtal", {"*avtal"}},
      {"# dagar", {"# dagar"}},
      {"", {""}},
      {"(|a)", {"", "a"}},
  };
  for (const auto& [form, expected] : cases) {
    BOOST_TEST_CONTEXT(form) {
      const Result<Spellings> spellings = expand_form(form);
      BOOST_REQUIRE(spellings.has_value());
      BOOST_TEST(*spellings == expected, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(mistakes_are_errors_that_name_the_form) {
  std::string deep(12, '(');
  deep += "a" + std::string(12, ')');
  std::string many;
  for (int i = 0; i < 12; ++i) many += "(a|b)";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"(a|b", "')' is missing"},
      {"[a|b", "']' is missing"},
      {"a)", "')' has no beginning"},
      {"a]", "']' has no beginning"},
      {"a|b", "'|' has no beginning"},
      {"(a]", "']' stands where ')' is expected"},
      {"[a)", "')' stands where ']' is expected"},
      {deep, "nested too deeply"},
      {many, "more than 2048 spellings"},
  };
  for (const auto& [form, words] : cases) {
    BOOST_TEST_CONTEXT(form) {
      const Result<Spellings> spellings = expand_form(form);
      BOOST_REQUIRE(!spellings.has_value());
      BOOST_TEST((spellings.error().kind == ErrorKind::bad_knowledge));
      BOOST_TEST(spellings.error().what.find(words) != std::string::npos, spellings.error().what);
      BOOST_TEST(spellings.error().what.find(form) != std::string::npos, spellings.error().what);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_most_spellings_are_allowed) {
  std::string form;
  for (int i = 0; i < 11; ++i) form += "(a|b)";
  const Result<Spellings> spellings = expand_form(form);
  BOOST_REQUIRE(spellings.has_value());
  BOOST_TEST(spellings->size() == 2048U);
}

BOOST_AUTO_TEST_SUITE_END()
