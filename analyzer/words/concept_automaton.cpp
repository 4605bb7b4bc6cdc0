#include "words/concept_automaton.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "text/content_hash.h"
#include "words/tokenize.h"

namespace klausul {

namespace {

constexpr std::size_t longest_classified_word = 100;  ///< letters; longer words have only their literal class

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Signs that may stand between the words of a form without breaking it.
bool passes(std::uint8_t gap) { return (gap & ~(gap_hyphen | gap_quote)) == 0; }

std::uint64_t hash_backwards(std::string_view letters) {
  std::uint64_t hash = fnv1a_start;
  for (std::size_t at = letters.size(); at-- > 0;) hash = fnv1a(letters.substr(at, 1), hash);
  return hash;
}

}  // namespace

std::size_t ClassTable::place_of(std::string_view letters, std::uint64_t hash) const {
  const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
  std::size_t at = folded & (slots_.size() - 1);
  while (slots_[at].number != 0 && (slots_[at].hash != folded || classes_[slots_[at].number - 1].letters != letters))
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint32_t ClassTable::find(std::string_view letters, std::uint64_t hash) const {
  const std::uint32_t number = slots_[place_of(letters, hash)].number;
  return number == 0 ? 0 : classes_[number - 1].word_class;
}

std::uint32_t ClassTable::find_or_add(std::string_view letters, std::uint64_t hash, std::uint32_t fresh) {
  Slot& slot = slots_[place_of(letters, hash)];
  if (slot.number != 0) return classes_[slot.number - 1].word_class;
  classes_.push_back({std::string(letters), fresh});
  slot = {static_cast<std::uint32_t>(hash ^ (hash >> 32U)), static_cast<std::uint32_t>(classes_.size())};
  if (classes_.size() * 2 <= slots_.size()) return fresh;
  std::vector<Slot> old(slots_.size() * 4);
  old.swap(slots_);
  for (const Slot& kept : old) {
    if (kept.number == 0) continue;
    std::size_t at = kept.hash & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = kept;
  }
  return fresh;
}

// --- building -------------------------------------------------------------------------------------------------------

/// Says `output` behind `node`.
void ConceptAutomatonBuilder::accept(std::uint32_t node, const ConceptAutomaton::Output& output) {
  automaton_.outputs_.push_back(output);
  if (automaton_.output_of_node_.size() <= node) automaton_.output_of_node_.resize(node + 1, 0);
  automaton_.output_of_node_[node] = static_cast<std::uint32_t>(automaton_.outputs_.size());
}

/// The node behind which `output` is said; the forms of a concept share theirs.
std::uint32_t ConceptAutomatonBuilder::accepting_node(const ConceptAutomaton::Output& output) {
  if (!automaton_.outputs_.empty()) {
    const ConceptAutomaton::Output& last = automaton_.outputs_.back();
    if (last.concept_id != output.concept_id) accepting_.clear();
  }
  for (const std::uint32_t node : accepting_)
    if (automaton_.outputs_[automaton_.output_of_node_[node] - 1] == output) return node;
  const std::uint32_t node = node_count_++;
  accept(node, output);
  accepting_.push_back(node);
  return node;
}

std::uint32_t ConceptAutomatonBuilder::class_of(std::string_view pattern, bool any_ending, bool any_beginning) {
  ClassTable& table = any_ending ? automaton_.beginnings_ : any_beginning ? automaton_.endings_ : automaton_.literals_;
  const bool backwards = &table == &automaton_.endings_;
  const std::uint64_t hash = backwards ? hash_backwards(pattern) : fnv1a(pattern);
  const std::uint32_t word_class = table.find_or_add(pattern, hash, class_count_);
  if (word_class == class_count_) ++class_count_;
  return word_class;
}

/// The classes of one word of a form, "underbiträd*" or "e-post"; forms repeat their words, so they are kept.
const ConceptAutomatonBuilder::WrittenWord& ConceptAutomatonBuilder::classes_of(const std::string& written) {
  const auto [place, added] = written_.try_emplace(written);
  WrittenWord& result = place->second;
  if (!added) return result;
  if (written == "#") {
    if (automaton_.number_class_ == 0) automaton_.number_class_ = class_count_++;
    result.classes.push_back(automaton_.number_class_);
    return result;
  }
  std::string_view text = written;
  const bool any_beginning = text.starts_with('*');
  const bool any_ending = text.size() > 1 && text.ends_with('*');
  if (any_beginning) text.remove_prefix(1);
  if (any_ending) text.remove_suffix(1);
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words_, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = words_.word(tokens[i].word);
    result.letters += word.size();
    result.classes.push_back(class_of(word, any_ending && i + 1 == tokens.size(), any_beginning && i == 0));
  }
  return result;
}

void ConceptAutomatonBuilder::follow_word(std::uint32_t from, const WrittenWord& word, std::uint32_t target) {
  for (std::size_t i = 0; i < word.classes.size(); ++i) {
    const std::uint32_t next = i + 1 == word.classes.size() ? target : node_count_++;
    edges_.push_back({from, word.classes[i], next});
    from = next;
  }
}

/// All places have the same future, so their words end in one node.
void ConceptAutomatonBuilder::end_words(Places& places) {
  std::uint32_t target = no_node;
  std::size_t kept = 0;
  for (Place& place : places) {
    if (const WrittenWord& word = classes_of(place.letters); word.classes.empty()) {
      places[kept++].node = place.node;
    } else {
      if (target == no_node) target = node_count_++;
      follow_word(place.node, word, target);
    }
  }
  if (target != no_node) places[kept++].node = target;
  places.resize(kept);
  for (Place& place : places) place.letters.clear();
}

void ConceptAutomatonBuilder::follow(const Form& form, Places& places) {
  for (const Form::Part& part : form.parts) {
    if (!part.choices.empty()) {
      follow_choices(part.choices, places);
      continue;
    }
    std::string_view letters = part.letters;
    while (!letters.empty()) {
      const std::size_t space = std::min(letters.find(' '), letters.size());
      for (Place& place : places) place.letters += letters.substr(0, space);
      letters.remove_prefix(space);
      if (letters.empty()) break;
      end_words(places);
      letters.remove_prefix(1);
    }
  }
}

void ConceptAutomatonBuilder::follow_choices(const std::vector<Form>& choices, Places& places) {
  Places behind;
  behind.reserve(choices.size() * places.size());
  for (const Form& choice : choices) {
    Places of_choice = places;
    follow(choice, of_choice);
    std::move(of_choice.begin(), of_choice.end(), std::back_inserter(behind));
  }
  std::sort(behind.begin(), behind.end());
  behind.erase(std::unique(behind.begin(), behind.end()), behind.end());
  places = std::move(behind);
}

bool ConceptAutomatonBuilder::add(const Form& form, ConceptAutomaton::Output output) {
  if (edges_.empty()) edges_.reserve(1U << 19U);  // pages not touched cost nothing; growing would copy
  Places places{Place{}};
  follow(form, places);
  for (const Place& place : places) {
    const WrittenWord& word = classes_of(place.letters);
    if (word.classes.empty()) {
      if (place.node == root) return false;
      // the form ends with a space; the node is this form's own
      output.short_word = false;
      accept(place.node, output);
      continue;
    }
    output.short_word = place.node == root && word.classes.size() == 1 && word.letters <= 4;
    follow_word(place.node, word, accepting_node(output));
  }
  return true;
}

/// Merges the nodes behind the first word by the class of that word.
void ConceptAutomatonBuilder::merge_first_steps() {
  const std::span<const ConceptAutomaton::Edge> first_steps = automaton_.edges_of(root);
  std::vector<std::uint32_t>& first_edge = automaton_.first_second_edge_;
  std::vector<std::uint32_t>& first_output = automaton_.first_first_output_;
  first_edge.assign(class_count_ + 1, 0);
  first_output.assign(class_count_ + 1, 0);
  for (const ConceptAutomaton::Edge& first : first_steps) {
    first_edge[first.word_class + 1] += static_cast<std::uint32_t>(automaton_.edges_of(first.target).size());
    if (automaton_.output_of_node_[first.target] != 0) ++first_output[first.word_class + 1];
  }
  std::partial_sum(first_edge.begin(), first_edge.end(), first_edge.begin());
  std::partial_sum(first_output.begin(), first_output.end(), first_output.begin());
  automaton_.second_edges_.resize(first_edge.back());
  automaton_.first_outputs_.resize(first_output.back());
  std::vector<std::uint32_t> next_edge = first_edge, next_output = first_output;
  for (const ConceptAutomaton::Edge& first : first_steps) {
    for (const ConceptAutomaton::Edge& second : automaton_.edges_of(first.target))
      automaton_.second_edges_[next_edge[first.word_class]++] = second;
    if (const std::uint32_t output = automaton_.output_of_node_[first.target]; output != 0)
      automaton_.first_outputs_[next_output[first.word_class]++] = output - 1;
  }
  for (std::uint32_t i = 0; i < class_count_; ++i) {
    std::sort(automaton_.second_edges_.begin() + first_edge[i], automaton_.second_edges_.begin() + first_edge[i + 1]);
    std::sort(automaton_.first_outputs_.begin() + first_output[i],
              automaton_.first_outputs_.begin() + first_output[i + 1]);
  }
}

ConceptAutomaton ConceptAutomatonBuilder::build() {
  automaton_.output_of_node_.resize(node_count_, 0);
  automaton_.first_edge_.assign(node_count_ + 1, 0);
  for (const Edge& edge : edges_) ++automaton_.first_edge_[edge.from + 1];
  std::partial_sum(automaton_.first_edge_.begin(), automaton_.first_edge_.end(), automaton_.first_edge_.begin());
  std::vector<std::uint32_t> next = automaton_.first_edge_;
  automaton_.edges_.resize(edges_.size());
  for (const Edge& edge : edges_) automaton_.edges_[next[edge.from]++] = {edge.word_class, edge.target};
  merge_first_steps();
  return std::move(automaton_);
}

// --- walking --------------------------------------------------------------------------------------------------------

std::size_t PairTable::place_of(std::uint32_t first, std::uint32_t second) const {
  const std::uint64_t key = (static_cast<std::uint64_t>(first) << 32U) | second;
  std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 20U) & (slots_.size() - 1);
  while (slots_[at].value != 0 && (slots_[at].first != first || slots_[at].second != second))
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

void PairTable::add(std::uint32_t first, std::uint32_t second, std::uint32_t value) {
  slots_[place_of(first, second)] = {first, second, value};
  if (++used_ * 2 <= slots_.size()) return;
  std::vector<Slot> old(slots_.size() * 4);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.value != 0) slots_[place_of(slot.first, slot.second)] = slot;
}

