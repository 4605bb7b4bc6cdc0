#include "structure/lines.h"

#include <string_view>
#include <utility>

#include "structure/characters.h"
#include "structure/read_lines.h"

namespace klausul {

namespace {

std::string_view without_last_part(std::string_view label) {
  const std::size_t dot = label.find_last_of(". ");
  return dot == std::string_view::npos ? std::string_view() : label.substr(0, dot);
}

/// "7" and not "7." or "7)".
bool is_bare(std::string_view paragraph, const TypedNumber& number) {
  const std::string_view typed = paragraph.substr(0, number.length);
  const std::size_t last = typed.find_last_not_of(' ');
  return last != std::string_view::npos && is_digit(static_cast<unsigned char>(typed[last]));
}

/// Reads the numbers, and lets neighbours decide where a number alone could be something else.
class NumberReader {
 public:
  std::optional<TypedNumber> read(std::string_view text, const Paragraph& paragraph, bool& typed) {
    typed = true;
    std::optional<TypedNumber> number = typed_number(text);
    if (!number && !text.empty() && is_digit(static_cast<unsigned char>(text.front()))) {
      number = expected_number(text);
      if (number && !(last_ && (follows(*last_, *number) || (counts_within(*last_, *number) && number->value == 1))))
        number.reset();
    }
    if (number && is_doubtful(text, *number, paragraph)) number.reset();
    // "• Clause 7: does not apply" speaks of a clause elsewhere.
    if (number && number->style == NumberingStyle::article && paragraph.kind == ParagraphKind::list_item)
      number.reset();
    const bool subordinate = !number || number->style == NumberingStyle::bullet || number->depth < 2;
    if (!paragraph.label.empty() && subordinate) {
      const std::optional<TypedNumber> automatic = number_of_label(paragraph.label);
      // A number that was typed into the item, too, is no part of its text.
      const bool twice = automatic && number && automatic->value == number->value && automatic->style == number->style;
      if (automatic && !twice) {
        number = automatic;
        typed = false;
      }
    }
    remember(number);
    if (typed && number && number->style == NumberingStyle::decimal && number->depth == 1 && is_bare(text, *number))
      last_bare_ = number->value;
    return number;
  }

 private:
  bool is_doubtful(std::string_view text, const TypedNumber& number, const Paragraph& paragraph) const {
    if (paragraph.kind == ParagraphKind::heading || paragraph.kind == ParagraphKind::title) return false;
    if (number.value == 1) return false;
    if (number.style == NumberingStyle::decimal && number.depth == 1 && is_bare(text, number))
      return number.value != last_whole_ + 1 && number.value != last_bare_ + 1;  // "30 Business Days after ..."
    if (number.style == NumberingStyle::letter && !number.label.starts_with('(') &&
        is_upper_case(static_cast<unsigned char>(number.label.front())))
      return number.value != last_capital_ + 1;  // "J. Andersson"
    return false;
  }

  void remember(const std::optional<TypedNumber>& number) {
    if (!number) return;
    if (number->style == NumberingStyle::annex) {
      last_whole_ = 0;
      last_bare_ = 0;
      last_capital_ = 0;
    }
    if (number->style == NumberingStyle::decimal) {
      last_ = number;
      if (number->depth == 1) last_whole_ = number->value;
    }
    const bool capital = !number->label.empty() && is_upper_case(static_cast<unsigned char>(number->label.front()));
    if (capital && number->label.size() == 1) last_capital_ = letter_of(*number);
  }

  static std::uint32_t letter_of(const TypedNumber& number) {
    return static_cast<std::uint32_t>(number.label.front() - 'A' + 1);
  }

  std::optional<TypedNumber> last_;  ///< the last decimal
  std::uint32_t last_whole_ = 0;
  std::uint32_t last_bare_ = 0;  ///< the last whole number without a mark; lists with marks may stand between
  std::uint32_t last_capital_ = 0;
};

/// Bold in a line or two is a title; more of it is how the document marks its headings.
constexpr std::size_t few_bold_lines = 2;

void read_numbers(ReadLines& text) {
  NumberReader numbers;
  std::size_t bold = 0;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    Line& line = text.lines[i];
    const Paragraph& paragraph = text.paragraph(i);
    line.body = paragraph.span;
    if (is_running_text(paragraph)) {
      bool typed = false;
      line.number = numbers.read(text.words_of(i), paragraph, typed);
      if (line.number && typed) line.body.begin += line.number->length;
      line.defines = defines_term(text.words_of(i), false);
    }
    line.shape = shape_of(text.words_of(i));
    text.formatted = text.formatted || text.is_hinted_heading(i);
    if (paragraph.bold && paragraph.kind != ParagraphKind::table_cell) ++bold;
  }
  text.formatted = text.formatted || bold > few_bold_lines;
}

void link_lines(ReadLines& text) {
  text.next.assign(text.lines.size(), ReadLines::none);
  text.previous.assign(text.lines.size(), ReadLines::none);
  std::size_t last = ReadLines::none;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    if (!is_running_text(text.paragraph(i)) && text.paragraph(i).kind != ParagraphKind::table_cell) continue;
    text.previous[i] = last;
    if (last != ReadLines::none) text.next[last] = i;
    last = i;
  }
}

}  // namespace

std::vector<Line> read_lines(const SourceText& source) {
  ReadLines text{source, std::vector<Line>(source.paragraphs.size()), {}, {}, false};
  read_numbers(text);
  link_lines(text);
  mark_contents(text);
  mark_annexes(text);
  mark_signatures(text);
  mark_headings(text);
  return std::move(text.lines);
}

bool is_running_text(const Paragraph& paragraph) {
  return paragraph.kind != ParagraphKind::table_cell && paragraph.kind != ParagraphKind::footnote &&
         paragraph.kind != ParagraphKind::page_header;
}

bool counts_parts(const TypedNumber& number) {
  switch (number.style) {
    case NumberingStyle::bullet: return false;
    case NumberingStyle::decimal:
    case NumberingStyle::letter:
    case NumberingStyle::roman: return !number.label.starts_with('(');
    default: return true;
  }
}

bool follows(const TypedNumber& earlier, const TypedNumber& later) {
  if (earlier.style == NumberingStyle::bullet || later.style == NumberingStyle::bullet) return false;
  const auto steps = [](const TypedNumber& a, const TypedNumber& b) {
    return a.style == b.style && a.depth == b.depth && b.value == a.value + 1 &&
           a.label.starts_with('(') == b.label.starts_with('(') &&
           (a.depth == 1 || without_last_part(a.label) == without_last_part(b.label));
  };
  if (steps(earlier, later)) return true;
  const std::optional<TypedNumber> other_earlier = other_reading(earlier);
  const std::optional<TypedNumber> other_later = other_reading(later);
  return (other_earlier && steps(*other_earlier, later)) || (other_later && steps(earlier, *other_later)) ||
         (other_earlier && other_later && steps(*other_earlier, *other_later));
}

bool counts_within(const TypedNumber& outer, const TypedNumber& inner) {
  if (inner.style != NumberingStyle::decimal || inner.depth < 2) return false;
  std::string_view label = outer.label;
  if (outer.style == NumberingStyle::article) label = label.substr(label.find(' ') + 1);
  if (label.empty() || inner.label.size() <= label.size() || !std::string_view(inner.label).starts_with(label))
    return false;
  const char after = inner.label[label.size()];
  return after == '.' || after == ' ';
}

}  // namespace klausul
