#include "report/html/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "assess/placement.h"
#include "report/html/page_words.h"
#include "report/html/text_marks.h"
#include "report/phrases.h"

namespace klausul {

namespace {

constexpr std::uint32_t widest_cell = 50;  ///< columns; what a hostile table asks for has an end

class DocumentText {
 public:
  DocumentText(HtmlWriter& page, const DocumentReport& document, std::size_t number)
      : page_(page),
        document_(document),
        text_(*document.reviewed),
        number_(number),
        marks_(mark_text(document)),
        numbers_(finding_numbers(document)) {
    for (std::size_t finding = 0; finding < document.findings.size(); ++finding)
      if (document.findings[finding].status == Status::missing && !document.findings[finding].is_accepted())
        absent_[section_for(document.findings[finding], document)].push_back(finding);
  }

  void write() {
    write_absent(std::nullopt, page_words::absent_somewhere);
    for (const Paragraph& paragraph : text_.source.paragraphs) write_paragraph(paragraph);
    leave_table();
  }

 private:
  void write_paragraph(const Paragraph& paragraph);
  void write_heading(const Paragraph& paragraph, const Block& block);
  void write_plain(const Paragraph& paragraph, const Block& block);
  void enter_cell(const Paragraph& paragraph);
  void leave_table();
  void write_content(const Paragraph& paragraph);
  void write_stretch(const MarkedStretch& stretch, Span shown);
  void write_absent(std::optional<std::uint32_t> section, page_words::Pair words);
  void write_reference(std::size_t finding);

  [[nodiscard]] std::string language_of(const Block& block) const {
    const bool known = block.language == Language::sv || block.language == Language::en;
    const bool differs = known && block.language != main_language(document_);
    return differs ? fmt::format(" lang=\"{}\"", name_of(block.language)) : "";
  }
  [[nodiscard]] std::size_t depth_in_lists(const Block& block) const;

