#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "report/reporter.h"
#include "report/sample_report.h"

namespace {

nlohmann::json run_of(const klausul::Report& report, const klausul::ReportOptions& options = {}) {
  return nlohmann::json::parse(klausul::write_sarif(report, options))["runs"][0];
}

/// The sample with the text that its spans point into: 100 characters, three of them of two bytes, before the quote.
klausul::Report sample_with_text(const std::string& before) {
  klausul::Report report = sample_report();
  auto reviewed = std::make_shared<klausul::ReviewedText>();
  klausul::SourceText& source = reviewed->source;
  const std::string quote = "Vi får ändra.";
  source.text = before + quote + "\n";
  source.map.add(0, 0);
  source.map.set_source(source.text);
  for (klausul::Finding& finding : report.documents[0].findings)
    for (klausul::Evidence& evidence : finding.evidence) {
      evidence.quote = quote;
      evidence.span.begin = static_cast<std::uint32_t>(before.size());
      evidence.span.end = static_cast<std::uint32_t>(before.size() + quote.size());
      const klausul::Place place = source.map.place_of(evidence.span.begin);
      evidence.line = place.line;
      evidence.column = place.column;
    }
  report.documents[0].reviewed = reviewed;
  return report;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_finding_is_a_result_of_its_rule) {
  const auto run = run_of(sample_report());
  BOOST_REQUIRE(run["results"].size() == 2U);
  const auto& rules = run["tool"]["driver"]["rules"];
  for (const auto& result : run["results"]) BOOST_TEST(rules[result["ruleIndex"].get<int>()]["id"] == result["ruleId"]);
  BOOST_TEST(run["results"][0]["partialFingerprints"]["clauseText/v1"] == "00000000000000aa");
  BOOST_TEST(run["results"][0]["level"] == "error");
  BOOST_TEST(run["results"][0]["properties"]["severity"] == "critical");
  BOOST_TEST(rules[0]["help"]["text"].get<std::string>().find("GDPR Art. 28(2) (lag)") != std::string::npos);
  BOOST_TEST(rules[0]["properties"]["basis"][1]["kind"] == "house");
}

BOOST_AUTO_TEST_CASE(a_region_ends_behind_the_last_character) {
  const std::string before = "ÅÄÖ\nEtt ";
  const auto region = run_of(sample_with_text(before))["results"][1]["locations"][0]["physicalLocation"]["region"];
  BOOST_TEST(region["startLine"] == 2);
  BOOST_TEST(region["startColumn"] == 5);
  BOOST_TEST(region["endLine"] == 2);
  BOOST_TEST(region["endColumn"] == 5 + 13);
  BOOST_TEST(region["snippet"]["text"] == "Vi får ändra.");
}

BOOST_AUTO_TEST_CASE(formats_without_lines_count_characters) {
  // Long enough to cross the stretches that are counted beforehand, with characters across their ends.
  std::string before = "a";
  for (int count = 0; count < 5000; ++count) before += "ö";
  klausul::Report report = sample_with_text(before);
  klausul::Evidence& evidence = report.documents[0].findings[1].evidence[0];
  evidence.line = evidence.column = 0;
  auto reviewed = std::make_shared<klausul::ReviewedText>(*report.documents[0].reviewed);
  reviewed->source.map = klausul::SourceMap();
  report.documents[0].reviewed = reviewed;
  const auto region = run_of(report)["results"][1]["locations"][0]["physicalLocation"]["region"];
  BOOST_TEST(region["charOffset"] == 5001);
  BOOST_TEST(region["charLength"] == 13);
  BOOST_TEST(region["properties"]["page"] == 3);
  BOOST_TEST(!region.contains("startLine"));
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_suppressed_and_lapsed_ones_are_not) {
  klausul::Report report = sample_report();
  report.documents[0].findings[0].acceptance = {klausul::AcceptanceState::in_force, "low risk", "Eva Ek", "2026-11-24",
                                                ""};
  report.documents[0].findings[1].acceptance = {klausul::AcceptanceState::date_passed, "until spring", "", "",
                                                "2026-03-31"};
  const auto results = run_of(report)["results"];
  BOOST_REQUIRE(results[0]["suppressions"].size() == 1U);
  BOOST_TEST(results[0]["suppressions"][0]["justification"] == "low risk");
  BOOST_TEST(results[0]["suppressions"][0]["properties"]["by"] == "Eva Ek");
  BOOST_TEST(results[1]["suppressions"].empty());
  BOOST_TEST(results[1]["properties"]["acceptance"]["state"] == "date-passed");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_read_is_a_notification) {
  const auto invocation = run_of(sample_report())["invocations"][0];
  BOOST_TEST(invocation["executionSuccessful"] == false);
  BOOST_TEST(invocation["toolExecutionNotifications"].size() == 3U);
  BOOST_TEST(invocation["toolExecutionNotifications"][0]["properties"]["kind"] == "damaged");
  BOOST_TEST(invocation["toolExecutionNotifications"][1]["level"] == "warning");
}

BOOST_AUTO_TEST_CASE(names_of_files_are_escaped_and_messages_hold_no_links) {
  klausul::Report report = sample_report();
  report.documents[0].path = "/tmp/ett avtal [1]å.docx";
  report.errors[0].error.what = "See [here](http://example.com) {0}.";
  const auto run = run_of(report);
  BOOST_TEST(run["artifacts"][0]["location"]["uri"] == "file:///tmp/ett%20avtal%20%5B1%5D%C3%A5.docx");
  BOOST_TEST(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
             "See [here\\](http://example.com) {{0}}.");
  report.documents[0].path = "-";
  BOOST_TEST(!run_of(report)["artifacts"][0]["location"].contains("uri"));
}

BOOST_AUTO_TEST_CASE(the_log_is_in_the_language_asked_for) {
  klausul::ReportOptions options;
  options.language = klausul::Language::en;
  const auto run = run_of(sample_report(), options);
  BOOST_TEST(run["language"] == "en");
  BOOST_TEST(run["results"][0]["message"]["text"].get<std::string>().starts_with("Prior notice of changes: Missing."));
}
