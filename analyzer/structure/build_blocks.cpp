#include "structure/build_blocks.h"

#include <algorithm>
#include <utility>

#include "structure/block_tree.h"
#include "structure/lines.h"
#include "structure/numbering_words.h"
#include "structure/outline.h"
#include "structure/table_blocks.h"

namespace klausul {

namespace {

using Role = OpenBlock::Role;

/// Text before the first annex that is no more than a title page.
constexpr std::uint32_t most_title_bytes = 150;

constexpr std::uint32_t most_words_of_fragment = 30;

std::uint8_t heading_rank(const Paragraph& paragraph, HeadingKind kind) {
  switch (kind) {
    case HeadingKind::hinted:
      if (paragraph.kind == ParagraphKind::title) return 0;
      return std::clamp<std::uint8_t>(paragraph.level, 1, 9);
    case HeadingKind::capitals: return 10;
    case HeadingKind::bold: return 11;
    case HeadingKind::numbered: return paragraph.bold ? 11 : 12;
    default: return 13;
  }
}

bool leads_in(const Shape& shape) {
  return shape.final == FinalMark::colon || shape.final == FinalMark::none || shape.final == FinalMark::comma;
}

bool is_bullet(const Line& line) { return !line.number || line.number->style == NumberingStyle::bullet; }

class Builder {
 public:
  explicit Builder(const SourceText& source)
      : source_(source), lines_(read_lines(source)), tree_(lines_.size()), outline_(tree_), tables_(source, tree_) {
    look_ahead();
  }

  std::vector<Block> build() {
    for (std::size_t i = 0; i < lines_.size();) i = place(i);
    return tree_.finish();
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] const Paragraph& paragraph(std::size_t i) const { return source_.paragraphs[i]; }
  [[nodiscard]] std::string_view text(Span span) const { return slice(source_.text, span); }

  /// coming_[i]: the next numbered heading or "3.2" after line i in the same annex.
  void look_ahead() {
    coming_.resize(lines_.size(), none);
    std::size_t coming = none;
    for (std::size_t i = lines_.size(); i-- > 0;) {
      coming_[i] = coming;
      const Line& line = lines_[i];
      if (line.annex) coming = none;
      if (line.number && counts_parts(*line.number) && !line.contents && !line.annex &&
          (line.heading != HeadingKind::none || line.number->depth > 1))
        coming = i;
    }
  }

  /// Whether the numbering that is open at line `i` goes on after it. A heading without number is then one inside the
  /// numbered section, else it comes after all of them.
  [[nodiscard]] bool numbering_goes_on(std::size_t i) const {
    if (coming_[i] == none) return false;
    const TypedNumber& next = *lines_[coming_[i]].number;
    for (std::size_t k = outline_.size(); k-- > 1;) {
      const OpenBlock& open = outline_[k];
      if (open.role == Role::section && open.number &&
          (follows(*open.number, next) || counts_within(*open.number, next)))
        return true;
    }
    return false;
  }

  /// Places paragraph `i` and returns the index of the next one to place.
  std::size_t place(std::size_t i) {
    const Line& line = lines_[i];
    const Paragraph& here = paragraph(i);
    if (here.kind == ParagraphKind::table_cell) return place_cell(i);
    if (here.kind == ParagraphKind::footnote || here.kind == ParagraphKind::page_header) {
      place_beside(here);
      return i + 1;
    }
    if (here.span.empty()) return i + 1;
    tables_.close();
    outline_.make_room();
    if (line.annex || (line.heading != HeadingKind::none && !continues_list(i))) {
      line.annex ? place_annex(i) : place_section(i);
      return i + (line.titled_below ? 2 : 1);
    }
    if (line.contents)
      place_contents(i);
    else if (is_signature(line))
      place_signature(line);
    else if (line.number && !is_bullet(line) && !is_item(i))
      place_numbered(i);
    else if (line.number || here.kind == ParagraphKind::list_item)
      place_item(i);
    else
      place_plain(i);
    return i + 1;
  }

  /// Headers and footnotes interrupt nothing: they stand inside whatever is open.
  void place_beside(const Paragraph& here) {
    const BlockKind kind = here.kind == ParagraphKind::footnote ? BlockKind::footnote : BlockKind::note;
    tree_.open(kind, {}, here.span, "");
    tree_.close();
  }

  std::size_t place_cell(std::size_t i) {
    if (!tables_.is_open()) {
      if (!outline_.top().leads_in && !(outline_.top().role == Role::clause && outline_.top().number))
        outline_.close_to_numbered();
    }
    return tables_.add_cell(i, tree_.innermost().label);
  }

