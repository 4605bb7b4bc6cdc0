#include "report/phrases.h"

#include <fmt/format.h>

#include <algorithm>

namespace klausul {

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  return fmt::format("{}", fmt::join(texts, separator));
}

std::string in_quotes(std::string_view text, Language language) {
  const Wording& words = wording_in(language);
  return fmt::format("{}{}{}", words.quote_open, text, words.quote_close);
}

std::string place_of(const Evidence& evidence, Language language) {
  const Wording& words = wording_in(language);
  std::vector<std::string> pieces;
  if (!evidence.part.empty()) pieces.push_back(evidence.part);
  if (!evidence.label.empty()) pieces.push_back(evidence.label);
  if (evidence.page != 0)
    pieces.push_back(fmt::format("{} {}{}", words.page_label, evidence.page, evidence.ocr ? " (OCR)" : ""));
  if (evidence.line != 0) pieces.push_back(fmt::format("{} {}", words.line_label, evidence.line));
  return joined(pieces, ", ");
}

std::string basis_text(const Basis& basis, Language language) {
  const std::string name = basis.ref.empty() ? basis.act : basis.act + " " + basis.ref;
  return fmt::format("{} ({})", name, word_for(basis.kind, language));
}

std::vector<std::string> counts_by_severity(std::span<const DocumentReport> documents, Language language) {
  std::vector<std::string> counts;
  for (const Severity severity : all_severities) {
    std::size_t count = 0;
    for (const DocumentReport& document : documents) {
      count +=
          static_cast<std::size_t>(std::count_if(document.findings.begin(), document.findings.end(),
                                                 [&](const Finding& finding) { return finding.severity == severity; }));
    }
    if (count != 0) counts.push_back(counted(count, severity, language));
  }
  return counts;
}

Language main_language(const DocumentReport& document) {
  return !document.languages.empty() && document.languages.front().language == Language::sv ? Language::sv
                                                                                            : Language::en;
}

Language main_language(const Report& report, std::optional<Language> asked) {
  if (asked) return *asked;
  return report.documents.empty() ? Language::en : main_language(report.documents.front());
}

const EntryResult* find_entry(const DocumentReport& document, std::string_view id) {
  const auto found =
      std::lower_bound(document.entries.begin(), document.entries.end(), id,
                       [](const EntryResult& entry, std::string_view wanted) { return entry.id < wanted; });
  return found != document.entries.end() && found->id == id ? &*found : nullptr;
}

std::string title_of(const Finding& finding, const DocumentReport& document, Language language) {
  const EntryResult* entry = find_entry(document, finding.id);
  const EntryKind kind = entry == nullptr ? EntryKind::required : entry->kind;
  return fmt::format("{}: {}", finding.title.in(language), word_for(finding.status, kind, language));
}

std::vector<std::string> also_missing(const Finding& finding, const DocumentReport& document, Language language) {
  std::vector<std::string> names;
  for (const std::string& id : finding.also_missing) {
    const EntryResult* entry = find_entry(document, id);
    names.push_back(entry == nullptr ? id : fmt::format("{} ({})", entry->title.in(language), id));
  }
  return names;
}

}  // namespace klausul
