#include "report/printable.h"

#include <boost/test/unit_test.hpp>

using klausul::columns;
using klausul::printable;
using klausul::wrap;

BOOST_AUTO_TEST_CASE(columns_are_counted_as_a_terminal_does) {
  BOOST_TEST(columns("räksmörgås") == 10U);
  BOOST_TEST(columns("a\u030a") == 1U);  // a and a combining ring
  BOOST_TEST(columns("条項") == 4U);
  BOOST_TEST(columns("\xff") == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_terminal_obeys_is_replaced) {
  BOOST_TEST(printable("a\x1b[31mb") == "a\uFFFD[31mb");
  BOOST_TEST(printable("a\rb\x07") == "a\uFFFDb\uFFFD");
  BOOST_TEST(printable("\u009b1m") == "\uFFFD1m");
  BOOST_TEST(printable("x\u202ey\u2066") == "x\uFFFDy\uFFFD");
  BOOST_TEST(printable("\xc3") == "\uFFFD");
  BOOST_TEST(printable("rad ett\n\trad två – ”ja”") == "rad ett\n rad två – ”ja”");
}

BOOST_AUTO_TEST_CASE(lines_break_at_spaces) {
  const std::vector<std::string> expected = {"får ändra", "villkoren när", "som helst"};
  BOOST_TEST(wrap("får ändra villkoren när som helst", 13) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_line_is_cut) {
  const std::vector<std::string> expected = {"a", "personupp", "giftsbitr", "äde b"};
  BOOST_TEST(wrap("a personuppgiftsbiträde b", 9) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(line_feeds_break_and_nothing_is_one_line) {
  BOOST_TEST(wrap("", 20).size() == 1U);
  const std::vector<std::string> expected = {"a b", "", "c"};
  BOOST_TEST(wrap("a  b\n\nc", 20) == expected, boost::test_tools::per_element());
}
