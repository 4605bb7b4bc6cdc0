#include "report/pdf/pdf_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "read/pdf_document.h"
#include "read/reader_error.h"
#include "report/margin_notes.h"
#include "report/pdf/annotate_pdf.h"
#include "report/pdf/quote_boxes.h"
#include "report/phrases.h"

namespace klausul {
namespace {

/// Turns notes on the text into notes on pages.
class PdfNotes {
 public:
  PdfNotes(const ReviewedText& text, PdfDocument document, Language language)
      : text_(text), document_(std::move(document)), language_(language) {}

  void add(const MarginNote& note) {
    Span rest = note.span;
    const Span first = part_on_one_page(rest);
    PdfNote on_page = place(first, note.severity);
    on_page.text = text_of(note, on_page.boxes.empty());
    notes_.push_back(std::move(on_page));
    // A highlight cannot run over pages: the rest gets one of its own.
    for (rest.begin = first.end; !rest.empty();) {
      const Span part = part_on_one_page(rest);
      rest.begin = part.end;
      PdfNote further = place(part, note.severity);
      if (further.boxes.empty()) continue;
      const char* const words =
          language_ == Language::sv ? "fortsättning från föregående sida" : "continued from the page before";
      further.text = fmt::format("{} ({})\n{}", note.title, words, note.id);
      notes_.push_back(std::move(further));
    }
  }

  [[nodiscard]] const std::vector<PdfNote>& notes() const { return notes_; }

 private:
  [[nodiscard]] std::uint32_t page_at(std::uint32_t offset) const {
    return std::max<std::uint32_t>(text_.source.map.place_of(offset).page, 1);
  }

  /// The beginning of `span` that stands on its first page.
  [[nodiscard]] Span part_on_one_page(Span span) const {
    if (span.empty()) return span;
    const std::uint32_t page = page_at(span.begin);
    std::uint32_t end = span.begin + 1;
    while (end < span.end && page_at(end) == page) ++end;
    return {span.begin, end};
  }

  /// The offset at which the text of a page begins.
  [[nodiscard]] std::uint32_t begin_of_page(std::uint32_t offset) const {
    const std::uint32_t page = page_at(offset);
    std::uint32_t low = 0;
    for (std::uint32_t high = offset; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (page_at(middle) < page)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  const PdfPage& page(std::uint32_t number) {
    const auto known = pages_.find(number);
    if (known != pages_.end()) return known->second;
    return pages_[number] = number <= document_.pages() ? document_.read_page(number) : PdfPage();
  }

  PdfNote place(Span span, Severity severity) {
    const std::uint32_t number = page_at(span.begin);
    const PdfPage& on = page(number);
    const std::string_view all = text_.source.text;
    const std::string_view before = slice(all, {begin_of_page(span.begin), span.begin});
    return {number, on.turn, boxes_of_quote(on, slice(all, span), before), severity, ""};
  }

  [[nodiscard]] std::string text_of(const MarginNote& note, bool quoting) const {
    std::string text = fmt::format("{} · {}\n", note.title, word_for(note.severity, language_));
    if (quoting && !note.span.empty())
      text += fmt::format("{}\n", in_quotes(slice(text_.source.text, note.span), language_));
    for (const MarginNote::Line& line : note.lines)
      text += line.label.empty() ? line.text + "\n" : fmt::format("{}: {}\n", line.label, line.text);
    return text + note.id;
  }

  const ReviewedText& text_;
  PdfDocument document_;
  Language language_;
  std::map<std::uint32_t, PdfPage> pages_;
  std::vector<PdfNote> notes_;
};

}  // namespace

Result<std::string> add_pdf_notes(const DocumentReport& document, Language language, const std::string& password) {
  require(document.reviewed != nullptr, "a document that is written on has its text");
  const ReviewedText& text = *document.reviewed;
  if (document.findings.empty()) return text.bytes;
  Result<PdfDocument> pdf = PdfDocument::open(text.bytes, document.path, password, {});
  if (!pdf && pdf.error().kind == ErrorKind::encrypted)
    return reader_error(ErrorKind::encrypted, document.path,
                        "is encrypted, so no notes can be written on it. Save a copy without a password.");
  if (!pdf) return pdf.error();
  PdfNotes notes(text, std::move(*pdf), language);
  for (const MarginNote& note : margin_notes(document, language)) notes.add(note);
  return annotate_pdf(text.bytes, document.path, notes.notes(), password);
}

}  // namespace klausul
