#include <boost/test/unit_test.hpp>
#include <memory>
#include <regex>
#include <set>
#include <string>

#include "read/reader.h"
#include "report/html/text_marks.h"
#include "report/reporter.h"
#include "report/sample_report.h"
#include "structure/build_blocks.h"
#include "text/digest.h"

using namespace klausul;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

/// What stands between `begin` and `end`, first occurrence.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  BOOST_REQUIRE_MESSAGE(from != std::string::npos, begin << " is in the page");
  const std::size_t start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

/// A report on `text` (Markdown) in which each of `quotes` is a finding of its own, "a.0", "a.1" ...
Report report_on(const std::string& text, const std::vector<std::string>& quotes) {
  Report report = sample_report();
  DocumentReport& document = report.documents[0];
  document.findings.clear();
  document.facts.clear();
  document.entries.clear();
  Result<SourceText> source = read_document(text, "a.md");
  BOOST_REQUIRE(source.has_value());
  for (const std::string& quote : quotes) {
    const std::size_t at = source->text.find(quote);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, quote << " is in the text");
    Finding finding;
    finding.id = "a." + std::to_string(document.findings.size());
    finding.status = Status::triggered;
    finding.severity = Severity::high;
    finding.title = {"Title", "Titel"};
    const auto begin = static_cast<std::uint32_t>(at);
    Evidence evidence;
    evidence.span = {begin, begin + static_cast<std::uint32_t>(quote.size())};
    evidence.quote = quote;
    finding.evidence = {evidence};
    document.findings.push_back(finding);
  }
  std::vector<Block> blocks = build_blocks(*source);
  document.reviewed = std::make_shared<const ReviewedText>(ReviewedText{text, *std::move(source), std::move(blocks)});
  return report;
}

std::string marked(const DocumentReport& document) {
  std::string shown;
  for (const MarkedStretch& stretch : mark_text(document).stretches) {
    shown += "[";
    for (const std::uint32_t finding : stretch.findings) shown += std::to_string(finding);
    shown += ":" + std::string(slice(document.reviewed->source.text, stretch.span)) + "]";
  }
  return shown;
}

}  // namespace

