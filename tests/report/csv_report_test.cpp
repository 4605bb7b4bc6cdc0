#include <boost/test/unit_test.hpp>

#include "report/finding_table.h"
#include "report/reporter.h"
#include "report/sample_report.h"
#include "support/csv_rows.h"

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const klausul::Report& report, const klausul::ReportOptions& options = {}) {
  const std::string text = klausul::write_csv(report, options);
  BOOST_REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  BOOST_REQUIRE(text.ends_with("\r\n"));
  return csv_rows(std::string_view(text).substr(3));
}

/// The cell of row `row` below the title `title`.
std::string cell(const Rows& rows, std::size_t row, const std::string& title) {
  const auto column = std::find(rows[0].begin(), rows[0].end(), title) - rows[0].begin();
  return rows.at(row).at(static_cast<std::size_t>(column));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_row_a_finding_below_the_titles) {
  const Rows rows = rows_of(sample_report());
  BOOST_REQUIRE(rows.size() == 3U);
  for (const auto& row : rows) BOOST_TEST(row.size() == klausul::finding_columns().size());
  BOOST_TEST(cell(rows, 1, "Allvar") == "Kritiskt");
  BOOST_TEST(cell(rows, 2, "Plats") == "7.2 (b), s. 3, rad 120");
  BOOST_TEST(cell(rows, 2, "Rad") == "120");
  BOOST_TEST(cell(rows, 1, "Fingeravtryck") == "00000000000000aa");
}

BOOST_AUTO_TEST_CASE(quotes_and_line_feeds_stay_inside_their_cell) {
  klausul::Report report = sample_report();
  report.documents[0].findings[0].message.sv = "Ett \"citat\",\nmed rad";
  BOOST_TEST(cell(rows_of(report), 1, "Varför") == "Ett \"citat\",\nmed rad");
}

BOOST_AUTO_TEST_CASE(no_cell_begins_a_formula) {
  for (const std::string begin : {"=", "+", "-", "@", "  =", "＝"}) {
    klausul::Report report = sample_report();
    report.documents[0].path = begin + "HYPERLINK(1)";
    BOOST_TEST(cell(rows_of(report), 1, "Fil") == "'" + begin + "HYPERLINK(1)");
  }
}

BOOST_AUTO_TEST_CASE(who_accepted_a_finding_is_said) {
  klausul::Report report = sample_report();
  report.documents[0].findings[0].acceptance = {klausul::AcceptanceState::in_force, "low risk", "Eva Ek", "2026-11-24",
                                                "2027-06-30"};
  report.documents[0].findings[1].acceptance = {klausul::AcceptanceState::text_changed, "was fine", "", "", ""};
  klausul::ReportOptions options;
  options.language = klausul::Language::en;
  const Rows rows = rows_of(report, options);
  BOOST_TEST(cell(rows, 1, "Accepted") == "Accepted by Eva Ek 2026-11-24 until 2027-06-30: low risk");
  BOOST_TEST(cell(rows, 2, "Accepted") == "Accepted: was fine (no longer: the text has changed)");
}
