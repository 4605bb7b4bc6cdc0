#pragma once

#include "read/pdf_page.h"

namespace klausul {

/// Whether what a page's words say cannot be made out: the file lacks the map from its signs to characters, so that
/// letters are missing, or stand for others.
bool is_illegible(const PdfPage& page);

}  // namespace klausul
