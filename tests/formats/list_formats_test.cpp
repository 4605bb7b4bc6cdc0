// Every format of a list says the same findings as the JSON report, for all example contracts.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/run_program.h"
#include "formats/schema_check.h"
#include "support/csv_rows.h"
#include "support/xlsx_cells.h"

namespace {

using Json = nlohmann::json;

const std::filesystem::path root = KLAUSUL_ROOT;

/// The reviews of all example contracts in one call, each format in its file.
class Reviews {
 public:
  Reviews() {
    std::string sources;
    for (const auto& folder : std::filesystem::directory_iterator(root / "corpus"))
      if (folder.is_directory())
        for (const auto& file : std::filesystem::directory_iterator(folder.path()))
          if (file.path().stem() == "source")
            sources += " '" + std::filesystem::relative(file.path(), root).string() + "'";
    const ProgramRun run =
        run_program(root, "check --fail-on never --report-language en --format json,sarif,csv,xlsx -o '" +
                              folder_.path().string() + "'" + sources);
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
  }

  [[nodiscard]] std::filesystem::path path(const std::string& ending) const {
    return folder_.path() / ("klausul.review." + ending);
  }
  [[nodiscard]] std::string text(const std::string& ending) const { return read_file(path(ending)); }

 private:
  TemporaryFolder folder_;
};

const Reviews& reviews() {
  static const Reviews all;
  return all;
}

/// One line a finding: file, entry, fingerprint and the first quote; sorted.
using Findings = std::vector<std::string>;

std::string quote_of(const Json& passages) { return passages.empty() ? "" : passages[0]["quote"].get<std::string>(); }

Findings expected_findings() {
  Findings findings;
  const Json report = Json::parse(reviews().text("json"));
  for (const Json& document : report["documents"])
    for (const Json& finding : document["findings"])
      findings.push_back(document["path"].get<std::string>() + "|" + finding["id"].get<std::string>() + "|" +
                         finding["fingerprint"].get<std::string>() + "|" + quote_of(finding["evidence"]));
  std::sort(findings.begin(), findings.end());
  BOOST_REQUIRE(findings.size() > 100U);
  return findings;
}

/// The rows of a table of findings; its first row names the columns.
Findings findings_of(const std::vector<std::vector<std::string>>& rows) {
  const auto column = [&](const char* title) {
    return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), title) - rows[0].begin());
  };
  Findings findings;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    // The first quote, without its marks and without what says that it only comes near.
    const std::string& quotes = rows[row].at(column("Quote"));
    const std::size_t begin = quotes.find("“");
    const std::size_t end = std::min(quotes.find("”\n“"), quotes.rfind("”"));
    const std::string quote = begin == std::string::npos ? "" : quotes.substr(begin + 3, end - begin - 3);
    findings.push_back(rows[row].at(column("File")) + "|" + rows[row].at(column("Entry")) + "|" +
                       rows[row].at(column("Fingerprint")) + "|" + quote);
  }
  std::sort(findings.begin(), findings.end());
  return findings;
}

void compare(const Findings& found) {
  const Findings expected = expected_findings();
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_CASE(sarif_has_the_findings_of_the_json_report) {
  const Json run = Json::parse(reviews().text("sarif"))["runs"][0];
  Findings findings;
  for (const Json& result : run["results"]) {
    const Json& place = result["locations"][0]["physicalLocation"];
    // What is missing has a place where it would stand; its nearest passage is related to it.
    const bool missing = result["properties"]["status"] == "missing";
    Json passages = Json::array();
    if (!missing) passages.push_back({{"quote", place["region"]["snippet"]["text"]}});
    if (missing && result.contains("relatedLocations"))
      passages.push_back({{"quote", result["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"]}});
    findings.push_back(place["artifactLocation"]["uri"].get<std::string>() + "|" + result["ruleId"].get<std::string>() +
                       "|" + result["partialFingerprints"]["clauseText/v1"].get<std::string>() + "|" +
                       quote_of(passages));
  }
  std::sort(findings.begin(), findings.end());
  compare(findings);
}

BOOST_AUTO_TEST_CASE(csv_has_the_findings_of_the_json_report) {
  compare(findings_of(csv_rows(std::string_view(reviews().text("csv")).substr(3))));
}

BOOST_AUTO_TEST_CASE(xlsx_has_the_findings_of_the_json_report) {
  compare(findings_of(xlsx_sheets(reviews().text("xlsx")).at(0).rows));
}

BOOST_AUTO_TEST_CASE(xlsx_has_the_checklists_and_periods_of_the_json_report) {
  const auto sheets = xlsx_sheets(reviews().text("xlsx"));
  std::size_t lines = 0;
  std::size_t periods = 0;
  const Json report = Json::parse(reviews().text("json"));
  for (const Json& document : report["documents"]) {
    lines += document.value("checklist", Json::array()).size();
    periods += document["facts"].size();
  }
  BOOST_TEST(sheets.at(1).rows.size() == lines + 1);
  BOOST_TEST(sheets.at(2).rows.size() == periods + 1);
}

BOOST_AUTO_TEST_CASE(regions_of_text_formats_hold_their_snippet) {
  const Json run = Json::parse(reviews().text("sarif"))["runs"][0];
  std::size_t looked_at = 0;
  for (const Json& result : run["results"]) {
    const Json& place = result["locations"][0]["physicalLocation"];
    const std::string uri = place["artifactLocation"]["uri"];
    if (!uri.ends_with(".txt") || !place.contains("region")) continue;
    const Json& region = place["region"];
    // One line of the file: it begins and ends where the region says.
    if (region["startLine"] != region["endLine"]) continue;
    std::string line;
    std::istringstream file(read_file(root / uri));
    for (int number = 0; number < region["startLine"].get<int>(); ++number) std::getline(file, line);
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < line.size(); ++at)
      if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U) starts.push_back(at);
    starts.push_back(line.size());
    const std::size_t begin = starts.at(region["startColumn"].get<std::size_t>() - 1);
    const std::size_t end = starts.at(region["endColumn"].get<std::size_t>() - 1);
    BOOST_TEST(line.substr(begin, end - begin) == region["snippet"]["text"].get<std::string>());
    ++looked_at;
  }
  BOOST_TEST(looked_at > 10U);
}

BOOST_AUTO_TEST_CASE(sarif_keeps_to_its_schema) {
  const std::string schema = "'" + (root / "tests/formats/sarif-2.1.0/schema.json").string() + "'";
  const Verdict verdict = check_schema(schema, "'" + reviews().path("sarif").string() + "'");
  if (verdict.status == Verdict::not_there) return;
  BOOST_TEST(verdict.status == 0, verdict.said);
  // The validator notices what is wrong.
  const TemporaryFolder folder;
  Json log = Json::parse(reviews().text("sarif"));
  log["runs"][0]["results"][0]["level"] = "dire";
  write_file(folder.path() / "bad.sarif", log.dump());
  BOOST_TEST(check_schema(schema, "'" + (folder.path() / "bad.sarif").string() + "'").status == 1);
}
