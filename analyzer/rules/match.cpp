#include "rules/match.h"

#include <algorithm>

namespace klausul {

namespace {

constexpr std::uint32_t largest_section = 60;  ///< sentences; a larger section counts only around the sentence
constexpr std::uint32_t section_neighbourhood = 20;
constexpr std::size_t most_steps = 4000;  ///< of the search in one unit; bounds the work on hostile texts

/// Searches one annotation for each element, as `all` or `seq` asks. `Place` is Matcher::Place.
template <typename Place>
class Search {
 public:
  /// `places` holds the places of each element of `pattern`; it may be longer.
  Search(const Pattern& pattern, const std::vector<std::vector<Place>>& places) : pattern_(pattern), places_(places) {
    order_.resize(pattern.elements.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    if (!pattern.ordered)  // the element with the fewest places first
      std::stable_sort(order_.begin(), order_.end(),
                       [&](std::size_t a, std::size_t b) { return places[a].size() < places[b].size(); });
  }

  bool run(bool needs_own) {
    needs_own_ = needs_own;
    return pattern_.ordered ? sequence(0, -1) : conjunction(0, 0, 0);
  }

  std::vector<Place> used;

 private:
  [[nodiscard]] bool is_used(const Place& place) const {
    return std::any_of(used.begin(), used.end(), [&](const Place& u) { return u.annotation == place.annotation; });
  }

  [[nodiscard]] bool accepted() const {
    return !needs_own_ || std::any_of(used.begin(), used.end(), [](const Place& place) { return place.own; });
  }

  bool conjunction(std::size_t depth, std::int64_t first, std::int64_t end) {
    if (depth == order_.size()) return accepted();
    for (const Place& place : places_[order_[depth]]) {
      if (++steps_ > most_steps) return false;
      const std::int64_t new_first = depth == 0 ? place.first : std::min(first, place.first);
      const std::int64_t new_end = depth == 0 ? place.end : std::max(end, place.end);
      if (pattern_.window != 0 && new_end - new_first > pattern_.window) continue;
      if (is_used(place)) continue;
      used.push_back(place);
      if (conjunction(depth + 1, new_first, new_end)) return true;
      used.pop_back();
    }
    return false;
  }

  bool sequence(std::size_t depth, std::int64_t after) {
    if (depth == pattern_.elements.size()) return accepted();
    const Element& element = pattern_.elements[depth];
    for (const Place& place : places_[depth]) {
      if (++steps_ > most_steps) return false;
      if (!used.empty() && (place.first < after || place.first - after > element.gap)) continue;
      used.push_back(place);
      if (sequence(depth + 1, place.end)) return true;
      used.pop_back();
    }
    return element.optional && sequence(depth + 1, after);
  }

  const Pattern& pattern_;
  const std::vector<std::vector<Place>>& places_;
  std::vector<std::size_t> order_;
  std::size_t steps_ = 0;
  bool needs_own_ = false;
};

template <typename Value>
bool compare(const Value& found, Comparison comparison, const Value& wanted) {
  switch (comparison) {
    case Comparison::none: return true;
    case Comparison::less: return found < wanted;
    case Comparison::at_most: return found <= wanted;
    case Comparison::at_least: return found >= wanted;
    case Comparison::more: return found > wanted;
  }
  return false;
}

/// A month or a year that is stated without a day ends with its last: what may be later is not called earlier.
CalendarDate last_day_of(CalendarDate date) {
  if (date.month == 0) date.month = 12;
  if (date.day == 0) date.day = 31;
  return date;
}

bool article_matches(const LawReference& reference, const Alternative& alternative) {
  if (alternative.article.empty()) return true;
  if (!alternative.paragraph.empty() && alternative.paragraph != reference.paragraph) return false;
  if (reference.article == alternative.article || reference.article_end == alternative.article) return true;
  if (reference.article_end.empty() || reference.article.empty()) return false;
  const int wanted = std::atoi(alternative.article.c_str());  // digits only: both come from patterns of digits
  return std::atoi(reference.article.c_str()) <= wanted && wanted <= std::atoi(reference.article_end.c_str());
}

/// Where the text of a block stands, as bits of Where; `known` holds those of the blocks before.
std::uint8_t where_of(const std::vector<Block>& blocks, std::size_t block, const std::vector<std::uint8_t>& known) {
  std::uint32_t where = where_body;
  switch (blocks[block].kind) {
    case BlockKind::cell: where = where_table; break;
    case BlockKind::list_item: where = where_list; break;
    case BlockKind::definition: where = where_definition; break;
    case BlockKind::annex: where = where_body | where_annex; break;
    default: break;
  }
  if (block != 0 && blocks[block].parent != 0) where |= known[blocks[block].parent] & (where_annex | where_table);
  return static_cast<std::uint8_t>(where);
}

/// Whether the lead-in (or -1) of a list item is a match itself: what it says, its items do not say again.
bool is_said_by_lead_in(const std::vector<Match>& matches, std::int32_t lead_in) {
  if (lead_in < 0) return false;
  const auto before_items = [&](const Match& match) { return static_cast<std::int32_t>(match.sentence) <= lead_in; };
  const auto last = std::find_if(matches.rbegin(), matches.rend(), before_items);
  return last != matches.rend() && static_cast<std::int32_t>(last->sentence) == lead_in;
}

}  // namespace

Matcher::Matcher(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      index_(document, lexicon.concepts().size()),
      heading_sentence_(document.blocks.size(), -1),
      first_sentence_(document.blocks.size() + 1, 0),
      where_(document.blocks.size(), where_body) {
  for (std::size_t block = 0; block < document.blocks.size(); ++block)
    where_[block] = where_of(document.blocks, block, where_);
  std::uint32_t block_after = 0;  // blocks up to it begin at or before the sentence at hand
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number)
    while (block_after <= document.sentences[number].block) first_sentence_[block_after++] = number;
  while (block_after < first_sentence_.size())
    first_sentence_[block_after++] = static_cast<std::uint32_t>(document.sentences.size());
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    if (sentence.heading) heading_sentence_[sentence.block] = static_cast<std::int32_t>(number);
  }
}

std::pair<std::uint32_t, std::uint32_t> Matcher::sentences_of_block(std::uint32_t block) const {
  return {first_sentence_[block], first_sentence_[document_.blocks[block].end]};
}

std::uint32_t Matcher::clause_of(std::uint32_t sentence) const {
  std::uint32_t block = document_.sentences[sentence].block;
  while (block != 0) {
    const BlockKind kind = document_.blocks[block].kind;
    const std::uint32_t parent = document_.blocks[block].parent;
    const BlockKind parent_kind = document_.blocks[parent].kind;
    if (kind == BlockKind::cell && parent_kind == BlockKind::row) return parent;
    const bool climbs =
        kind == BlockKind::list_item ||
        (kind == BlockKind::clause && parent_kind != BlockKind::section && parent_kind != BlockKind::annex);
    const bool to = parent_kind == BlockKind::clause || parent_kind == BlockKind::list_item ||
                    parent_kind == BlockKind::definition || parent_kind == BlockKind::cell;
    if (!climbs || !to) break;
    block = parent;
  }
  return block;
}

std::pair<std::uint32_t, std::uint32_t> Matcher::range_around(std::uint32_t sentence, Scope scope) const {
  switch (scope) {
    case Scope::sentence: return {sentence, sentence + 1};
    case Scope::clause: return sentences_of_block(clause_of(sentence));
    case Scope::document: return {0, static_cast<std::uint32_t>(document_.sentences.size())};
    case Scope::section: break;
  }
  std::uint32_t block = document_.sentences[sentence].block;
  while (block != 0 && document_.blocks[block].kind != BlockKind::section &&
         document_.blocks[block].kind != BlockKind::annex)
    block = document_.blocks[block].parent;
  auto [first, end] = sentences_of_block(block);
  if (end - first > largest_section) {
    first = std::max(first, sentence > section_neighbourhood ? sentence - section_neighbourhood : 0U);
    end = std::min(end, sentence + section_neighbourhood + 1);
  }
  return {first, end};
}

Matcher::Unit Matcher::unit_around(std::uint32_t sentence, Scope scope) const {
  Unit unit;
  unit.anchor = sentence;
  std::tie(unit.first_sentence, unit.end_sentence) = range_around(sentence, scope);
  if (scope == Scope::sentence) {
    std::int32_t lead_in = document_.sentences[sentence].lead_in;
    while (lead_in >= 0 && unit.lead_ins.size() < longest_lead_in) {
      unit.lead_ins.push_back(static_cast<std::uint32_t>(lead_in));
      lead_in = document_.sentences[static_cast<std::size_t>(lead_in)].lead_in;
    }
  }
  return unit;
}

/// "Do we sell your data?" says nothing yet.
bool Matcher::is_question(const Sentence& sentence) const {
  return !sentence.span.empty() && document_.source.text[sentence.span.end - 1] == '?';
}

bool Matcher::allowed(const Pattern& pattern, std::uint32_t sentence) const {
  const Sentence& here = document_.sentences[sentence];
  const Block& block = document_.blocks[here.block];
  if (is_question(here)) return pattern.where != 0 && here.heading && (pattern.where & where_heading) != 0;
  if (pattern.language != Language::unknown && block.language != pattern.language) return false;
  if (block.kind == BlockKind::note) return (pattern.where & where_note) != 0;
  if (pattern.where == 0) return !here.heading;
  if (here.heading) return (pattern.where & where_heading) != 0;
  return (pattern.where & where_[here.block]) != 0;
}

bool Matcher::satisfies(const Alternative& alternative, const Annotation& annotation) const {
  if (annotation.concept_id != alternative.concept_id) return false;
  if (alternative.polarity == Polarity::affirmed && annotation.negated) return false;
  if (alternative.polarity == Polarity::negated && !annotation.negated) return false;
  if (alternative.actor != Actor::none && annotation.actor != alternative.actor &&
      (annotation.actor != Actor::none || alternative.actor_named))
    return false;
  if (alternative.comparison != Comparison::none) {
    if (annotation.concept_id == builtin_document_date)
      return document_.dated && compare(last_day_of(*document_.dated), alternative.comparison, alternative.date);
    return compare(document_.clock_of(annotation).hours(), alternative.comparison, alternative.hours);
  }
  if (alternative.act >= 0) {
    const LawReference& reference = document_.law_reference_of(annotation);
    return reference.act == static_cast<std::uint16_t>(alternative.act) && article_matches(reference, alternative);
  }
  return true;
}

bool Matcher::satisfies(const Element& element, const Annotation& annotation) const {
  return std::any_of(element.alternatives.begin(), element.alternatives.end(),
                     [&](const Alternative& alternative) { return satisfies(alternative, annotation); });
}

void Matcher::find_places(const Element& element, const Unit& unit, std::vector<Place>& places) const {
  places.clear();
  const auto collect = [&](std::uint32_t number, std::int64_t shift, bool own) {
    const Sentence& sentence = document_.sentences[number];
    for (std::uint32_t i = sentence.first_annotation; i < sentence.end_annotation; ++i) {
      const Annotation& annotation = document_.annotations[i];
      if (!element.concept_bits[annotation.concept_id % element.concept_bits.size()]) continue;
      if (!satisfies(element, annotation)) continue;
      if (places.size() == most_steps) return;  // the search would look at no more
      const std::int64_t first = static_cast<std::int64_t>(annotation.first_token) + shift;
      places.push_back({i, number, first, first + annotation.token_count, own});
    }
  };
  std::int64_t begin = document_.sentences[unit.first_sentence].first_token;
  for (const std::uint32_t lead_in : unit.lead_ins) {
    const Sentence& sentence = document_.sentences[lead_in];
    collect(lead_in, begin - static_cast<std::int64_t>(sentence.end_token), false);
    begin -= sentence.end_token - sentence.first_token;
  }
  if (unit.end_sentence == unit.first_sentence + 1) {
    collect(unit.first_sentence, 0, true);
    return;
  }
  for (const std::uint32_t number : sentences_with(element, unit.first_sentence, unit.end_sentence))
    collect(number, 0, true);
}

bool Matcher::has_place(const Element& element, const Unit& unit) const {
  return found_in(element, unit.first_sentence, unit.end_sentence) ||
         std::any_of(unit.lead_ins.begin(), unit.lead_ins.end(),
                     [&](std::uint32_t lead_in) { return found_in(element, lead_in, lead_in + 1); });
}

bool Matcher::found_in(const Element& element, std::uint32_t first_sentence, std::uint32_t end_sentence) const {
  if (first_sentence >= end_sentence) return false;
  // One index look-up instead of a walk over a long section.
  for (const Alternative& alternative : element.alternatives) {
    const std::span<const std::uint32_t> list = index_.of(alternative.concept_id);
    for (auto at = std::lower_bound(list.begin(), list.end(), first_sentence); at != list.end() && *at < end_sentence;
         ++at) {
      const Sentence& sentence = document_.sentences[*at];
      for (std::uint32_t i = sentence.first_annotation; i < sentence.end_annotation; ++i)
        if (satisfies(alternative, document_.annotations[i])) return true;
    }
  }
  return false;
}

bool Matcher::is_topic(const Element& element, const Unit& unit) const {
  if (found_in(element, unit.first_sentence, unit.end_sentence)) return true;
  for (const std::uint32_t lead_in : unit.lead_ins)
    if (found_in(element, lead_in, lead_in + 1)) return true;
  const auto [first, end] = range_around(unit.anchor, Scope::clause);
  if (found_in(element, first, end)) return true;
  const std::size_t all = document_.sentences.size();
  for (std::uint32_t block = document_.sentences[unit.anchor].block; block != 0;
       block = document_.blocks[block].parent) {
    if (document_.blocks[block].kind == BlockKind::table) {  // the head row tells what its columns hold
      const auto [row_first, row_end] = sentences_of_block(block + 1 < document_.blocks.size() ? block + 1 : block);
      if (found_in(element, row_first, row_end)) return true;
    }
    const std::int32_t heading = heading_sentence_[block];
    if (heading < 0) continue;
    const auto [block_first, block_end] = sentences_of_block(block);
    // A heading over nearly everything is the document's title, not a topic.
    if ((block_end - block_first) * 5 > all * 4 && all > 20) continue;
    if (found_in(element, static_cast<std::uint32_t>(heading), static_cast<std::uint32_t>(heading) + 1)) return true;
  }
  return false;
}

bool Matcher::topics_hold(const Pattern& pattern, const Unit& unit) const {
  for (const Element& element : pattern.none)
    if (has_place(element, unit)) return false;
  for (const Element& element : pattern.about)
    if (!is_topic(element, unit)) return false;
  for (const Element& element : pattern.not_about)
    if (is_topic(element, unit)) return false;
  return true;
}

bool Matcher::elements_hold(const Pattern& pattern, const Unit& unit, std::vector<Place>& used) const {
  // In a wide scope the index says faster than a walk that an element is nowhere there.
  if (pattern.scope != Scope::sentence)
    for (const Element& element : pattern.elements)
      if (!element.optional && !found_in(element, unit.first_sentence, unit.end_sentence)) return false;
  if (places_.size() < pattern.elements.size()) places_.resize(pattern.elements.size());
  for (std::size_t i = 0; i < pattern.elements.size(); ++i) {
    find_places(pattern.elements[i], unit, places_[i]);
    if (places_[i].empty() && !pattern.elements[i].optional) return false;
  }
  Search<Place> search(pattern, places_);
  if (!search.run(!unit.lead_ins.empty())) return false;
  used = std::move(search.used);
  return topics_hold(pattern, unit);
}

std::vector<std::uint32_t> Matcher::sentences_with(const Element& element, std::uint32_t first_sentence,
                                                   std::uint32_t end_sentence) const {
  std::vector<std::uint32_t> result;
  for (const Alternative& alternative : element.alternatives) {
    const std::span<const std::uint32_t> list = index_.of(alternative.concept_id);
    const auto first = std::lower_bound(list.begin(), list.end(), first_sentence);
    result.insert(result.end(), first, std::lower_bound(first, list.end(), end_sentence));
  }
  if (element.alternatives.size() > 1) {
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
  }
  return result;
}

/// Sentences that may hold the pattern: those with its rarest element and, when the scope is the sentence, all the
/// others.
std::vector<std::uint32_t> Matcher::candidates(const Pattern& pattern) const {
  std::vector<std::pair<std::size_t, const Element*>> by_count;
  for (const Element& element : pattern.elements) {
    if (element.optional) continue;
    std::size_t count = 0;
    for (const Alternative& alternative : element.alternatives) count += index_.of(alternative.concept_id).size();
    if (count == 0) return {};
    by_count.emplace_back(count, &element);
  }
  std::stable_sort(by_count.begin(), by_count.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint32_t> result =
      sentences_with(*by_count.front().second, 0, static_cast<std::uint32_t>(document_.sentences.size()));
  if (pattern.scope != Scope::sentence) return result;
  for (std::size_t i = 1; i < by_count.size(); ++i) {
    const Element& element = *by_count[i].second;
    std::vector<const std::uint32_t*> at, end;
    for (const Alternative& alternative : element.alternatives) {
      const std::span<const std::uint32_t> list = index_.of(alternative.concept_id);
      at.push_back(list.data());
      end.push_back(list.data() + list.size());
    }
    std::erase_if(result, [&](std::uint32_t sentence) {
      for (std::size_t a = 0; a < at.size(); ++a) {
        if (at[a] != end[a] && *at[a] < sentence) at[a] = std::lower_bound(at[a], end[a], sentence);
        if (at[a] != end[a] && *at[a] == sentence) return false;
      }
      return true;
    });
  }
  return result;
}

std::vector<std::uint32_t> Matcher::evidence_of(const Unit& unit, const std::vector<Place>& used) const {
  std::vector<std::uint32_t> sentences;
  for (const Place& place : used)
    if (place.own) sentences.push_back(place.sentence);
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  std::vector<std::uint32_t> body;
  for (const std::uint32_t sentence : sentences)
    if (!document_.sentences[sentence].heading) body.push_back(sentence);
  if (!body.empty()) return body;
  return sentences.empty() ? std::vector<std::uint32_t>{unit.anchor} : sentences;
}

std::vector<Match> Matcher::find(const Pattern& pattern) const {
  std::vector<Match> matches;
  std::uint32_t done_until = 0;  // sentences of units already looked at (scopes larger than a sentence)
  for (const std::uint32_t sentence : candidates(pattern)) {
    if (!allowed(pattern, sentence) || sentence < done_until) continue;
    const Unit unit = unit_around(sentence, pattern.scope);
    if (pattern.scope != Scope::sentence) done_until = unit.end_sentence;
    std::vector<Place> used;
    if (!elements_hold(pattern, unit, used)) continue;
    if (is_said_by_lead_in(matches, document_.sentences[sentence].lead_in)) continue;
    Match match;
    match.evidence = evidence_of(unit, used);
    match.sentence = match.evidence.front();
    matches.push_back(std::move(match));
  }
  return matches;
}

bool Matcher::holds_at(const Pattern& pattern, std::uint32_t sentence) const {
  const Language language = document_.blocks[document_.sentences[sentence].block].language;
  if (pattern.language != Language::unknown && language != pattern.language) return false;
  std::vector<Place> used;
  if (pattern.scope != Scope::document) return elements_hold(pattern, unit_around(sentence, pattern.scope), used);
  // The same for every sentence, but for topics, which document-wide patterns have no use for.
  const auto [known, added] = holds_in_document_.try_emplace(&pattern, false);
  if (added) known->second = elements_hold(pattern, unit_around(sentence, pattern.scope), used);
  return known->second;
}

std::vector<const Element*> Matcher::lacking(const Pattern& pattern, std::uint32_t sentence) const {
  const Unit unit = unit_around(sentence, pattern.scope);
  std::vector<const Element*> result;
  for (const Element& element : pattern.elements)
    if (!element.optional && !has_place(element, unit)) result.push_back(&element);
  for (const Element& element : pattern.about)
    if (!is_topic(element, unit)) result.push_back(&element);
  return result;
}

}  // namespace klausul
