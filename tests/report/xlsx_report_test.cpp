#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "report/finding_table.h"
#include "report/reporter.h"
#include "report/sample_report.h"
#include "support/xlsx_cells.h"

namespace {

std::vector<XlsxSheet> sheets_of(const klausul::Report& report, const klausul::ReportOptions& options = {}) {
  const klausul::Result<std::string> bytes = klausul::write_xlsx(report, options);
  BOOST_REQUIRE_MESSAGE(bytes.has_value(), "the workbook is written");
  return xlsx_sheets(*bytes);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_sheets_hold_findings_checklist_periods_and_files) {
  klausul::Report report = sample_report();
  report.documents[0].checklist = {{"28(2)",
                                    {"Sub-processors", "Underbiträden"},
                                    klausul::Status::missing,
                                    {"subprocessor.notice"},
                                    report.documents[0].entries[0].evidence}};
  const auto sheets = sheets_of(report);
  BOOST_REQUIRE(sheets.size() == 4U);
  BOOST_TEST(sheets[0].name == "Iakttagelser");
  BOOST_REQUIRE(sheets[0].rows.size() == 3U);
  for (const auto& row : sheets[0].rows) BOOST_TEST(row.size() == klausul::finding_columns().size());
  BOOST_TEST(sheets[0].rows[1][2] == "Kritiskt");
  BOOST_TEST(sheets[1].rows[1][1] == "28(2)");
  BOOST_TEST(
      has(sheets[1].xml, "location=\"Iakttagelser!A2\"") + has(sheets[1].xml, "location=\"'Iakttagelser'!A2\"") == 1);
  BOOST_TEST(sheets[2].rows[1][2] == "högst 48 timmar från kännedom");
  BOOST_TEST(sheets[3].rows[1][0] == "avtal.docx");
  BOOST_TEST(sheets[3].rows[2][0] == "trasig.pdf");
  BOOST_TEST(sheets[3].rows[2][1] == "Inte granskat");
}

BOOST_AUTO_TEST_CASE(the_heading_stays_and_filters) {
  const auto sheets = sheets_of(sample_report());
  for (const XlsxSheet& sheet : sheets) {
    BOOST_TEST(has(sheet.xml, "state=\"frozen\""), sheet.name);
    BOOST_TEST(has(sheet.xml, "<autoFilter "), sheet.name);
  }
}

BOOST_AUTO_TEST_CASE(places_lead_to_the_file_and_nowhere_else) {
  klausul::Report report = sample_report();
  klausul::ReportOptions options;
  BOOST_TEST(has(sheets_of(report)[0].links, "Target=\"avtal.docx\""));
  options.folder = std::filesystem::absolute("ut").string();
  BOOST_TEST(has(sheets_of(report, options)[0].links, "avtal.docx"));
  BOOST_TEST(!has(sheets_of(report, options)[0].links, "Target=\"avtal.docx\""));
  report.documents[0].path = "avtal.zip/under/avtal.docx";
  BOOST_TEST(has(sheets_of(report)[0].links, "Target=\"avtal.zip\""));
  report.documents[0].format = "pdf";
  BOOST_TEST(has(sheets_of(report)[0].xml, "location=\"page=3\""));
  for (const char* path : {"//server/share/a.docx", "\\\\server\\share\\a.docx", "http://example.com/a.docx", "-"}) {
    report.documents[0].path = path;
    BOOST_TEST(sheets_of(report)[0].links == "", path);
  }
}

BOOST_AUTO_TEST_CASE(text_is_text_and_fits) {
  klausul::Report report = sample_report();
  report.documents[0].findings[0].message.sv = "=1+1";
  report.documents[0].findings[0].suggest.sv = "a\x1b_x000D_b";
  report.documents[0].findings[1].message.sv = std::string(40000, 'x');
  const auto rows = sheets_of(report)[0].rows;
  BOOST_TEST(rows[1][9] == "=1+1");
  BOOST_TEST(rows[1][11] == "a\uFFFD_x005F_x000D_b");
  BOOST_TEST(rows[2][9].ends_with("x…"));
  BOOST_TEST(!has(sheets_of(report)[0].xml, "<f>"));
}

BOOST_AUTO_TEST_CASE(the_same_report_gives_the_same_bytes) {
  const auto first = klausul::write_xlsx(sample_report(), {});
  const auto second = klausul::write_xlsx(sample_report(), {});
  BOOST_TEST((*first == *second));
}

BOOST_AUTO_TEST_CASE(a_report_without_documents_is_a_workbook_too) {
  klausul::Report report = sample_report();
  report.documents.clear();
  BOOST_TEST(sheets_of(report).size() == 4U);
}
