#include <boost/test/unit_test.hpp>

#include "read/plain_lines.h"
#include "support/read_sample.h"

using namespace klausul;

BOOST_AUTO_TEST_SUITE(plain)

BOOST_AUTO_TEST_CASE(hard_wrapped_lines_are_joined) {
  const SourceText text = read_sample(
      "Biträdet ska utan onödigt dröjsmål underrätta den ansvarige efter\n"
      "att ha fått vetskap om en incident. Underrättelsen ska innehålla det\n"
      "som anges i bilagan.\n"
      "\n"
      "Den ansvarige ska svara inom tio arbetsdagar från det att frågan har\n"
      "kommit fram.\n",
      "a.txt");
  BOOST_TEST(describe(text) ==
             "text: Biträdet ska utan onödigt dröjsmål underrätta den ansvarige efter att ha fått vetskap om en "
             "incident. Underrättelsen ska innehålla det som anges i bilagan.\n"
             "text: Den ansvarige ska svara inom tio arbetsdagar från det att frågan har kommit fram.\n");
  BOOST_TEST(place_of(text, "som anges").line == 3U);
  BOOST_TEST(place_of(text, "som anges").column == 1U);
  BOOST_TEST(place_of(text, "kommit").line == 6U);
  BOOST_TEST(text.map.segments().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_paragraph_a_line_is_not_joined) {
  const SourceText text = read_sample(
      "The vendor may change the price.\n"
      "The customer may terminate the agreement within thirty days from the notice of a change of the price, and is "
      "then "
      "repaid what it has paid in advance for the time after the termination takes effect.\n"
      "the notice is sent by mail.\n"
      "Short line\n",
      "a.txt");
  BOOST_TEST(text.paragraphs.size() == 4U);
}

BOOST_AUTO_TEST_CASE(numbered_lines_begin_paragraphs) {
  const SourceText text = read_sample(
      "7. Underbiträden\n"
      "7.1 Leverantören får anlita underbiträden för behandlingen av kundens\n"
      "uppgifter om villkoren i punkt 7.2 är uppfyllda.\n"
      "7.2 Leverantören ska\n"
      "(a) underrätta kunden senast trettio dagar i förväg, och\n"
      "(b) ålägga underbiträdet samma skyldigheter som i detta avtal.\n"
      "12 § Den som bryter mot avtalet ska ersätta den skada som uppkommer.\n"
      "Bilaga 2 Säkerhet\n",
      "a.txt");
  BOOST_TEST(text.paragraphs.size() == 7U);
  BOOST_TEST(describe(text, text.paragraphs[1]) ==
             "text: 7.1 Leverantören får anlita underbiträden för behandlingen av kundens uppgifter om villkoren i "
             "punkt 7.2 är uppfyllda.");
}

BOOST_AUTO_TEST_CASE(a_reference_at_a_line_start_does_not_begin_a_paragraph) {
  const SourceText text = read_sample(
      "Kunden får säga upp avtalet om leverantören inte följer det i punkt\n"
      "7.2 och dröjsmålet varar mer än tio dagar, eller om leverantören bryter\n"
      "12 § i lagen. Uppsägningen ska vara skriftlig och får verkan så snart\n"
      "den har kommit fram.\n",
      "a.txt");
  BOOST_TEST(text.paragraphs.size() == 1U);
}

BOOST_AUTO_TEST_CASE(bullets_are_items_with_levels) {
  const SourceText text = read_sample(
      "Behandlingen omfattar:\n"
      "- namn\n"
      "  - förnamn\n"
      "  - efternamn\n"
      "- adress\n"
      "• telefon\n"
      "•\n"
      "e-post\n",
      "a.txt");
  BOOST_TEST(describe(text) ==
             "text: Behandlingen omfattar:\n"
             "item 1: namn\n"
             "item 2: förnamn\n"
             "item 2: efternamn\n"
             "item 1: adress\n"
             "item 1: telefon\n"
             "item 1: e-post\n");
  BOOST_TEST(place_of(text, "efternamn").column == 5U);
}

BOOST_AUTO_TEST_CASE(headings_only_where_sure) {
  const SourceText text = read_sample(
      "PERSONUPPGIFTSBITRÄDESAVTAL\n"
      "\n"
      "Parterna\n"
      "========\n"
      "Kund och leverantör är parter.\n"
      "\n"
      "7.2 Underrättelse\n"
      "\n"
      "Sekretess\n"
      "---------\n"
      "Parterna ska iaktta sekretess.\n"
      "\n"
      "3. Kunden ska betala.\n"
      "\n"
      "Kort rad\n"
      "\n",
      "a.txt");
  BOOST_TEST(describe(text) ==
             "heading 1: PERSONUPPGIFTSBITRÄDESAVTAL\n"
             "heading 1: Parterna\n"
             "text: Kund och leverantör är parter.\n"
             "heading 2: 7.2 Underrättelse\n"
             "heading 2: Sekretess\n"
             "text: Parterna ska iaktta sekretess.\n"
             "text: 3. Kunden ska betala.\n"
             "text: Kort rad\n");
}

BOOST_AUTO_TEST_CASE(words_broken_at_line_ends_are_joined) {
  const SourceText text = read_sample(
      "Leverantören ansvarar för att de åtgärder som vidtas för personuppgifts-\n"
      "behandlingen är lämpliga, och att de omfattar tekniska och säkerhets-\n"
      "och drifts\u00AD\n"
      "relaterade åtgärder under hela avtalstiden, enligt vad som sägs nedan.\n",
      "a.txt");
  BOOST_TEST(text.text ==
             "Leverantören ansvarar för att de åtgärder som vidtas för personuppgiftsbehandlingen är lämpliga, och att "
             "de omfattar tekniska och säkerhets- och driftsrelaterade åtgärder under hela avtalstiden, enligt vad som "
             "sägs nedan.\n");
  BOOST_TEST(place_of(text, "behandlingen").line == 2U);
}

BOOST_AUTO_TEST_CASE(joints_between_lines) {
  BOOST_TEST((joint_between("personuppgifts-", "biträdet ska") == LineJoint::nothing_and_no_hyphen));
  BOOST_TEST((joint_between("säkerhets-", "och driftsfrågor") == LineJoint::space));
  BOOST_TEST((joint_between("short-", "and long-term") == LineJoint::space));
  BOOST_TEST((joint_between("Kund-", "Avtalet") == LineJoint::space));
  BOOST_TEST((joint_between("punkt 7 -", "vidare") == LineJoint::space));
  BOOST_TEST((joint_between("avtal", "vidare") == LineJoint::space));
}

BOOST_AUTO_TEST_CASE(form_feeds_give_pages) {
  const SourceText text = read_sample("Sidan ett.\n\fSidan två.\n\f\n\fSidan fyra.\n", "a.txt");
  BOOST_TEST(text.coverage.pages == 4U);
  BOOST_TEST(text.coverage.pages_with_text == 3U);
  BOOST_TEST(place_of(text, "ett").page == 1U);
  BOOST_TEST(place_of(text, "två").page == 2U);
  BOOST_TEST(place_of(text, "fyra").page == 4U);
  const SourceText close = read_sample("ett\fskrivs\fsamman\f", "a.txt");
  BOOST_TEST(place_of(close, "ett").page == 1U);
  BOOST_TEST(place_of(close, "skrivs").page == 2U);
  BOOST_TEST(place_of(close, "samman").page == 3U);
  BOOST_TEST(close.coverage.pages == 3U);
}

BOOST_AUTO_TEST_CASE(all_line_ends_end_lines) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string line_end(end);
    const SourceText text = read_sample("Ett." + line_end + line_end + "Två." + line_end, "a.txt");
    BOOST_TEST(describe(text) == "text: Ett.\ntext: Två.\n");
    BOOST_TEST(place_of(text, "Två").line == 3U);
  }
}

