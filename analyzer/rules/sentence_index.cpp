#include "rules/sentence_index.h"

namespace klausul {

namespace {

/// Calls `visit(concept, sentence)` for each concept that each sentence holds, once.
template <typename Visit>
void visit_concepts(const Document& document, std::size_t concepts, const Visit& visit) {
  std::vector<std::uint32_t> seen(concepts, 0);  // by concept: the last sentence it was seen in, plus one
  const auto look_at = [&](const Sentence& source, std::uint32_t number) {
    for (std::uint32_t i = source.first_annotation; i < source.end_annotation; ++i) {
      const ConceptId concept_id = document.annotations[i].concept_id;
      if (seen[concept_id] == number + 1) continue;
      seen[concept_id] = number + 1;
      visit(concept_id, number);
    }
  };
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence* source = &document.sentences[number];
    look_at(*source, number);
    for (std::uint32_t depth = 0; source->lead_in >= 0 && depth < longest_lead_in; ++depth) {
      source = &document.sentences[static_cast<std::size_t>(source->lead_in)];
      look_at(*source, number);
    }
  }
}

}  // namespace

SentenceIndex::SentenceIndex(const Document& document, std::size_t concepts) : first_(concepts + 1, 0) {
  visit_concepts(document, concepts, [&](ConceptId concept_id, std::uint32_t) { ++first_[concept_id + 1U]; });
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  numbers_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  visit_concepts(document, concepts,
                 [&](ConceptId concept_id, std::uint32_t number) { numbers_[next[concept_id]++] = number; });
}

}  // namespace klausul
