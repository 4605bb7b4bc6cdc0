#include <string>
#include <string_view>

#include "report/finding_table.h"
#include "report/phrases.h"
#include "report/printable.h"
#include "report/reporter.h"

namespace klausul {

namespace {

/// Spreadsheets take a cell that begins with one of these for a formula and compute it.
bool begins_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return false;
  const std::string_view rest = text.substr(first);
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

/// RFC 4180: always in quotation marks, those inside doubled. An apostrophe before what would be a formula.
std::string cell(std::string_view text) {
  const std::string clean = printable(text);
  std::string quoted = begins_formula(clean) ? "\"'" : "\"";
  for (const char c : clean) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void add_line(std::string& text, const std::vector<std::string>& cells) { text += joined(cells, ",") + "\r\n"; }

}  // namespace

std::string write_csv(const Report& report, const ReportOptions& options) {
  std::string text = "\xEF\xBB\xBF";  // without it spreadsheets take UTF-8 for the machine's old encoding
  const Language language = main_language(report, options.language);
  std::vector<std::string> cells;
  for (const FindingColumn& column : finding_columns()) cells.push_back(cell(column.title.in(language)));
  add_line(text, cells);
  for (const DocumentReport& document : report.documents) {
    std::size_t number = 0;
    for (const Finding& finding : document.findings) {
      const FindingRow row{document, finding, ++number, options.language.value_or(main_language(document))};
      cells.clear();
      for (const FindingColumn& column : finding_columns()) cells.push_back(cell(column.text(row)));
      add_line(text, cells);
    }
  }
  return text;
}

}  // namespace klausul
