#include "report/html/html_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/html/page_words.h"
#include "report/html/text_marks.h"
#include "report/phrases.h"
#include "report/swedish_sentences.h"

namespace klausul {

namespace {

class Panel {
 public:
  Panel(HtmlWriter& page, const DocumentReport& document, std::size_t number)
      : page_(page), document_(document), number_(number) {}

  void write_head();
  void write_checklist();
  void write_findings();
  void write_in_place();
  void write_status(const char* Wording::*title, Status status, bool with_reason);
  void write_facts();

 private:
  /// A paragraph of what `say(language)` says.
  template <typename Say>
  void write_line(Say say) {
    page_.markup("<p>").in_both(say).markup("</p>\n");
  }
  void write_findings_that_are(bool accepted);
  void write_finding(const Finding& finding, std::size_t index);
  void write_passages(const Finding& finding);
  void write_search(const Finding& finding);
  template <typename Say>
  void write_term(const char* Wording::*term, Say say) {
    page_.markup("<div><dt>").both(term).markup("</dt> <dd>").in_both(say).markup("</dd></div>");
  }
  /// A link to where `evidence` stands in the text, called by its clause and page.
  void write_place(const Evidence& evidence);
  /// A sentence of another layer, which says it in English.
  void write_sentence(const std::string& english) { page_.both(english, in_swedish(english)); }
  void open_details(const char* Wording::*title, std::size_t count, bool open);

