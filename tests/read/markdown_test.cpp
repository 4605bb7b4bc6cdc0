#include <boost/test/unit_test.hpp>

#include "support/read_sample.h"

using namespace klausul;

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(headings_lists_and_emphasis) {
  const SourceText text = read_sample(
      "# Avtal om behandling\n"
      "\n"
      "## 7. Underbiträden\n"
      "\n"
      "Leverantören får anlita *underbiträden*\n"
      "om **villkoren** nedan är uppfyllda.\n"
      "\n"
      "**Viktigt**\n"
      "\n"
      "1. Först\n"
      "2. Sedan\n"
      "   - inre\n"
      "\n"
      "   fortsättning\n"
      "\n"
      "a) bokstav\n",
      "a.md");
  BOOST_TEST(describe(text) ==
             "heading 1: Avtal om behandling\n"
             "heading 2: 7. Underbiträden\n"
             "text: Leverantören får anlita underbiträden om villkoren nedan är uppfyllda.\n"
             "text bold: Viktigt\n"
             "item 1 [1]: Först\n"
             "item 1 [2]: Sedan\n"
             "item 2: inre\n"
             "item 1: fortsättning\n"
             "text: a) bokstav\n");
  BOOST_TEST(place_of(text, "villkoren").line == 6U);
  BOOST_TEST(place_of(text, "villkoren").column == 6U);
  BOOST_TEST(place_of(text, "inre").line == 12U);
}

BOOST_AUTO_TEST_CASE(item_numbers_are_the_typed_ones_while_they_rise) {
  BOOST_TEST(describe(read_sample("3. a\n5. b\n\ntext\n\n1) c\n1) d\n", "a.md")) ==
             "item 1 [3]: a\nitem 1 [5]: b\ntext: text\nitem 1 [1)]: c\nitem 1 [2)]: d\n");
}

BOOST_AUTO_TEST_CASE(escapes_and_entities_map_exactly) {
  const SourceText text = read_sample("1\\. Kund &amp; Leverant&ouml;r \\*slut\\* efter\n", "a.md");
  BOOST_TEST(text.text == "1. Kund & Leverantör *slut* efter\n");
  BOOST_TEST(place_of(text, ". Kund").source == 2U);
  BOOST_TEST(place_of(text, "Kund").source == 4U);
  BOOST_TEST(place_of(text, "& ").source == 9U);
  BOOST_TEST(place_of(text, "ör *").source == 23U);
  BOOST_TEST(place_of(text, "efter").source == 40U);
}

BOOST_AUTO_TEST_CASE(links_show_where_they_lead) {
  const SourceText text = read_sample(
      "Se [villkoren](https://exempel.se/villkor \"titel\") och [detta](#lokalt), https://exempel.se/b och "
      "[exempel.se](https://exempel.se/) samt [ref][r]. Slut\n"
      "\n"
      "[r]: https://exempel.se/ref\n",
      "a.md");
  BOOST_TEST(text.text ==
             "Se villkoren (https://exempel.se/villkor) och detta, https://exempel.se/b och exempel.se samt ref "
             "(https://exempel.se/ref). Slut\n");
  BOOST_TEST(place_of(text, "https://exempel.se/villkor").source == 15U);
  BOOST_TEST(place_of(text, "och detta").source == 51U);
  BOOST_TEST(place_of(text, "Slut").column == 148U);
}

BOOST_AUTO_TEST_CASE(tables_have_cells) {
  const SourceText text = read_sample("| Uppgift | Tid |\n|---|---|\n| Namn | 30 **dagar** |\n| Namn | |\n", "a.md");
  BOOST_TEST(describe(text) ==
             "cell 1/1/1: Uppgift\ncell 1/1/2: Tid\ncell 1/2/1: Namn\ncell 1/2/2: 30 dagar\ncell 1/3/1: Namn\n");
  BOOST_TEST(place_of(text, "30").line == 3U);
  BOOST_TEST(place_of(text, "30").column == 10U);
}

BOOST_AUTO_TEST_CASE(front_matter_gives_the_title) {
  const SourceText text = read_sample("---\nlayout: sida\ntitle: \"Avtal – bilaga\"\n---\n\nText.\n", "a.md");
  BOOST_TEST(describe(text) == "title: Avtal – bilaga\ntext: Text.\n");
  BOOST_TEST(place_of(text, "Avtal").line == 3U);
  BOOST_TEST(place_of(text, "Text").line == 6U);
  BOOST_TEST(describe(read_sample("---\nProse between rules.\n\n---\nmore\n", "a.md")) ==
             "text: Prose between rules.\ntext: more\n");
}

BOOST_AUTO_TEST_CASE(html_within_markdown_is_read) {
  const SourceText text = read_sample(
      "<div class=\"x\"><p>Stycke &amp; text</p>\n<p>Andra</p></div>\n"
      "\n"
      "rad<br>bryts <span>inne</span> <!-- dold -->\n"
      "\n"
      "<!-- borta -->\n"
      "\n"
      "<table><tr><td>a</td><td>b</td></tr></table>\n",
      "a.md");
  BOOST_TEST(describe(text) ==
             "text: Stycke & text\ntext: Andra\ntext: rad bryts inne\ncell 1/1/1: a\ncell 1/1/2: b\n");
  BOOST_TEST(place_of(text, "Andra").line == 2U);
}

BOOST_AUTO_TEST_CASE(code_quotes_and_images) {
  const SourceText text = read_sample(
      "![logga](logga.png)\n"
      "\n"
      "> citerat\n"
      "> vidare\n"
      "\n"
      "    indragen rad\n"
      "\n"
      "```\nkod <b>\n```\n"
      "\n"
      "struket ~~bort~~ kvar `kod\\*`\n",
      "a.md");
  BOOST_TEST(describe(text) == "text: citerat vidare\ntext: indragen rad\ntext: kod <b>\ntext: struket kvar kod\\*\n");
  BOOST_TEST(text.coverage.tracked_deletions == 1U);
  BOOST_TEST(place_of(text, "kvar").line == 12U);
}

BOOST_AUTO_TEST_CASE(skip_links_are_dropped) {
  BOOST_TEST(describe(read_sample("[Skip to content](#main)\n\n[Villkor](#villkor)\n\nText\n", "a.md")) ==
             "text: Villkor\ntext: Text\n");
}

BOOST_AUTO_TEST_CASE(markdown_without_a_name_is_recognised) {
  BOOST_TEST(read_sample("# Avtal\n\nText med [länk](https://exempel.se).\n", "").format == "md");
  BOOST_TEST(read_sample("# Avtal\n\nText med [länk](https://exempel.se).\n", "a.txt").format == "txt");
  BOOST_TEST(read_sample("Avtal\n\nVanlig text.\n", "-").format == "txt");
}

BOOST_AUTO_TEST_SUITE_END()
