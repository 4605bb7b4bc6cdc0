#include <algorithm>
#include <charconv>
#include <optional>

#include "annotate/passes.h"

namespace klausul {

namespace {

/// Finds the clocks of one sentence.
class ClockFinder {
 public:
  ClockFinder(Document& document, const Lexicon& lexicon, const Sentence& sentence)
      : document_(document), known_(lexicon.known()), lexicon_(lexicon), sentence_(sentence) {}

  void find(std::vector<Annotation>& found) {
    for (const Annotation& annotation : annotations_of(document_, sentence_)) {
      const auto unit = std::find(known_.units.begin(), known_.units.end(), annotation.concept_id);
      if (unit == known_.units.end()) continue;
      // "10 business days" is also "days": the longer unit comes first, and the shorter one begins inside it
      if (annotation.first_token < taken_) continue;
      const auto kind = static_cast<TimeUnit>(unit - known_.units.begin());
      add(annotation.first_token, annotation.first_token + annotation.token_count, kind, found);
    }
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token; ++at) add_joined(at, found);
  }

 private:
  struct Number {
    double value = 0;
    std::uint32_t first_token = 0;
  };

  [[nodiscard]] std::optional<double> digits_at(std::uint32_t token) const {
    const std::string_view text = document_.text(document_.tokens[token].span());
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
  }

