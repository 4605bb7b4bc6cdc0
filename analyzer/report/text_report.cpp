#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/phrases.h"
#include "report/printable.h"
#include "report/reporter.h"
#include "report/text_page.h"
#include "report/wording.h"

namespace klausul {

namespace {

TextStyle style_of(Severity severity) {
  switch (severity) {
    case Severity::critical: return TextStyle::red;
    case Severity::high: return TextStyle::yellow;
    case Severity::medium: return TextStyle::cyan;
    case Severity::low: return TextStyle::strong;
    case Severity::info: return TextStyle::plain;
  }
  return TextStyle::plain;
}

/// The review of one document in one language.
class DocumentText {
 public:
  DocumentText(const DocumentReport& document, Language language, const ReportOptions& options)
      : document_(document), language_(language), words_(wording_in(language)), page_(options.width, options.colour) {}

  std::string write() {
    write_head();
    write_coverage();
    write_checklist();
    write_findings();
    write_accepted();
    write_group(words_.undetermined, Status::undetermined, true);
    write_in_place();
    write_others();
    write_facts();
    return page_.take();
  }

 private:
  void write_head();
  void write_coverage();
  void write_checklist();
  void write_findings();
  void write_finding(const Finding& finding, std::size_t number);
  void write_accepted();
  void write_passages(const Finding& finding);
  void write_labelled(std::string_view label, std::string_view text);
  void write_in_place();
  void write_others();
  void write_group(std::string_view title, Status status, bool with_reason);
  void write_facts();

