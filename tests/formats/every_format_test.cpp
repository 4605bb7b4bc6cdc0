// Every format of every example contract, made in one call each: what JSON reports is in them, and nothing else.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <vector>

#include "cli/run_program.h"
#include "report/html/html_writer.h"
#include "report/markdown_text.h"
#include "report/phrases.h"
#include "report/reporter.h"

namespace {

using klausul::Reporter;
using nlohmann::json;

const std::filesystem::path root = KLAUSUL_ROOT;

/// The reports of one example contract, by format.
struct Reviewed {
  std::string name;
  json findings;
  std::string language;  ///< "sv" or "en"
  std::map<std::string, std::string, std::less<>> reports;
};

std::vector<Reviewed> review_all() {
  std::vector<Reviewed> all;
  for (const auto& folder : std::filesystem::directory_iterator(root / "corpus")) {
    if (!folder.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
      if (file.path().stem() != "source") continue;
      const TemporaryFolder out;
      const ProgramRun run = run_program(
          root, "check --fail-on never --format all -o '" + out.path().string() + "' " + file.path().string());
      BOOST_REQUIRE_MESSAGE(run.status == 0, file.path() << ": " << run.err);
      BOOST_TEST(run.err == "");
      Reviewed reviewed{folder.path().filename().string(), {}, {}, {}};
      for (const Reporter& reporter : klausul::reporters())
        reviewed.reports[std::string(reporter.name)] =
            read_file(out.path() / ("source.review." + std::string(reporter.file_extension)));
      const json report = json::parse(reviewed.reports["json"]);
      reviewed.findings = report["documents"][0]["findings"];
      reviewed.language = report["documents"][0]["languages"].begin().key();
      for (const auto& [language, share] : report["documents"][0]["languages"].items())
        if (share > report["documents"][0]["languages"][reviewed.language]) reviewed.language = language;
      all.push_back(std::move(reviewed));
    }
  }
  return all;
}

const std::vector<Reviewed>& reviews() {
  static const std::vector<Reviewed> all = review_all();
  return all;
}

/// The first group of every match, sorted.
std::vector<std::string> all_matches(const std::string& text, const std::string& expression) {
  const std::regex pattern(expression);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), none; at != none; ++at) found.push_back((*at)[1]);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> ids_of(const Reviewed& reviewed) {
  std::vector<std::string> ids;
  for (const json& finding : reviewed.findings) ids.push_back(finding["id"]);
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// Every finding's texts stand in `report`, as `escaped` writes them.
template <typename Escape>
void says_all(const Reviewed& reviewed, const std::string& format, Escape escaped) {
  const std::string& report = reviewed.reports.find(format)->second;
  for (const json& finding : reviewed.findings) {
    std::vector<std::string> texts;
    for (const char* key : {"title", "message", "suggest"}) texts.push_back(finding[key][reviewed.language]);
    const std::size_t quoted = std::min(klausul::quoted_passages, finding["evidence"].size());
    for (std::size_t index = 0; index < quoted; ++index) texts.push_back(finding["evidence"][index]["quote"]);
    for (const std::string& text : texts)
      BOOST_TEST((report.find(escaped(text)) != std::string::npos),
                 reviewed.name << ", " << format << ": " << finding["id"] << " lacks: " << text);
  }
}

/// Without what lines of a quotation begin with.
std::string quoted_lines(const std::string& text) {
  const std::string quote = klausul::markdown_quote(text);
  return quote.substr(2, quote.size() - 4);
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_format_that_applies_is_made) {
  BOOST_TEST(!reviews().empty());
  for (const Reviewed& reviewed : reviews())
    for (const Reporter& reporter : klausul::reporters())
      if (reporter.source_format.empty())
        BOOST_TEST(!reviewed.reports.find(reporter.name)->second.empty(), reviewed.name << ": " << reporter.name);
}

BOOST_AUTO_TEST_CASE(the_web_page_holds_every_finding_and_nothing_else) {
  for (const Reviewed& reviewed : reviews()) {
    const std::string& page = reviewed.reports.find("html")->second;
    BOOST_TEST(all_matches(page, "<p class=\"id\">([^<]*)</p>") == ids_of(reviewed), boost::test_tools::per_element());
    says_all(reviewed, "html", [](const std::string& text) { return klausul::html_escaped(text); });
    // What a finding quotes is marked in the text, once for each finding.
    std::size_t with_passages = 0;
    for (const json& finding : reviewed.findings) with_passages += finding["evidence"].empty() ? 0 : 1;
    std::vector<std::string> marked = all_matches(page, "<mark [^>]*data-findings=\"([^\"]*)\"");
    std::vector<std::string> single;
    for (const std::string& ids : marked)
      for (const std::string& id : all_matches(ids, "([^ ]+)")) single.push_back(id);
    std::sort(single.begin(), single.end());
    single.erase(std::unique(single.begin(), single.end()), single.end());
    BOOST_TEST(single.size() == with_passages, reviewed.name);
  }
}

BOOST_AUTO_TEST_CASE(the_markdown_review_holds_every_finding_and_nothing_else) {
  for (const Reviewed& reviewed : reviews()) {
    BOOST_TEST(
        all_matches(reviewed.reports.find("md")->second, "\n\\(([a-z0-9]+\\.[a-z0-9-]+)\\)\n") == ids_of(reviewed),
        boost::test_tools::per_element());
    says_all(reviewed, "md", [](const std::string& text) { return quoted_lines(text); });
  }
}

BOOST_AUTO_TEST_CASE(the_negotiation_list_holds_every_finding_and_nothing_else) {
  for (const Reviewed& reviewed : reviews()) {
    BOOST_TEST(all_matches(reviewed.reports.find("negotiation-md")->second, " · ([a-z0-9]+\\.[a-z0-9-]+)\n") ==
                   ids_of(reviewed),
               boost::test_tools::per_element());
    says_all(reviewed, "negotiation-md", [](const std::string& text) { return quoted_lines(text); });
  }
}
