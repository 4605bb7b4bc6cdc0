#include "report/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/swedish_sentences.h"

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

const char* sign_of(Status status) {
  switch (status) {
    case Status::present: return "✓";
    case Status::weak: return "~";
    case Status::missing: return "✗";
    case Status::undetermined: return "?";
    default: return "–";
  }
}

std::string type_text(const DocumentReport& document, Language language) {
  std::string type(word_for(document.type, language));
  if (!document.type_reason.empty()) type += " (" + document.type_reason.in(language) + ")";
  return type;
}

std::vector<std::string> extent_text(const DocumentReport& document, Language language) {
  const Wording& words = wording_in(language);
  std::vector<std::string> pieces;
  std::vector<std::string> languages;
  for (const LanguageShare& share : document.languages)
    languages.push_back(fmt::format("{:.0f} % {}", std::round(share.share * 100), word_for(share.language, language)));
  if (!languages.empty()) pieces.push_back(joined(languages, ", "));
  if (document.coverage.pages != 0) {
    const auto pages = document.coverage.pages;
    const auto empty = pages - std::min(pages, document.coverage.pages_with_text);
    std::string text = fmt::format("{} {}", pages, pages == 1 ? words.page : words.pages);
    if (empty != 0) text += fmt::format(" ({} {})", empty, words.without_text);
    pieces.push_back(text);
  }
  pieces.push_back(grouped(document.characters, language) + " " + words.characters);
  return pieces;
}

std::string party_text(const Party& party, DocumentType type, Language language) {
  const Wording& words = wording_in(language);
  const std::string role = word_for_role(party.role, type, language);
  std::vector<std::string> aliases;
  for (const std::string& alias : party.aliases)
    if (alias != party.name) aliases.push_back(in_quotes(alias, language));
  if (party.name.empty()) return fmt::format("{}: {} {}", role, words.named_only_as, joined(aliases, ", "));
  if (aliases.empty()) return fmt::format("{}: {}", role, party.name);
  return fmt::format("{}: {} ({} {})", role, party.name, words.also_called, joined(aliases, ", "));
}

std::string sector_text(const SectorFinding& sector, Language language) {
  const Wording& words = wording_in(language);
  return fmt::format("{} {}: {}", words.customer_is, sector.name.in(language),
                     sector.evidence.empty() ? words.chosen : in_quotes(sector.evidence.front().quote, language));
}

std::string fact_text(const Fact& fact, const DocumentReport& document, Language language) {
  const EntryResult* duty = find_entry(document, fact.duty);
  return fmt::format("{}: {}", duty == nullptr ? fact.duty : duty->title.in(language), sentence_for(fact, language));
}

std::vector<std::string> counts_by_severity(std::span<const DocumentReport> documents, Language language) {
  std::vector<std::string> counts;
  for (const Severity severity : all_severities) {
    std::size_t count = 0;
    for (const DocumentReport& document : documents) {
      count += static_cast<std::size_t>(std::count_if(
          document.findings.begin(), document.findings.end(),
          [&](const Finding& finding) { return !finding.is_accepted() && finding.severity == severity; }));
    }
    if (count != 0) counts.push_back(counted(count, severity, language));
  }
  return counts;
}

std::size_t count_accepted(std::span<const DocumentReport> documents) {
  std::size_t count = 0;
  for (const DocumentReport& document : documents)
    count += static_cast<std::size_t>(std::count_if(document.findings.begin(), document.findings.end(),
                                                    [](const Finding& finding) { return finding.is_accepted(); }));
  return count;
}

std::string counts_sentence(std::span<const DocumentReport> documents, Language language) {
  std::vector<std::string> counts = counts_by_severity(documents, language);
  const std::size_t accepted = count_accepted(documents);
  if (counts.empty() && accepted == 0) return wording_in(language).no_findings;
  const Wording& words = wording_in(language);
  if (accepted != 0)
    counts.push_back(fmt::format("{} {}", accepted, accepted == 1 ? words.accepted_one : words.accepted_many));
  return joined(counts, ", ");
}

Language main_language(const DocumentReport& document) {
  return !document.languages.empty() && document.languages.front().language == Language::sv ? Language::sv
                                                                                            : Language::en;
}

Language main_language(const Report& report, std::optional<Language> asked) {
  if (asked) return *asked;
  return report.documents.empty() ? Language::en : main_language(report.documents.front());
}

std::string sentence_in(const std::string& english, Language language) {
  return language == Language::sv ? in_swedish(english) : english;
}

EntryKind kind_of(const DocumentReport& document, std::string_view id) {
  const EntryResult* entry = find_entry(document, id);
  return entry == nullptr ? EntryKind::required : entry->kind;
}

std::vector<std::size_t> finding_numbers(const DocumentReport& document) {
  std::vector<std::size_t> numbers(document.findings.size());
  std::size_t number = 0;
  for (const bool accepted : {false, true})
    for (std::size_t index = 0; index < numbers.size(); ++index)
      if (document.findings[index].is_accepted() == accepted) numbers[index] = ++number;
  return numbers;
}

const EntryResult* find_entry(const DocumentReport& document, std::string_view id) {
  const auto found =
      std::lower_bound(document.entries.begin(), document.entries.end(), id,
                       [](const EntryResult& entry, std::string_view wanted) { return entry.id < wanted; });
  return found != document.entries.end() && found->id == id ? &*found : nullptr;
}

std::string title_of(const Finding& finding, const DocumentReport& document, Language language) {
  return fmt::format("{}: {}", finding.title.in(language),
                     word_for(finding.status, kind_of(document, finding.id), language));
}

std::vector<std::string> also_missing(const Finding& finding, const DocumentReport& document, Language language) {
  std::vector<std::string> names;
  for (const std::string& id : finding.also_missing) {
    const EntryResult* entry = find_entry(document, id);
    names.push_back(entry == nullptr ? id : fmt::format("{} ({})", entry->title.in(language), id));
  }
  return names;
}

std::string acceptance_text(const Finding& finding, Language language) {
  if (!finding.acceptance) return "";
  const Acceptance& acceptance = *finding.acceptance;
  const bool swedish = language == Language::sv;
  std::string text = swedish ? "Godtagen" : "Accepted";
  if (!acceptance.by.empty()) text += (swedish ? " av " : " by ") + acceptance.by;
  if (!acceptance.on.empty()) text += " " + acceptance.on;
  if (!acceptance.until.empty()) text += (swedish ? " till och med " : " until ") + acceptance.until;
  text += ": " + acceptance.reason;
  switch (acceptance.state) {
    case AcceptanceState::in_force: return text;
    case AcceptanceState::date_passed:
      return text + (swedish ? " (gäller inte längre: dagen har passerat)" : " (no longer: the day has passed)");
    case AcceptanceState::text_changed:
      return text +
             (swedish ? " (gäller inte längre: avtalstexten har ändrats)" : " (no longer: the text has changed)");
  }
  return text;
}

}  // namespace klausul
