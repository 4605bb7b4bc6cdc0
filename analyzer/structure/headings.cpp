#include <string_view>

#include "structure/numbering_words.h"
#include "structure/read_lines.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_plain_heading = 70;

class HeadingFinder {
 public:
  explicit HeadingFinder(ReadLines& text) : text_(text) {}

  void find() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      if (!is_running_text(text_.paragraph(i)) || text_.lines[i].contents || text_.lines[i].annex) continue;
      text_.lines[i].heading = heading_kind(i);
      if (text_.lines[i].heading != HeadingKind::none && text_.lines[i].number) last_heading_ = text_.lines[i].number;
    }
  }

  /// "Clause 8" with "Safeguards" on the next line.
  void join_titles() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      Line& line = text_.lines[i];
      const bool bare = line.shape.bytes == 0 && line.number && (line.annex || line.heading != HeadingKind::none);
      if (!bare || text_.next[i] != i + 1) continue;
      Line& title = text_.lines[i + 1];
      const Paragraph& below = text_.paragraph(i + 1);
      const bool short_line = below.kind == ParagraphKind::paragraph && title.shape.bytes <= longest_heading &&
                              title.shape.words <= most_heading_words && title.shape.final == FinalMark::none &&
                              title.shape.starts_upper;
      const bool same_level = text_.is_hinted_heading(i) && below.kind == text_.paragraph(i).kind &&
                              below.level == text_.paragraph(i).level && title.heading == HeadingKind::hinted;
      if (title.number || title.annex || title.contents || title.defines || title.signature != SignatureMark::none ||
          !(short_line || same_level) || text_.next[i + 1] == ReadLines::none)
        continue;
      line.titled_below = true;
    }
  }

 private:
  [[nodiscard]] HeadingKind heading_kind(std::size_t i) const {
    const Line& line = text_.lines[i];
    const Shape& shape = line.shape;
    if (text_.is_hinted_heading(i)) {
      const bool sentence = shape.bytes > longest_hinted_heading || is_hinted_sentence(i);
      return sentence || shape.bytes + text_.paragraph(i).label.size() == 0 ? none_or_number(i) : HeadingKind::hinted;
    }
    if (line.signature != SignatureMark::none || line.defines) return HeadingKind::none;
    if (shape.bytes > longest_heading + 20 || shape.words > most_heading_words || shape.starts_lower)
      return HeadingKind::none;
    if (line.number && line.number->style != NumberingStyle::annex) return numbered_heading(i);
    if (line.number || text_.paragraph(i).kind == ParagraphKind::list_item) return HeadingKind::none;
    return unnumbered_heading(i);
  }

  /// Word contracts give whole clauses the style of a heading for its numbering.
  [[nodiscard]] bool is_hinted_sentence(std::size_t i) const {
    const Line& line = text_.lines[i];
    const FinalMark final = line.shape.final;
    if ((final != FinalMark::stop && final != FinalMark::colon && final != FinalMark::semicolon) ||
        ends_with_question(i))
      return false;
    return line.shape.bytes > 90 || final == FinalMark::semicolon ||
           (line.number && (line.shape.words > 5 || line.shape.starts_lower));
  }

  /// A hinted heading that is empty but for its number.
  [[nodiscard]] HeadingKind none_or_number(std::size_t i) const {
    return text_.lines[i].number && text_.lines[i].shape.bytes == 0 ? HeadingKind::hinted : HeadingKind::none;
  }

  [[nodiscard]] HeadingKind numbered_heading(std::size_t i) const {
    const Line& line = text_.lines[i];
    if (!counts_parts(*line.number)) return HeadingKind::none;
    const bool stressed = text_.paragraph(i).bold || line.shape.all_capitals;
    const std::size_t next = text_.next[i];
    if (next == ReadLines::none)
      return stressed && line.shape.final == FinalMark::none ? HeadingKind::numbered : HeadingKind::none;
    const Line& below = text_.lines[next];
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
        if (line.shape.bytes > 60 || !(stressed || (has_parts && line.shape.words <= 2))) return HeadingKind::none;
        break;
      default: return HeadingKind::none;
    }
    if (has_parts) return HeadingKind::numbered;
    if (below.shape.starts_lower && !below.number && text_.paragraph(next).kind == ParagraphKind::paragraph)
      return HeadingKind::none;  // a sentence broken over two lines
    if (stressed) return HeadingKind::numbered;
    return is_short_item(i, next) ? HeadingKind::none : HeadingKind::numbered;
  }

  /// Short numbered lines in a row are a list, and so is the last of them.
  [[nodiscard]] bool is_short_item(std::size_t i, std::size_t next) const {
    const Line& line = text_.lines[i];
    const std::size_t before = text_.previous[i];
    const bool hinted = text_.paragraph(i).kind == ParagraphKind::list_item;
    if (before != ReadLines::none) {
      const Line& above = text_.lines[before];
      const bool counted = above.number && follows(*above.number, *line.number);
      if (counted && above.heading == HeadingKind::none) return true;
      if (counted) return false;  // an empty section stands before
      if (hinted && (above.shape.final == FinalMark::colon || text_.paragraph(before).kind == ParagraphKind::list_item))
        return true;
      if (line.number->depth == 1 && line.number->value == 1 && above.heading == HeadingKind::none &&
          above.shape.final == FinalMark::colon)
        return true;
    }
    // Sections may be empty: "2. Reserved" after section 1 and before "3. Audit".
    if (last_heading_ && follows(*last_heading_, *line.number)) return false;
    return text_.lines[next].number && follows(*line.number, *text_.lines[next].number);
  }

  [[nodiscard]] HeadingKind unnumbered_heading(std::size_t i) const {
    const Shape& shape = text_.lines[i].shape;
    const std::size_t next = text_.next[i];
    if (next == ReadLines::none || shape.words == 0) return HeadingKind::none;
    const bool open = shape.final == FinalMark::none;
    if (shape.words <= 4 && text_.lines[next].signature != SignatureMark::none &&
        mentions(text_.words_of(i), numbering_words::signature_heading))
      return HeadingKind::plain;
    const bool ends_as_heading = open || (shape.final == FinalMark::colon && shape.words <= 8) ||
                                 (shape.final == FinalMark::stop && ends_with_question(i));
    if (!ends_as_heading) return HeadingKind::none;
    // "Last updated: 1 May" is no heading, however bold.
    if (open && text_.words_of(i).find(": ") != std::string_view::npos) return HeadingKind::none;
    if (text_.paragraph(i).bold) return HeadingKind::bold;
    if (shape.all_capitals) return HeadingKind::capitals;
    return !text_.formatted && is_plain_heading(i, next) ? HeadingKind::plain : HeadingKind::none;
  }

  [[nodiscard]] bool ends_with_question(std::size_t i) const { return text_.words_of(i).ends_with('?'); }

  [[nodiscard]] bool is_plain_heading(std::size_t i, std::size_t next) const {
    const Shape& shape = text_.lines[i].shape;
    if (!shape.starts_upper || shape.bytes > longest_plain_heading || shape.words > 9) return false;
    if (shape.final == FinalMark::colon) return false;
    const std::size_t before = text_.previous[i];
    const bool after_sentence = before == ReadLines::none || text_.lines[before].shape.final == FinalMark::stop ||
                                text_.lines[before].heading != HeadingKind::none;
    const Shape& below = text_.lines[next].shape;
    const bool sentence_below = below.starts_upper && below.bytes >= 40 && below.words > 5 &&
                                (below.final == FinalMark::stop || below.final == FinalMark::colon);
    return after_sentence && sentence_below;
  }

  ReadLines& text_;
  std::optional<TypedNumber> last_heading_;  ///< the number of the last heading that has one
};

}  // namespace

void mark_headings(ReadLines& text) {
  HeadingFinder finder(text);
  finder.find();
  finder.join_titles();
}

}  // namespace klausul
