#pragma once

#include <string>
#include <string_view>

#include "assess/report.h"

namespace klausul {

/// `text` on one line with nothing in it that Markdown or HTML would obey, and no address turned into a link: contract
/// text is not trusted. Safe at the beginning of a line and inside a table.
std::string markdown_escaped(std::string_view text);

/// `text` as a block quotation with its own lines, a blank line behind it.
std::string markdown_quote(std::string_view text);

/// Files that were not reviewed and what lay beside them; "" when there are none.
std::string markdown_other_files(const Report& report, Language language);

/// What every report ends with: versions, and that it is no advice.
std::string markdown_foot(const Report& report, Language language);

}  // namespace klausul
