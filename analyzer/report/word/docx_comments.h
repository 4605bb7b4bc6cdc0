#pragma once

#include <string>

#include "assess/report.h"
#include "text/result.h"

namespace klausul {

/// The Word file of `document` (its `reviewed` bytes) with every finding as a comment on the words that it quotes.
/// Only the text's own part, the comments, the list of relationships and the list of content types change; comments
/// that are there stay. Without findings the bytes come back as they are.
Result<std::string> add_comments(const DocumentReport& document, Language language);

}  // namespace klausul
