#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "structure/block.h"
#include "text/content_hash.h"
#include "text/problem.h"
#include "words/concept_automaton.h"

namespace klausul {

struct Concept {
  std::string id;
  std::string meaning;
  std::string file;
  std::vector<std::string> en, sv;  ///< forms as written in the file
  std::vector<ConceptId> implies;   ///< direct and indirect
  bool hides_inside = false;
  bool negates = false;
  bool alias_target = false;
  bool names_companies = false;
};

/// An act in lexicons/laws.json; its concept is "act-<id>".
struct Act {
  std::string id;
  std::string title_en, title_sv;
  std::string standing;  ///< "in-force", "repealed", "invalid"
  ConceptId concept_id = no_concept;
};

/// Concepts that annotators find rather than word lists: they are the first in Lexicon::concepts(), in this order.
enum BuiltinConcept : ConceptId {
  builtin_duration,
  builtin_date,
  builtin_url,
  builtin_email,
  builtin_amount,
  builtin_percentage,
  builtin_placeholder,
  builtin_number,
  builtin_law_reference,
  builtin_absent_annex,
  builtin_absent_clause,
  builtin_document_date,
  builtin_undefined_term,
  builtin_count
};

/// Concepts that the annotators themselves need, found by name once. Their words stand in lexicons/ like all others.
struct KnownConcepts {
  ConceptId vendor = no_concept, customer = no_concept, subprocessor = no_concept, authority = no_concept,
            data_subject = no_concept;
  ConceptId may = no_concept, may_not = no_concept, shall = no_concept, should = no_concept;
  ConceptId negation = no_concept, negation_double = no_concept, negation_stop = no_concept;
  ConceptId number_word = no_concept, article_word = no_concept, currency = no_concept, means = no_concept,
            called = no_concept, company_form = no_concept, not_a_name = no_concept;
  ConceptId agent = no_concept, preposition = no_concept, clause_opener = no_concept, passive = no_concept,
            backwards = no_concept, agreement = no_concept, determiner = no_concept, acts_as = no_concept,
            no_subject = no_concept, registration_word = no_concept, controller_role = no_concept,
            processor_role = no_concept, controller_name = no_concept, processor_name = no_concept, prior = no_concept,
            month_name = no_concept, entity_form = no_concept, annex_word = no_concept, clause_word = no_concept,
            this_one = no_concept, elsewhere = no_concept, scc = no_concept, object_pronoun = no_concept,
            fill_in_phrase = no_concept, fill_in_verb = no_concept, not_a_placeholder = no_concept,
            between = no_concept, public_body = no_concept, demonstrative = no_concept, third_party = no_concept,
            process = no_concept, engage = no_concept, affiliate = no_concept, dpa_text = no_concept,
            end_user = no_concept, dated_word = no_concept, last_changed_word = no_concept, imported_terms = no_concept;
  std::array<ConceptId, 6> units{};                         ///< in the order of TimeUnit
  std::array<ConceptId, 3> bounds{};                        ///< at-least, at-most, about
  std::vector<std::pair<ConceptId, std::string>> triggers;  ///< with their ids
  std::vector<ConceptId> scope_terms;                       ///< of lexicons/terms.json
};

/// All words klausul knows. Immutable after loading.
class Lexicon {
 public:
  /// Loads `folder`/lexicons. Mistakes are added to `problems`; the result is then not to be used.
  static Lexicon load(const std::string& folder, std::vector<Problem>& problems);

  [[nodiscard]] const std::vector<Concept>& concepts() const { return concepts_; }
  [[nodiscard]] const Concept& concept_of(ConceptId id) const { return concepts_[id]; }
  [[nodiscard]] const std::vector<Act>& acts() const { return acts_; }
  [[nodiscard]] const KnownConcepts& known() const { return known_; }
  [[nodiscard]] const ConceptAutomaton& automaton() const { return automaton_; }
  [[nodiscard]] std::uint32_t negation_reach() const { return negation_reach_; }
  /// The date the dated data (countries, laws) were checked, "YYYY-MM-DD".
  [[nodiscard]] const std::string& as_of() const { return as_of_; }
  /// Over all files that were read.
  [[nodiscard]] const ContentHash& content() const { return content_; }

  /// no_concept when there is none of that id.
  [[nodiscard]] ConceptId find(std::string_view id) const;
  /// The known id most like `id`, for "did you mean"; "" when nothing is near.
  [[nodiscard]] std::string nearest(std::string_view id) const;

  /// Bits 1 (Swedish), 2 (English), 4 (another language) for a folded function word; 0 for other words.
  [[nodiscard]] std::uint8_t function_word(std::string_view folded) const;
  /// Whether a full stop after this folded word ends no sentence.
  [[nodiscard]] bool is_abbreviation(std::string_view folded) const;
  /// Endings that one noun takes in a language: "s", "en", "ets". None for other languages.
  [[nodiscard]] const std::vector<std::string>& noun_endings(Language language) const;
  /// Whether this folded word is 1 before a unit of time: "a month", "en månad".
  [[nodiscard]] bool is_one_word(std::string_view folded) const;

 private:
  friend class LexiconLoader;
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, ConceptId, StringHash, std::equal_to<>> by_id_;
  std::unordered_map<std::string, std::uint8_t, StringHash, std::equal_to<>> function_words_;
  std::unordered_map<std::string, bool, StringHash, std::equal_to<>> abbreviations_, one_words_;
  std::vector<std::string> endings_en_, endings_sv_, no_endings_;
  std::vector<Act> acts_;
  KnownConcepts known_;
  ConceptAutomaton automaton_;
  std::uint32_t negation_reach_ = 6;
  std::string as_of_;
  ContentHash content_;
};

/// The number of single-letter edits (insert, delete, replace) between two ASCII texts.
std::size_t edit_distance(std::string_view left, std::string_view right);

}  // namespace klausul
