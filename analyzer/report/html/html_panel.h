#pragma once

#include <cstddef>

#include "assess/report.h"
#include "report/html/html_writer.h"

namespace klausul {

/// What was found in one document: what it is and how much of it was read.
void write_document_head(HtmlWriter& page, const DocumentReport& document, std::size_t number);

/// The checklist, the findings, and what else was looked for. `number` is the document's place in the report.
void write_panel(HtmlWriter& page, const DocumentReport& document, std::size_t number);

}  // namespace klausul
