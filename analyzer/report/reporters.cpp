#include <algorithm>

#include "report/pdf/pdf_notes.h"
#include "report/phrases.h"
#include "report/reporter.h"
#include "report/word/docx_comments.h"
#include "report/word/negotiation_document.h"

namespace klausul {

namespace {

Result<std::string> text(const Report& report, const ReportOptions& options) { return write_text(report, options); }

Result<std::string> json(const Report& report, const ReportOptions& /*options*/) { return write_json(report); }

Result<std::string> html(const Report& report, const ReportOptions& options) { return write_html(report, options); }

Result<std::string> markdown(const Report& report, const ReportOptions& options) {
  return write_markdown(report, options);
}

Result<std::string> negotiation_markdown(const Report& report, const ReportOptions& options) {
  return write_negotiation_markdown(report, options);
}

Result<std::string> docx(const Report& report, const ReportOptions& options) {
  const Result<const DocumentReport*> document = only_document(report, "docx");
  if (!document) return document.error();
  return add_comments(**document, options.language.value_or(main_language(**document)));
}

Result<std::string> pdf(const Report& report, const ReportOptions& options) {
  const Result<const DocumentReport*> document = only_document(report, "pdf");
  if (!document) return document.error();
  return add_pdf_notes(**document, options.language.value_or(main_language(**document)));
}
Result<std::string> sarif(const Report& report, const ReportOptions& options) { return write_sarif(report, options); }

Result<std::string> csv(const Report& report, const ReportOptions& options) { return write_csv(report, options); }

}  // namespace

const std::vector<Reporter>& reporters() {
  static const std::vector<Reporter> all = {
      {.name = "text", .file_extension = "txt", .write = text},
      {.name = "json", .file_extension = "json", .write = json},
      {.name = "md", .file_extension = "md", .write = markdown},
      {.name = "negotiation-md", .file_extension = "negotiation.md", .write = negotiation_markdown},
      {.name = "html", .file_extension = "html", .needs_text = true, .write = html},
      {.name = "docx",
       .file_extension = "docx",
       .needs_text = true,
       .one_document = true,
       .binary = true,
       .source_format = "docx",
       .write = docx},
      {.name = "pdf",
       .file_extension = "pdf",
       .needs_text = true,
       .one_document = true,
       .binary = true,
       .source_format = "pdf",
       .write = pdf},
      {.name = "negotiation-docx",
       .file_extension = "negotiation.docx",
       .binary = true,
       .write = write_negotiation_document},
      {.name = "sarif", .file_extension = "sarif", .needs_text = true, .write = sarif},
      {.name = "csv", .file_extension = "csv", .write = csv},
      {.name = "xlsx", .file_extension = "xlsx", .binary = true, .write = write_xlsx},
  };
  return all;
}

const Reporter* find_reporter(std::string_view name) {
  const auto found = std::find_if(reporters().begin(), reporters().end(),
                                  [&](const Reporter& reporter) { return reporter.name == name; });
  return found == reporters().end() ? nullptr : &*found;
}

Result<const DocumentReport*> only_document(const Report& report, std::string_view format) {
  if (report.documents.size() == 1) return &report.documents.front();
  return Error{ErrorKind::wrong_use, "",
               "The format " + std::string(format) +
                   " holds one document. Review one file at a time, or name a folder with -o FOLDER/ for one report a "
                   "file."};
}

}  // namespace klausul