  [[nodiscard]] Span heading_span(std::size_t i) const {
    return {paragraph(i).span.begin, paragraph(lines_[i].titled_below ? i + 1 : i).span.end};
  }

  void place_annex(std::size_t i) {
    const Line& line = lines_[i];
    outline_.close_to(1);
    OpenBlock block;
    block.number = line.number;
    // A file that begins with "Bilaga 3 – Personuppgiftsbiträdesavtal" is the agreement, not an annex to nothing.
    const bool title = body_bytes_ <= most_title_bytes && !numbered_ && !annexes_ && !next_annex_follows(i);
    block.role = title ? Role::section : Role::annex;
    annexes_ = annexes_ || !title;
    outline_.open(title ? BlockKind::section : BlockKind::annex, block, heading_span(i), {}, line.number->label);
  }

  [[nodiscard]] bool next_annex_follows(std::size_t i) const {
    for (std::size_t k = i + 1; k < lines_.size(); ++k)
      if (lines_[k].annex) return lines_[k].number->value == lines_[i].number->value + 1;
    return false;
  }

  /// Lines of a table of contents or list of annexes.
  void place_contents(std::size_t i) {
    outline_.close_to_section();
    OpenBlock block;
    block.role = Role::item;
    outline_.open(BlockKind::list_item, block, {}, paragraph(i).span, outline_.label());
  }

  void place_section(std::size_t i) {
    const Line& line = lines_[i];
    const Paragraph& here = paragraph(i);
    OpenBlock block;
    block.role = Role::section;
    block.rank = heading_rank(here, line.heading);
    block.definitions = mentions(text(heading_span(i)), numbering_words::definitions_heading);
    block.signing = mentions(text(heading_span(i)), numbering_words::signature_heading);
    const bool part = line.number && counts_parts(*line.number) && line.number->style != NumberingStyle::annex;
    if (part) {
      block.number = line.number;
      numbered_ = true;
      outline_.close_for_number(*line.number, block.rank);
      outline_.open(BlockKind::section, block, heading_span(i), {}, outline_.part_label(*line.number));
      return;
    }
    outline_.close_for_heading(block.rank, !block.signing && numbering_goes_on(i));
    const bool lettered = line.number && !is_bullet(line) && line.number->style != NumberingStyle::annex;
    std::string label = lettered ? outline_.item_label(*line.number) : outline_.label();
    outline_.open(BlockKind::section, block, heading_span(i), {}, std::move(label));
  }

  /// Whether the numbered heading `i` is rather the next item of the open list: "3. Telefon" after "2. Adress".
  [[nodiscard]] bool continues_list(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.heading != HeadingKind::numbered || paragraph(i).bold || line.shape.all_capitals) return false;
    if (!continues_open_item(*line.number)) return false;
    // Both a list and the sections may have come to 2. Then the text below decides that this is a heading.
    for (std::size_t k = 1; k < outline_.size(); ++k)
      if (outline_[k].role == Role::section && outline_[k].number && follows(*outline_[k].number, *line.number))
        return false;
    return true;
  }

  [[nodiscard]] bool continues_open_item(const TypedNumber& number) const {
    for (std::size_t k = outline_.size(); k-- > 1;) {
      const OpenBlock& open = outline_[k];
      if (open.role == Role::item && open.number && follows(*open.number, number)) return true;
      // A paragraph between two items closes the first.
      if (open.last_item && follows(*open.last_item, number)) return true;
      if (open.role == Role::section || open.role == Role::annex) return false;
    }
    return false;
  }

  [[nodiscard]] bool is_signature(const Line& line) const {
    if (line.signature != SignatureMark::none) return true;
    return outline_.section().signing && !line.number && line.shape.words <= 8 && line.shape.final != FinalMark::stop;
  }

  void place_signature(const Line& line) {
    outline_.close_to_section();
    tree_.open(BlockKind::signature, {}, line.body, outline_.label());
    tree_.close();
  }

  /// Whether the numbered line is an item of a list rather than a part of the contract.
  [[nodiscard]] bool is_item(std::size_t i) const {
    const Line& line = lines_[i];
    const TypedNumber& number = *line.number;
    if (!counts_parts(number)) return true;
    if (number.style == NumberingStyle::article || number.style == NumberingStyle::paragraph_sign) return false;
    if (number.style == NumberingStyle::annex) return paragraph(i).kind == ParagraphKind::list_item;
    if (number.depth > 1) return false;
    if (continues_open_item(number)) return !part_is_closer(number);
    if (open_part_before(number) != nullptr) return false;
    if (number.value == 1 && outline_.top().role != Role::root && outline_.top().leads_in) return true;
    // "1." inside section 7 begins a list there: the sections do not begin again without a heading.
    return number.style == NumberingStyle::decimal && in_numbered_part() &&
           (number.value == 1 || (paragraph(i).kind == ParagraphKind::list_item && paragraph(i).level > 1));
  }

