#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assess/report.h"
#include "report/wording.h"

namespace klausul {

/// What several formats say in the same words. Nothing here is escaped: that is each format's own.

inline constexpr std::array all_severities = {Severity::critical, Severity::high, Severity::medium, Severity::low,
                                              Severity::info};  ///< most severe first

std::string joined(const std::vector<std::string>& texts, std::string_view separator);
/// `text` in the quotation marks of the language.
std::string in_quotes(std::string_view text, Language language);
/// "5.2, p. 3, line 120".
std::string place_of(const Evidence& evidence, Language language);
/// "GDPR Art. 28(2) (statute)".
std::string basis_text(const Basis& basis, Language language);
/// "9 critical", "2 high": the severities that occur, most severe first.
std::vector<std::string> counts_by_severity(std::span<const DocumentReport> documents, Language language);
/// The language to report on a document in when none is asked for: its main one.
Language main_language(const DocumentReport& document);
/// The language of what is said of all documents together: `asked`, else that of the first.
Language main_language(const Report& report, std::optional<Language> asked);
/// Null when the report has no entry of that id.
const EntryResult* find_entry(const DocumentReport& document, std::string_view id);
/// "Prior notice of changes: Missing".
std::string title_of(const Finding& finding, const DocumentReport& document, Language language);
/// "Objection right (subprocessor.objection)" for each entry that is missing with the finding's.
std::vector<std::string> also_missing(const Finding& finding, const DocumentReport& document, Language language);

}  // namespace klausul
