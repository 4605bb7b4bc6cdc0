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

BOOST_AUTO_TEST_CASE(lists_of_pages_are_kept) {
  BOOST_TEST(in_swedish("Pages that are pictures without text: 2, 4-7. They were not read; --ocr reads them.") ==
             "Sidor som är bilder utan text: 2, 4-7. De har inte lästs; --ocr läser dem.");
  BOOST_TEST(in_swedish("Pages read by OCR: 3, with a confidence of 91 %. Check what is quoted from them against the "
                        "page.") ==
             "Sidor lästa med OCR: 3, med 91 % säkerhet. Jämför det som citeras från dem med "
             "sidan.");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_stays_english) {
  BOOST_TEST(in_swedish("Page 4 holds no text.") == "Page 4 holds no text.");
  BOOST_TEST(in_swedish("") == "");
}
