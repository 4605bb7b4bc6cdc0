#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "structure/block.h"
#include "words/forms.h"
#include "words/token.h"
#include "words/word_table.h"

namespace klausul {

using ConceptId = std::uint16_t;
inline constexpr ConceptId no_concept = 0xFFFF;

/// Classes of words by their letters. A hash table that is asked with a hash: the beginnings of a word are looked up
/// one after the other, each hash going on from the one before.
class ClassTable {
 public:
  ClassTable() : slots_(64) {}
  /// 0 when there is none.
  [[nodiscard]] std::uint32_t find(std::string_view letters, std::uint64_t hash) const;
  /// The class of `letters`, which becomes `fresh` when there was none.
  std::uint32_t find_or_add(std::string_view letters, std::uint64_t hash, std::uint32_t fresh);
  [[nodiscard]] bool empty() const { return classes_.empty(); }

 private:
  struct Slot {  // small, so that the table stays in the cache
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  ///< index into classes_ + 1; 0: free
  };
  struct Class {
    std::string letters;
    std::uint32_t word_class = 0;
  };
  [[nodiscard]] std::size_t place_of(std::string_view letters, std::uint64_t hash) const;
  std::vector<Slot> slots_;
  std::vector<Class> classes_;
};

/// Finds the forms of all concepts in a sequence of words.
///
/// Its alphabet are word classes: a literal ("godkännande"), a beginning ("underbiträd*"), an ending ("*avtal") or any
/// number ("#"). A word belongs to several. The forms make one nondeterministic automaton: "(a|b)[ c] d" has one node
/// behind a and b, so it grows with the letters of the lexicon and not with the spellings they stand for, and start-up
/// is short. A ConceptWalk follows it through one document. Immutable once built.
class ConceptAutomaton {
 public:
  /// What a form says when it is found.
  struct Output {
    ConceptId concept_id = no_concept;
    Language language = Language::en;
    bool short_word = false;  ///< a single word of four letters or fewer
    std::uint32_t value = 0;  ///< of number words: the number
    friend bool operator==(const Output&, const Output&) = default;
  };

 private:
  friend class ConceptAutomatonBuilder;
  friend class ConceptWalk;
  struct Edge {
    std::uint32_t word_class = 0, target = 0;
    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  [[nodiscard]] std::span<const Edge> edges_of(std::uint32_t node) const {
    return std::span(edges_).subspan(first_edge_[node], first_edge_[node + 1] - first_edge_[node]);
  }
  /// Edges of all nodes that a first word of this class leads to, by word class.
  [[nodiscard]] std::span<const Edge> second_edges(std::uint32_t word_class) const {
    return std::span(second_edges_)
        .subspan(first_second_edge_[word_class], first_second_edge_[word_class + 1] - first_second_edge_[word_class]);
  }
  /// What a first word of this class says by itself: indexes into outputs_.
  [[nodiscard]] std::span<const std::uint32_t> first_outputs(std::uint32_t word_class) const {
    return std::span(first_outputs_)
        .subspan(first_first_output_[word_class],
                 first_first_output_[word_class + 1] - first_first_output_[word_class]);
  }
  [[nodiscard]] bool begins_form(std::uint32_t word_class) const {
    return !second_edges(word_class).empty() || !first_outputs(word_class).empty();
  }

  ClassTable literals_, beginnings_;
  ClassTable endings_;  ///< asked with the hash of the letters in reverse
  std::set<std::string, std::less<>> number_words_;
  std::uint32_t number_class_ = 0;
  std::vector<Output> outputs_;
  std::vector<std::uint32_t> output_of_node_;  ///< index into outputs_ + 1; 0: none
  std::vector<std::uint32_t> first_edge_;      ///< by node, and one behind the last
  std::vector<Edge> edges_;
  // The first step is taken at every word of a text, so its nodes are merged by the word class that leads to them.
  std::vector<std::uint32_t> first_second_edge_, first_first_output_;  ///< by word class, and one behind the last
  std::vector<Edge> second_edges_;
  std::vector<std::uint32_t> first_outputs_;
};

/// Takes the forms one by one.
class ConceptAutomatonBuilder {
 public:
  /// False when a spelling of the form holds no word.
  bool add(const Form& form, ConceptAutomaton::Output output);

