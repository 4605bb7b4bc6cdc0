#include <algorithm>

#include "annotate/passes.h"
#include "words/tokenize.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_bracketed = 10;  ///< words; longer brackets hold text, no name of what belongs there
constexpr std::uint32_t longest_note = 60;       ///< words of a paragraph that is a drafter's note in brackets

/// What a distinct word of the document is, as a placeholder.
struct WordKinds {
  std::vector<bool> blank, crosses;  ///< by word number: "____"; "xx", "xxxx"

  explicit WordKinds(const WordTable& words) : blank(words.size()), crosses(words.size()) {
    for (std::uint32_t number = 0; number < words.size(); ++number) {
      const std::string_view word = words.word(number);
      blank[number] = word == blank_word;
      crosses[number] = word.size() >= 2 && word.find_first_not_of('x') == std::string_view::npos;
    }
  }
};

class PlaceholderFinder {
 public:
  PlaceholderFinder(Document& document, const Lexicon& lexicon)
      : document_(document), known_(lexicon.known()), kinds_(document.words) {}

  void run() {
    for (const Sentence& sentence : document_.sentences) {
      find_signs(sentence);
      find_instructions(sentence);
      find_open_field(sentence);
    }
    find_empty_rows();
    document_.annotations.insert(document_.annotations.end(), found_.begin(), found_.end());
  }

 private:
  void add(std::uint32_t first, std::uint32_t count) {
    Annotation annotation;
    annotation.first_token = first;
    annotation.token_count = static_cast<std::uint8_t>(std::min<std::uint32_t>(count, 255));
    annotation.concept_id = builtin_placeholder;
    found_.push_back(annotation);
  }

  [[nodiscard]] char sign_before(std::uint32_t token) const {
    const std::uint32_t begin = document_.tokens[token].begin;
    return begin == 0 ? ' ' : document_.source.text[begin - 1];
  }

