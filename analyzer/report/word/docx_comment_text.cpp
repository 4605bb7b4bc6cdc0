#include "report/word/docx_comment_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/phrases.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kLongestQuote = 1500;  ///< bytes; more than that does not fit beside a page

/// Writes runs and paragraphs with the prefix of the part.
class CommentWriter {
 public:
  CommentWriter(const XmlNames& names, Language language) : p_(names.prefix), language_(language) {}

  void begin_paragraph() {
    xml_ += fmt::format(
        R"(<{0}p><{0}pPr><{0}spacing {0}before="0" {0}after="60" {0}line="240" {0}lineRule="auto"/></{0}pPr>)", p_);
  }
  void end_paragraph() { xml_ += fmt::format("</{}p>", p_); }

  /// The mark by which a comment shows that it belongs to the text.
  void reference_mark() { xml_ += fmt::format("<{0}r><{0}annotationRef/></{0}r>", p_); }

  void run(std::string_view text, bool bold) {
    const char* const tag = language_ == Language::sv ? "sv-SE" : "en-GB";
    xml_ += fmt::format(R"(<{0}r><{0}rPr>{1}<{0}sz {0}val="20"/><{0}lang {0}val="{2}"/></{0}rPr>)", p_,
                        bold ? fmt::format("<{}b/>", p_) : "", tag);
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (at > 0) xml_ += fmt::format("<{}br/>", p_);
      xml_ += fmt::format(R"(<{0}t xml:space="preserve">{1}</{0}t>)", p_, escape_xml(text.substr(at, end - at)));
      at = end + 1;
    }
    xml_ += fmt::format("</{}r>", p_);
  }

  void line(std::string_view label, std::string_view text) {
    begin_paragraph();
    if (!label.empty()) run(fmt::format("{}: ", label), true);
    run(text, false);
    end_paragraph();
  }

  std::string take() { return std::move(xml_); }

 private:
  std::string p_;
  Language language_;
  std::string xml_;
};

std::string shortened(std::string_view text) {
  if (text.size() <= kLongestQuote) return std::string(text);
  std::size_t end = kLongestQuote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + " …";
}

std::string_view name_of(CommentSubject subject, Language language) {
  const auto say = [&](const char* en, const char* sv) { return language == Language::sv ? sv : en; };
  switch (subject) {
    case CommentSubject::marked_words: return "";
    case CommentSubject::text_box: return say("In the text box", "I textrutan");
    case CommentSubject::note: return say("In the note", "I noten");
    case CommentSubject::page_header: return say("In the page header or footer", "I sidhuvudet eller sidfoten");
    case CommentSubject::elsewhere: return say("About", "Avser");
  }
  return "";
}

}  // namespace

std::string comment_xml(const MarginNote& note, const CommentFrame& frame, const XmlNames& names) {
  CommentWriter writer(names, frame.language);
  writer.begin_paragraph();
  writer.reference_mark();
  writer.run(note.title, true);
  writer.run(fmt::format(" · {}", word_for(note.severity, frame.language)), false);
  writer.end_paragraph();
  const std::string_view subject = name_of(frame.subject, frame.language);
  if (!subject.empty()) writer.line(subject, in_quotes(shortened(frame.quote), frame.language));
  for (const MarginNote::Line& line : note.lines) writer.line(line.label, line.text);
  writer.line("", note.id);
  return fmt::format(R"(<{0}comment{1} {0}id="{2}" {0}author="klausul" {0}initials="kl">{3}</{0}comment>)",
                     names.prefix, names.declaration, frame.id, writer.take());
}

}  // namespace klausul
