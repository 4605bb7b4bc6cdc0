#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "annotate/document.h"
#include "rules/entry.h"
#include "rules/sentence_index.h"

namespace klausul {

/// A place where a pattern holds.
struct Match {
  std::uint32_t sentence = 0;           ///< where it stands: the (first) sentence that holds its elements
  std::vector<std::uint32_t> evidence;  ///< all sentences that hold elements, lead-ins and headings left out
};

/// Finds patterns in one document. Building it costs one pass over the annotations; each pattern then looks only at the
/// sentences that hold its rarest element (an index from concept to sentences: with hundreds of patterns this does the
/// work that a bit set per sentence would do, and takes memory only for what is there). Holds references to document
/// and lexicon; both must outlive it. One thread at a time.
class Matcher {
 public:
  Matcher(const Document& document, const Lexicon& lexicon);

  /// Every place where `pattern` holds, in text order; at most one for each unit of its scope.
  [[nodiscard]] std::vector<Match> find(const Pattern& pattern) const;

  /// Whether `pattern` holds in its scope around `sentence` (the sentence itself with its lead-in, its clause ...).
  [[nodiscard]] bool holds_at(const Pattern& pattern, std::uint32_t sentence) const;

  /// The elements of `pattern` that are not satisfied around `sentence`; empty when all are there (they may still stand
  /// too far apart). Topic elements (`about`) count too.
  [[nodiscard]] std::vector<const Element*> lacking(const Pattern& pattern, std::uint32_t sentence) const;

  /// The sentences [first, second) of the clause, row or section around `sentence`.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range_around(std::uint32_t sentence, Scope scope) const;

  /// The block that a lawyer would call the clause of `sentence`: the paragraph that leads in to a list item, the row
  /// of a cell.
  [[nodiscard]] std::uint32_t clause_of(std::uint32_t sentence) const;

  [[nodiscard]] const Document& document() const { return document_; }

  /// Sentences that hold the concept or lead in with it, ascending.
  [[nodiscard]] std::span<const std::uint32_t> sentences_with(ConceptId concept_id) const {
    return index_.of(concept_id);
  }

 private:
  struct Place {
    std::uint32_t annotation = 0;
    std::uint32_t sentence = 0;
    std::int64_t first = 0;  ///< position in words; those of a lead-in are placed right before the sentence
    std::int64_t end = 0;
    bool own = true;  ///< not in a lead-in
  };
  struct Unit {
    std::uint32_t first_sentence = 0, end_sentence = 0;
    std::uint32_t anchor = 0;
    std::vector<std::uint32_t> lead_ins;  ///< nearest first
  };

  [[nodiscard]] Unit unit_around(std::uint32_t sentence, Scope scope) const;
  [[nodiscard]] bool is_question(const Sentence& sentence) const;
  [[nodiscard]] bool allowed(const Pattern& pattern, std::uint32_t sentence) const;
  [[nodiscard]] bool satisfies(const Alternative& alternative, const Annotation& annotation) const;
  [[nodiscard]] bool satisfies(const Element& element, const Annotation& annotation) const;
  void find_places(const Element& element, const Unit& unit, std::vector<Place>& places) const;
  [[nodiscard]] bool has_place(const Element& element, const Unit& unit) const;
  [[nodiscard]] bool found_in(const Element& element, std::uint32_t first_sentence, std::uint32_t end_sentence) const;
  [[nodiscard]] bool is_topic(const Element& element, const Unit& unit) const;
  [[nodiscard]] bool topics_hold(const Pattern& pattern, const Unit& unit) const;
  [[nodiscard]] bool elements_hold(const Pattern& pattern, const Unit& unit, std::vector<Place>& used) const;
  [[nodiscard]] std::vector<std::uint32_t> sentences_with(const Element& element, std::uint32_t first_sentence,
                                                          std::uint32_t end_sentence) const;
  [[nodiscard]] std::vector<std::uint32_t> candidates(const Pattern& pattern) const;
  [[nodiscard]] std::vector<std::uint32_t> evidence_of(const Unit& unit, const std::vector<Place>& used) const;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> sentences_of_block(std::uint32_t block) const;

  const Document& document_;
  const Lexicon& lexicon_;
  SentenceIndex index_;
  std::vector<std::int32_t> heading_sentence_;                          ///< by block; -1: none
  std::vector<std::uint32_t> first_sentence_;                           ///< by block, and one behind the last
  std::vector<std::uint8_t> where_;                                     ///< by block: bits of Where, headings apart
  mutable std::vector<std::vector<Place>> places_;                      ///< of one unit, by element; kept to be reused
  mutable std::unordered_map<const Pattern*, bool> holds_in_document_;  ///< patterns of document scope asked for before
};

}  // namespace klausul