  void find_signs(const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const Token& token = document_.tokens[at];
      if (kinds_.blank[token.word]) {
        if (!is_leader(sentence, at)) add(at, 1);
      } else if (kinds_.crosses[token.word]) {
        // "XX" is filled in, "xx" may be anything
        if (document_.source.text[token.begin] == 'X') add(at, 1);
      } else if (token.gap != 0) {
        char sign = sign_before(at);
        if (std::string_view(document_.source.text).substr(0, token.begin).ends_with("{{ ")) sign = '{';
        if (sign == '{' && !opens_variable(token.begin)) sign = ' ';
        const char close = sign == '[' ? ']' : sign == '{' ? '}' : sign == '<' ? '>' : '\0';
        if (close == '\0') continue;
        if (const std::uint32_t end = end_of_brackets(sentence, at, close); end > at) {
          add(at, end - at);
          at = end - 1;
        }
      }
    }
  }

  /// Whether a template's variable begins at `begin`, behind its brace: "{{name}}", "{{ name }}",
  /// "{COMPANY_INFO.name}".
  [[nodiscard]] bool opens_variable(std::uint32_t begin) const {
    const std::string_view text = document_.source.text;
    if (text.substr(0, begin).ends_with("{{") || text.substr(0, begin).ends_with("{{ ")) return true;
    const std::size_t end = text.find_first_of(" }\n", begin);
    return end != std::string_view::npos && text[end] == '}' && end - begin > 2 &&
           text.substr(begin, end - begin).find_first_of("._") != std::string_view::npos;
  }

  /// Dots that lead to a page number in a table of contents.
  [[nodiscard]] bool is_leader(const Sentence& sentence, std::uint32_t at) const {
    return document_.source.text[document_.tokens[at].begin] != '_' && at + 1 < sentence.end_token &&
           document_.tokens[at + 1].number;
  }

  /// The end of the bracketed words that begin at token `first`, when they name what belongs there; else `first`.
  [[nodiscard]] std::uint32_t end_of_brackets(const Sentence& sentence, std::uint32_t first, char close) const {
    const std::string_view text = document_.source.text;
    bool word = false;
    const std::uint32_t longest = is_all_in_brackets(sentence, first, close) ? longest_note : longest_bracketed;
    for (std::uint32_t at = first; at < sentence.end_token && at - first < longest; ++at) {
      const Token& token = document_.tokens[at];
      word = word || (!token.number && token.length > 2);  // no "[1]", no "name [at] firm"
      std::uint32_t after = token.span().end;
      if (text.substr(after).starts_with('.')) ++after;  // "[To be agreed.]"
      if (text.substr(after).starts_with(" }}")) ++after;
      if (after >= text.size() || text[after] != close) {
        if (at > first && (token.gap & gap_bracket) != 0) return first;  // the bracket closed before, or one opens
        continue;
      }
      const bool is_link = text.substr(after + 1).starts_with('(');  // "[Section 5](...)", Markdown that stayed
      return word && !is_link && !is_excepted(sentence, first, at + 1) ? at + 1 : first;
    }
    return first;
  }

  /// Whether the bracket at `first` holds the whole paragraph: what its drafter left for later.
  [[nodiscard]] bool is_all_in_brackets(const Sentence& sentence, std::uint32_t first, char close) const {
    const Span body = document_.blocks[sentence.block].body;
    return close == ']' && sentence.span == body && document_.tokens[first].begin == body.begin + 1 &&
           document_.source.text[body.end - 1] == close;
  }

  [[nodiscard]] bool is_excepted(const Sentence& sentence, std::uint32_t first, std::uint32_t end) const {
    const AnnotationRange all = annotations_of(document_, sentence);
    return std::any_of(all.begin(), all.end(), [&](const Annotation& annotation) {
      const bool inside = annotation.first_token >= first && annotation.first_token + annotation.token_count <= end;
      return inside && (annotation.concept_id == known_.not_a_placeholder || annotation.concept_id == builtin_email ||
                        annotation.concept_id == builtin_url);
    });
  }

  void find_instructions(const Sentence& sentence) {
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      const bool begins = annotation.first_token == sentence.first_token && sentence.lead_in < 0 && !sentence.heading;
      if (annotation.concept_id == known_.fill_in_phrase || (annotation.concept_id == known_.fill_in_verb && begins))
        add(annotation.first_token, annotation.token_count);
    }
  }

  /// "Name:" where the parties sign, with nothing behind the colon nor in a line of its own below it; and "Date:" for
  /// both parties side by side in a table.
  void find_open_field(const Sentence& sentence) {
    const Block& block = document_.blocks[sentence.block];
    if (sentence.heading || sentence.end_token == sentence.first_token || sentence.span != block.body ||
        !is_label(sentence.block))
      return;
    if (block.kind == BlockKind::signature && !is_answered(sentence.block)) add(sentence.end_token - 1, 1);
    if (block.kind == BlockKind::cell && is_same_for_all(block.parent)) add(sentence.end_token - 1, 1);
  }

  [[nodiscard]] bool is_label(std::uint32_t block) const {
    return document_.text(document_.blocks[block].body).ends_with(':');
  }

  [[nodiscard]] bool is_answered(std::uint32_t field) const {
    const std::uint32_t below = document_.blocks[field].end;
    return below < document_.blocks.size() && document_.blocks[below].kind == BlockKind::signature && !is_label(below);
  }

  /// Whether the row has two cells or more and all hold the same label.
  [[nodiscard]] bool is_same_for_all(std::uint32_t row) const {
    const std::uint32_t end = document_.blocks[row].end;
    if (document_.blocks[row].kind != BlockKind::row || end < row + 3) return false;
    const std::string_view first = document_.text(document_.blocks[row + 1].body);
    for (std::uint32_t cell = row + 1; cell < end; ++cell)
      if (document_.text(document_.blocks[cell].body) != first) return false;
    return true;
  }

  /// A row whose first cell holds a label and whose other cells are empty asks for what the label names. Empty cells
  /// make no blocks, so the width of a table is that of its widest row.
  void find_empty_rows() {
    const std::vector<Block>& blocks = document_.blocks;
    std::size_t sentence = 0;
    for (std::uint32_t table = 0; table < blocks.size(); ++table) {
      if (blocks[table].kind != BlockKind::table) continue;
      const std::uint32_t width = width_of(table);
      for (std::uint32_t row = table + 1; row < blocks[table].end; row = std::max(blocks[row].end, row + 1)) {
        const std::uint32_t label = row + 1;
        const bool only_a_label = blocks[row].kind == BlockKind::row && blocks[row].end == row + 2 &&
                                  blocks[label].kind == BlockKind::cell && blocks[label].column == 1 &&
                                  blocks[label].columns < width && row > table + 1;
        if (!only_a_label) continue;
        while (sentence < document_.sentences.size() && document_.sentences[sentence].block < label) ++sentence;
        if (sentence == document_.sentences.size() || document_.sentences[sentence].block != label) continue;
        const Sentence& text = document_.sentences[sentence];
        if (text.end_token > text.first_token) add(text.end_token - 1, 1);
      }
    }
  }

  [[nodiscard]] std::uint32_t width_of(std::uint32_t table) const {
    std::uint32_t width = 0;
    for (std::uint32_t block = table + 1; block < document_.blocks[table].end; ++block)
      if (document_.blocks[block].kind == BlockKind::cell &&
          document_.blocks[document_.blocks[block].parent].parent == table)
        width = std::max(width, document_.blocks[block].column + document_.blocks[block].columns - 1);
    return width;
  }

  Document& document_;
  const KnownConcepts& known_;
  WordKinds kinds_;
  std::vector<Annotation> found_;
};

}  // namespace

void annotate_placeholders(Document& document, const Lexicon& lexicon) { PlaceholderFinder(document, lexicon).run(); }

}  // namespace klausul