BOOST_AUTO_TEST_CASE(encodings_are_detected) {
  const std::string utf8 = "Åtgärder för överföring – ”säkra” enligt 5 §.";
  const std::string windows = "\xC5tg\xE4rder f\xF6r \xF6verf\xF6ring \x96 \x94s\xE4kra\x94 enligt 5 \xA7.";
  const std::string mac = "\x81tg\x8Arder f\x9Ar \x9Averf\x9Aring \xD0 \xD3s\x8Akra\xD3 enligt 5 \xA4.";
  std::string utf16le = "\xFF\xFE";
  std::string utf16be_without_mark;
  for (const char letter : std::string("Plain words of an agreement, enough to tell.")) {
    utf16le += letter;
    utf16le += '\0';
    utf16be_without_mark += '\0';
    utf16be_without_mark += letter;
  }
  BOOST_TEST(read_sample(utf8, "a.txt").text == utf8 + "\n");
  BOOST_TEST(read_sample("\xEF\xBB\xBF" + utf8, "a.txt").text == utf8 + "\n");
  BOOST_TEST(read_sample(windows, "a.txt").text == utf8 + "\n");
  BOOST_TEST(read_sample(mac, "a.txt").text == utf8 + "\n");
  BOOST_TEST(read_sample(utf16le, "a.txt").text == "Plain words of an agreement, enough to tell.\n");
  BOOST_TEST(read_sample(utf16be_without_mark, "a.txt").text == "Plain words of an agreement, enough to tell.\n");
  BOOST_TEST(!read_sample(windows, "a.txt").coverage.limits.empty());
}

BOOST_AUTO_TEST_CASE(mostly_well_formed_utf8_stays_utf8) {
  const SourceText text = read_sample("Åtgärder för överföring \xFF av uppgifter på språket.", "a.txt");
  BOOST_TEST(text.text == "Åtgärder för överföring \uFFFD av uppgifter på språket.\n");
  BOOST_TEST(text.coverage.limits.size() == 1U);
}

BOOST_AUTO_TEST_CASE(rows_of_a_table_are_not_joined) {
  const SourceText text = read_sample(
      "Uppgift         Ändamål                        Gallring i systemet\n"
      "Namn            Inloggning                     Trettio dagar senare\n"
      "Adress          Fakturering                    Sju år efter kalenderåret\n",
      "a.txt");
  BOOST_TEST(text.paragraphs.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_line_that_ends_its_page_stands_on_it) {
  const SourceText text = read_sample("one\n\ntwo\fthree\n\nfour\n", "a.txt");
  BOOST_TEST(place_of(text, "two").page == 1U);
  BOOST_TEST(place_of(text, "three").page == 2U);
  BOOST_TEST(text.coverage.pages == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
