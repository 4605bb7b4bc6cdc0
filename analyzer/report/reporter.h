#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/report.h"
#include "text/result.h"

namespace klausul {

/// How a report for people looks. Reports for programs do not depend on it.
struct ReportOptions {
  std::optional<Language> language;  ///< sv or en; none: each document's main language
  std::size_t width = 100;           ///< columns of plain text
  bool colour = false;               ///< of plain text
  std::string password{};            ///< opens the file that is written on
  std::string folder{};              ///< absolute, of the file being written: links lead from there; "": not known
};

/// A review for a person at a terminal or in a mail.
std::string write_text(const Report& report, const ReportOptions& options);

/// klausul.report/1: the same report gives the same bytes.
std::string write_json(const Report& report);

/// A web page of its own that loads nothing: the documents' text with the findings marked in place.
std::string write_html(const Report& report, const ReportOptions& options);

/// The whole review in Markdown.
std::string write_markdown(const Report& report, const ReportOptions& options);

/// What to ask the vendors for, in Markdown (report/negotiation.h).
std::string write_negotiation_markdown(const Report& report, const ReportOptions& options);

/// SARIF 2.1.0: one run, one result a finding. Regions are whole only with `reviewed`.
std::string write_sarif(const Report& report, const ReportOptions& options);

/// One row a finding: RFC 4180, UTF-8 with a byte order mark.
std::string write_csv(const Report& report, const ReportOptions& options);

/// A workbook with sheets of findings, checklist, periods and files.
Result<std::string> write_xlsx(const Report& report, const ReportOptions& options);

/// A format of `--format`. A new one is a file here and a line in reporters.cpp.
struct Reporter {
  std::string_view name;
  std::string_view file_extension;   ///< "json"; "negotiation.md" tells it from another format of the same kind
  bool needs_text = false;           ///< documents must have `reviewed`
  bool one_document = false;         ///< `write` takes reports of one document only: each has a file of its own
  bool binary = false;               ///< nothing to show on a terminal
  std::string_view source_format{};  ///< it writes on the file itself, which must be of this format; "": any
  /// The whole content of the file.
  Result<std::string> (*write)(const Report& report, const ReportOptions& options) = nullptr;
};

/// In the order in which help lists them.
const std::vector<Reporter>& reporters();

/// The document of a report that holds one, for `write` of formats with `one_document`; else an Error saying so.
Result<const DocumentReport*> only_document(const Report& report, std::string_view format);

/// Null when there is no format of that name.
const Reporter* find_reporter(std::string_view name);

}  // namespace klausul