BOOST_AUTO_TEST_CASE(passages_that_overlap_and_nest_are_cut_into_stretches) {
  const Report report = report_on("One two three four five.\n", {"two three", "three four", "three"});
  BOOST_TEST(marked(report.documents[0]) == "[:One ][0:two ][012:three][1: four][: five.\n]");
  const TextMarks marks = mark_text(report.documents[0]);
  BOOST_TEST(marks.ends.at(13).size() == 2U);  // behind "three"
  BOOST_TEST(marks.ends.at(18).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_passage_over_two_paragraphs_is_marked_in_both_and_numbered_once) {
  const std::string page = write_html(report_on("First half.\n\nSecond half.\n", {"First half.\nSecond half."}), {});
  BOOST_TEST(count(page, "<mark ") == 2U);
  BOOST_TEST(count(page, "class=\"ref high\"") == 1U);
  BOOST_TEST(has(page, "data-findings=\"d1-f1\">First half.</mark>"));
  BOOST_TEST(has(page, "data-findings=\"d1-f1\">Second half.</mark><a class=\"ref"));
}

BOOST_AUTO_TEST_CASE(only_our_own_script_and_style_count_and_nothing_is_loaded) {
  const std::string page = write_html(report_on("Text.\n", {"Text."}), {});
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  BOOST_TEST(policy.starts_with("default-src 'none'; "));
  BOOST_TEST(has(policy, "script-src 'sha256-" + sha256_base64_of(between(page, "<script>", "</script>")) + "'"));
  BOOST_TEST(has(policy, "style-src 'sha256-" + sha256_base64_of(between(page, "<style>", "</style>")) + "'"));
  for (const char* word : {"src=", "http:", "https:", "url(", "@import", "<link", "<img", "style=\"", "onclick"})
    BOOST_TEST(!has(page, word), word);
}

BOOST_AUTO_TEST_CASE(hostile_text_is_shown_and_not_obeyed) {
  const std::string hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;\x1b[2J\xE2\x80\xAE'";
  Report report = report_on("Text.\n", {"Text."});
  DocumentReport& document = report.documents[0];
  document.path = hostile;
  document.parties = {{"processor", hostile, {hostile}}};
  document.coverage.limits = {hostile};
  Finding& finding = document.findings[0];
  finding.id = "a\"><b>." + hostile;
  finding.title = finding.message = finding.detail = finding.suggest = {hostile, hostile};
  finding.evidence[0].quote = finding.evidence[0].label = finding.evidence[0].part = hostile;
  finding.basis = {{hostile, hostile, BasisKind::statute}};
  finding.also_missing = {hostile};
  report.errors = {{hostile, {ErrorKind::damaged, "", hostile}}};
  report.skipped = {{hostile, hostile}};
  report.families = {{"a\"><b>", {hostile, hostile}}};
  const std::string page = write_html(report, {});
  BOOST_TEST(count(page, "<script") == 1U);
  BOOST_TEST(!has(page, "<img"));
  BOOST_TEST(!has(page, "\x1b"));
  BOOST_TEST(!has(page, "\xE2\x80\xAE"));
  BOOST_TEST(has(page, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
  BOOST_TEST(has(page, "&amp;lt;"));
  // The document's own text, too.
  const std::string in_text = write_html(report_on("&lt;script&gt;alert(1)&lt;/script&gt;\n", {"alert(1)"}), {});
  BOOST_TEST(count(in_text, "<script") == 1U);
  BOOST_TEST(has(in_text, "&lt;script&gt;<"));
}

BOOST_AUTO_TEST_CASE(every_tag_is_closed_and_every_link_leads_somewhere) {
  const std::string markdown =
      "# A\n\n1. One\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n## B\n\nText here.\n\n| e |\n|---|\n| f |\n";
  Report report = report_on(markdown, {"One", "c", "Text here."});
  Finding missing;
  missing.id = "b.missing";
  missing.title = {"Gone", "Borta"};
  report.documents[0].findings.push_back(missing);
  report.documents.push_back(report.documents[0]);
  const std::string page = write_html(report, {});
  std::vector<std::string> open;
  const std::set<std::string> without_end{"meta", "input", "!DOCTYPE"};
  const std::string body = page.substr(0, page.find("<script>")) + page.substr(page.find("</script>") + 9);
  static const std::regex tag("<(/?)([a-zA-Z0-9!]+)[^>]*>");
  for (std::sregex_iterator at(body.begin(), body.end(), tag), none; at != none; ++at) {
    const std::string name = (*at)[2];
    if ((*at)[1].length() == 0) {
      if (!without_end.contains(name)) open.push_back(name);
      continue;
    }
    BOOST_REQUIRE_MESSAGE(!open.empty() && open.back() == name, "</" << name << "> closes what was opened last");
    open.pop_back();
  }
  BOOST_TEST(open.empty());
  std::set<std::string> ids;
  static const std::regex id(" id=\"([^\"]*)\""), link(" href=\"#([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), id), none; at != none; ++at)
    BOOST_TEST(ids.insert((*at)[1]).second, (*at)[1] << " is there once");
  for (std::sregex_iterator at(page.begin(), page.end(), link), none; at != none; ++at)
    BOOST_TEST(ids.contains((*at)[1]), (*at)[1] << " is there");
}

BOOST_AUTO_TEST_CASE(both_languages_are_there_and_the_asked_for_is_shown) {
  const Report report = report_on("Text.\n", {"Text."});
  const std::string swedish = write_html(report, {});  // the document's language
  BOOST_TEST(has(swedish, "<html lang=\"sv\" class=\"show-sv\">"));
  BOOST_TEST(has(swedish, "<span class=\"sv\" lang=\"sv\">Titel</span><span class=\"en\" lang=\"en\">Title</span>"));
  BOOST_TEST(has(write_html(report, {Language::en, 100, false}), "<html lang=\"en\" class=\"show-en\">"));
}

BOOST_AUTO_TEST_CASE(accepted_findings_stand_apart_and_last) {
  Report report = report_on("One. Two.\n", {"One.", "Two."});
  report.documents[0].findings[0].acceptance = {AcceptanceState::in_force, "Agreed <b>.", "Eva", "", ""};
  const std::string page = write_html(report, {Language::en, 100, false});
  BOOST_TEST(page.find("Accepted, and not counted") < page.find("Accepted by Eva: Agreed &lt;b&gt;."));
  BOOST_TEST(page.find("id=\"d1-f2\"") < page.find("id=\"d1-f1\""));  // the index is the name, the order another
  BOOST_TEST(has(page, "data-status=\"accepted\""));
  BOOST_TEST(has(page, "name=\"status\" value=\"accepted\" checked"));
  BOOST_TEST(has(page, "<mark class=\"info near\" data-findings=\"d1-f1\">"));
  // A lapsed acceptance is told, and the finding counts again.
  report.documents[0].findings[0].acceptance->state = AcceptanceState::text_changed;
  const std::string lapsed = write_html(report, {Language::en, 100, false});
  BOOST_TEST(!has(lapsed, "data-status=\"accepted\""));
  BOOST_TEST(has(lapsed, "the text has changed"));
}
