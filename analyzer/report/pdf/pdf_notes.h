#pragma once

#include <string>

#include "assess/report.h"
#include "text/result.h"

namespace klausul {

/// The PDF file of `document` (its `reviewed` bytes) with every finding as a highlight with a note on the words that it
/// quotes. Where the words cannot be found on the page (a scan), the note stands in the page's corner and quotes them.
/// Without findings the bytes come back as they are. `password` opens an encrypted file, and opens what is written.
Result<std::string> add_pdf_notes(const DocumentReport& document, Language language, const std::string& password = {});

}  // namespace klausul
