#include <boost/test/unit_test.hpp>

#include "support/read_sample.h"

using namespace klausul;

namespace {

SourceText page(const std::string& body) {
  return read_sample(
      "<!DOCTYPE html><html><head><title>Titel</title><style>p{}</style></head><body>" + body + "</body></html>",
      "a.html");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(blocks_headings_and_breaks) {
  BOOST_TEST(describe(page(
                 "<h2>7. Under<b>biträden</b></h2><div>Ett <p>Två<br>tre</p>fyra</div><p><strong>Fet</strong></p>")) ==
             "heading 2: 7. Underbiträden\ntext: Ett\ntext: Två tre\ntext: fyra\ntext bold: Fet\n");
}

BOOST_AUTO_TEST_CASE(entities_map_exactly) {
  const std::string source = "<html><body><p>K&ouml;p &amp; s&#228;lj&nbsp;nu &lt;x&gt; &copy slut</p></body></html>";
  const SourceText text = read_sample(source, "a.html");
  BOOST_TEST(text.text == "Köp & sälj nu <x> © slut\n");
  for (const char* word : {"p &amp;", "lj&nbsp;", "nu ", "x&gt;", "slut"})
    BOOST_TEST(place_of(text, std::string(word).substr(0, std::string(word).find('&'))).source == source.find(word));
}

BOOST_AUTO_TEST_CASE(lists_have_labels) {
  BOOST_TEST(describe(page("<ol type=a start=2><li>ett<li><p>två</p><p>mer</p><ul><li>inre</ul></ol>"
                           "<ol style='list-style-type: upper-roman'><li value=4>fyra</li></ol>")) ==
             "item 1 [b]: ett\nitem 1 [c]: två\nitem 1: mer\nitem 2: inre\nitem 1 [IV]: fyra\n");
}

BOOST_AUTO_TEST_CASE(tables_have_cells) {
  BOOST_TEST(describe(page("<table><tr><th colspan=2>Rubrik<th>C</tr>"
                           "<tr><td rowspan=2>a<td><p>b</p><p>bb</p><td>c</tr><tr><td>d</table>")) ==
             "cell 1/1/1: Rubrik\ncell 1/1/3: C\ncell 1/2/1: a\ncell 1/2/2: b\ncell 1/2/2: bb\ncell 1/2/3: c\n"
             "cell 1/3/2: d\n");
}

BOOST_AUTO_TEST_CASE(layout_tables_are_no_tables) {
  BOOST_TEST(describe(page("<table><tr><td><h1>Avtal</h1>text<table><tr><td>a<td>b</table></td></tr></table>")) ==
             "heading 1: Avtal\ntext: text\ncell 1/1/1: a\ncell 1/1/2: b\n");
}

BOOST_AUTO_TEST_CASE(chrome_is_left_out) {
  BOOST_TEST(
      describe(page("<header><a href='/'>Hem</a> <a href='/p'>Priser</a></header><nav>meny</nav>"
                    "<div role=navigation>mer meny</div><aside>annons</aside><div class='x cookie-banner'>kakor</div>"
                    "<main><header>Avtal <a href='#a'>a</a></header><p>Parterna är överens om det följande.</p>"
                    "<button>Skicka</button><select><option>val</select><script>var x;</script>"
                    "<h3><button aria-expanded=false>Ansvar</button></h3></main>"
                    "<footer><a href='/om'>Om oss</a></footer>")) ==
      "text: Avtal a\ntext: Parterna är överens om det följande.\nheading 3: Ansvar\n");
}

BOOST_AUTO_TEST_CASE(a_footer_with_text_is_kept) {
  BOOST_TEST(
      describe(
          page("<p>Avtal mellan parterna om tjänsten.</p><footer>Senast ändrad i mars <a href='/'>Hem</a></footer>")) ==
      "text: Avtal mellan parterna om tjänsten.\ntext: Senast ändrad i mars Hem\n");
}

BOOST_AUTO_TEST_CASE(hidden_text_is_left_out_and_said) {
  const SourceText text =
      page("<p>" + std::string(200, 'a') + "</p><p style='display: none'>" + std::string(400, 'b') +
           "</p><p hidden>c</p><span aria-hidden=true>\u25BC</span><span aria-hidden=true>d</span>");
  BOOST_TEST(text.paragraphs.size() == 2U);
  BOOST_TEST(text.coverage.limits.size() == 1U);
  BOOST_TEST(!text.coverage.complete);
}

BOOST_AUTO_TEST_CASE(a_contract_is_never_lost_as_chrome) {
  const SourceText text = page("<aside><p>Leverantören ska på begäran av kunden radera alla uppgifter.</p></aside>ja");
  BOOST_TEST(describe(text) == "text: Leverantören ska på begäran av kunden radera alla uppgifter.\ntext: ja\n");
}

BOOST_AUTO_TEST_CASE(links_show_where_they_lead) {
  BOOST_TEST(page("<p>Se <a href='https://exempel.se/v'>villkoren</a> och <a href=/lokal>detta</a>, "
                  "<a href='https://exempel.se'>exempel.se</a>.</p>")
                 .text == "Se villkoren (https://exempel.se/v) och detta, exempel.se.\n");
}

BOOST_AUTO_TEST_CASE(line_breaks_can_end_paragraphs) {
  BOOST_TEST(describe(page("<p>Ett<br>två<br><br>tre<br>2.1 Fyra<br>- fem<br>&bull; sex</p>")) ==
             "text: Ett två\ntext: tre\ntext: 2.1 Fyra - fem\ntext: • sex\n");
}

BOOST_AUTO_TEST_CASE(preformatted_text_keeps_its_paragraphs) {
  BOOST_TEST(describe(page("<pre>\nEtt\ntvå\n\n1. Tre\n2. Fyra</pre>")) ==
             "text: Ett två\ntext: 1. Tre\ntext: 2. Fyra\n");
}

BOOST_AUTO_TEST_CASE(struck_text_is_left_out) {
  const SourceText text = page("<p>kvar <del>bort</del><s>bort</s> <ins>ny</ins></p>");
  BOOST_TEST(text.text == "kvar ny\n");
  BOOST_TEST(text.coverage.tracked_deletions == 2U);
  BOOST_TEST(text.coverage.tracked_insertions == 1U);
}

BOOST_AUTO_TEST_CASE(declared_encodings_are_used) {
  BOOST_TEST(read_sample("<html><head><meta charset=iso-8859-2></head><body>\xB9 and more</body></html>", "").text ==
             "š and more\n");
  BOOST_TEST(read_sample("<html><body>p\xE5 svenska</body></html>", "").text == "på svenska\n");
}

BOOST_AUTO_TEST_CASE(html_is_known_by_its_bytes) {
  BOOST_TEST(read_sample("\n<!-- x --><!doctype HTML><p>a", "x.md").format == "html");
  BOOST_TEST(read_sample("<p>a</p><p>b</p><div>c</div>", "").format == "html");
  BOOST_TEST(read_sample("a < b and c > d", "").format == "txt");
  const SourceText misnamed = read_sample("<html><body>text", "avtal.docx");
  BOOST_TEST(misnamed.format == "html");
  BOOST_TEST(misnamed.coverage.limits.size() == 1U);
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_flattened) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div><b>";
  const SourceText text = page("<p>före</p>" + deep + "inne");
  BOOST_TEST(describe(text) == "text: före\ntext bold: inne\n");
  BOOST_TEST(text.coverage.limits.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
