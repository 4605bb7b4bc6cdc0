#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <vector>

#include "annotate/document.h"
#include "words/lexicon.h"

/// The annotators, in the order in which prepare_document calls them. Each reads what those before it made.
namespace klausul {

/// A sequence of words that stands for a concept in this document only.
struct Alias {
  std::vector<std::uint32_t> words;  ///< word numbers
  ConceptId stands_for = no_concept;
  bool replaces_parties = false;  ///< "Company" defined as the customer is the vendor no longer
  friend auto operator<=>(const Alias&, const Alias&) = default;
};

/// Finds the lexicon's forms, web and e-mail addresses; drops what stands inside a fixed phrase; adds implied concepts.
void annotate_concepts(Document& document, const Lexicon& lexicon);

/// Finds `"X" means ...`; fills document.definitions and returns the aliases they make.
std::vector<Alias> find_definitions(Document& document, const Lexicon& lexicon);

/// Finds who is vendor and who is customer; fills document.parties and returns the aliases.
std::vector<Alias> find_parties(Document& document, const Lexicon& lexicon);

/// Annotates every occurrence of the aliases.
void annotate_aliases(Document& document, const Lexicon& lexicon, std::vector<Alias> aliases);

/// Finds periods with unit, bound and trigger; fills document.clocks.
void annotate_clocks(Document& document, const Lexicon& lexicon);

/// Finds references to acts and their articles; fills document.law_references. References to the contract's own clauses
/// ("Article 5 of this Agreement") are none.
void annotate_law_references(Document& document, const Lexicon& lexicon);

/// Finds numbers, percentages, amounts and dates ("2026-11-24", "24 november 2026", "November 24, 2026").
void annotate_numbers(Document& document, const Lexicon& lexicon);

/// Finds what is left to fill in: blanks ("____", "[•]"), words in square brackets or braces ("[company name]"), "XX",
/// instructions for whoever fills in ("Ange ...", "to be completed"), and rows of a table whose cells are empty but for
/// their label.
void annotate_placeholders(Document& document, const Lexicon& lexicon);

/// Finds references to annexes and clauses of the document itself that are not in it ("Annex 4" of three).
void annotate_cross_references(Document& document, const Lexicon& lexicon);

/// Finds the date of the document itself ("Last updated: 3 May 2024", "Version 2, effective 2021-09-01", the day it was
/// signed): marks it where it stands and fills document.dated; of several, the latest. Needs sorted annotations.
void annotate_document_date(Document& document, const Lexicon& lexicon);

/// Finds capitalised terms that decide what the contract covers (lexicons/terms.json) and are defined nowhere: marks
/// every use of them. Needs sorted annotations.
void annotate_undefined_terms(Document& document, const Lexicon& lexicon);

/// Marks what is negated.
void mark_negation(Document& document, const Lexicon& lexicon);

/// Marks who does what.
void mark_actors(Document& document, const Lexicon& lexicon);

/// Adds annotations to those of the document, which are sorted, and tells the sentences which are theirs. Sorts
/// `added`.
void merge_annotations(Document& document, std::vector<Annotation>& added);

/// Sorts the annotations (first token, longer first, concept) and tells the sentences which are theirs.
void sort_annotations(Document& document);

/// The annotations of one sentence.
struct AnnotationRange {
  const Annotation* first;
  const Annotation* last;
  [[nodiscard]] const Annotation* begin() const { return first; }
  [[nodiscard]] const Annotation* end() const { return last; }
};
inline AnnotationRange annotations_of(const Document& document, const Sentence& sentence) {
  return {document.annotations.data() + sentence.first_annotation,
          document.annotations.data() + sentence.end_annotation};
}

/// The annotations of a sentence that begin at tokens [first, end), found by bisection: a sentence of a hostile text
/// may be as long as the text.
AnnotationRange annotations_beginning(const Document& document, const Sentence& sentence, std::uint32_t first,
                                      std::uint32_t end);

/// Whether the token is part of an annotation with this concept.
bool carries(const Document& document, const Sentence& sentence, std::uint32_t token, ConceptId id);

/// Tokens that an annotation covers at most.
inline constexpr std::uint32_t longest_annotation = std::numeric_limits<decltype(Annotation::token_count)>::max();

/// The party a concept stands for.
Actor actor_of(ConceptId concept_id, const KnownConcepts& known);

}  // namespace klausul
