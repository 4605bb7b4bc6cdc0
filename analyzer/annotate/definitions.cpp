#include <algorithm>

#include "annotate/passes.h"
#include "annotate/quoted_terms.h"

namespace klausul {

namespace {

constexpr std::uint32_t means_reach = 4;   ///< words from the term to "means"
constexpr std::uint32_t target_reach = 4;  ///< words from "means" to the concept it names ("any third-party processor")

class DefinitionFinder {
 public:
  DefinitionFinder(Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {}

  void find(const Sentence& sentence) {
    const std::uint32_t means = means_after(sentence, sentence.first_token, sentence.end_token);
    if (means == sentence.end_token) return;
    bool quoted = false;
    for (const QuotedTerm& term : quoted_terms(document_, sentence)) {
      const std::uint32_t verb = means_after(sentence, term.end_token, term.end_token + means_reach);
      if (verb == sentence.end_token) continue;
      quoted = true;
      define(sentence, term.first_token, term.end_token, verb);
    }
    // **Term** means: a definition block opens with its term
    if (!quoted && document_.blocks[sentence.block].kind == BlockKind::definition && means - sentence.first_token <= 6)
      define(sentence, sentence.first_token, means, means);
  }

  std::vector<Alias> aliases;

 private:
  /// The first token of "means" or "betyder" within [from, to); the sentence's end when there is none.
  [[nodiscard]] std::uint32_t means_after(const Sentence& sentence, std::uint32_t from, std::uint32_t to) const {
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.concept_id == lexicon_.known().means && annotation.first_token >= from &&
          annotation.first_token < to)
        return annotation.first_token;
    }
    return sentence.end_token;
  }

  void define(const Sentence& sentence, std::uint32_t first, std::uint32_t end, std::uint32_t means) {
    DefinedTerm term;
    term.span = {document_.tokens[first].begin, document_.tokens[end - 1].span().end};
    term.term = std::string(document_.text(term.span));
    term.stands_for = target_after(sentence, means);
    if (term.stands_for != no_concept && !is_annotated(sentence, first, end, term.stands_for)) {
      Alias alias;
      alias.stands_for = term.stands_for;
      for (std::uint32_t at = first; at < end; ++at) alias.words.push_back(document_.tokens[at].word);
      aliases.push_back(std::move(alias));
    }
    document_.definitions.push_back(std::move(term));
  }

  [[nodiscard]] ConceptId target_after(const Sentence& sentence, std::uint32_t means) const {
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.first_token <= means) continue;
      if (annotation.first_token > means + target_reach) break;
      if (lexicon_.concept_of(annotation.concept_id).alias_target) return annotation.concept_id;
    }
    return no_concept;
  }

  [[nodiscard]] bool is_annotated(const Sentence& sentence, std::uint32_t first, std::uint32_t end,
                                  ConceptId id) const {
    const AnnotationRange range = annotations_of(document_, sentence);
    return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
      return annotation.concept_id == id && annotation.first_token >= first && annotation.first_token < end;
    });
  }

  Document& document_;
  const Lexicon& lexicon_;
};

}  // namespace

std::vector<Alias> find_definitions(Document& document, const Lexicon& lexicon) {
  DefinitionFinder finder(document, lexicon);
  for (const Sentence& sentence : document.sentences) finder.find(sentence);
  return std::move(finder.aliases);
}

}  // namespace klausul
