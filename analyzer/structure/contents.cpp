#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "structure/characters.h"
#include "structure/numbering_words.h"
#include "structure/read_lines.h"

namespace klausul {

namespace {

class ContentsFinder {
 public:
  explicit ContentsFinder(ReadLines& text) : text_(text) {}

  /// Lines that end with a page number: dots give one away; else three in a row with rising numbers.
  void find_page_numbers() {
    std::size_t run_begin = 0;
    std::size_t run = 0;
    std::uint32_t page = 0;
    for (std::size_t i = 0; i <= text_.lines.size(); ++i) {
      std::optional<PageReference> reference;
      if (i < text_.lines.size() && is_running_text(text_.paragraph(i)) && text_.lines[i].shape.bytes <= 160)
        reference = page_reference(slice(text_.source.text, text_.paragraph(i).span));
      if (reference && reference->dotted) text_.lines[i].contents = true;
      if (reference && run > 0 && reference->page >= page) {
        ++run;
      } else {
        for (std::size_t k = run_begin; run >= 3 && k < run_begin + run; ++k) text_.lines[k].contents = true;
        run = reference ? 1 : 0;
        run_begin = i;
      }
      if (reference) page = reference->page;
    }
  }

  /// Below "Table of contents" short lines are contents up to the first heading or sentence, page numbers or not.
  void find_below_heading() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      if (!is_contents_heading(i)) continue;
      const std::size_t first = text_.next[i];
      std::size_t last = ReadLines::none;
      bool numbered = false;
      bool restarts = false;
      for (std::size_t k = first; k != ReadLines::none && is_contents_line(k) && !restarts; k = text_.next[k]) {
        const std::optional<TypedNumber>& number = text_.lines[k].number;
        const bool whole = number && number->style == NumberingStyle::decimal && number->depth == 1;
        // The contract itself begins: with its number 1, or with the first heading once more.
        restarts = k != first && ((whole && number->value == 1) || repeats(first, k));
        if (restarts) break;
        numbered = numbered || whole;
        text_.lines[k].contents = true;
        last = k;
      }
      if (last == ReadLines::none) continue;
      // Without numbers the last line may as well be the heading of the text that follows.
      const bool heading = !restarts && !numbered && last != first && text_.next[last] != ReadLines::none &&
                           text_.paragraph(last).kind == ParagraphKind::paragraph;
      if (heading) text_.lines[last].contents = false;
      i = last;
    }
  }

  /// Three short lines in a row or more that stand further down once more, each with text after it, as headings do:
  /// links to the headings. A list that occurs twice has its lines in a row both times.
  void find_repeated() {
    std::unordered_map<std::string_view, std::size_t> last_place;
    for (std::size_t i = 0; i < text_.lines.size(); ++i)
      if (is_running_text(text_.paragraph(i)) && is_short(i)) last_place[text_.words_of(i)] = i;
    const auto place_below = [&](std::size_t i) {
      if (!is_contents_line(i) || text_.lines[i].contents) return ReadLines::none;
      const auto found = last_place.find(text_.words_of(i));
      return found == last_place.end() || found->second == i ? ReadLines::none : found->second;
    };
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      const std::size_t first_below = place_below(i);
      if (first_below == ReadLines::none) continue;
      std::size_t last = i;
      std::size_t below = first_below;
      std::size_t size = 1;
      for (std::size_t k = text_.next[i]; k != ReadLines::none && k < first_below; k = text_.next[k], ++size) {
        const std::size_t next_below = place_below(k);
        if (next_below == ReadLines::none || next_below < below + 2) break;
        last = k;
        below = next_below;
      }
      for (std::size_t k = i; size >= 3 && k <= last; ++k)
        if (is_running_text(text_.paragraph(k))) text_.lines[k].contents = true;
      i = last;
    }
  }

  /// Whether line `k` says again what the line `first` of a table of contents says before its page number.
  [[nodiscard]] bool repeats(std::size_t first, std::size_t k) const {
    return text_.lines[k].shape.bytes > 3 && text_.words_of(first).starts_with(text_.words_of(k));
  }

  [[nodiscard]] bool is_contents_heading(std::size_t i) const {
    if (!is_running_text(text_.paragraph(i)) || text_.lines[i].shape.words > 4 || text_.lines[i].number) return false;
    std::string_view text = text_.words_of(i);
    if (text.ends_with(':')) text.remove_suffix(1);
    const std::string lowered = lower_case(text);
    const auto& words = numbering_words::contents_heading;
    return std::find(words.begin(), words.end(), lowered) != words.end();
  }

  [[nodiscard]] bool is_short(std::size_t i) const {
    const Shape& shape = text_.lines[i].shape;
    return shape.words > 0 && shape.words <= most_heading_words && shape.bytes <= longest_heading;
  }

  [[nodiscard]] bool is_contents_line(std::size_t i) const {
    const FinalMark final = text_.lines[i].shape.final;
    return is_running_text(text_.paragraph(i)) && !text_.is_hinted_heading(i) && is_short(i) &&
           final != FinalMark::stop && final != FinalMark::colon;
  }

  ReadLines& text_;
};

}  // namespace

void mark_contents(ReadLines& text) {
  ContentsFinder finder(text);
  finder.find_page_numbers();
  finder.find_below_heading();
  finder.find_repeated();
}

}  // namespace klausul