  /// The number that ends right before `unit`: "30", "thirty", "thirty (30)", "a".
  [[nodiscard]] std::optional<Number> number_before(std::uint32_t unit) const {
    if (unit == sentence_.first_token) return std::nullopt;
    // "enligt art. 32; (d) bistå": what a sign divides is no period; brackets may close in between
    const std::uint8_t gap = document_.tokens[unit].gap;
    const bool letter = document_.tokens[unit].length == 1;  // "72 h", but not "art. 32 (d)"
    if ((gap & ~(gap_hyphen | gap_bracket)) != 0 || (letter && gap != 0)) return std::nullopt;
    const std::uint32_t before = unit - 1;
    const std::optional<Number> in_words = words_before(unit);
    if (document_.tokens[before].number) {
      const std::optional<double> value = digits_at(before);
      if (!value) return std::nullopt;
      Number number{*value, before};
      // "thirty (30) days": the words belong to the number
      if ((document_.tokens[before].gap & gap_bracket) != 0) {
        const std::optional<Number> outer = words_before(before);
        if (outer && outer->value == *value) number.first_token = outer->first_token;
      }
      return number;
    }
    if (in_words) {
      // "30 (thirty) days"
      const std::uint32_t first = in_words->first_token;
      if (first > sentence_.first_token && document_.tokens[first - 1].number &&
          (document_.tokens[first].gap & gap_bracket) != 0)
        return Number{in_words->value, first - 1};
      return in_words;
    }
    if (lexicon_.is_one_word(document_.words.word(document_.tokens[before].word)) && document_.tokens[unit].gap == 0)
      return Number{1, before};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Number> words_before(std::uint32_t token) const {
    for (const Annotation& annotation : annotations_of(document_, sentence_)) {
      if (annotation.first_token >= token) break;
      if (annotation.concept_id == known_.number_word && annotation.first_token + annotation.token_count == token)
        return Number{static_cast<double>(document_.number_word_of(annotation).value), annotation.first_token};
    }
    return std::nullopt;
  }

  void add(std::uint32_t unit_first, std::uint32_t unit_end, TimeUnit unit, std::vector<Annotation>& found) {
    const std::optional<Number> number = number_before(unit_first);
    if (!number) return;
    taken_ = unit_end;
    store(number->value, unit, number->first_token, unit_end, found);
  }

  /// "72h", "30d": number and unit in one token.
  void add_joined(std::uint32_t at, std::vector<Annotation>& found) {
    const Token& token = document_.tokens[at];
    const char first = document_.source.text[token.begin];
    if (token.number || first < '0' || first > '9') return;
    const std::string_view text = document_.text(token.span());
    const std::size_t letters = text.find_first_not_of("0123456789");
    if (letters == 0 || letters > 4 || text.size() != letters + 1) return;
    const char unit = text[letters];
    if (unit != 'h' && unit != 'd') return;
    double value = 0;
    std::from_chars(text.data(), text.data() + letters, value);
    store(value, unit == 'h' ? TimeUnit::hour : TimeUnit::day, at, at + 1, found);
  }

  void store(double value, TimeUnit unit, std::uint32_t first, std::uint32_t end, std::vector<Annotation>& found) {
    Clock clock;
    clock.first_token = first;
    clock.amount = value;
    clock.unit = unit;
    clock.bound = bound_of(first, end);
    clock.trigger = trigger_of(first, end);
    Annotation annotation;
    annotation.first_token = first;
    annotation.token_count = static_cast<std::uint8_t>(std::min<std::uint32_t>(end - first, 255));
    annotation.concept_id = builtin_duration;
    clock.token_count = annotation.token_count;
    document_.clocks.push_back(std::move(clock));
    found.push_back(annotation);
  }

  /// "no later than 30 days before" leaves at least 30 days; "no later than 30 days after" at most.
  [[nodiscard]] Bound bound_of(std::uint32_t first, std::uint32_t end) const {
    Bound bound = Bound::exact;
    bool before_an_event = false;
    for (const Annotation& annotation : annotations_of(document_, sentence_)) {
      const std::uint32_t annotation_end = annotation.first_token + annotation.token_count;
      const bool near_before = annotation_end <= first && annotation_end + 3 >= first;
      const bool near_after = annotation.first_token >= end && annotation.first_token <= end + 2;
      if (near_before || near_after) {
        const auto kind = std::find(known_.bounds.begin(), known_.bounds.end(), annotation.concept_id);
        if (kind != known_.bounds.end())
          bound = std::array{Bound::at_least, Bound::at_most,
                             Bound::about}[static_cast<std::size_t>(kind - known_.bounds.begin())];
      }
      if (near_after && annotation.concept_id == known_.prior) before_an_event = true;
    }
    return before_an_event && bound == Bound::at_most ? Bound::at_least : bound;
  }

  /// The nearest trigger, those after the period first: "within 48 hours of becoming aware".
  [[nodiscard]] std::string trigger_of(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint32_t reach_after = 14;
    constexpr std::uint32_t reach_before = 12;
    std::string best;
    std::uint32_t distance = 1000;
    for (const Annotation& annotation : annotations_of(document_, sentence_)) {
      const auto trigger = std::find_if(known_.triggers.begin(), known_.triggers.end(),
                                        [&](const auto& t) { return t.first == annotation.concept_id; });
      if (trigger == known_.triggers.end()) continue;
      std::uint32_t here = 1000;
      if (annotation.first_token >= end && annotation.first_token - end <= reach_after)
        here = annotation.first_token - end;
      if (annotation.first_token < first && first - annotation.first_token <= reach_before)
        here = first - annotation.first_token + reach_after;
      if (here < distance) {
        distance = here;
        best = trigger->second;
      }
    }
    return best;
  }

  Document& document_;
  const KnownConcepts& known_;
  const Lexicon& lexicon_;
  const Sentence& sentence_;
  std::uint32_t taken_ = 0;
};

}  // namespace

void annotate_clocks(Document& document, const Lexicon& lexicon) {
  std::vector<Annotation> found;
  for (const Sentence& sentence : document.sentences) ClockFinder(document, lexicon, sentence).find(found);
  std::stable_sort(document.clocks.begin(), document.clocks.end(),
                   [](const Clock& a, const Clock& b) { return a.first_token < b.first_token; });
  document.annotations.insert(document.annotations.end(), found.begin(), found.end());
}

}  // namespace klausul