  /// The open clause or section that `number` is next to.
  [[nodiscard]] const OpenBlock* open_part_before(const TypedNumber& number) const {
    for (std::size_t k = outline_.size(); k-- > 1;) {
      const OpenBlock& open = outline_[k];
      if ((open.role == Role::section || open.role == Role::clause) && open.number && follows(*open.number, number))
        return &open;
    }
    return nullptr;
  }

  /// A list inside clause 2 that has come to 2 itself: "3." could go on with either. The inner one goes on.
  [[nodiscard]] bool part_is_closer(const TypedNumber& number) const {
    for (std::size_t k = outline_.size(); k-- > 1;) {
      const OpenBlock& open = outline_[k];
      if (open.last_item && follows(*open.last_item, number)) return false;
      if (open.number && follows(*open.number, number)) return open.role != Role::item;
    }
    return false;
  }

  [[nodiscard]] bool in_numbered_part() const {
    for (std::size_t k = outline_.size(); k-- > 1;)
      if (outline_[k].number && outline_[k].role != Role::item) return true;
    return false;
  }

  void place_numbered(std::size_t i) {
    const Line& line = lines_[i];
    const TypedNumber& number = *line.number;
    OpenBlock block;
    block.role = Role::clause;
    if (number.style != NumberingStyle::annex) {
      block.number = number;
      numbered_ = true;
      outline_.close_for_number(number, 0);
    } else {
      outline_.close_to_numbered();
    }
    std::string label = number.style == NumberingStyle::annex ? outline_.label() : outline_.part_label(number);
    open_clause(BlockKind::clause, block, number.style == NumberingStyle::annex ? paragraph(i).span : line.body, line,
                std::move(label));
  }

  void open_clause(BlockKind kind, OpenBlock block, Span body, const Line& line, std::string label) {
    block.leads_in = leads_in(line.shape);
    block.ends_in_colon = line.shape.final == FinalMark::colon;
    block.empty = line.shape.bytes == 0;
    body_bytes_ += body.length();
    if (defines_term(text(body), outline_.section().definitions)) kind = BlockKind::definition;
    outline_.open(kind, block, {}, body, std::move(label));
  }

  void place_plain(std::size_t i) {
    const Line& line = lines_[i];
    if (continues_unmarked(line)) {
      place_item(i);
      return;
    }
    if (!outline_.top().empty) outline_.close_to_numbered();
    outline_.top().empty = false;
    OpenBlock block;
    block.role = Role::clause;
    open_clause(BlockKind::clause, block, paragraph(i).span, line, outline_.label());
  }

  /// Text without any mark that is still an item: it begins in lower case after a lead-in, or is no whole sentence
  /// after a colon, or comes after such an item.
  [[nodiscard]] bool continues_unmarked(const Line& line) const {
    const OpenBlock& top = outline_.top();
    const bool is_fragment = line.shape.final != FinalMark::stop && line.shape.final != FinalMark::colon &&
                             line.shape.words <= most_words_of_fragment;
    if (!line.shape.starts_lower && !is_fragment) return false;
    if (top.role == Role::clause) return (line.shape.starts_lower ? top.leads_in : top.ends_in_colon) && !top.empty;
    return top.role == Role::item && top.bullet && last_item_open_;
  }

  void place_item(std::size_t i) {
    const Line& line = lines_[i];
    OpenBlock block;
    block.role = Role::item;
    block.number = line.number && line.number->style != NumberingStyle::bullet ? read_in_place(i) : std::nullopt;
    block.bullet = !block.number;
    block.list_level =
        paragraph(i).kind == ParagraphKind::list_item ? std::max<std::uint8_t>(1, paragraph(i).level) : std::uint8_t{0};
    const bool continues = close_for_item(block, line);
    std::string label = block.number ? outline_.item_label(*block.number) : outline_.label();
    last_item_open_ = line.shape.final != FinalMark::stop;
    if (continues) {
      OpenBlock clause;
      clause.role = Role::clause;
      open_clause(BlockKind::clause, clause, line.body, line, std::move(label));
      return;
    }
    body_bytes_ += line.body.length();
    block.leads_in = line.shape.final == FinalMark::colon;
    block.empty = line.shape.bytes == 0;
    const bool defines = line.defines || defines_term(text(line.body), outline_.section().definitions);
    outline_.open(defines ? BlockKind::definition : BlockKind::list_item, block, {}, line.body, std::move(label));
  }

