#include "report/swedish_sentences.h"

#include <boost/test/unit_test.hpp>

using klausul::in_swedish;

BOOST_AUTO_TEST_CASE(numbers_and_names_are_kept) {
  BOOST_TEST(
      in_swedish("The document has tracked changes: 3 insertions were read as accepted, 12 deletions were left out.") ==
      "Dokumentet har spårade ändringar: 3 tillägg har lästs som godkända, 12 strykningar har utelämnats.");
  BOOST_TEST(in_swedish("The part word/footnotes.xml could not be read; its text is left out.") ==
             "Delen word/footnotes.xml kunde inte läsas; dess text har utelämnats.");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_stays_english) {
  BOOST_TEST(in_swedish("Page 4 holds no text.") == "Page 4 holds no text.");
  BOOST_TEST(in_swedish("") == "");
}
