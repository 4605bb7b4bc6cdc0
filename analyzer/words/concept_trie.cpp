#include "words/concept_trie.h"

#include <algorithm>

#include "text/result.h"
#include "words/tokenize.h"

namespace klausul {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Signs that may stand between the words of a form without breaking it.
bool passes(std::uint8_t gap) { return (gap & ~(gap_hyphen | gap_quote)) == 0; }

}  // namespace

std::size_t EdgeTable::place_of(std::uint32_t node, std::uint32_t word_class) const {
  const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32U) | word_class;
  std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 20U) & (slots_.size() - 1);
  while (slots_[at].target != 0 && (slots_[at].node != node || slots_[at].word_class != word_class))
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint32_t EdgeTable::find(std::uint32_t node, std::uint32_t word_class) const {
  return slots_[place_of(node, word_class)].target;
}

std::uint32_t EdgeTable::find_or_add(std::uint32_t node, std::uint32_t word_class, std::uint32_t fresh) {
  const std::size_t at = place_of(node, word_class);
  if (slots_[at].target != 0) return slots_[at].target;
  slots_[at] = {node, word_class, fresh};
  if (++used_ * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.target != 0) slots_[place_of(slot.node, slot.word_class)] = slot;
  }
  return fresh;
}

std::uint32_t ConceptTrie::class_of(std::string_view pattern, bool any_ending, bool any_beginning) {
  if (pattern == "#") {
    if (number_class_ == 0) number_class_ = class_count_++;
    return number_class_;
  }
  ClassMap& map = any_ending ? beginnings_ : any_beginning ? endings_ : literals_;
  const auto [place, added] = map.emplace(std::string(pattern), class_count_);
  if (added) ++class_count_;
  return place->second;
}

/// The classes of one word of a form, "underbiträd*" or "e-post"; forms repeat their words, so they are kept.
const ConceptTrie::WrittenWord& ConceptTrie::classes_of(std::string_view written) {
  const auto known = written_.find(written);
  if (known != written_.end()) return known->second;
  WrittenWord& result = written_[std::string(written)];
  if (written == "#") {
    result.classes.push_back(class_of(written, false, false));
    return result;
  }
  const bool any_beginning = written.starts_with('*');
  const bool any_ending = written.size() > 1 && written.ends_with('*');
  if (any_beginning) written.remove_prefix(1);
  if (any_ending) written.remove_suffix(1);
  WordTable words;
  std::vector<Token> tokens;
  tokenize(written, {0, static_cast<std::uint32_t>(written.size())}, words, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = words.word(tokens[i].word);
    result.letters += word.size();
    result.classes.push_back(class_of(word, any_ending && i + 1 == tokens.size(), any_beginning && i == 0));
  }
  return result;
}

bool ConceptTrie::add(std::string_view spelling, Output output) {
  PathStep step;
  const auto [differs, unused] =
      std::mismatch(spelling.begin(), spelling.end(), last_spelling_.begin(), last_spelling_.end());
  const auto shared = static_cast<std::size_t>(differs - spelling.begin());
  while (!last_path_.empty() && last_path_.back().end >= shared) last_path_.pop_back();
  if (!last_path_.empty()) step = last_path_.back();
  last_spelling_ = spelling;
  for (std::size_t at = step.end; at < spelling.size();) {
    std::size_t end = spelling.find(' ', at);
    if (end == std::string_view::npos) end = spelling.size();
    const std::string_view written = spelling.substr(at, end - at);
    at = end + 1;
    if (written.empty()) continue;
    const WrittenWord& word = classes_of(written);
    step.letters += word.letters;
    for (const std::uint32_t word_class : word.classes) {
      ++step.words;
      nodes_[step.node].has_children = true;
      const auto fresh = static_cast<std::uint32_t>(nodes_.size());
      const std::uint32_t next = edges_.find_or_add(step.node, word_class, fresh);
      if (next == fresh) nodes_.emplace_back();
      if (step.node == 0) {
        if (root_edges_.size() <= word_class) root_edges_.resize(word_class + 1, 0);
        root_edges_[word_class] = next;
      }
      step.node = next;
    }
    step.end = end;
    last_path_.push_back(step);
  }
  if (step.words == 0) return false;
  output.short_word = step.words == 1 && step.letters <= 4;
  outputs_.push_back({output, nodes_[step.node].first_output});
  nodes_[step.node].first_output = static_cast<std::uint32_t>(outputs_.size()) - 1;
  return true;
}

std::uint32_t ConceptTrie::child(std::uint32_t node, std::uint32_t word_class) const {
  if (node == 0) return word_class < root_edges_.size() ? root_edges_[word_class] : 0;
  return edges_.find(node, word_class);
}

void ConceptTrie::Vocabulary::extend(const ConceptTrie& trie, const WordTable& words) {
  for (std::uint32_t number = static_cast<std::uint32_t>(begins_.size()) - 1; number < words.size(); ++number) {
    const std::string_view word = words.word(number);
    const auto literal = trie.literals_.find(word);
    if (literal != trie.literals_.end()) classes_.push_back(literal->second);
    // Words beyond any sensible length have no classes but their literal one; this bounds the work on hostile texts.
    const std::size_t longest = word.size() <= 100 ? word.size() : 0;
    for (std::size_t length = 2; length <= longest; ++length) {
      if (length < word.size() && is_continuation(word[length])) continue;
      const auto beginning = trie.beginnings_.find(word.substr(0, length));
      if (beginning != trie.beginnings_.end()) classes_.push_back(beginning->second);
      if (trie.endings_.empty() || is_continuation(word[word.size() - length])) continue;
      const auto ending = trie.endings_.find(word.substr(word.size() - length));
      if (ending != trie.endings_.end()) classes_.push_back(ending->second);
    }
    const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (trie.number_class_ != 0 && (digits || trie.number_words_.contains(word)))
      classes_.push_back(trie.number_class_);
    begins_.push_back(static_cast<std::uint32_t>(classes_.size()));
    bool starts = false;
    for (std::size_t i = begins_[number]; i < begins_[number + 1]; ++i)
      starts = starts || trie.child(0, classes_[i]) != 0;
    starts_.push_back(starts);
  }
}

void ConceptTrie::match(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
                        const Vocabulary& vocabulary, std::vector<Match>& matches) const {
  if (vocabulary.starts_[tokens[at].word]) walk(tokens, at, at, end, 0, vocabulary, matches);
}

void ConceptTrie::walk(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t at, std::uint32_t end,
                       std::uint32_t node, const Vocabulary& vocabulary, std::vector<Match>& matches) const {
  if (at >= end || (at > first && !passes(tokens[at].gap))) return;
  const std::uint32_t word = tokens[at].word;
  for (std::uint32_t i = vocabulary.begins_[word]; i < vocabulary.begins_[word + 1]; ++i) {
    const std::uint32_t next = child(node, vocabulary.classes_[i]);
    if (next == 0) continue;
    for (std::uint32_t link = nodes_[next].first_output; link != 0; link = outputs_[link].next)
      matches.push_back({outputs_[link].output, at - first + 1});
    if (nodes_[next].has_children) walk(tokens, first, at + 1, end, next, vocabulary, matches);
  }
}

}  // namespace klausul
