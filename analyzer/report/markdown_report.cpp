#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/markdown_text.h"
#include "report/phrases.h"
#include "report/reporter.h"

namespace klausul {

namespace {

/// The review of one document in one language.
class DocumentMarkdown {
 public:
  DocumentMarkdown(const DocumentReport& document, Language language)
      : document_(document), language_(language), words_(wording_in(language)) {}

  std::string write() {
    write_head();
    write_checklist();
    write_findings();
    write_status(words_.undetermined, Status::undetermined, true);
    write_in_place();
    write_facts();
    write_status(words_.not_found, Status::clear, false);
    write_status(words_.not_applicable, Status::not_applicable, false);
    return std::move(page_);
  }

 private:
  void write_head();
  void write_checklist();
  void write_findings();
  void write_finding(const Finding& finding, std::size_t number);
  void write_passages(const Finding& finding);
  void write_in_place();
  void write_facts();
  void write_status(std::string_view title, Status status, bool with_reason);

  void heading(int level, std::string_view text) {
    page_ += std::string(static_cast<std::size_t>(level), '#') + " " + markdown_escaped(text) + "\n\n";
  }
  void item(std::string_view text) { page_ += "- " + markdown_escaped(text) + "\n"; }
  void labelled(std::string_view label, std::string_view text) {
    if (!text.empty()) page_ += fmt::format("**{}:** {}\n\n", label, markdown_escaped(text));
  }

  const DocumentReport& document_;
  Language language_;
  const Wording& words_;
  std::string page_;
};

void DocumentMarkdown::write_head() {
  heading(2, document_.path);
  item(type_text(document_, language_));
  item(document_.format + " · " + joined(extent_text(document_, language_), " · "));
  for (const Party& party : document_.parties) item(party_text(party, document_.type, language_));
  for (const SectorFinding& sector : document_.sectors) item(sector_text(sector, language_));
  for (const Bilingual& standard : document_.standards)
    item(fmt::format("{} {}", words_.holds_standard, standard.in(language_)));
  item(document_.coverage.complete ? words_.fully_read : words_.partly_read);
  for (const std::string& limit : document_.coverage.limits) item(sentence_in(limit, language_));
  page_ += "\n";
}

void DocumentMarkdown::write_checklist() {
  if (document_.checklist.empty()) return;
  heading(3, words_.checklist);
  page_ += "| | | | |\n|---|---|---|---|\n";
  for (const ChecklistLine& line : document_.checklist) {
    std::vector<std::string> places;
    for (const Evidence& evidence : line.evidence) {
      const std::string place = place_of(evidence, language_);
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
    page_ +=
        fmt::format("| {} | {} | {} | {} |\n", markdown_escaped(line.ref), markdown_escaped(line.title.in(language_)),
                    markdown_escaped(fmt::format("{} {}", sign_of(line.status),
                                                 word_for(line.status, EntryKind::required, language_))),
                    markdown_escaped(joined(places, "; ")));
  }
  page_ += "\n";
}

void DocumentMarkdown::write_findings() {
  if (document_.findings.empty()) return heading(3, words_.no_findings);
  heading(3, fmt::format("{}: {}", words_.findings, counts_sentence({&document_, 1}, language_)));
  std::size_t number = 0;
  for (const Severity severity : all_severities) {
    bool first = true;
    for (const Finding& finding : document_.findings) {
      if (finding.severity != severity || finding.is_accepted()) continue;
      if (first) heading(4, word_for(severity, language_));
      first = false;
      write_finding(finding, ++number);
    }
  }
  if (count_accepted({&document_, 1}) != 0) heading(4, words_.accepted_title);
  for (const Finding& finding : document_.findings)
    if (finding.is_accepted()) write_finding(finding, ++number);
}

void DocumentMarkdown::write_finding(const Finding& finding, std::size_t number) {
  page_ += fmt::format("##### {}. {}\n\n", number, markdown_escaped(title_of(finding, document_, language_)));
  if (finding.acceptance) page_ += markdown_escaped(acceptance_text(finding, language_)) + "\n\n";
  if (!finding.nearest) write_passages(finding);
  labelled(words_.why, finding.message.in(language_));
  labelled(words_.also_missing, joined(also_missing(finding, document_, language_), "; "));
  labelled(words_.looked_for, finding.detail.in(language_));
  if (finding.nearest) write_passages(finding);
  std::vector<std::string> bases;
  for (const Basis& basis : finding.basis) bases.push_back(basis_text(basis, language_));
  labelled(words_.basis, joined(bases, "; "));
  labelled(words_.propose, finding.suggest.in(language_));
  page_ += fmt::format("({})\n\n", markdown_escaped(finding.id));
}

void DocumentMarkdown::write_passages(const Finding& finding) {
  const std::size_t quoted = std::min(quoted_passages, finding.evidence.size());
  for (std::size_t index = 0; index < quoted; ++index) {
    const Evidence& evidence = finding.evidence[index];
    std::string place = place_of(evidence, language_);
    if (finding.nearest) place = place.empty() ? words_.nearest : fmt::format("{} ({})", place, words_.nearest);
    if (!place.empty()) page_ += markdown_escaped(place) + ":\n\n";
    page_ += markdown_quote(in_quotes(evidence.quote, language_));
  }
  std::vector<std::string> places;
  for (std::size_t index = quoted; index < finding.evidence.size(); ++index)
    places.push_back(place_of(finding.evidence[index], language_));
  labelled(words_.more_places, joined(places, "; "));
}

void DocumentMarkdown::write_in_place() {
  std::vector<std::string> lines;
  for (const EntryResult& entry : document_.entries) {
    if (entry.status != Status::present) continue;
    const std::string place = entry.evidence.empty() ? "" : place_of(entry.evidence.front(), language_);
    lines.push_back(entry.title.in(language_) + (place.empty() ? "" : " · " + place));
  }
  if (lines.empty()) return;
  heading(3, fmt::format("{} ({})", words_.in_place, lines.size()));
  for (const std::string& line : lines) item(line);
  page_ += "\n";
}

void DocumentMarkdown::write_facts() {
  if (document_.facts.empty()) return;
  heading(3, words_.periods);
  for (const Fact& fact : document_.facts) {
    const std::string place = place_of(fact.evidence, language_);
    item(fact_text(fact, document_, language_) + (place.empty() ? "" : " · " + place));
  }
  page_ += "\n";
}

void DocumentMarkdown::write_status(std::string_view title, Status status, bool with_reason) {
  std::map<std::string, std::vector<std::string>> by_reason;
  for (const EntryResult& entry : document_.entries)
    if (entry.status == status) by_reason[with_reason ? entry.reason : ""].push_back(entry.title.in(language_));
  for (const auto& [reason, titles] : by_reason) {
    heading(3, fmt::format("{} ({})", title, titles.size()));
    if (!reason.empty()) page_ += markdown_escaped(sentence_in(reason, language_)) + ":\n\n";
    page_ += markdown_escaped(joined(titles, " · ")) + "\n\n";
  }
}

}  // namespace

std::string write_markdown(const Report& report, const ReportOptions& options) {
  const Language language = main_language(report, options.language);
  std::string page = fmt::format("# {}\n\n", wording_in(language).review);
  for (const DocumentReport& document : report.documents)
    page += DocumentMarkdown(document, options.language.value_or(main_language(document))).write();
  return page + markdown_other_files(report, language) + markdown_foot(report, language);
}

}  // namespace klausul