ConceptWalk::ConceptWalk(const ConceptAutomaton& automaton, const WordTable& words)
    : automaton_(automaton), states_(1) {
  first_class_.reserve(words.size() + 1);
  begins_form_.reserve(words.size());
  for (std::uint32_t number = 0; number < words.size(); ++number) learn(words.word(number));
}

void ConceptWalk::learn(std::string_view word) {
  const auto add = [&](std::uint32_t word_class) {
    if (word_class != 0) classes_.push_back(word_class);
  };
  add(automaton_.literals_.find(word, fnv1a(word)));
  // Words beyond any sensible length have no classes but their literal one; this bounds the work on hostile texts.
  const std::size_t longest = word.size() <= longest_classified_word ? word.size() : 0;
  std::uint64_t forwards = fnv1a_start, backwards = fnv1a_start;
  for (std::size_t length = 1; length <= longest; ++length) {
    const std::size_t last = word.size() - length;
    forwards = fnv1a(word.substr(length - 1, 1), forwards);
    backwards = fnv1a(word.substr(last, 1), backwards);
    if (length == 1) continue;  // no form begins or ends with a single letter
    if (length == word.size() || !is_continuation(word[length]))
      add(automaton_.beginnings_.find(word.substr(0, length), forwards));
    if (!automaton_.endings_.empty() && !is_continuation(word[last]))
      add(automaton_.endings_.find(word.substr(last), backwards));
  }
  const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
  if (automaton_.number_class_ != 0 && (digits || automaton_.number_words_.contains(word)))
    classes_.push_back(automaton_.number_class_);
  std::uint64_t class_bits = 0, follower_bits = 0;
  for (std::size_t i = first_class_.back(); i < classes_.size(); ++i) {
    class_bits |= std::uint64_t{1} << (classes_[i] % 64U);
    for (const ConceptAutomaton::Edge& edge : automaton_.second_edges(classes_[i]))
      follower_bits |= std::uint64_t{1} << (edge.word_class % 64U);
  }
  class_bits_.push_back(class_bits);
  follower_bits_.push_back(follower_bits);
  const std::uint32_t first = first_class_.back();
  first_class_.push_back(static_cast<std::uint32_t>(classes_.size()));
  begins_form_.push_back(std::any_of(classes_.begin() + first, classes_.end(),
                                     [&](std::uint32_t word_class) { return automaton_.begins_form(word_class); }));
}

