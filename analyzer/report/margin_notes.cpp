#include "report/margin_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "assess/placement.h"
#include "report/phrases.h"

namespace klausul {
namespace {

/// The notes of one finding.
class NotesOfFinding {
 public:
  NotesOfFinding(const DocumentReport& document, const Finding& finding, Language language)
      : document_(document), finding_(finding), language_(language), words_(wording_in(language)) {}

  std::vector<MarginNote> write() {
    std::vector<MarginNote> notes;
    notes.push_back(main_note());
    const std::size_t count = finding_.evidence.size();
    for (std::size_t index = 1; index < count; ++index) {
      notes.push_back(empty_note(finding_.evidence[index].span));
      notes.back().lines.push_back({"", further_passage(index + 1, count)});
    }
    return notes;
  }

 private:
  [[nodiscard]] const char* say(const char* en, const char* sv) const { return language_ == Language::sv ? sv : en; }

  [[nodiscard]] MarginNote empty_note(Span span) const {
    return {span, finding_.id, title_of(finding_, document_, language_), finding_.severity, {}};
  }

  MarginNote main_note() {
    MarginNote note = empty_note({});
    const auto add = [&](std::string label, std::string text) {
      if (!text.empty()) note.lines.push_back({std::move(label), std::move(text)});
    };
    add("", acceptance_text(finding_, language_));
    add("", finding_.message.in(language_));
    if (!finding_.evidence.empty()) {
      note.span = finding_.evidence.front().span;
      if (finding_.nearest)
        add("", say("The passage marked here comes nearest, and falls short.",
                    "Den markerade passagen kommer närmast men räcker inte."));
    } else if (const auto section = section_for(finding_, document_)) {
      note.span = document_.reviewed->blocks[*section].heading;
      add("", say("The clause would belong in this section.", "Klausulen hör hemma i det här avsnittet."));
    } else {
      note.span = title_span(*document_.reviewed);
      add("", say("No passage and no section of the document deals with this.",
                  "Ingen passage och inget avsnitt i handlingen behandlar detta."));
    }
    add(words_.also_missing, joined(also_missing(finding_, document_, language_), "; "));
    std::vector<std::string> bases;
    for (const Basis& basis : finding_.basis) bases.push_back(basis_text(basis, language_));
    add(words_.basis, joined(bases, "; "));
    add(words_.propose, finding_.suggest.in(language_));
    if (finding_.evidence.size() > 1)
      add("", fmt::format(fmt::runtime(say("Passage 1 of {}.", "Ställe 1 av {}.")), finding_.evidence.size()));
    return note;
  }

  [[nodiscard]] std::string further_passage(std::size_t number, std::size_t count) const {
    const std::string& label = finding_.evidence.front().label;
    const std::string first = label.empty() ? say("the first", "det första") : label;
    return fmt::format(
        fmt::runtime(say("Passage {} of {}; the reasons stand at {}.", "Ställe {} av {}; skälen står vid {}.")), number,
        count, first);
  }

  const DocumentReport& document_;
  const Finding& finding_;
  Language language_;
  const Wording& words_;
};

}  // namespace

Span title_span(const ReviewedText& text) {
  const std::vector<Paragraph>& paragraphs = text.source.paragraphs;
  for (const Paragraph& paragraph : paragraphs)
    if (paragraph.kind == ParagraphKind::title) return paragraph.span;
  const auto first = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& paragraph) {
    return paragraph.kind != ParagraphKind::page_header && paragraph.kind != ParagraphKind::footnote &&
           paragraph.kind != ParagraphKind::text_box;
  });
  if (first != paragraphs.end()) return first->span;
  return paragraphs.empty() ? Span() : paragraphs.front().span;
}

std::vector<MarginNote> margin_notes(const DocumentReport& document, Language language) {
  std::vector<MarginNote> notes;
  for (const Finding& finding : document.findings)
    for (MarginNote& note : NotesOfFinding(document, finding, language).write()) notes.push_back(std::move(note));
  return notes;
}

}  // namespace klausul
