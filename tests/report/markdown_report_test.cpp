#include <boost/test/unit_test.hpp>
#include <string>

#include "read/reader.h"
#include "report/markdown_text.h"
#include "report/reporter.h"
#include "report/sample_report.h"

using namespace klausul;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What a reader of the Markdown sees, one paragraph a line.
std::string shown(const std::string& markdown) {
  Result<SourceText> source = read_document(markdown, "report.md");
  BOOST_REQUIRE(source.has_value());
  BOOST_TEST(source->format == "md");
  return source->text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_in_a_text_is_obeyed) {
  for (const std::string text : {"# no heading",
                                 "- no item",
                                 "+ no item",
                                 "1. no item",
                                 "23) no item",
                                 "> no quotation",
                                 "---",
                                 "===",
                                 "*no* _no_ `no`",
                                 "[no](http://example.test)",
                                 "![no](x)",
                                 "<b>no</b>",
                                 "<script>no</script>",
                                 "&lt;",
                                 "a | b",
                                 "~~no~~",
                                 "\\# no",
                                 "https://example.test and www.example.test",
                                 "one@example.test",
                                 "[^1]: no",
                                 "$no$",
                                 "[ ] no",
                                 "```"}) {
    const std::string page = shown("Before.\n\n" + markdown_escaped(text) + "\n\nAfter.\n\n- " +
                                   markdown_escaped(text) + "\n\n" + markdown_quote(text) + "End.\n");
    BOOST_TEST(page == "Before.\n" + text + "\nAfter.\n" + text + "\n" + text + "\nEnd.\n", text << " became " << page);
  }
}

BOOST_AUTO_TEST_CASE(escaping_is_left_out_where_it_is_not_needed) {
  BOOST_TEST(markdown_escaped("7.2 (b), s. 3 – 48 timmar + 2") == "7.2 (b), s. 3 – 48 timmar + 2");
  BOOST_TEST(markdown_escaped("a\nb") == "a b");
  BOOST_TEST(markdown_quote("a\n# b") == "> a\n>\n> \\# b\n\n");
}

BOOST_AUTO_TEST_CASE(a_review_in_markdown_says_everything_of_the_report) {
  const std::string text = write_markdown(sample_report(), {Language::en, 100, false});
  for (const char* part :
       {"# Review", "## avtal.docx", "- Data processing agreement (the title says so)", "12 pages (1 without text)",
        "- Page 4 holds no text.", "### Findings: 1 critical, 1 high", "##### 1. Prior notice of changes: Missing",
        "**Why:** You must be told before.", "**Searched:** A duty to inform", "7.2 (b), p. 3, line 120:",
        "> “We may change these terms", "**Basis:** GDPR Art. 28(2) (statute); 30 days (our own threshold)",
        "**Propose:** The Processor shall inform.", "(subprocessor.notice)", "- Breach notification · 7.2 (b)",
        "### Not applicable here (1)", "at most 48 hours from becoming aware", "- trasig.pdf: The file is no PDF."})
    BOOST_TEST(has(text, part), "not in the report: " << part);
  BOOST_TEST(!has(text, "\x1b"));
  BOOST_TEST(has(write_markdown(sample_report(), {}), "**Varför:** Ni ska få besked innan."));
}

BOOST_AUTO_TEST_CASE(a_negotiation_list_says_what_to_ask_for) {
  Report report = sample_report();
  report.documents[0].findings[0].questions = {{"When are we told?", "När får vi veta?"}};
  const std::string text = write_negotiation_markdown(report, {});
  for (const char* part : {"# Förhandlingslista: avtal.docx", "Personuppgiftsbiträde: Molnverket AB",
                           "### 1. Förhandsbesked om ändringar: Saknas", "Kritiskt · subprocessor.notice",
                           "**Varför:** Ni ska få besked innan.", "**Förslag:**\n\n> Biträdet ska informera.",
                           "**Frågor till leverantören:**\n\n- När får vi veta?",
                           "### 2. Ändring utan besked: Riskklausul", "> ”We may change these terms", "trasig.pdf"})
    BOOST_TEST(has(text, part), "not in the list: " << part);
  report.documents[0].findings.clear();
  BOOST_TEST(has(write_negotiation_markdown(report, {}), "Inget att förhandla om hittades."));
}
