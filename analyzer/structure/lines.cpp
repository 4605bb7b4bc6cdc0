#include "structure/lines.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "structure/characters.h"
#include "structure/numbering_words.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_heading = 100;
constexpr std::uint32_t longest_hinted_heading = 200;
constexpr std::uint32_t most_heading_words = 14;
constexpr std::uint32_t longest_plain_heading = 70;

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
      if (std::optional<TypedNumber> automatic = number_of_label(paragraph.label)) {
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

/// The passes over all lines; each may use what those before it found.
class LineReader {
 public:
  explicit LineReader(const SourceText& source) : source_(source), lines_(source.paragraphs.size()) {}

  std::vector<Line> read() {
    read_numbers();
    link_lines();
    mark_contents();
    mark_contents_below_heading();
    mark_annexes();
    mark_signatures();
    mark_headings();
    join_titles();
    return std::move(lines_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] const Paragraph& paragraph(std::size_t i) const { return source_.paragraphs[i]; }
  [[nodiscard]] bool is_hinted_heading(std::size_t i) const {
    return paragraph(i).kind == ParagraphKind::heading || paragraph(i).kind == ParagraphKind::title;
  }

  void read_numbers() {
    NumberReader numbers;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      line.body = paragraph(i).span;
      const std::string_view text = slice(source_.text, line.body);
      if (is_running_text(paragraph(i))) {
        bool typed = false;
        line.number = numbers.read(text, paragraph(i), typed);
        if (line.number && typed) line.body.begin += line.number->length;
        line.defines = defines_term(slice(source_.text, line.body), false);
      }
      line.shape = shape_of(slice(source_.text, line.body));
      formatted_ = formatted_ || is_hinted_heading(i);
      if (paragraph(i).bold && paragraph(i).kind != ParagraphKind::table_cell) ++bold_;
    }
    formatted_ = formatted_ || bold_ > 2;
  }

  /// next_[i]: the next paragraph that is text or a table; previous_[i] the one before.
  void link_lines() {
    next_.assign(lines_.size(), none);
    previous_.assign(lines_.size(), none);
    std::size_t last = none;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_running_text(paragraph(i)) && paragraph(i).kind != ParagraphKind::table_cell) continue;
      previous_[i] = last;
      if (last != none) next_[last] = i;
      last = i;
    }
  }

  /// Lines that end with a page number: dots give one away; else three in a row with rising numbers.
  void mark_contents() {
    std::size_t run_begin = 0;
    std::size_t run = 0;
    std::uint32_t page = 0;
    for (std::size_t i = 0; i <= lines_.size(); ++i) {
      std::optional<PageReference> reference;
      if (i < lines_.size() && is_running_text(paragraph(i)) && lines_[i].shape.bytes <= 160)
        reference = page_reference(slice(source_.text, paragraph(i).span));
      if (reference && reference->dotted) lines_[i].contents = true;
      if (reference && run > 0 && reference->page >= page) {
        ++run;
      } else {
        for (std::size_t k = run_begin; run >= 3 && k < run_begin + run; ++k) lines_[k].contents = true;
        run = reference ? 1 : 0;
        run_begin = i;
      }
      if (reference) page = reference->page;
    }
  }

  /// Below "Table of contents" short lines are contents up to the first heading or sentence, page numbers or not.
  void mark_contents_below_heading() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_contents_heading(i)) continue;
      std::size_t k = next_[i];
      std::uint32_t last = 0;
      const std::string_view first = k == none ? std::string_view() : slice(source_.text, lines_[k].body);
      for (; k != none && is_contents_line(k); k = next_[k]) {
        if (k != next_[i] && lines_[k].shape.bytes > 3 && first.starts_with(slice(source_.text, lines_[k].body))) break;
        const std::optional<TypedNumber>& number = lines_[k].number;
        const bool whole = number && number->style == NumberingStyle::decimal && number->depth == 1;
        if (whole && number->value == 1 && last > 1) break;  // the contract itself begins
        if (whole) last = number->value;
        lines_[k].contents = true;
        i = k;
      }
    }
  }

  [[nodiscard]] bool is_contents_heading(std::size_t i) const {
    if (!is_running_text(paragraph(i)) || lines_[i].shape.words > 3 || lines_[i].number) return false;
    std::string_view text = slice(source_.text, lines_[i].body);
    if (text.ends_with(':')) text.remove_suffix(1);
    const std::string lowered = lower_case(text);
    const auto& words = numbering_words::contents_heading;
    return std::find(words.begin(), words.end(), lowered) != words.end();
  }

  [[nodiscard]] bool is_contents_line(std::size_t i) const {
    const Shape& shape = lines_[i].shape;
    return is_running_text(paragraph(i)) && !is_hinted_heading(i) && shape.final != FinalMark::stop &&
           shape.final != FinalMark::colon && shape.words <= most_heading_words && shape.bytes <= longest_heading;
  }

  [[nodiscard]] bool may_begin_annex(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.number || line.number->style != NumberingStyle::annex || line.contents) return false;
    if (is_hinted_heading(i)) return line.shape.bytes <= longest_hinted_heading;
    const bool heading_like = line.shape.bytes <= longest_heading && line.shape.words <= most_heading_words &&
                              line.shape.final != FinalMark::stop && line.shape.final != FinalMark::comma &&
                              line.shape.final != FinalMark::semicolon;
    if (!heading_like) return false;
    // Without a number "Appendix" and "Schedule: Monday" need more than a capital.
    const bool stressed = paragraph(i).bold || lines_[i].shape.all_capitals || line.shape.bytes == 0;
    return line.number->value != 0 || stressed || line.number->length > line.number->label.size() + 1;
  }

  /// Annexes named one after the other, with nothing between, are a list of annexes.
  void mark_annexes() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (!may_begin_annex(i)) {
        ++i;
        continue;
      }
      std::size_t past = next_[i];
      std::size_t last = i;
      std::size_t size = 1;
      while (past != none && may_begin_annex(past) && !is_hinted_heading(i) && !is_hinted_heading(past) &&
             lines_[past].number->value > lines_[last].number->value) {
        last = past;
        past = next_[past];
        ++size;
      }
      const bool listed = size > 1 || paragraph(i).kind == ParagraphKind::list_item;
      for (std::size_t k = i; k <= last; ++k) {
        if (!may_begin_annex(k)) continue;
        (listed ? lines_[k].contents : lines_[k].annex) = true;
      }
      i = last + 1;
    }
  }

  void mark_signatures() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_running_text(paragraph(i)) || is_hinted_heading(i) || lines_[i].contents) continue;
      const std::optional<TypedNumber>& number = lines_[i].number;
      if (number && number->style != NumberingStyle::bullet) continue;
      lines_[i].signature = signature_mark(slice(source_.text, lines_[i].body));
    }
    // A field counts when a line to sign on stands within three paragraphs, counted from field to field.
    constexpr std::size_t reach = 3;
    std::vector<bool> near(lines_.size(), false);
    const auto sweep = [&](auto index) {
      std::size_t since = reach + 1;
      for (std::size_t k = 0; k < lines_.size(); ++k) {
        const std::size_t i = index(k);
        const SignatureMark mark = lines_[i].signature;
        if (is_hinted_heading(i)) since = reach;
        const bool counts = mark == SignatureMark::line || (mark == SignatureMark::field && since <= reach);
        if (mark == SignatureMark::field && counts) near[i] = true;
        since = counts ? 0 : since + 1;
      }
    };
    sweep([](std::size_t k) { return k; });
    sweep([this](std::size_t k) { return lines_.size() - 1 - k; });
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].signature == SignatureMark::field && !near[i]) lines_[i].signature = SignatureMark::none;
  }

  void mark_headings() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_running_text(paragraph(i)) || lines_[i].contents || lines_[i].annex) continue;
      lines_[i].heading = heading_kind(i);
      if (lines_[i].heading != HeadingKind::none && lines_[i].number) last_heading_ = lines_[i].number;
    }
  }

  [[nodiscard]] HeadingKind heading_kind(std::size_t i) const {
    const Line& line = lines_[i];
    const Shape& shape = line.shape;
    if (is_hinted_heading(i)) {
      // Word contracts give whole clauses the style of a heading for its numbering.
      const bool sentence = shape.bytes > longest_hinted_heading ||
                            (shape.bytes > 90 && (shape.final == FinalMark::stop || shape.final == FinalMark::colon ||
                                                  shape.final == FinalMark::semicolon));
      return sentence || shape.bytes + paragraph(i).label.size() == 0 ? none_or_number(i) : HeadingKind::hinted;
    }
    if (line.signature != SignatureMark::none || line.defines) return HeadingKind::none;
    if (shape.bytes > longest_heading + 20 || shape.words > most_heading_words || shape.starts_lower)
      return HeadingKind::none;
    if (line.number && line.number->style != NumberingStyle::annex) return numbered_heading(i);
    if (line.number || paragraph(i).kind == ParagraphKind::list_item) return HeadingKind::none;
    return unnumbered_heading(i);
  }

  /// "Clause 8" with "Safeguards" on the next line.
  void join_titles() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      const bool bare = line.shape.bytes == 0 && line.number && (line.annex || line.heading != HeadingKind::none);
      if (!bare || next_[i] != i + 1) continue;
      Line& title = lines_[i + 1];
      const Paragraph& below = paragraph(i + 1);
      const bool short_line = below.kind == ParagraphKind::paragraph && title.shape.bytes <= longest_heading &&
                              title.shape.words <= most_heading_words && title.shape.final == FinalMark::none &&
                              title.shape.starts_upper;
      const bool same_level = is_hinted_heading(i) && below.kind == paragraph(i).kind &&
                              below.level == paragraph(i).level && title.heading == HeadingKind::hinted;
      if (title.number || title.annex || title.contents || title.defines || title.signature != SignatureMark::none ||
          !(short_line || same_level) || next_[i + 1] == none)
        continue;
      line.titled_below = true;
    }
  }

  /// A hinted heading that is empty but for its number.
  [[nodiscard]] HeadingKind none_or_number(std::size_t i) const {
    return lines_[i].number && lines_[i].shape.bytes == 0 ? HeadingKind::hinted : HeadingKind::none;
  }

  [[nodiscard]] HeadingKind numbered_heading(std::size_t i) const {
    const Line& line = lines_[i];
    if (!counts_parts(*line.number)) return HeadingKind::none;
    const bool stressed = paragraph(i).bold || line.shape.all_capitals;
    const std::size_t next = next_[i];
    if (next == none)
      return stressed && line.shape.final == FinalMark::none ? HeadingKind::numbered : HeadingKind::none;
    const Line& below = lines_[next];
    const bool has_parts = below.number && counts_within(*line.number, *below.number);
    switch (line.shape.final) {
      case FinalMark::none: break;
      case FinalMark::stop: {
        // "7. Arvode m.m." counts on from section 6.
        const bool counted = last_heading_ && follows(*last_heading_, *line.number) && line.shape.words <= 5;
        if (line.shape.bytes > 60 || !(stressed || has_parts || counted)) return HeadingKind::none;
        break;
      }
      case FinalMark::colon:
        // "3.1 The processor will:" leads in to 3.1.1.
        if (line.shape.bytes > 60 || !(stressed || (has_parts && line.shape.words <= 4))) return HeadingKind::none;
        break;
      default: return HeadingKind::none;
    }
    if (has_parts) return HeadingKind::numbered;
    if (below.shape.starts_lower && !below.number && paragraph(next).kind == ParagraphKind::paragraph)
      return HeadingKind::none;  // a sentence broken over two lines
    if (stressed) return HeadingKind::numbered;
    return is_short_item(i, next) ? HeadingKind::none : HeadingKind::numbered;
  }

  /// Short numbered lines in a row are a list, and so is the last of them.
  [[nodiscard]] bool is_short_item(std::size_t i, std::size_t next) const {
    const Line& line = lines_[i];
    const std::size_t before = previous_[i];
    const bool hinted = paragraph(i).kind == ParagraphKind::list_item;
    if (before != none) {
      const Line& above = lines_[before];
      const bool counted = above.number && follows(*above.number, *line.number);
      if (counted && above.heading == HeadingKind::none) return true;
      if (counted) return false;  // an empty section stands before
      if (hinted && (above.shape.final == FinalMark::colon || paragraph(before).kind == ParagraphKind::list_item))
        return true;
      if (line.number->depth == 1 && line.number->value == 1 && above.heading == HeadingKind::none &&
          above.shape.final == FinalMark::colon)
        return true;
    }
    // Sections may be empty: "2. Reserved" after section 1 and before "3. Audit".
    if (last_heading_ && follows(*last_heading_, *line.number)) return false;
    return lines_[next].number && follows(*line.number, *lines_[next].number);
  }

  [[nodiscard]] HeadingKind unnumbered_heading(std::size_t i) const {
    const Shape& shape = lines_[i].shape;
    const std::size_t next = next_[i];
    if (next == none || shape.words == 0) return HeadingKind::none;
    const bool open = shape.final == FinalMark::none;
    if (shape.words <= 4 && lines_[next].signature != SignatureMark::none &&
        mentions(slice(source_.text, lines_[i].body), numbering_words::signature_heading))
      return HeadingKind::plain;
    const bool ends_as_heading = open || (shape.final == FinalMark::colon && shape.words <= 8) ||
                                 (shape.final == FinalMark::stop && ends_with_question(i));
    if (!ends_as_heading) return HeadingKind::none;
    // "Last updated: 1 May" is no heading, however bold.
    if (open && slice(source_.text, lines_[i].body).find(": ") != std::string_view::npos) return HeadingKind::none;
    if (paragraph(i).bold) return HeadingKind::bold;
    if (shape.all_capitals) return HeadingKind::capitals;
    return !formatted_ && is_plain_heading(i, next) ? HeadingKind::plain : HeadingKind::none;
  }

  [[nodiscard]] bool ends_with_question(std::size_t i) const {
    return slice(source_.text, lines_[i].body).ends_with('?');
  }

  [[nodiscard]] bool is_plain_heading(std::size_t i, std::size_t next) const {
    const Shape& shape = lines_[i].shape;
    if (!shape.starts_upper || shape.bytes > longest_plain_heading || shape.words > 9) return false;
    if (shape.final == FinalMark::colon) return false;
    const std::size_t before = previous_[i];
    const bool after_sentence =
        before == none || lines_[before].shape.final == FinalMark::stop || lines_[before].heading != HeadingKind::none;
    const Shape& below = lines_[next].shape;
    const bool sentence_below = below.starts_upper && below.bytes >= 40 && below.words > 5 &&
                                (below.final == FinalMark::stop || below.final == FinalMark::colon);
    return after_sentence && sentence_below;
  }

  const SourceText& source_;
  std::vector<Line> lines_;
  std::vector<std::size_t> next_;
  std::vector<std::size_t> previous_;
  std::optional<TypedNumber> last_heading_;  ///< the number of the last heading that has one
  bool formatted_ = false;
  std::uint32_t bold_ = 0;
};

}  // namespace

std::vector<Line> read_lines(const SourceText& source) { return LineReader(source).read(); }

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
