#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "structure/block.h"
#include "words/token.h"
#include "words/word_table.h"

namespace klausul {

using ConceptId = std::uint16_t;
inline constexpr ConceptId no_concept = 0xFFFF;

/// (node, word class) -> node, in one flat table: forms have a hundred thousand edges, and start-up waits for them.
class EdgeTable {
 public:
  EdgeTable() : slots_(1U << 12U) {}
  /// The node that the edge leads to; `fresh` when there was none before.
  std::uint32_t find_or_add(std::uint32_t node, std::uint32_t word_class, std::uint32_t fresh);
  /// 0 when there is no such edge.
  [[nodiscard]] std::uint32_t find(std::uint32_t node, std::uint32_t word_class) const;

 private:
  struct Slot {
    std::uint32_t node = 0, word_class = 0, target = 0;  ///< target 0: free
  };
  [[nodiscard]] std::size_t place_of(std::uint32_t node, std::uint32_t word_class) const;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Finds the forms of all concepts in a token sequence in one walk.
///
/// Its alphabet are word classes: a literal ("godkännande"), a beginning ("underbiträd*"), an ending ("*avtal") or any
/// number ("#"). A token belongs to several. The classes of a word are looked up once for each distinct word of a
/// document (Vocabulary), after which the walk is integers only. Immutable once built.
class ConceptTrie {
 public:
  /// What a form says when it is found.
  struct Output {
    ConceptId concept_id = no_concept;
    Language language = Language::en;
    bool short_word = false;  ///< a single word of four letters or fewer
    std::uint32_t value = 0;  ///< of number words: the number
  };

  /// A form found: `tokens` words from the token where the walk began.
  struct Match {
    Output output;
    std::uint32_t tokens = 0;
  };

  /// Adds one spelling ("general* written consent"). False when it has no word.
  bool add(std::string_view spelling, Output output);

  /// Says that a word is a number ("trettio"), for "#".
  void add_number_word(std::string_view folded) { number_words_.emplace(std::string(folded), 1); }

  /// The classes of every distinct word of one document.
  class Vocabulary {
   public:
    /// Learns the words that `words` got since the last call.
    void extend(const ConceptTrie& trie, const WordTable& words);

   private:
    friend class ConceptTrie;
    std::vector<std::uint32_t> classes_;
    std::vector<std::uint32_t> begins_{0};
    std::vector<bool> starts_;  ///< some form begins with this word
  };

  /// Appends to `matches` every form that begins at token `at` and ends before `end`.
  void match(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, const Vocabulary& vocabulary,
             std::vector<Match>& matches) const;

 private:
  struct Node {
    std::uint32_t first_output = 0;  ///< index into outputs_; 0: none
    bool has_children = false;
  };
  struct OutputLink {
    Output output;
    std::uint32_t next = 0;
  };
  struct WrittenWord {
    std::vector<std::uint32_t> classes;
    std::size_t letters = 0;
  };
  std::uint32_t class_of(std::string_view pattern, bool any_ending, bool any_beginning);
  const WrittenWord& classes_of(std::string_view written);
  std::uint32_t child(std::uint32_t node, std::uint32_t word_class) const;
  void walk(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t at, std::uint32_t end,
            std::uint32_t node, const Vocabulary& vocabulary, std::vector<Match>& matches) const;

  /// The path of the spelling added last, word by word: spellings of one form come in order and share their beginnings.
  struct PathStep {
    std::size_t end = 0;  ///< byte offset behind the word in last_spelling_
    std::uint32_t node = 0;
    std::size_t words = 0, letters = 0;
  };
  std::string last_spelling_;
  std::vector<PathStep> last_path_;
  std::vector<Node> nodes_{Node{}};
  std::vector<OutputLink> outputs_{OutputLink{}};
  EdgeTable edges_;
  std::vector<std::uint32_t> root_edges_;  ///< by class; 0: none
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using ClassMap = std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>>;
  ClassMap literals_, beginnings_, endings_, number_words_;
  std::unordered_map<std::string, WrittenWord, StringHash, std::equal_to<>> written_;  ///< words of forms seen so far
  std::uint32_t number_class_ = 0;
  std::uint32_t class_count_ = 1;  ///< class 0 is none
};

}  // namespace klausul