  HtmlWriter& page_;
  const DocumentReport& document_;
  std::size_t number_;
};

void Panel::write_head() {
  write_line([&](Language language) { return type_text(document_, language); });
  write_line(
      [&](Language language) { return document_.format + " · " + joined(extent_text(document_, language), " · "); });
  for (const Party& party : document_.parties)
    write_line([&](Language language) { return party_text(party, document_.type, language); });
  for (const SectorFinding& sector : document_.sectors)
    write_line([&](Language language) { return sector_text(sector, language); });
  for (const Bilingual& standard : document_.standards)
    write_line([&](Language language) {
      return fmt::format("{} {}", wording_in(language).holds_standard, standard.in(language));
    });
  const ReadCoverage& coverage = document_.coverage;
  page_.markup(coverage.complete ? "<p>" : "<p class=\"partly\">")
      .both(coverage.complete ? &Wording::fully_read : &Wording::partly_read)
      .markup("</p>\n");
  if (coverage.limits.empty()) return;
  page_.markup("<ul class=\"limits\">");
  for (const std::string& limit : coverage.limits) {
    page_.markup("<li>");
    write_sentence(limit);
    page_.markup("</li>");
  }
  page_.markup("</ul>\n");
}

void Panel::open_details(const char* Wording::*title, std::size_t count, bool open) {
  page_.markup(open ? "<details open><summary><h3>" : "<details><summary><h3>").both(title);
  page_.markup(fmt::format(" ({})</h3></summary>\n", count));
}

void Panel::write_place(const Evidence& evidence) {
  page_.markup(fmt::format("<a class=\"place\" href=\"#{}\">", place_id(number_, evidence.span.begin)));
  if (place_of(evidence, Language::en).empty())
    page_.both(page_words::in_the_text.en, page_words::in_the_text.sv);
  else
    page_.in_both([&](Language language) { return place_of(evidence, language); });
  page_.markup("</a>");
}

void Panel::write_checklist() {
  if (document_.checklist.empty()) return;
  open_details(&Wording::checklist, document_.checklist.size(), true);
  page_.markup("<ul class=\"checklist\">\n");
  for (const ChecklistLine& line : document_.checklist) {
    page_.markup(fmt::format("<li class=\"{}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> <span>",
                             name_of(line.status), sign_of(line.status)));
    page_.text(line.ref).markup(" ").both(line.title).markup("</span> <span class=\"state\">");
    page_.in_both([&](Language language) { return word_for(line.status, EntryKind::required, language); });
    for (const Evidence& evidence : line.evidence) {
      page_.markup(" · ");
      write_place(evidence);
    }
    page_.markup("</span></li>\n");
  }
  page_.markup("</ul></details>\n");
}

void Panel::write_findings() {
  page_.markup(fmt::format("<h3 id=\"d{}-findings\" tabindex=\"-1\">", number_ + 1));
  if (document_.findings.empty()) {
    page_.both(&Wording::no_findings).markup("</h3>\n");
    return;
  }
  page_.both(&Wording::findings).markup("</h3>\n<p class=\"counts\">");
  page_.in_both([&](Language language) { return counts_sentence({&document_, 1}, language); });
  page_.markup("</p>\n<p class=\"keys\">").both(page_words::keys.en, page_words::keys.sv).markup("</p>\n");
  write_findings_that_are(false);
  if (count_accepted({&document_, 1}) == 0) return;
  page_.markup("<h3>").both(&Wording::accepted_title).markup("</h3>\n");
  write_findings_that_are(true);
}

void Panel::write_findings_that_are(bool accepted) {
  page_.markup("<ol class=\"findings\">\n");
  for (std::size_t index = 0; index < document_.findings.size(); ++index)
    if (document_.findings[index].is_accepted() == accepted) write_finding(document_.findings[index], index);
  page_.markup("</ol>\n");
}

void Panel::write_finding(const Finding& finding, std::size_t index) {
  const EntryKind kind = kind_of(document_, finding.id);
  page_.markup(
      fmt::format("<li class=\"finding {0}\" id=\"{1}\" data-severity=\"{0}\" data-status=\"{2}\" data-family=\"",
                  name_of(finding.severity), finding_id(number_, index),
                  finding.is_accepted() ? "accepted" : name_of(finding.status)));
  page_.text(finding.id.substr(0, finding.id.find('.')));
  // The title leads to the passage; what has none leads to itself, so that every title can be reached by keyboard.
  const std::string target =
      finding.evidence.empty() ? finding_id(number_, index) : place_id(number_, finding.evidence.front().span.begin);
  page_.markup(fmt::format("\">\n<h4><a class=\"place\" href=\"#{}\">{}. ", target, finding_numbers(document_)[index]));
  page_.both(finding.title).markup("</a>");
  page_.markup("</h4>\n<p class=\"kind\"><span class=\"severity\">");
  page_.in_both([&](Language language) { return word_for(finding.severity, language); });
  page_.markup("</span> ").in_both([&](Language language) { return word_for(finding.status, kind, language); });
  page_.markup("</p>\n");
  if (finding.acceptance) {
    page_.markup("<p><b>").in_both([&](Language language) { return acceptance_text(finding, language); });
    page_.markup("</b></p>\n");
  }
  if (finding.acceptance) write_line([&](Language language) { return acceptance_text(finding, language); });
  if (!finding.nearest) write_passages(finding);
  page_.markup("<p>").both(finding.message).markup("</p>\n");
  write_search(finding);
  if (finding.nearest) write_passages(finding);
  if (!finding.suggest.empty()) {
    page_.markup("<p class=\"propose\"><b>").both(&Wording::propose).markup("</b> ");
    page_.both(finding.suggest).markup("</p>\n");
  }
  if (!finding.basis.empty()) {
    page_.markup("<dl>");
    write_term(&Wording::basis, [&](Language language) {
      std::vector<std::string> bases;
      for (const Basis& basis : finding.basis) bases.push_back(basis_text(basis, language));
      return joined(bases, "; ");
    });
    page_.markup("</dl>\n");
  }
  page_.markup("<p class=\"id\">").text(finding.id).markup("</p>\n</li>\n");
}

void Panel::write_search(const Finding& finding) {
  if (finding.also_missing.empty() && finding.detail.empty()) return;
  page_.markup("<dl>");
  if (!finding.also_missing.empty())
    write_term(&Wording::also_missing,
               [&](Language language) { return joined(also_missing(finding, document_, language), "; "); });
  if (!finding.detail.empty())
    write_term(&Wording::looked_for, [&](Language language) { return finding.detail.in(language); });
  page_.markup("</dl>\n");
}

void Panel::write_passages(const Finding& finding) {
  const std::size_t quoted = std::min(quoted_passages, finding.evidence.size());
  for (std::size_t index = 0; index < quoted; ++index) {
    const Evidence& evidence = finding.evidence[index];
    page_.markup("<figure><blockquote>").text(evidence.quote).markup("</blockquote><figcaption>");
    write_place(evidence);
    if (finding.nearest) page_.markup(" (").both(&Wording::nearest).markup(")");
    page_.markup("</figcaption></figure>\n");
  }
  if (quoted == finding.evidence.size()) return;
  page_.markup("<p class=\"places\">").both(&Wording::more_places);
  for (std::size_t index = quoted; index < finding.evidence.size(); ++index) {
    page_.markup(index == quoted ? ": " : "; ");
    write_place(finding.evidence[index]);
  }
  page_.markup("</p>\n");
}

void Panel::write_in_place() {
  std::vector<const EntryResult*> present;
  for (const EntryResult& entry : document_.entries)
    if (entry.status == Status::present) present.push_back(&entry);
  if (present.empty()) return;
  open_details(&Wording::in_place, present.size(), false);
  page_.markup("<ul>\n");
  for (const EntryResult* entry : present) {
    page_.markup("<li>").both(entry->title);
    if (!entry->evidence.empty()) {
      page_.markup(" · ");
      write_place(entry->evidence.front());
    }
    page_.markup("</li>\n");
  }
  page_.markup("</ul></details>\n");
}

void Panel::write_status(const char* Wording::*title, Status status, bool with_reason) {
  std::map<std::string, std::vector<const EntryResult*>> by_reason;
  std::size_t count = 0;
  for (const EntryResult& entry : document_.entries) {
    if (entry.status != status) continue;
    by_reason[with_reason ? entry.reason : ""].push_back(&entry);
    ++count;
  }
  if (count == 0) return;
  open_details(title, count, false);
  for (const auto& [reason, entries] : by_reason) {
    if (!reason.empty()) {
      page_.markup("<p>");
      write_sentence(reason);
      page_.markup(":</p>");
    }
    page_.markup("<ul>\n");
    for (const EntryResult* entry : entries) page_.markup("<li>").both(entry->title).markup("</li>\n");
    page_.markup("</ul>\n");
  }
  page_.markup("</details>\n");
}

void Panel::write_facts() {
  if (document_.facts.empty()) return;
  open_details(&Wording::periods, document_.facts.size(), false);
  page_.markup("<ul>\n");
  for (const Fact& fact : document_.facts) {
    page_.markup("<li>").in_both([&](Language language) { return fact_text(fact, document_, language); });
    page_.markup(" · ");
    write_place(fact.evidence);
    page_.markup("</li>\n");
  }
  page_.markup("</ul></details>\n");
}

}  // namespace

void write_document_head(HtmlWriter& page, const DocumentReport& document, std::size_t number) {
  Panel(page, document, number).write_head();
}

void write_panel(HtmlWriter& page, const DocumentReport& document, std::size_t number) {
  Panel panel(page, document, number);
  panel.write_checklist();
  panel.write_findings();
  panel.write_status(&Wording::undetermined, Status::undetermined, true);
  panel.write_in_place();
  panel.write_facts();
  panel.write_status(&Wording::not_found, Status::clear, false);
  panel.write_status(&Wording::not_applicable, Status::not_applicable, false);
}

}  // namespace klausul
