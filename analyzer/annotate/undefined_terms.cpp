#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "annotate/passes.h"
#include "text/unicode.h"

namespace klausul {

namespace {

constexpr std::size_t enough_uses = 2;
constexpr std::uint32_t bracket_reach = 4;  ///< words from "(" to the term: "(nedan kallad Tjänsten)"

bool is_capital(std::string_view text) { return is_upper_case(code_point_at(text, 0).value); }

/// Whether the whole word is in capitals, as in "THE SERVICES".
bool is_shouted(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class UndefinedTermFinder {
 public:
  UndefinedTermFinder(Document& document, const Lexicon& lexicon) : document_(document), known_(lexicon.known()) {}

  void run() {
    for (const Sentence& sentence : document_.sentences)
      for (const Annotation& annotation : annotations_of(document_, sentence)) {
        // "Capitalised terms have the meaning given in the Agreement": what is not defined here is defined there
        if (annotation.concept_id == known_.imported_terms) return;
        if (is_scope_term(annotation.concept_id)) consider(sentence, annotation);
      }
    std::vector<Annotation> found;
    for (auto& [term, uses] : uses_) {
      if (uses.size() < enough_uses || defined_.contains(term)) continue;
      for (Annotation use : uses) {
        use.concept_id = builtin_undefined_term;
        found.push_back(use);
      }
    }
    if (!found.empty()) merge_annotations(document_, found);
  }

 private:
  [[nodiscard]] bool is_scope_term(ConceptId id) const {
    return std::find(known_.scope_terms.begin(), known_.scope_terms.end(), id) != known_.scope_terms.end();
  }

  void consider(const Sentence& sentence, const Annotation& annotation) {
    if (is_defined_here(sentence, annotation))
      defined_.insert(annotation.concept_id);
    else if (!sentence.heading && is_written_as_term(sentence, annotation))
      uses_[annotation.concept_id].push_back(annotation);
  }

  [[nodiscard]] std::string_view written(std::uint32_t token) const {
    return document_.text(document_.tokens[token].span());
  }

  /// With capitals that the place does not ask for, and no part of a longer name.
  [[nodiscard]] bool is_written_as_term(const Sentence& sentence, const Annotation& annotation) const {
    const std::uint32_t first = annotation.first_token;
    const std::uint32_t end = first + annotation.token_count;
    const bool english = document_.blocks[sentence.block].language == Language::en;
    for (std::uint32_t at = first; at < end; ++at) {
      if (is_shouted(written(at))) return false;
      if ((at == first || english) && !is_capital(written(at))) return false;
    }
    if (annotation.token_count == 1 && first == sentence.first_token) return false;
    const AnnotationRange all = annotations_of(document_, sentence);
    const bool in_phrase = std::any_of(all.begin(), all.end(), [&](const Annotation& other) {
      return other.first_token < first && other.first_token + other.token_count >= end &&
             begins_name(sentence, other.first_token);  // "Terms of Service"
    });
    if (in_phrase) return false;
    const auto joins = [&](std::uint32_t later) { return (document_.tokens[later].gap & ~gap_hyphen) == 0; };
    if (first > sentence.first_token && joins(first) && is_capital(written(first - 1)) &&
        first - 1 > sentence.first_token)
      return false;
    return end >= sentence.end_token || !joins(end) || !is_capital(written(end));
  }

  /// Whether a capital stands there that is more than the first letter of a sentence that opens with "The" or "All".
  [[nodiscard]] bool begins_name(const Sentence& sentence, std::uint32_t token) const {
    if (!is_capital(written(token))) return false;
    if (token > sentence.first_token) return true;
    const AnnotationRange all = annotations_of(document_, sentence);
    return std::none_of(all.begin(), all.end(), [&](const Annotation& word) {
      return word.first_token == token &&
             (word.concept_id == known_.determiner || word.concept_id == known_.not_a_name);
    });
  }

  /// In quotation marks, in a bracket that names it, before "means" or behind "called", or alone at the head of its
  /// paragraph, list item or cell with its explanation behind it.
  [[nodiscard]] bool is_defined_here(const Sentence& sentence, const Annotation& annotation) const {
    const std::uint32_t first = annotation.first_token;
    const std::uint32_t end = first + annotation.token_count;
    if ((document_.tokens[first].gap & gap_quote) != 0) return true;
    for (std::uint32_t at = first; at > sentence.first_token && first - at < bracket_reach; --at)
      if ((document_.tokens[at].gap & gap_bracket) != 0) return true;
    if (document_.blocks[sentence.block].kind == BlockKind::definition && first <= sentence.first_token + 1)
      return true;
    for (const Annotation& word : annotations_of(document_, sentence)) {
      if (word.concept_id == known_.means &&
          (word.first_token == end || word.first_token == end + 1 || word.first_token + word.token_count == first ||
           word.first_token + word.token_count + 1 == first || first <= sentence.first_token + 2))
        return true;
      if (word.concept_id == known_.called && word.first_token + word.token_count + 2 >= first &&
          word.first_token < first)
        return true;
    }
    if (sentence.heading && end == sentence.end_token) return true;
    if (first != sentence.first_token) return false;
    return end == sentence.end_token || (document_.tokens[end].gap & (gap_colon | gap_hyphen | gap_other)) != 0;
  }

  Document& document_;
  const KnownConcepts& known_;
  std::map<ConceptId, std::vector<Annotation>> uses_;
  std::set<ConceptId> defined_;
};

}  // namespace

void annotate_undefined_terms(Document& document, const Lexicon& lexicon) {
  UndefinedTermFinder(document, lexicon).run();
}

}  // namespace klausul