  /// Closes what the new item does not stand in. True when it is no new item but a further paragraph of the open one.
  bool close_for_item(const OpenBlock& item, const Line& line) {
    std::size_t k = outline_.size();
    while (k > 1 && outline_[k - 1].role != Role::section && outline_[k - 1].role != Role::annex) {
      const OpenBlock& open = outline_[k - 1];
      if (open.role == Role::item) {
        const bool levels = item.list_level > 0 && open.list_level > 0;
        if (levels ? open.list_level == item.list_level : same_list(open, item)) {
          if (levels && open.number && !item.number && !line.number) {
            outline_.close_to(k);
            return true;
          }
          const bool begins_inside = !levels && open.leads_in && item.number && item.number->value == 1;
          outline_.close_to(begins_inside ? k : k - 1);
          return false;
        }
        if (levels && open.list_level < item.list_level) {
          outline_.close_to(k);
          return false;
        }
      } else if (!levels_above(k)) {
        break;
      }
      --k;
    }
    begin_list(item);
    return false;
  }

  /// Whether an item is open further out than `k`, up to the section.
  [[nodiscard]] bool levels_above(std::size_t k) const {
    for (std::size_t outer = k - 1; outer > 1; --outer) {
      if (outline_[outer - 1].role == Role::item) return true;
      if (outline_[outer - 1].role != Role::clause || outline_[outer - 1].number) return false;
    }
    return false;
  }

  /// A new list belongs to the item or clause above when that leads in to it or has a number, else to the section.
  void begin_list(const OpenBlock& item) {
    const OpenBlock& top = outline_.top();
    if (top.role == Role::item && item.list_level > 0 && top.list_level >= item.list_level)
      outline_.close_to_numbered();
    while (outline_.top().role == Role::clause && !outline_.top().leads_in && !outline_.top().number)
      outline_.close_to(outline_.size() - 1);
  }

  static bool same_list(const OpenBlock& open, const OpenBlock& item) {
    if (open.bullet || item.bullet) return open.bullet && item.bullet;
    if (!open.number || !item.number) return false;  // a line of a table of contents is an item without either
    return open.number->style == item.number->style &&
           open.number->label.starts_with('(') == item.number->label.starts_with('(');
  }

  /// The number of item `i`, with "(i)" read as a letter or a numeral as its neighbours demand.
  [[nodiscard]] std::optional<TypedNumber> read_in_place(std::size_t i) const {
    const TypedNumber& number = *lines_[i].number;
    const std::optional<TypedNumber> other = other_reading(number);
    if (!other) return number;
    for (std::size_t k = outline_.size(); k-- > 1;) {
      const OpenBlock& open = outline_[k];
      if (open.role == Role::section || open.role == Role::annex) break;
      if (open.role != Role::item || !open.number) continue;
      if (open.number->style == number.style && open.number->value + 1 == number.value) return number;
      if (open.number->style != other->style || open.number->value + 1 != other->value) continue;
      // After "(h)", "(i)" is a letter unless "(ii)" comes next.
      const bool numerals_begin = number.value == 1 && number.style == NumberingStyle::roman && comes_next(i, number);
      return numerals_begin ? number : *other;
    }
    return number;
  }

  /// Whether the next few paragraphs go on counting from `number` in its own style.
  [[nodiscard]] bool comes_next(std::size_t i, const TypedNumber& number) const {
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + 4; ++k) {
      const std::optional<TypedNumber>& next = lines_[k].number;
      if (next && next->style == number.style && next->value == number.value + 1 && next->label.size() > 3) return true;
    }
    return false;
  }

  const SourceText& source_;
  std::vector<Line> lines_;
  BlockTree tree_;
  Outline outline_;
  TableBlocks tables_;
  std::vector<std::size_t> coming_;
  std::uint32_t body_bytes_ = 0;
  bool numbered_ = false;        ///< a part with a number was placed
  bool annexes_ = false;         ///< an annex was placed
  bool last_item_open_ = false;  ///< the last list item did not end like a sentence
};

}  // namespace

std::vector<Block> build_blocks(const SourceText& source) { return Builder(source).build(); }

}  // namespace klausul
