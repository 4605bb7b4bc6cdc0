#include "report/word/negotiation_document.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "report/negotiation.h"
#include "report/sample_report.h"
#include "support/read_sample.h"
#include "support/word_comments.h"

using namespace klausul;

namespace {

Report with_questions() {
  Report report = sample_report();
  report.documents[0].path = "kunder/avtal.docx";
  report.documents[0].findings[0].questions = {{"Which providers?", "Vilka biträden?"}};
  report.documents[0].findings[1].title.sv = "Ändring <utan> & \"besked\"";
  return report;
}

std::string written(const Report& report, Language language) {
  ReportOptions options;
  options.language = language;
  const Result<std::string> docx = write_negotiation_document(report, options);
  BOOST_REQUIRE(docx.has_value());
  return *docx;
}

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(negotiation_document)

BOOST_AUTO_TEST_CASE(every_point_has_its_heading_quote_reason_clause_and_questions) {
  const std::string text = describe(read_sample(written(with_questions(), Language::sv), "lista.docx"));
  BOOST_TEST(text.starts_with("title bold: Förhandlingslista\n"), text);
  for (const char* words :
       {"text: avtal.docx\n", "1. Förhandsbesked om ändringar: Saknas · Kritiskt\n", "Biträdet ska informera.\n",
        "– Vilka biträden?\n", "2. Ändring <utan> & \"besked\": Riskklausul · Allvarligt\n",
        "Leverantören bestämmer ensam.\n", "7.2 (b), s. 3, rad 120\n",
        "We may change these terms\uFFFD[2J without notice."})
    BOOST_TEST(holds(text, words), words << " is not in\n" << text);
  BOOST_TEST(!holds(text, "kunder/"));
}

BOOST_AUTO_TEST_CASE(it_is_written_in_the_language_of_the_report) {
  const std::string text = describe(read_sample(written(with_questions(), Language::en), "list.docx"));
  BOOST_TEST(text.starts_with("title bold: Negotiation list\n"));
  BOOST_TEST(holds(text, "– Which providers?\n"));
  const auto entries = klausul::test::zip_entries(written(with_questions(), Language::en), false);
  BOOST_TEST(holds(entries.at("word/styles.xml"), "<w:lang w:val=\"en-GB\"/>"));
  BOOST_TEST(holds(entries.at("word/header1.xml"), "avtal.docx"));
  BOOST_TEST(holds(entries.at("word/footer1.xml"), "A reading aid, not legal advice."));
}

BOOST_AUTO_TEST_CASE(several_documents_follow_one_another) {
  Report report = with_questions();
  report.documents.push_back(report.documents[0]);
  report.documents[1].path = "andra.pdf";
  const std::string text = describe(read_sample(written(report, Language::sv), "lista.docx"));
  BOOST_TEST(text.find("title bold: ") != text.rfind("title bold: "));
  BOOST_TEST(holds(text, "text: andra.pdf\n"));
}

BOOST_AUTO_TEST_CASE(a_document_without_findings_says_so) {
  Report report = with_questions();
  report.documents[0].findings.clear();
  BOOST_TEST(holds(describe(read_sample(written(report, Language::en), "list.docx")), "text: No findings.\n"));
}

BOOST_AUTO_TEST_CASE(every_style_that_is_used_is_there) {
  const auto entries = klausul::test::zip_entries(written(with_questions(), Language::sv), false);
  const std::string& document = entries.at("word/document.xml");
  std::set<std::string> used;
  for (std::size_t at = document.find("Style w:val=\""); at != std::string::npos;
       at = document.find("Style w:val=\"", at + 1)) {
    const std::size_t begin = at + 13;
    used.insert(document.substr(begin, document.find('"', begin) - begin));
  }
  BOOST_TEST(used.size() > 7U);
  for (const std::string& style : used)
    BOOST_TEST(holds(entries.at("word/styles.xml"), "w:styleId=\"" + style + "\""), style);
  BOOST_TEST(written(with_questions(), Language::sv) == written(with_questions(), Language::sv));
}

BOOST_AUTO_TEST_SUITE_END()
