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

/// How many passages of a finding are quoted in full; further ones are named by their place. A review is read.
inline constexpr std::size_t quoted_passages = 3;

std::string joined(const std::vector<std::string>& texts, std::string_view separator);
/// `text` in the quotation marks of the language.
std::string in_quotes(std::string_view text, Language language);
/// "5.2, p. 3, line 120".
std::string place_of(const Evidence& evidence, Language language);
/// "GDPR Art. 28(2) (statute)".
std::string basis_text(const Basis& basis, Language language);
/// "✓" and so on, beside the word for a status.
const char* sign_of(Status status);
/// "Data processing agreement (the title says so)".
std::string type_text(const DocumentReport& document, Language language);
/// "97 % Swedish", "12 pages (1 without text)", "50,321 characters".
std::vector<std::string> extent_text(const DocumentReport& document, Language language);
/// "Processor: Molnverket AB (also “Leverantören”)".
std::string party_text(const Party& party, DocumentType type, Language language);
/// "Customer is treated as a public body: “Kommunen”".
std::string sector_text(const SectorFinding& sector, Language language);
/// "Breach notification: at most 48 hours from becoming aware".
std::string fact_text(const Fact& fact, const DocumentReport& document, Language language);
/// "9 critical", "2 high": the severities that occur, most severe first. Without findings that were accepted.
std::vector<std::string> counts_by_severity(std::span<const DocumentReport> documents, Language language);
/// How many findings were accepted.
std::size_t count_accepted(std::span<const DocumentReport> documents);
/// "9 critical, 2 high, 3 accepted"; "No findings." when there are none.
std::string counts_sentence(std::span<const DocumentReport> documents, Language language);
/// The language to report on a document in when none is asked for: its main one.
Language main_language(const DocumentReport& document);
/// The language of what is said of all documents together: `asked`, else that of the first.
Language main_language(const Report& report, std::optional<Language> asked);
/// What other layers say in English, in the language of the report.
std::string sentence_in(const std::string& english, Language language);
/// The kind of the entry of that id; required when the report has none.
EntryKind kind_of(const DocumentReport& document, std::string_view id);
/// The number of each finding in reports for people, by its index: accepted ones come last.
std::vector<std::size_t> finding_numbers(const DocumentReport& document);
/// Null when the report has no entry of that id.
const EntryResult* find_entry(const DocumentReport& document, std::string_view id);
/// "Prior notice of changes: Missing".
std::string title_of(const Finding& finding, const DocumentReport& document, Language language);
/// "Objection right (subprocessor.objection)" for each entry that is missing with the finding's.
std::vector<std::string> also_missing(const Finding& finding, const DocumentReport& document, Language language);
/// "Accepted by Eva Ek on 2026-11-24 until 2027-06-30: reason", or why it no longer holds; "" for what nobody accepted.
std::string acceptance_text(const Finding& finding, Language language);

}  // namespace klausul
