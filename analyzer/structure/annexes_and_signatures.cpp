#include <string_view>

#include "structure/read_lines.h"

namespace klausul {

namespace {

bool may_begin_annex(const ReadLines& text, std::size_t i) {
  const Line& line = text.lines[i];
  if (!line.number || line.number->style != NumberingStyle::annex || line.contents) return false;
  if (text.is_hinted_heading(i)) return line.shape.bytes <= longest_hinted_heading;
  const bool heading_like = line.shape.bytes <= longest_heading && line.shape.words <= most_heading_words &&
                            line.shape.final != FinalMark::stop && line.shape.final != FinalMark::comma &&
                            line.shape.final != FinalMark::semicolon;
  if (!heading_like) return false;
  const std::string_view whole = slice(text.source.text, text.paragraph(i).span);
  const Shape shape = shape_of(whole);
  if (shape.final == FinalMark::comma) return false;  // "Annex 1A –", broken over two lines
  // Without a number "Appendix" and "Schedule: Monday" need more than a capital.
  const bool stressed = text.paragraph(i).bold || shape.all_capitals;
  return line.number->value != 0 || stressed ||
         (line.shape.bytes > 0 && line.number->length > line.number->label.size() + 1);
}

}  // namespace

/// Annexes named one after the other, with nothing between, are a list of annexes.
void mark_annexes(ReadLines& text) {
  for (std::size_t i = 0; i < text.lines.size();) {
    if (!may_begin_annex(text, i)) {
      ++i;
      continue;
    }
    std::size_t past = text.next[i];
    std::size_t last = i;
    std::size_t size = 1;
    while (past != ReadLines::none && may_begin_annex(text, past) && !text.is_hinted_heading(i) &&
           !text.is_hinted_heading(past) && text.lines[past].number->value > text.lines[last].number->value) {
      last = past;
      past = text.next[past];
      ++size;
    }
    const bool listed = size > 1 || text.paragraph(i).kind == ParagraphKind::list_item;
    for (std::size_t k = i; k <= last; ++k) {
      if (!may_begin_annex(text, k)) continue;
      (listed ? text.lines[k].contents : text.lines[k].annex) = true;
    }
    i = last + 1;
  }
}

void mark_signatures(ReadLines& text) {
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    if (!is_running_text(text.paragraph(i)) || text.is_hinted_heading(i) || text.lines[i].contents) continue;
    const std::optional<TypedNumber>& number = text.lines[i].number;
    if (number && number->style != NumberingStyle::bullet) continue;
    text.lines[i].signature = signature_mark(text.words_of(i));
  }
  // A field counts when a line to sign on stands within three paragraphs, counted from field to field.
  constexpr std::size_t reach = 3;
  std::vector<bool> near(text.lines.size(), false);
  const auto sweep = [&](auto index) {
    std::size_t since = reach + 1;
    for (std::size_t k = 0; k < text.lines.size(); ++k) {
      const std::size_t i = index(k);
      const SignatureMark mark = text.lines[i].signature;
      if (text.is_hinted_heading(i)) since = reach;
      const bool counts = mark == SignatureMark::line || (mark == SignatureMark::field && since <= reach);
      if (mark == SignatureMark::field && counts) near[i] = true;
      since = counts ? 0 : since + 1;
    }
  };
  sweep([](std::size_t k) { return k; });
  sweep([&text](std::size_t k) { return text.lines.size() - 1 - k; });
  for (std::size_t i = 0; i < text.lines.size(); ++i)
    if (text.lines[i].signature == SignatureMark::field && !near[i]) text.lines[i].signature = SignatureMark::none;
}

}  // namespace klausul
