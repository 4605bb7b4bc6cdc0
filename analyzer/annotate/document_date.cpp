#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::uint32_t word_reach = 5;  ///< words from "effective" to the date
constexpr std::uint32_t front_sentences = 30;
constexpr std::uint32_t end_sentences = 20;      ///< where the parties sign
constexpr std::uint32_t longest_statement = 26;  ///< words of a sentence that says when the text begins to apply
constexpr std::uint32_t signing_words = 2;       ///< "Stockholm den"
constexpr std::uint32_t place_words = 4;         ///< "Stockholm den 12 maj 2021": words beside the date on its line
constexpr int first_year = 1995;
constexpr int last_year = 2099;

/// The numbers that a date is written with, in order.
std::vector<int> digits_in(std::string_view written) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < written.size();) {
    int value = 0;
    const auto [end, failed] = std::from_chars(written.data() + at, written.data() + written.size(), value);
    if (failed == std::errc() && written[at] != '-') {
      numbers.push_back(value);
      at = static_cast<std::size_t>(end - written.data());
    } else {
      ++at;
    }
  }
  return numbers;
}

class DocumentDateFinder {
 public:
  DocumentDateFinder(Document& document, const Lexicon& lexicon) : document_(document), known_(lexicon.known()) {}

  void run() {
    for (std::uint32_t number = 0; number < document_.sentences.size(); ++number)
      for (const Annotation& annotation : annotations_of(document_, document_.sentences[number]))
        if (annotation.concept_id == builtin_date) consider(number, annotation);
    if (!found_.empty()) merge_annotations(document_, found_);
  }

 private:
  void consider(std::uint32_t number, const Annotation& annotation) {
    const std::optional<CalendarDate> date = value_of(annotation);
    if (!date || !is_of_document(number, annotation)) return;
    if (document_.dated && *date < *document_.dated) return;
    if (document_.dated && *document_.dated < *date) found_.clear();
    document_.dated = date;
    Annotation mark = annotation;
    mark.concept_id = builtin_document_date;
    found_.push_back(mark);
  }

  [[nodiscard]] std::optional<CalendarDate> value_of(const Annotation& annotation) const {
    std::vector<int> numbers = digits_in(document_.text(document_.span_of(annotation)));
    CalendarDate date;
    for (std::uint32_t at = annotation.first_token; at < annotation.first_token + annotation.token_count; ++at)
      if (const int month = month_named(at); month != 0) date.month = month;
    if (date.month != 0) {
      for (const int value : numbers) (value > 31 ? date.year : date.day) = value;
    } else if (numbers.size() == 3 && numbers[0] > 31) {
      date = {numbers[0], numbers[1], numbers[2]};
    } else if (numbers.size() == 3) {
      // 8/11/2026 may be either day: it is taken for the later one, so that no text is called older than it is
      const auto [low, high] = std::minmax(numbers[0], numbers[1]);
      date = high > 12 ? CalendarDate{numbers[2], low, high} : CalendarDate{numbers[2], high, low};
    }
    const bool possible = date.year >= first_year && date.year <= last_year && date.month <= 12 && date.day <= 31;
    return possible ? std::optional(date) : std::nullopt;
  }

  [[nodiscard]] int month_named(std::uint32_t token) const {
    const auto named =
        std::lower_bound(document_.number_words.begin(), document_.number_words.end(), token,
                         [](const NumberWord& word, std::uint32_t wanted) { return word.first_token < wanted; });
    const bool here = named != document_.number_words.end() && named->first_token == token;
    return here && named->value <= 12 ? static_cast<int>(named->value) : 0;
  }

  [[nodiscard]] bool is_of_document(std::uint32_t number, const Annotation& date) const {
    const Sentence& sentence = document_.sentences[number];
    if (is_after(sentence, date, known_.last_changed_word)) return true;
    const auto all = static_cast<std::uint32_t>(document_.sentences.size());
    const BlockKind kind = document_.blocks[sentence.block].kind;
    const bool at_edge = number < front_sentences || number + end_sentences >= all || kind == BlockKind::signature ||
                         kind == BlockKind::note;
    if (cites_law(sentence)) return false;
    const std::uint32_t words = sentence.end_token - sentence.first_token;
    // "Stockholm den 12 maj 2026.": where the parties sign, annexes may follow
    const bool is_short = words > date.token_count && words <= date.token_count + signing_words;
    if (is_short && (kind == BlockKind::clause || is_after(sentence, date, known_.dated_word))) return true;
    if (!at_edge) return false;
    if (words <= longest_statement && is_after(sentence, date, known_.dated_word)) return true;
    if (words > date.token_count + place_words) return false;
    return number < front_sentences / 2 || kind == BlockKind::signature || kind == BlockKind::note ||
           (number > 0 && ends_with_label(document_.sentences[number - 1]));
  }

  /// Whether a word of `concept_id` stands before the date and few words away.
  [[nodiscard]] bool is_after(const Sentence& sentence, const Annotation& date, ConceptId concept_id) const {
    const AnnotationRange all = annotations_of(document_, sentence);
    return std::any_of(all.begin(), all.end(), [&](const Annotation& word) {
      const std::uint32_t end = word.first_token + word.token_count;
      return word.concept_id == concept_id && end <= date.first_token && date.first_token - end <= word_reach;
    });
  }

  /// "Datum:" in the cell or line before.
  [[nodiscard]] bool ends_with_label(const Sentence& sentence) const {
    if (sentence.end_token - sentence.first_token > place_words) return false;
    const AnnotationRange all = annotations_of(document_, sentence);
    return std::any_of(all.begin(), all.end(), [&](const Annotation& word) {
      return word.concept_id == known_.dated_word || word.concept_id == known_.last_changed_word;
    });
  }

  /// "Regulation (EU) 2016/679 of 27 April 2016", "the Standard Contractual Clauses dated 5 February 2010".
  [[nodiscard]] bool cites_law(const Sentence& sentence) const {
    const AnnotationRange all = annotations_of(document_, sentence);
    return std::any_of(all.begin(), all.end(), [&](const Annotation& word) {
      return word.concept_id == builtin_law_reference || word.concept_id == known_.scc;
    });
  }

  Document& document_;
  const KnownConcepts& known_;
  std::vector<Annotation> found_;
};

}  // namespace

void annotate_document_date(Document& document, const Lexicon& lexicon) { DocumentDateFinder(document, lexicon).run(); }

}  // namespace klausul
