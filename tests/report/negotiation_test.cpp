#include "report/negotiation.h"

#include <boost/test/unit_test.hpp>

#include "report/sample_report.h"

using namespace klausul;

namespace {

Report themed_report() {
  Report report = sample_report();
  report.themes = {{"terms", {"Terms", "Villkor"}, {"IMY-10"}, {}}, {"roles", {"Roles", "Roller"}, {"IMY-2"}, {}}};
  report.documents[0].findings[0].questions = {{"When are we told?", "När får vi veta?"}};
  report.documents[0].findings[1].theme = {"IMY-10", "IMY-2"};
  return report;
}

}  // namespace

BOOST_AUTO_TEST_CASE(points_are_gathered_under_their_first_theme_most_severe_first) {
  const auto lists = negotiation_lists(themed_report(), Language::en);
  BOOST_REQUIRE(lists.size() == 1U);
  const NegotiationList& list = lists[0];
  BOOST_REQUIRE(list.themes.size() == 2U);
  BOOST_TEST(list.themes[0].title == "Roles");
  BOOST_TEST(list.themes[0].points[0].id == "subprocessor.notice");
  BOOST_TEST(list.themes[1].title == "Terms");
  BOOST_TEST(list.themes[1].points[0].number == 2U);
  BOOST_TEST(list.themes[1].points[0].quotes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_point_says_everything_in_the_language_of_the_list) {
  const NegotiationList list = negotiation_lists(themed_report(), std::nullopt)[0];  // the document is Swedish
  BOOST_TEST((list.language == Language::sv));
  BOOST_TEST(list.parties == "Personuppgiftsbiträde: Molnverket AB");
  const NegotiationPoint& point = list.themes[0].points[0];
  BOOST_TEST(point.title == "Förhandsbesked om ändringar: Saknas");
  BOOST_TEST(point.reason == "Ni ska få besked innan.");
  BOOST_TEST(point.clause == "Biträdet ska informera.");
  BOOST_REQUIRE(point.questions.size() == 1U);
  BOOST_TEST(point.questions[0] == "När får vi veta?");
  BOOST_TEST(point.basis[0] == "GDPR Art. 28(2) (lag)");
}

BOOST_AUTO_TEST_CASE(what_no_theme_covers_is_in_the_last_and_nothing_is_lost_without_themes) {
  Report report = themed_report();
  report.documents[0].findings[1].theme = {"IMY-99"};
  NegotiationList list = negotiation_lists(report, Language::en)[0];
  BOOST_REQUIRE(list.themes.size() == 1U);
  BOOST_TEST(list.themes[0].points.size() == 2U);
  report.themes.clear();
  list = negotiation_lists(report, Language::en)[0];
  BOOST_REQUIRE(list.themes.size() == 1U);
  BOOST_TEST(list.themes[0].title == "Findings");
  BOOST_TEST(list.themes[0].points.size() == 2U);
}
