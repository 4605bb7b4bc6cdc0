#include <boost/test/unit_test.hpp>

#include "support/read_sample.h"

using namespace klausul;

namespace {

/// A file with a usual head: fonts 0 (Western), 1 (signs), 2 (Cyrillic), 3 (Japanese), 4 (Central European).
std::string rtf(std::string_view body, std::string_view head = "\\ansi\\ansicpg1252\\deff0") {
  return "{\\rtf1" + std::string(head) +
         "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fcharset2 Wingdings;}{\\f2\\fcharset204 Arial{\\*\\falt X};}"
         "{\\f3\\fcharset128 MS Mincho;}{\\f4\\fcharset238 Arial CE;}}{\\colortbl;\\red0\\green0\\blue0;}"
         "{\\stylesheet{Normal;}{\\s1\\sbasedon0 Rubrik 1;}{\\s2\\outlinelevel1 Avsnitt;}{\\s3\\sbasedon1 Eget;}"
         "{\\s4 Title;}{\\s6\\sbasedon7 a;}{\\s7\\sbasedon6 b;}{\\*\\cs5 Stark;}}{\\info{\\title Inte text}}" +
         std::string(body) + "}";
}

SourceText read_rtf_sample(std::string_view body) { return read_sample(rtf(body), "avtal.rtf"); }
std::string text_of(std::string_view body) { return read_rtf_sample(body).text; }
std::string described(std::string_view body) { return describe(read_rtf_sample(body)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(rtf_files)

BOOST_AUTO_TEST_CASE(characters_in_code_pages_and_in_unicode) {
  BOOST_TEST(text_of("K\\'f6p \\'93nu\\'94") == "Köp “nu”\n");
  BOOST_TEST(text_of("R\\u229\\'e5d \\u8220?x{\\uc2\\u8221 ab}y\\uc0\\u8211z") == "Råd “x”y–z\n");
  BOOST_TEST(text_of("\\u-10179?\\u-8704?") == "😀\n");
  BOOST_TEST(text_of("{\\f2\\'c4\\'e0}{\\f3\\'8f\\'91}{\\f4\\'b3}\\'b3") == "Да書ł³\n");
  BOOST_TEST(text_of("a\\~b\\_c\\-d\\{e\\}\\\\f\\emdash g\\tab h\\line i") == "a b-cd{e}\\f—g h i\n");
  BOOST_TEST(text_of("{\\f1\\'fe} ja {\\f1\\'a8} nej {\\f1 n}\\u-3928?") == "\u2612 ja \u2610 nej \u2610\n");
  BOOST_TEST(read_sample("{\\rtf1\\mac K\\'9ap}", "a.rtf").text == "Köp\n");
  BOOST_TEST(read_sample("{\\rtf1\\ansi K\xC3\xB6p}", "a.rtf").text == "Köp\n");
  BOOST_TEST(read_sample("{\\rtf1\\ansi K\xF6p}", "a.rtf").text == "Köp\n");
}

BOOST_AUTO_TEST_CASE(headings_by_style_and_outline_level) {
  BOOST_TEST(described("\\pard\\s4 Avtal\\par\\pard\\s1 Ett\\par\\pard\\s2 Tv\\'e5\\par\\pard\\s3 Eget\\par"
                       "\\pard\\outlinelevel2 Direkt\\par\\pard\\s1\\outlinelevel9 Inte\\par\\pard\\s6 Ring\\par"
                       "\\pard {\\b Fet}\\par {\\b Fet} inte\\par") ==
             "title: Avtal\nheading 1: Ett\nheading 2: Två\nheading 1: Eget\nheading 3: Direkt\ntext: Inte\n"
             "text: Ring\ntext bold: Fet\ntext: Fet inte\n");
}

BOOST_AUTO_TEST_CASE(lists_bear_their_labels) {
  BOOST_TEST(described("\\pard\\s1{\\listtext\\pard\\plain 1.\\tab}\\ls1 Rubrik\\par"
                       "\\pard{\\listtext 1.1\\tab}\\ls1\\ilvl1 Punkt\\par\\pard{\\listtext\\'b7\\tab}\\ls2 Prick\\par"
                       "\\pard{\\listtext\\f1 o\\tab}\\ls2\\ilvl1 Ring\\par"
                       "\\pard{\\pntext (a)\\tab}{\\*\\pn\\pnlvlbody{\\pntxtb (}}Gammal\\par\\pard Text\\par"
                       "\\pard{\\listtext Bilaga 1\\tab}Priser\\par") ==
             "heading 1 [1]: Rubrik\nitem 2 [1.1]: Punkt\nitem 1: Prick\nitem 2: Ring\nitem 1 [(a)]: Gammal\n"
             "text: Text\ntext [Bilaga 1]: Priser\n");
}

BOOST_AUTO_TEST_CASE(tables_and_tables_within) {
  const std::string row = "\\trowd\\cellx1000\\cellx2000\\pard\\intbl ";
  BOOST_TEST(described("F\\'f6re\\par" + row + "a\\cell b\\cell\\row" + row + "c\\par mer\\cell " +
                       "\\itap2 i1\\nestcell i2\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}"
                       "{\\nonesttables\\par}\\pard\\intbl d\\cell\\row\\pard Efter\\par" +
                       row + "e\\cell f\\cell\\row\\pard\\par" +
                       "\\trowd\\cellx1000\\pard\\s1\\intbl Ram\\cell\\row") ==
             "text: Före\ncell 1/1/1: a\ncell 1/1/2: b\ncell 1/2/1: c\ncell 1/2/1: mer\ncell 2/1/1: i1\n"
             "cell 2/1/2: i2\ncell 1/2/2: d\ntext: Efter\ncell 3/1/1: e\ncell 3/1/2: f\nheading 1: Ram\n");
}

BOOST_AUTO_TEST_CASE(notes_boxes_and_headers_stand_where_they_belong) {
  const SourceText text = read_rtf_sample(
      "{\\header Avtal 12\\par}{\\headerf Avtal 12\\par}F\\'f6re{\\super\\chftn{\\footnote\\pard\\chftn{\\b "
      "No}ten\\par}}"
      "{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt I rutan\\par}}{\\shprslt I rutan\\par}} efter"
      "{\\footnote\\ftnalt Slutnoten}{\\*\\annotation r\\'e5d}\\par Slut\\par{\\footer Sida\\par}");
  BOOST_TEST(describe(text) ==
             "text: Före efter\nbox: I rutan\ntext: Slut\nnote [1]: Noten\nnote [1]: Slutnoten\n"
             "page header: Avtal 12\npage header: Sida\n");
  BOOST_TEST(text.coverage.limits.size() == 1U);
  BOOST_TEST(text.map.parts()[place_of(text, "Noten").part] == "notes");
}

BOOST_AUTO_TEST_CASE(links_and_groups_without_text) {
  BOOST_TEST(text_of("Se {\\field{\\*\\fldinst HYPERLINK \"https://exempel.se/v\" \\\\l \"x\"}{\\fldrslt{\\ul "
                     "villkoren}}} h\\'e4r{\\pict\\wmetafile8 0102}{\\*\\bkmkstart b}{\\*\\okand dold}"
                     "{\\object\\objemb{\\*\\objdata 01}{\\result bild}}{\\*\\cs5 stark}{\\bin5 }}{{{}slut") ==
             "Se villkoren (https://exempel.se/v) härbildstarkslut\n");
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted) {
  const SourceText text = read_rtf_sample(
      "Kund {\\revised ska }{\\deleted f\\'e5r }{\\deleted inte }betala{\\v dold}\\par F\\'f6rsta{\\deleted\\par "
      "}andra\\par");
  BOOST_TEST(text.text == "Kund ska betala\nFörsta andra\n");
  BOOST_TEST(text.coverage.tracked_insertions == 1U);
  BOOST_TEST(text.coverage.tracked_deletions == 1U);
  BOOST_TEST(!text.coverage.complete);
}

BOOST_AUTO_TEST_CASE(cut_off_and_hostile_files) {
  const std::string whole = rtf("Text\\par mer text");
  BOOST_TEST(read_sample(whole, "a.rtf").coverage.complete);
  BOOST_TEST(!read_sample(whole.substr(0, whole.size() - 3), "a.rtf").coverage.complete);
  BOOST_TEST(read_sample(whole + "}}skr\xE4p", "a.rtf").text == "Text\nmer text\n");
  const auto repeated = [](std::string_view piece, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += piece;
    return all;
  };
  const Result<SourceText> deep = read_document(rtf(repeated("{", 100000)), "a.rtf");
  BOOST_REQUIRE(!deep.has_value());
  BOOST_TEST((deep.error().kind == ErrorKind::too_large));
  // Boxes within boxes are not read over and over.
  BOOST_TEST(!read_rtf_sample("x" + repeated("{\\shptxt y", 400) + repeated("}", 400)).coverage.complete);
  BOOST_TEST(read_rtf_sample(repeated("\\pard\\intbl\\itap99 x\\nestcell ", 20000)).paragraphs.size() == 20000U);
  BOOST_TEST(read_rtf_sample("a\\u99999999999?\\bin99999999999 b").text == "a\uFFFD\n");
}

BOOST_AUTO_TEST_CASE(offsets_are_those_of_the_file) {
  const std::string file = rtf("Kund \\'f6vriga {\\b parter}");
  const SourceText text = read_sample(file, "a.rtf");
  for (const char* words : {"Kund", "vriga", "parter"}) BOOST_TEST(place_of(text, words).source == file.find(words));
  BOOST_TEST(place_of(text, "ö").source == file.find("\\'f6"));
}

BOOST_AUTO_TEST_SUITE_END()
