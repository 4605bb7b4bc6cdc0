#pragma once

#include <cstddef>

#include "assess/report.h"
#include "report/html/html_writer.h"

namespace klausul {

/// The text of the document with its findings marked in place: each passage ends with the number of its finding, and
/// what is missing is named under the heading where it belongs. `number` is the document's place in the report.
void write_document_text(HtmlWriter& page, const DocumentReport& document, std::size_t number);

}  // namespace klausul