/// The number + 1 of the state whose nodes are the targets; 1, the dead state's, when there are none.
std::uint32_t ConceptWalk::state_of_targets() {
  if (targets_.empty()) return 1;
  std::sort(targets_.begin(), targets_.end());
  targets_.erase(std::unique(targets_.begin(), targets_.end()), targets_.end());
  State state;
  state.first_node = static_cast<std::uint32_t>(nodes_.size());
  state.first_output = static_cast<std::uint32_t>(outputs_.size());
  for (const std::uint32_t node : targets_) {
    if (!automaton_.edges_of(node).empty()) nodes_.push_back(node);
    if (automaton_.output_of_node_[node] != 0) outputs_.push_back(automaton_.output_of_node_[node] - 1);
  }
  state.end_node = static_cast<std::uint32_t>(nodes_.size());
  state.end_output = static_cast<std::uint32_t>(outputs_.size());
  states_.push_back(state);
  return static_cast<std::uint32_t>(states_.size());
}

std::uint32_t ConceptWalk::second_state(std::uint32_t first_word, std::uint32_t second_word) {
  targets_.clear();
  if ((class_bits_[second_word] & follower_bits_[first_word]) == 0) return 0;
  for (const std::uint32_t first_class : classes_of(first_word)) {
    const std::span<const ConceptAutomaton::Edge> edges = automaton_.second_edges(first_class);
    if (edges.empty()) continue;
    for (const std::uint32_t word_class : classes_of(second_word)) {
      auto at = std::lower_bound(
          edges.begin(), edges.end(), word_class,
          [](const ConceptAutomaton::Edge& edge, std::uint32_t wanted) { return edge.word_class < wanted; });
      for (; at != edges.end() && at->word_class == word_class; ++at) targets_.push_back(at->target);
    }
  }
  if (targets_.empty()) return 0;  // as most pairs of words; found as quickly as it would be remembered
  std::uint32_t state = second_states_.find(first_word, second_word);
  if (state == 0) {
    state = state_of_targets();
    second_states_.add(first_word, second_word, state);
  }
  return state - 1;
}

