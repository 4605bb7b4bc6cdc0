#include <algorithm>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::uint32_t double_reach = 25;  ///< words from "not" to the "without" that cancels it

class NegationMarker {
 public:
  NegationMarker(Document& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        known_(lexicon.known()),
        negates_(lexicon.concepts().size()),
        open_(document.sentences.size()) {
    for (std::size_t id = 0; id < negates_.size(); ++id)
      negates_[id] = id == known_.negation || lexicon.concepts()[id].negates;
  }

  void mark(std::uint32_t number) {
    const Sentence& sentence = document_.sentences[number];
    const bool swedish = document_.blocks[sentence.block].language == Language::sv;
    std::uint32_t from = 0, until = 0;  // tokens governed: [from, until)
    std::uint32_t signs_from = 0;       // signs before tokens from here on end the reach
    std::uint32_t last_cue = 0;
    bool any_cue = false;
    bool without = false;  // "may, without further consent, engage": a comma ends it
    bool fronted = false;  // "Without the Customer's approval the Supplier may ..."
    if (sentence.lead_in >= 0 && open_[static_cast<std::size_t>(sentence.lead_in)]) {
      from = sentence.first_token;
      until = from + lexicon_.negation_reach();
      signs_from = from + 1;  // the sign before the first word parts it from its lead-in, and stops nothing
      any_cue = true;
      last_cue = from;
    }
    for (std::uint32_t i = sentence.first_annotation; i < sentence.end_annotation; ++i) {
      Annotation& annotation = document_.annotations[i];
      const std::uint32_t first = annotation.first_token;
      const std::uint32_t end = first + annotation.token_count;
      if (until > first && first >= from &&
          (stops_before(first, signs_from, without) || opens_main_clause(annotation) ||
           (fronted && opens_clause(sentence, annotation))))
        until = first;
      if (negates_[annotation.concept_id] && !opens_bound(sentence, annotation)) {
        const bool cancels = any_cue && first < last_cue + double_reach && is_double(sentence, annotation);
        if (cancels) {
          until = first;
          any_cue = false;
        } else {
          from = signs_from = end;
          // "icke-exklusiv": a prefix negates its own word only
          const bool prefix = end < sentence.end_token && document_.tokens[end].gap == gap_hyphen;
          until = end + (prefix ? 1U : lexicon_.negation_reach());
          any_cue = true;
          last_cue = first;
          without = is_double(sentence, annotation);
          fronted = without && first == sentence.first_token;
          if (swedish) mark_backwards(sentence, first);
        }
        continue;
      }
      if (annotation.concept_id == known_.negation_stop && first >= from) {
        until = std::min(until, first);
        continue;
      }
      // Parties and numbers are not negated: "not later than 30 days" still says 30 days.
      const bool can_be_negated =
          actor_of(annotation.concept_id, known_) == Actor::none && annotation.concept_id >= builtin_count;
      if (first >= from && first < until && can_be_negated) annotation.negated = true;
    }
    open_[number] = any_cue && until > sentence.end_token;
  }

 private:
  /// "shall not later than Monday": the "not" belongs to the bound.
  [[nodiscard]] bool opens_bound(const Sentence& sentence, const Annotation& cue) const {
    const std::uint32_t last = cue.first_token + cue.token_count - 1U;
    const AnnotationRange range = annotations_beginning(document_, sentence, last, last + 1);
    return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
      return annotation.token_count > 1 &&
             std::find(known_.bounds.begin(), known_.bounds.end(), annotation.concept_id) != known_.bounds.end();
    });
  }

  /// "If you do not object, the Processor may ...": a comma before a party or a modal verb ends the reach.
  [[nodiscard]] bool opens_main_clause(const Annotation& annotation) const {
    if ((document_.tokens[annotation.first_token].gap & gap_comma) == 0) return false;
    const ConceptId id = annotation.concept_id;
    return actor_of(id, known_) != Actor::none || id == known_.may || id == known_.shall;
  }

  [[nodiscard]] bool is_modal(ConceptId id) const {
    return id == known_.may || id == known_.shall || id == known_.should;
  }

  /// Whether the clause behind a fronted phrase begins with `annotation`: a modal verb, or a party right before
  /// one.
  [[nodiscard]] bool opens_clause(const Sentence& sentence, const Annotation& annotation) const {
    if (is_modal(annotation.concept_id)) return true;
    if (actor_of(annotation.concept_id, known_) == Actor::none) return false;
    const std::uint32_t end = annotation.first_token + annotation.token_count;
    const AnnotationRange behind = annotations_beginning(document_, sentence, end, end + 1);
    return std::any_of(behind.begin(), behind.end(), [&](const Annotation& next) { return is_modal(next.concept_id); });
  }

  /// A semicolon, colon or full stop between the negating word and `token` ends its reach; with `comma`, that too.
  [[nodiscard]] bool stops_before(std::uint32_t token, std::uint32_t from, bool comma) const {
    const unsigned signs = gap_semicolon | gap_stop | gap_colon | (comma ? unsigned{gap_comma} : 0U);
    for (std::uint32_t at = std::max(from, 1U); at <= token; ++at)
      if ((document_.tokens[at].gap & signs) != 0) return true;
    return false;
  }

  [[nodiscard]] bool is_double(const Sentence& sentence, const Annotation& cue) const {
    return begins_at(sentence, cue.first_token, known_.negation_double);
  }

  /// "Leverantören behandlar inte ...", "Behandlar vi inte ...": the finite verb stands before.
  void mark_backwards(const Sentence& sentence, std::uint32_t cue) {
    if (!begins_at(sentence, cue, known_.backwards)) return;
    std::uint32_t verb_end = cue;
    for (const Annotation& annotation : ending_before(sentence, cue)) {
      if (annotation.first_token + annotation.token_count == cue &&
          actor_of(annotation.concept_id, known_) != Actor::none)
        verb_end = annotation.first_token;
    }
    const AnnotationRange verbs = ending_before(sentence, verb_end);
    const auto first = static_cast<std::size_t>(verbs.begin() - document_.annotations.data());
    const auto end = static_cast<std::size_t>(verbs.end() - document_.annotations.data());
    for (std::size_t i = first; i < end; ++i) {
      Annotation& annotation = document_.annotations[i];
      if (annotation.first_token + annotation.token_count == verb_end &&
          actor_of(annotation.concept_id, known_) == Actor::none && annotation.concept_id != known_.negation)
        annotation.negated = true;
    }
  }

  [[nodiscard]] bool begins_at(const Sentence& sentence, std::uint32_t token, ConceptId concept_id) const {
    const AnnotationRange here = annotations_beginning(document_, sentence, token, token + 1);
    return std::any_of(here.begin(), here.end(),
                       [&](const Annotation& annotation) { return annotation.concept_id == concept_id; });
  }

  /// All annotations of the sentence that may end right before `token`.
  [[nodiscard]] AnnotationRange ending_before(const Sentence& sentence, std::uint32_t token) const {
    return annotations_beginning(document_, sentence, token > longest_annotation ? token - longest_annotation : 0,
                                 token);
  }

  Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
  std::vector<bool> negates_;  ///< by concept
  std::vector<bool> open_;     ///< by sentence: its negation reaches beyond its end, into what it leads in to
};

}  // namespace

void mark_negation(Document& document, const Lexicon& lexicon) {
  NegationMarker marker(document, lexicon);
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) marker.mark(number);
}

}  // namespace klausul
