#include <algorithm>

#include "report/pdf/pdf_notes.h"
#include "report/phrases.h"
#include "report/reporter.h"
#include "report/word/docx_comments.h"
#include "report/word/negotiation_document.h"

namespace klausul {

namespace {

/// A writer that cannot fail, as one that can.
template <std::string (*write)(const Report&, const ReportOptions&)>
Result<std::string> always(const Report& report, const ReportOptions& options) {
  return write(report, options);
}

Result<std::string> json(const Report& report, const ReportOptions& /*options*/) { return write_json(report); }

/// What `write` makes of the one document of the report, which is a file of that format.
Result<std::string> on_file(const Report& report, const ReportOptions& options, std::string_view format,
                            Result<std::string> (*write)(const DocumentReport&, Language, const ReportOptions&)) {
  const Result<const DocumentReport*> document = only_document(report, format);
  if (!document) return document.error();
  return write(**document, options.language.value_or(main_language(**document)), options);
}

Result<std::string> docx(const Report& report, const ReportOptions& options) {
  return on_file(report, options, "docx", [](const DocumentReport& document, Language language, const ReportOptions&) {
    return add_comments(document, language);
  });
}

Result<std::string> pdf(const Report& report, const ReportOptions& options) {
  return on_file(report, options, "pdf",
                 [](const DocumentReport& document, Language language, const ReportOptions& own) {
                   return add_pdf_notes(document, language, own.password);
                 });
}

}  // namespace

const std::vector<Reporter>& reporters() {
  static const std::vector<Reporter> all = {
      {.name = "text", .file_extension = "txt", .write = always<write_text>},
      {.name = "json", .file_extension = "json", .write = json},
      {.name = "md", .file_extension = "md", .write = always<write_markdown>},
      {.name = "negotiation-md", .file_extension = "negotiation.md", .write = always<write_negotiation_markdown>},
      {.name = "html", .file_extension = "html", .needs_text = true, .write = always<write_html>},
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
      {.name = "sarif", .file_extension = "sarif", .needs_text = true, .write = always<write_sarif>},
      {.name = "csv", .file_extension = "csv", .write = always<write_csv>},
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
