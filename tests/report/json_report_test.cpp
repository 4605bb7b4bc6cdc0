#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "report/reporter.h"
#include "report/sample_report.h"

namespace {

std::vector<std::string> keys_of(const nlohmann::ordered_json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

using Names = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(the_schema_has_its_keys_in_its_order) {
  const auto json = nlohmann::ordered_json::parse(klausul::write_json(sample_report()));
  BOOST_TEST(keys_of(json) == Names({"schema", "tool", "documents", "errors"}), boost::test_tools::per_element());
  BOOST_TEST(json["schema"] == "klausul.report/1");
  const auto& document = json["documents"][0];
  BOOST_TEST(keys_of(document) == Names({"path", "sha256", "format", "type", "type_reason", "languages", "parties",
                                         "coverage", "entries", "findings", "facts"}),
             boost::test_tools::per_element());
  BOOST_TEST(keys_of(document["findings"][0]) == Names({"id", "status", "severity", "title", "message", "detail",
                                                        "basis", "theme", "suggest", "evidence", "fingerprint"}),
             boost::test_tools::per_element());
  BOOST_TEST(keys_of(document["facts"][0]) == Names({"kind", "duty", "value", "unit", "bound", "trigger", "evidence"}),
             boost::test_tools::per_element());
  BOOST_TEST(keys_of(document["entries"][0]["evidence"][0]) ==
                 Names({"quote", "label", "page", "line", "column", "begin", "end"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_format_does_not_have_is_absent) {
  klausul::Report report = sample_report();
  klausul::Evidence& evidence = report.documents[0].entries[0].evidence[0];
  evidence.page = evidence.line = evidence.column = 0;
  evidence.part = "word/footnotes.xml";
  report.documents[0].coverage.pages = 0;
  const auto json = nlohmann::ordered_json::parse(klausul::write_json(report));
  BOOST_TEST(
      keys_of(json["documents"][0]["entries"][0]["evidence"][0]) == Names({"quote", "label", "part", "begin", "end"}),
      boost::test_tools::per_element());
  BOOST_TEST(!json["documents"][0]["coverage"].contains("pages"));
  BOOST_TEST(!json["documents"][0]["coverage"].contains("tracked_insertions"));
  BOOST_TEST(json["documents"][0]["coverage"]["tracked_deletions"] == 2);
}

BOOST_AUTO_TEST_CASE(values_are_those_of_the_report) {
  const std::string text = klausul::write_json(sample_report());
  const auto json = nlohmann::json::parse(text);
  const auto& document = json["documents"][0];
  BOOST_TEST(document["entries"][4]["reason"] == "No transfer.");
  BOOST_TEST(!document["entries"][0].contains("reason"));
  BOOST_TEST(document["findings"][0]["basis"][1]["kind"] == "house");
  BOOST_TEST(json["errors"][0]["kind"] == "damaged");
  BOOST_TEST(text.find("\"sv\": 0.97") != std::string::npos);
  BOOST_TEST(text.find("\"value\": 48,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_report_gives_the_same_bytes_and_none_that_a_terminal_obeys) {
  klausul::Report report = sample_report();
  report.documents[0].entries[0].evidence[0].quote = "\u009b31m \u202e\x7f";
  const std::string text = klausul::write_json(report);
  BOOST_TEST(text == klausul::write_json(report));
  BOOST_TEST(text.find('\x1b') == std::string::npos);
  BOOST_TEST(text.find("\\u009b31m \\u202e\\u007f") != std::string::npos);
  BOOST_TEST(nlohmann::json::parse(text)["documents"][0]["entries"][0]["evidence"][0]["quote"] ==
             "\u009b31m \u202e\x7f");
}

BOOST_AUTO_TEST_CASE(a_file_name_need_not_be_utf8) {
  klausul::Report report = sample_report();
  report.documents[0].path = "avtal\xe5.txt";
  const auto json = nlohmann::json::parse(klausul::write_json(report));
  BOOST_TEST(json["documents"][0]["path"] == "avtal\uFFFD.txt");
}
