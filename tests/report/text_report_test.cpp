#include <boost/test/unit_test.hpp>
#include <sstream>

#include "report/printable.h"
#include "report/reporter.h"
#include "report/sample_report.h"

namespace {

std::string written(klausul::Language language, std::size_t width = 100, bool colour = false) {
  return klausul::write_text(sample_report(), {language, width, colour});
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_review_in_english_says_everything_of_the_report) {
  const std::string text = written(klausul::Language::en);
  for (const char* part : {"avtal.docx",
                           "Data processing agreement (the title says so)",
                           "97 % Swedish, 3 % English",
                           "12 pages (1 without text)",
                           "50,321 characters",
                           "Processor: Molnverket AB (also “Leverantören”)",
                           "Controller: named only as “ni”",
                           "Not everything in the file could be read",
                           "Page 4 holds no text.",
                           "2 deletions were left out",
                           "Findings: 1 critical, 1 high",
                           "1. Prior notice of changes: Missing",
                           "2. Change without notice: Red flag",
                           "You must be told before.",
                           "A duty to inform",
                           "GDPR Art. 28(2) (statute); 30 days (our own threshold)",
                           "The Processor shall inform.",
                           "7.2 (b), p. 3, line 120",
                           "✓ Breach notification",
                           "Not applicable here (1)",
                           "at most 48 hours from becoming aware",
                           "trasig.pdf: The file is no PDF."}) {
    BOOST_TEST(has(text, part), "not in the report: " << part);
  }
}

BOOST_AUTO_TEST_CASE(a_review_in_swedish_says_the_same) {
  const std::string text = written(klausul::Language::sv);
  for (const char* part : {"Personuppgiftsbiträdesavtal (titeln säger det)", "97 % svenska", "12 sidor (1 utan text)",
                           "1. Förhandsbesked om ändringar: Saknas", "0 tillägg har lästs som godkända", "Riskklausul",
                           "Ni ska få besked innan.", "(lag)", "(vår egen tröskel)", "Biträdet ska informera.",
                           "s. 3, rad 120", "högst 48 timmar från kännedom", "Iakttagelser: 1 kritisk, 1 allvarlig"}) {
    BOOST_TEST(has(text, part), "not in the report: " << part);
  }
}

BOOST_AUTO_TEST_CASE(without_a_language_the_document_decides) {
  BOOST_TEST(klausul::write_text(sample_report(), {}) == written(klausul::Language::sv));
}

BOOST_AUTO_TEST_CASE(the_most_severe_comes_first) {
  const std::string text = written(klausul::Language::en);
  BOOST_TEST(text.find("\nCritical\n") < text.find("\nHigh\n"));
}

BOOST_AUTO_TEST_CASE(contract_text_never_reaches_the_terminal_raw) {
  BOOST_TEST(!has(written(klausul::Language::en), "\x1b"));
  // With colours the only escape sequences are our own, each of which ends with m.
  const std::string text = written(klausul::Language::en, 100, true);
  BOOST_TEST(has(text, "\x1b[1m"));
  BOOST_TEST(!has(text, "\x1b[2J"));
}

BOOST_AUTO_TEST_CASE(lines_fit_the_width) {
  for (const std::size_t width : {60U, 80U, 100U}) {
    std::istringstream lines(written(klausul::Language::sv, width));
    for (std::string line; std::getline(lines, line);) {
      BOOST_TEST(klausul::columns(line) <= width, line);
      BOOST_TEST((line.empty() || line.back() != ' '), "space at the end: " << line);
    }
  }
}

BOOST_AUTO_TEST_CASE(reviews_do_not_judge_legality) {
  for (const auto language : {klausul::Language::sv, klausul::Language::en}) {
    BOOST_TEST(!has(written(language), "llegal"));
    BOOST_TEST(!has(written(language), "laglig"));
  }
}

BOOST_AUTO_TEST_CASE(many_places_are_named_but_not_all_quoted) {
  klausul::Report report = sample_report();
  auto& evidence = report.documents[0].findings[1].evidence;
  for (std::uint32_t line = 200; line < 206; ++line) {
    evidence.push_back(evidence.front());
    evidence.back().line = line;
  }
  const std::string text = klausul::write_text(report, {klausul::Language::en, 100, false});
  BOOST_TEST(has(text, "Also at: 7.2 (b), p. 3, line 202; 7.2 (b), p. 3, line 203"));
}

BOOST_AUTO_TEST_CASE(formats_are_found_by_name) {
  BOOST_REQUIRE(klausul::find_reporter("json") != nullptr);
  BOOST_TEST(*klausul::find_reporter("json")->write(sample_report(), {}) == klausul::write_json(sample_report()));
  BOOST_TEST(klausul::find_reporter("jsonp") == nullptr);
}