  const DocumentReport& document_;
  Language language_;
  const Wording& words_;
  TextPage page_;
  std::set<std::string> searched_;  ///< what was said of searches so far
};

void DocumentText::write_head() {
  page_.rule("═");
  page_.line(document_.path, TextStyle::strong);
  page_.rule("═");
  page_.line(type_text(document_, language_));
  page_.line(document_.format + " · " + joined(extent_text(document_, language_), " · "));
  for (const Party& party : document_.parties) page_.line(party_text(party, document_.type, language_));
  for (const SectorFinding& sector : document_.sectors) page_.paragraph("", "  ", sector_text(sector, language_));
  for (const Bilingual& standard : document_.standards)
    page_.line(fmt::format("{} {}", words_.holds_standard, standard.in(language_)));
}

void DocumentText::write_coverage() {
  const ReadCoverage& coverage = document_.coverage;
  page_.blank();
  page_.line(coverage.complete ? words_.fully_read : words_.partly_read,
             coverage.complete ? TextStyle::plain : TextStyle::strong);
  for (const std::string& limit : coverage.limits) page_.paragraph("  ! ", "    ", sentence_in(limit, language_));
}

void DocumentText::write_checklist() {
  if (document_.checklist.empty()) return;
  page_.blank();
  page_.line(words_.checklist, TextStyle::strong);
  for (const ChecklistLine& line : document_.checklist) {
    std::vector<std::string> labels;
    for (const Evidence& evidence : line.evidence) {
      const std::string place = evidence.label.empty() ? place_of(evidence, language_) : evidence.label;
      if (std::find(labels.begin(), labels.end(), place) == labels.end()) labels.push_back(place);
    }
    const std::string status = word_for(line.status, EntryKind::required, language_);
    page_.line_with_side(fmt::format("{} {:<9} {}", sign_of(line.status), line.ref, line.title.in(language_)),
                         labels.empty() ? status : fmt::format("{} · {}", joined(labels, ", "), status),
                         line.status == Status::missing ? TextStyle::red : TextStyle::plain, 2);
  }
}

void DocumentText::write_findings() {
  page_.blank();
  const std::string counts = counts_sentence({&document_, 1}, language_);
  page_.line(document_.findings.empty() ? counts : fmt::format("{}: {}", words_.findings, counts), TextStyle::strong);

  std::size_t number = 0;
  for (const Severity severity : all_severities) {
    bool first = true;
    for (const Finding& finding : document_.findings) {
      if (finding.severity != severity || finding.is_accepted()) continue;
      if (first) {
        const std::string_view title = word_for(severity, language_);
        page_.blank();
        page_.line(title, style_of(severity));
        page_.rule("─", columns(title));
        first = false;
      } else {
        page_.blank();
      }
      write_finding(finding, ++number);
    }
  }
}

void DocumentText::write_labelled(std::string_view label, std::string_view text) {
  if (text.empty()) return;
  constexpr std::size_t label_columns = 11;
  const std::size_t used = std::min(columns(label), label_columns - 1);
  const std::string first = "    " + std::string(label) + std::string(label_columns - used, ' ');
  page_.paragraph(first, std::string(4 + label_columns, ' '), text);
}

void DocumentText::write_finding(const Finding& finding, std::size_t number) {
  const std::string title = fmt::format("{}. {}", number, title_of(finding, document_, language_));
  page_.line_with_side(title, finding.id, style_of(finding.severity));
  if (finding.acceptance) page_.paragraph("    ! ", "      ", acceptance_text(finding, language_));
  if (!finding.nearest) write_passages(finding);
  write_labelled(words_.why, finding.message.in(language_));
  write_labelled(words_.also_missing, joined(also_missing(finding, document_, language_), "; "));
  // Where nothing is special about the search, saying it once is enough.
  if (searched_.insert(finding.detail.in(language_)).second)
    write_labelled(words_.looked_for, finding.detail.in(language_));
  if (finding.nearest) write_passages(finding);
  std::vector<std::string> bases;
  for (const Basis& basis : finding.basis) bases.push_back(basis_text(basis, language_));
  write_labelled(words_.basis, joined(bases, "; "));
  write_labelled(words_.propose, finding.suggest.in(language_));
}

void DocumentText::write_accepted() {
  if (count_accepted({&document_, 1}) == 0) return;
  page_.blank();
  page_.line(words_.accepted_title, TextStyle::strong);
  for (const Finding& finding : document_.findings) {
    if (!finding.is_accepted()) continue;
    page_.line_with_side(
        fmt::format("– {} ({})", title_of(finding, document_, language_), word_for(finding.severity, language_)),
        finding.id, TextStyle::plain, 2);
    std::vector<std::string> places;
    if (!finding.nearest)
      for (const Evidence& evidence : finding.evidence) places.push_back(place_of(evidence, language_));
    if (!places.empty()) page_.line(joined(places, "; "), TextStyle::faint, 4);
    page_.line(acceptance_text(finding, language_), TextStyle::faint, 4);
  }
}

void DocumentText::write_passages(const Finding& finding) {
  const std::size_t quoted = std::min(quoted_passages, finding.evidence.size());
  for (std::size_t index = 0; index < quoted; ++index) {
    const Evidence& evidence = finding.evidence[index];
    std::string place = place_of(evidence, language_);
    if (finding.nearest) place = place.empty() ? words_.nearest : fmt::format("{} ({})", place, words_.nearest);
    if (!place.empty()) page_.line(place, TextStyle::faint, 4);
    page_.paragraph("    │ ", "    │ ", in_quotes(evidence.quote, language_));
  }
  std::vector<std::string> places;
  for (std::size_t index = quoted; index < finding.evidence.size(); ++index) {
    places.push_back(place_of(finding.evidence[index], language_));
  }
  if (!places.empty()) page_.line(fmt::format("{}: {}", words_.more_places, joined(places, "; ")), TextStyle::faint, 4);
}

void DocumentText::write_in_place() {
  bool first = true;
  for (const EntryResult& entry : document_.entries) {
    if (entry.status != Status::present) continue;
    if (first) {
      page_.blank();
      page_.line(words_.in_place, TextStyle::strong);
      first = false;
    }
    const std::string place = entry.evidence.empty() ? "" : place_of(entry.evidence.front(), language_);
    page_.line_with_side("✓ " + entry.title.in(language_), place, TextStyle::plain, 2);
  }
}

void DocumentText::write_group(std::string_view title, Status status, bool with_reason) {
  std::map<std::string, std::vector<std::string>> by_reason;
  for (const EntryResult& entry : document_.entries) {
    if (entry.status == status) by_reason[with_reason ? entry.reason : ""].push_back(entry.title.in(language_));
  }
  for (const auto& [reason, titles] : by_reason) {
    std::string head = fmt::format("{} ({})", title, titles.size());
    if (!reason.empty()) head += ": " + sentence_in(reason, language_);
    page_.blank();
    page_.line(head, TextStyle::strong);
    page_.line(joined(titles, " · "), TextStyle::faint, 2);
  }
}

void DocumentText::write_others() {
  write_group(words_.not_found, Status::clear, false);
  write_group(words_.not_applicable, Status::not_applicable, false);
}

void DocumentText::write_facts() {
  if (document_.facts.empty()) return;
  page_.blank();
  page_.line(words_.periods, TextStyle::strong);
  for (const Fact& fact : document_.facts) {
    page_.line_with_side(fact_text(fact, document_, language_), place_of(fact.evidence, language_), TextStyle::plain,
                         2);
  }
}

void write_errors(const Report& report, Language language, TextPage& page) {
  if (report.errors.empty()) return;
  const Wording& words = wording_in(language);
  page.rule("═");
  page.line(words.not_reviewed, TextStyle::red);
  for (const FileError& failure : report.errors) {
    const std::string sentence = sentence_in(failure.error.what, language);
    page.paragraph("  ! ", "    ", fmt::format("{}: {}", failure.path, without_name(failure.path, sentence)));
  }
  page.blank();
}

/// Hundreds of pictures beside a saved web page are not all worth a line.
void write_skipped(const Report& report, Language language, TextPage& page) {
  constexpr std::size_t most = 20;
  if (report.skipped.empty()) return;
  const Wording& words = wording_in(language);
  page.rule("═");
  page.line(fmt::format("{} ({})", words.no_documents, report.skipped.size()), TextStyle::strong);
  for (std::size_t index = 0; index < std::min(most, report.skipped.size()); ++index) {
    const SkippedFile& file = report.skipped[index];
    page.paragraph("  ", "    ", fmt::format("{}: {}", file.path, sentence_in(file.what, language)));
  }
  if (report.skipped.size() > most) page.line(fmt::format("+ {}", report.skipped.size() - most), TextStyle::faint, 2);
  page.blank();
}

void write_summary(const Report& report, Language language, TextPage& page) {
  const Wording& words = wording_in(language);
  const std::size_t number = report.documents.size();
  std::vector<std::string> pieces{fmt::format("{} {}", number, number == 1 ? words.document : words.documents),
                                  counts_sentence(report.documents, language),
                                  fmt::format("klausul {}", report.version),
                                  fmt::format("{} {}", words.rules, report.rules)};
  if (!report.law_as_of.empty()) pieces.push_back(fmt::format("{} {}", words.law_as_of, report.law_as_of));
  page.rule("═");
  page.line(joined(pieces, " · "));
  page.line(words.no_advice, TextStyle::faint);
}

}  // namespace

std::string write_text(const Report& report, const ReportOptions& options) {
  std::string text;
  for (const DocumentReport& document : report.documents) {
    text += DocumentText(document, options.language.value_or(main_language(document)), options).write() + "\n";
  }
  const Language language = main_language(report, options.language);
  TextPage page(options.width, options.colour);
  write_errors(report, language, page);
  write_skipped(report, language, page);
  write_summary(report, language, page);
  return text + page.take();
}

}  // namespace klausul