std::uint32_t ConceptWalk::next_state(std::uint32_t state, std::uint32_t word) {
  const std::uint32_t known = next_states_.find(state, word);
  if (known != 0) return known - 1;
  targets_.clear();
  for (std::uint32_t i = states_[state].first_node; i < states_[state].end_node; ++i)
    for (const ConceptAutomaton::Edge& edge : automaton_.edges_of(nodes_[i]))
      for (const std::uint32_t word_class : classes_of(word))
        if (edge.word_class == word_class) targets_.push_back(edge.target);
  const std::uint32_t next = state_of_targets();
  next_states_.add(state, word, next);
  return next - 1;
}

void ConceptWalk::find(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
                       std::vector<Match>& matches) {
  const std::uint32_t first_word = tokens[at].word;
  if (!begins_form_[first_word]) return;
  for (const std::uint32_t word_class : classes_of(first_word))
    for (const std::uint32_t output : automaton_.first_outputs(word_class))
      matches.push_back({automaton_.outputs_[output], 1});
  std::uint32_t state = 0;
  for (std::uint32_t next = at + 1; next < end && passes(tokens[next].gap); ++next) {
    state = next == at + 1 ? second_state(first_word, tokens[next].word) : next_state(state, tokens[next].word);
    const State& here = states_[state];
    for (std::uint32_t i = here.first_output; i < here.end_output; ++i)
      matches.push_back({automaton_.outputs_[outputs_[i]], next - at + 1});
    if (here.first_node == here.end_node) return;
  }
}

}  // namespace klausul