  HtmlWriter& page_;
  const DocumentReport& document_;
  const ReviewedText& text_;
  std::size_t number_;
  TextMarks marks_;
  std::vector<std::size_t> numbers_;                                         ///< of findings, by index
  std::map<std::optional<std::uint32_t>, std::vector<std::size_t>> absent_;  ///< findings by section
  std::size_t stretch_ = 0;          ///< the first that ends behind what is written
  std::uint32_t block_ = 0;          ///< that the paragraph belongs to
  unsigned heading_ = 3;             ///< level of the heading before
  const Paragraph* cell_ = nullptr;  ///< the open cell, by its first paragraph
};

bool has_text(const Block& block) { return !block.heading.empty() || !block.body.empty(); }

std::uint32_t begin_of(const Block& block) { return block.heading.empty() ? block.body.begin : block.heading.begin; }

std::size_t DocumentText::depth_in_lists(const Block& block) const {
  std::size_t depth = 0;
  const Block* at = &block;
  for (; at != &text_.blocks.front() && depth < 9; at = &text_.blocks[at->parent])
    if (at->kind == BlockKind::list_item) ++depth;
  return depth;
}

void DocumentText::write_paragraph(const Paragraph& paragraph) {
  // Rows and tables have no text of their own and are passed over.
  for (std::uint32_t next = block_ + 1; next < text_.blocks.size(); ++next) {
    if (!has_text(text_.blocks[next])) continue;
    if (begin_of(text_.blocks[next]) >= paragraph.span.end) break;
    block_ = next;
  }
  const Block& block = text_.blocks[block_];
  if (paragraph.kind == ParagraphKind::table_cell)
    enter_cell(paragraph);
  else
    leave_table();
  if (block.heading.overlaps(paragraph.span) && cell_ == nullptr) {
    write_heading(paragraph, block);
    if (block.heading.end <= paragraph.span.end) write_absent(block_, page_words::absent_here);
  } else {
    write_plain(paragraph, block);
  }
}

void DocumentText::write_heading(const Paragraph& paragraph, const Block& block) {
  // h1 to h3 are the page's own, and no level is skipped.
  const unsigned level = std::clamp<unsigned>(3U + block.level, 4U, std::min(heading_ + 1, 6U));
  heading_ = level;
  page_.markup(fmt::format("<h{}{}>", level, language_of(block)));
  write_content(paragraph);
  page_.markup(fmt::format("</h{}>\n", level));
}

void DocumentText::write_plain(const Paragraph& paragraph, const Block& block) {
  std::string kind;
  std::size_t depth = 0;
  switch (paragraph.kind) {
    case ParagraphKind::title: kind = "title"; break;
    case ParagraphKind::list_item: depth = std::clamp<std::size_t>(paragraph.level, 1, 9); break;
    case ParagraphKind::footnote: kind = "note"; break;
    case ParagraphKind::page_header: kind = "running"; break;
    case ParagraphKind::text_box: kind = "box"; break;
    default: depth = cell_ == nullptr ? depth_in_lists(block) : 0;
  }
  if (depth != 0) kind = fmt::format("item depth{}", depth);
  if (paragraph.bold) kind += kind.empty() ? "strong" : " strong";
  page_.markup(kind.empty() ? fmt::format("<p{}>", language_of(block))
                            : fmt::format("<p class=\"{}\"{}>", kind, language_of(block)));
  if (paragraph.kind == ParagraphKind::list_item && paragraph.label.empty()) page_.markup("• ");
  write_content(paragraph);
  page_.markup("</p>\n");
}

void DocumentText::enter_cell(const Paragraph& paragraph) {
  const bool same_table = cell_ != nullptr && cell_->table == paragraph.table;
  const bool same_row = same_table && cell_->row == paragraph.row;
  if (same_row && cell_->column == paragraph.column) return;
  if (cell_ != nullptr && same_table) page_.markup(same_row ? "</td>" : "</td></tr>\n<tr>");
  if (!same_table) {
    leave_table();
    page_.markup(fmt::format(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"d{}-text\"><table>\n<tr>", number_ + 1));
  }
  const std::uint32_t columns = std::min(paragraph.columns, widest_cell);
  page_.markup(columns > 1 ? fmt::format("<td colspan=\"{}\">", columns) : "<td>");
  cell_ = &paragraph;
}

void DocumentText::leave_table() {
  if (cell_ != nullptr) page_.markup("</td></tr>\n</table></div>\n");
  cell_ = nullptr;
}

void DocumentText::write_content(const Paragraph& paragraph) {
  if (!paragraph.label.empty()) page_.markup("<span class=\"label\">").text(paragraph.label).markup("</span> ");
  const Span span = paragraph.span;
  while (stretch_ < marks_.stretches.size() && marks_.stretches[stretch_].span.end <= span.begin) ++stretch_;
  for (std::size_t index = stretch_; index < marks_.stretches.size(); ++index) {
    const MarkedStretch& stretch = marks_.stretches[index];
    if (stretch.span.begin >= span.end) break;
    write_stretch(stretch, {std::max(stretch.span.begin, span.begin), std::min(stretch.span.end, span.end)});
  }
}

void DocumentText::write_stretch(const MarkedStretch& stretch, Span shown) {
  if (marks_.places.contains(shown.begin))
    page_.markup(fmt::format("<span class=\"at\" id=\"{}\"></span>", place_id(number_, shown.begin)));
  if (stretch.findings.empty()) {
    page_.text(slice(text_.source.text, shown));
  } else {
    Severity worst = Severity::info;
    bool near = true;  // what fell short or was accepted is marked more faintly
    std::vector<std::string> ids;
    for (const std::uint32_t finding : stretch.findings) {
      const Finding& of = document_.findings[finding];
      if (!of.is_accepted()) worst = std::max(worst, of.severity);
      near = near && (of.nearest || of.is_accepted());
      ids.push_back(finding_id(number_, finding));
    }
    page_.markup(fmt::format("<mark class=\"{}{}\" data-findings=\"{}\">", name_of(worst), near ? " near" : "",
                             joined(ids, " ")));
    page_.text(slice(text_.source.text, shown)).markup("</mark>");
  }
  const auto ended = marks_.ends.find(shown.end);
  if (ended == marks_.ends.end()) return;
  for (const std::uint32_t finding : ended->second) write_reference(finding);
}

void DocumentText::write_reference(std::size_t finding) {
  const std::string id = finding_id(number_, finding);
  page_.markup(fmt::format("<a class=\"ref {}\" href=\"#{}\" data-findings=\"{}\"><span class=\"unseen\">",
                           name_of(document_.findings[finding].severity), id, id));
  page_.both(page_words::finding.en, page_words::finding.sv).markup(fmt::format(" </span>{}</a>", numbers_[finding]));
}

void DocumentText::write_absent(std::optional<std::uint32_t> section, page_words::Pair words) {
  const auto found = absent_.find(section);
  if (found == absent_.end()) return;
  page_.markup("<div class=\"absent\"><p>").both(words.en, words.sv).markup(":</p><ul>");
  for (const std::size_t finding : found->second) {
    page_.markup(fmt::format("<li data-findings=\"{}\">", finding_id(number_, finding)));
    write_reference(finding);
    page_.markup(" ").both(document_.findings[finding].title).markup("</li>");
  }
  page_.markup("</ul></div>\n");
}

}  // namespace

void write_document_text(HtmlWriter& page, const DocumentReport& document, std::size_t number) {
  if (!document.reviewed || document.reviewed->blocks.empty()) return;
  DocumentText(page, document, number).write();
}

}  // namespace klausul