  /// Says that a word is a number ("trettio"), for "#".
  void add_number_word(std::string_view folded) { automaton_.number_words_.emplace(folded); }

  /// The automaton of all that was added; the builder is done then.
  ConceptAutomaton build();

 private:
  static constexpr std::uint32_t root = 0;
  static constexpr std::uint32_t no_node = 0xFFFFFFFF;
  /// Where a spelling under way stands: behind `node`, with the letters of an unfinished word.
  struct Place {
    std::uint32_t node = root;
    std::string letters;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  using Places = std::vector<Place>;
  struct Edge {
    std::uint32_t from = 0, word_class = 0, target = 0;
  };
  struct WrittenWord {
    std::vector<std::uint32_t> classes;
    std::size_t letters = 0;
  };

  void follow(const Form& form, Places& places);
  void follow_choices(const std::vector<Form>& choices, Places& places);
  void end_words(Places& places);
  void follow_word(std::uint32_t from, const WrittenWord& word, std::uint32_t target);
  std::uint32_t class_of(std::string_view pattern, bool any_ending, bool any_beginning);
  const WrittenWord& classes_of(const std::string& written);
  void accept(std::uint32_t node, const ConceptAutomaton::Output& output);
  std::uint32_t accepting_node(const ConceptAutomaton::Output& output);
  void merge_first_steps();

  ConceptAutomaton automaton_;
  std::vector<Edge> edges_;
  std::uint32_t node_count_ = 1;                          // the root
  std::uint32_t class_count_ = 1;                         // class 0 is none
  std::unordered_map<std::string, WrittenWord> written_;  ///< words of forms seen so far
  WordTable words_;                                       ///< of written words
  std::vector<std::uint32_t> accepting_;                  ///< nodes of the outputs added last
};

/// (number, number) -> number above 0, in one flat table.
class PairTable {
 public:
  PairTable() : slots_(1U << 10U) {}
  /// 0 when nothing is known of the pair.
  [[nodiscard]] std::uint32_t find(std::uint32_t first, std::uint32_t second) const {
    return slots_[place_of(first, second)].value;
  }
  void add(std::uint32_t first, std::uint32_t second, std::uint32_t value);

 private:
  struct Slot {
    std::uint32_t first = 0, second = 0, value = 0;  ///< value 0: free
  };
  [[nodiscard]] std::size_t place_of(std::uint32_t first, std::uint32_t second) const;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Finds forms in the words of one document. Every step that the automaton takes is remembered, so that words that come
/// again cost one look-up each. Holds a reference to the automaton, which must outlive it.
class ConceptWalk {
 public:
  /// A form found: `tokens` words from the token where the walk began.
  struct Match {
    ConceptAutomaton::Output output;
    std::uint32_t tokens = 0;
  };

  ConceptWalk(const ConceptAutomaton& automaton, const WordTable& words);

  /// Appends to `matches` every form that begins at token `at` and ends before `end`.
  void find(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Match>& matches);

 private:
  /// A set of nodes behind two words or more.
  struct State {
    std::uint32_t first_node = 0, end_node = 0;      ///< of nodes_; those with edges only
    std::uint32_t first_output = 0, end_output = 0;  ///< of outputs_
  };
  [[nodiscard]] std::span<const std::uint32_t> classes_of(std::uint32_t word) const {
    return std::span(classes_).subspan(first_class_[word], first_class_[word + 1] - first_class_[word]);
  }
  void learn(std::string_view word);
  std::uint32_t second_state(std::uint32_t first_word, std::uint32_t second_word);
  std::uint32_t next_state(std::uint32_t state, std::uint32_t word);
  std::uint32_t state_of_targets();

  const ConceptAutomaton& automaton_;
  std::vector<std::uint32_t> classes_, first_class_{0};
  /// By word, bit class % 64: the classes it has, and those that a second word may have after it. Most pairs of words
  /// are told by these to begin no form.
  std::vector<std::uint64_t> class_bits_, follower_bits_;
  std::vector<bool> begins_form_;  ///< by word
  std::vector<State> states_;      ///< 0 is the dead one
  std::vector<std::uint32_t> nodes_, outputs_;
  PairTable second_states_, next_states_;  ///< (word, word), (state, word) -> state + 1
  std::vector<std::uint32_t> targets_;     ///< of the step under way
};

}  // namespace klausul
