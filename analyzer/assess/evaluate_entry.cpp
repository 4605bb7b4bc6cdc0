#include "assess/evaluate_entry.h"

#include <algorithm>

#include "annotate/passes.h"
#include "assess/period_conflicts.h"
#include "assess/wrong_citations.h"

namespace klausul {

namespace {

// A contradiction is shown with both sides; a few passages of each make the point.
constexpr std::size_t most_claims = 5;
constexpr std::size_t most_contradictions = 3;

void collect(const Entry& entry, const std::vector<Pattern>& patterns, const char* name, bool strong,
             const Matcher& matcher, std::vector<CountedMatch>& counted) {
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    for (Match& match : matcher.find(patterns[i])) {
      if (!first_holding(entry.unless, "unless", matcher, match.evidence).empty()) continue;
      CountedMatch found;
      found.strong = strong;
      if (strong && !first_holding(entry.weakened_by, "weakened_by", matcher, match.evidence).empty())
        found.strong = false;
      if (!strong && !first_holding(entry.strengthened_by, "strengthened_by", matcher, match.evidence).empty())
        found.strong = true;
      found.pattern = std::string(name) + "/" + std::to_string(i);
      found.evidence = std::move(match.evidence);
      counted.push_back(std::move(found));
    }
  }
}

/// The evaluation of the entry that a condition names, when it has one of the statuses; else null.
const Evaluation* holding(const Condition& condition, const EvaluationOf& other) {
  const Evaluation* evaluation = other(condition.entry);
  const bool holds = evaluation != nullptr && std::find(condition.statuses.begin(), condition.statuses.end(),
                                                        evaluation->status) != condition.statuses.end();
  return holds ? evaluation : nullptr;
}

bool in_full(const Evaluation& evaluation) {
  return evaluation.status == Status::present || evaluation.status == Status::triggered;
}

/// The passages that another entry's status rests on: not what contradicts them, nor lesser wording beside the full.
std::vector<std::vector<std::uint32_t>> passages_of(const Evaluation& evaluation) {
  std::vector<std::vector<std::uint32_t>> passages;
  for (const CountedMatch& match : evaluation.matches)
    if (!match.pattern.starts_with("against/") && (match.strong || !in_full(evaluation)))
      passages.push_back(match.evidence);
  return passages;
}

/// What other entries found counts as this one's own when enough of them hold; it is strong when enough hold in full.
void gather(const Entry& entry, const Matcher& matcher, const EvaluationOf& other, std::vector<CountedMatch>& counted) {
  std::vector<CountedMatch> gathered;
  std::uint32_t hold = 0;
  std::uint32_t hold_in_full = 0;
  for (const Condition& condition : entry.gathers.entries) {
    const Evaluation* evaluation = holding(condition, other);
    if (evaluation == nullptr) continue;
    const std::size_t before = gathered.size();
    for (std::vector<std::uint32_t>& passage : passages_of(*evaluation))
      if (first_holding(entry.unless, "unless", matcher, passage).empty())
        gathered.push_back({false, "gathers/" + condition.entry, std::move(passage)});
    if (gathered.size() == before) continue;
    ++hold;
    if (in_full(*evaluation)) ++hold_in_full;
  }
  if (hold < entry.gathers.at_least) return;
  for (CountedMatch& match : gathered) {
    match.strong = hold_in_full >= entry.gathers.at_least &&
                   first_holding(entry.weakened_by, "weakened_by", matcher, match.evidence).empty();
    counted.push_back(std::move(match));
  }
}

bool any_strong(const std::vector<CountedMatch>& matches) {
  return std::any_of(matches.begin(), matches.end(), [](const CountedMatch& match) { return match.strong; });
}

/// Puts the matches in text order, one for each set of sentences. What a full provision settles, a fuller look at
/// weaker wording does not change, so of those only the better form is kept; a flag shows every passage that carries
/// it.
void keep_best(std::vector<CountedMatch>& matches, bool of_provision) {
  if (of_provision && any_strong(matches))
    std::erase_if(matches, [](const CountedMatch& match) { return !match.strong; });
  std::stable_sort(matches.begin(), matches.end(), [](const CountedMatch& a, const CountedMatch& b) {
    return a.evidence != b.evidence ? a.evidence < b.evidence : a.strong && !b.strong;
  });
  const auto same = [](const CountedMatch& a, const CountedMatch& b) { return a.evidence == b.evidence; };
  matches.erase(std::unique(matches.begin(), matches.end(), same), matches.end());
}

/// The sentences where one of `patterns` holds, ascending.
std::vector<std::uint32_t> sentences_of(const std::vector<Pattern>& patterns, const Matcher& matcher) {
  std::vector<std::uint32_t> sentences;
  for (const Pattern& pattern : patterns)
    for (const Match& match : matcher.find(pattern))
      sentences.insert(sentences.end(), match.evidence.begin(), match.evidence.end());
  std::sort(sentences.begin(), sentences.end());
  return sentences;
}

/// Whether one of `found` stands near `sentence`: in its clause, or within `reach` sentences before or behind.
bool any_near(const std::vector<std::uint32_t>& found, const Matcher& matcher, std::uint32_t sentence,
              std::uint32_t reach) {
  const auto [clause_first, clause_end] = matcher.range_around(sentence, Scope::clause);
  const auto all = static_cast<std::uint32_t>(matcher.document().sentences.size());
  const std::uint32_t first = std::min(clause_first, sentence > reach ? sentence - reach : 0U);
  const std::uint32_t end = std::max(clause_end, std::min(all, sentence + reach + 1));
  const auto at = std::lower_bound(found.begin(), found.end(), first);
  return at != found.end() && *at < end;
}

Evaluation evaluate_absence(const Entry& entry, const Matcher& matcher, const EvaluationOf& other) {
  Evaluation result;
  result.status = Status::clear;
  const Evaluation* near = other(entry.absent.near);
  if (near == nullptr ||
      (near->status != Status::triggered && near->status != Status::weak && near->status != Status::present))
    return result;
  const std::vector<std::uint32_t> found = sentences_of(entry.absent.patterns, matcher);
  for (const CountedMatch& match : near->matches) {
    for (const std::uint32_t sentence : match.evidence)
      if (any_near(found, matcher, sentence, entry.absent.sentences)) return result;
  }
  const bool weak = std::any_of(entry.absent.weak.begin(), entry.absent.weak.end(),
                                [&](const Pattern& pattern) { return !matcher.find(pattern).empty(); });
  result.status = weak ? Status::weak : Status::triggered;
  for (const CountedMatch& match : near->matches) result.matches.push_back({!weak, "absent", match.evidence});
  return result;
}

/// The periods that sentences name, in hours.
std::vector<double> periods_in(const std::vector<std::uint32_t>& sentences, const Document& document) {
  std::vector<double> hours;
  for (const std::uint32_t number : sentences) {
    const Sentence& sentence = document.sentences[number];
    for (std::uint32_t i = sentence.first_annotation; i < sentence.end_annotation; ++i)
      if (document.annotations[i].concept_id == builtin_duration)
        hours.push_back(document.clock_of(document.annotations[i]).hours());
  }
  return hours;
}

/// Drops the passages that do not name a period longer than all that the claims name; a claim without one names nought.
void keep_longer(std::vector<CountedMatch>& found, const std::vector<CountedMatch>& claims, const Document& document) {
  double longest_claim = 0;
  for (const CountedMatch& claim : claims)
    for (const double hours : periods_in(claim.evidence, document)) longest_claim = std::max(longest_claim, hours);
  std::erase_if(found, [&](const CountedMatch& match) {
    const std::vector<double> hours = periods_in(match.evidence, document);
    return hours.empty() || *std::min_element(hours.begin(), hours.end()) <= longest_claim;
  });
}

/// The passages that contradict a claim, first ones first, none of which is the claim itself.
std::vector<CountedMatch> find_against(const Against& against, const std::vector<CountedMatch>& claims,
                                       const Matcher& matcher, const EvaluationOf& other) {
  std::vector<CountedMatch> found;
  const auto is_new = [&](const std::vector<std::uint32_t>& evidence) {
    const auto holds_same = [&](const CountedMatch& match) {
      return std::find_first_of(match.evidence.begin(), match.evidence.end(), evidence.begin(), evidence.end()) !=
             match.evidence.end();
    };
    return std::none_of(claims.begin(), claims.end(), holds_same) &&
           std::none_of(found.begin(), found.end(), holds_same);
  };
  for (std::size_t i = 0; i < against.patterns.size(); ++i)
    for (Match& match : matcher.find(against.patterns[i]))
      if (is_new(match.evidence)) found.push_back({true, "against/" + std::to_string(i), std::move(match.evidence)});
  for (const Condition& condition : against.entries) {
    const Evaluation* evaluation = holding(condition, other);
    if (evaluation == nullptr) continue;
    for (std::vector<std::uint32_t>& passage : passages_of(*evaluation))
      if (is_new(passage)) found.push_back({true, "against/" + condition.entry, std::move(passage)});
  }
  std::erase_if(found, [&](const CountedMatch& match) {
    return !first_holding(against.unless, "against/unless", matcher, match.evidence).empty();
  });
  if (against.longer) keep_longer(found, claims, matcher.document());
  std::stable_sort(found.begin(), found.end(),
                   [](const CountedMatch& a, const CountedMatch& b) { return a.evidence < b.evidence; });
  if (found.size() > most_contradictions) found.resize(most_contradictions);
  return found;
}

/// Sets what is claimed against what the same document says. With a contradiction a weak claim counts as strong and the
/// contradicting passages are evidence too; without one, a claim that needs it is dropped.
void set_against(const Entry& entry, const Matcher& matcher, const EvaluationOf& other,
                 std::vector<CountedMatch>& claims) {
  if (entry.against.empty() || claims.empty()) return;
  const std::vector<CountedMatch> contradictions = find_against(entry.against, claims, matcher, other);
  if (contradictions.empty()) {
    if (entry.against.needed) claims.clear();
    return;
  }
  for (CountedMatch& claim : claims) claim.strong = true;
  if (claims.size() > most_claims) claims.resize(most_claims);
  claims.insert(claims.end(), contradictions.begin(), contradictions.end());
}

/// Tells of each match which undefined term stands in it.
void name_terms(const Document& document, std::vector<CountedMatch>& matches) {
  for (CountedMatch& match : matches)
    for (const std::uint32_t number : match.evidence)
      for (const Annotation& annotation : annotations_of(document, document.sentences[number]))
        if (annotation.concept_id == builtin_undefined_term && match.names.empty())
          match.names = document.text(document.span_of(annotation));
}

}  // namespace

std::string first_holding(const std::vector<Pattern>& patterns, const char* name, const Matcher& matcher,
                          const std::vector<std::uint32_t>& evidence) {
  for (std::size_t i = 0; i < patterns.size(); ++i)
    for (const std::uint32_t sentence : evidence)
      if (matcher.holds_at(patterns[i], sentence)) return std::string(name) + "/" + std::to_string(i);
  return {};
}

Evaluation evaluate_entry(const Entry& entry, const Matcher& matcher, const EvaluationOf& other) {
  const bool expected = is_expected(entry.kind);
  Evaluation result;
  collect(entry, entry.strong, "strong", true, matcher, result.matches);
  collect(entry, entry.weak, "weak", false, matcher, result.matches);
  gather(entry, matcher, other, result.matches);
  if (entry.citations.act >= 0) find_wrong_citations(entry, matcher, result);
  if (!entry.one_period.empty()) find_period_conflicts(entry, matcher, result);
  if (result.matches.empty() && !entry.absent.patterns.empty()) return evaluate_absence(entry, matcher, other);
  keep_best(result.matches, expected);
  set_against(entry, matcher, other, result.matches);
  if (result.matches.empty())
    result.status = expected ? Status::missing : Status::clear;
  else if (any_strong(result.matches))
    result.status = expected ? Status::present : Status::triggered;
  else
    result.status = Status::weak;
  if (entry.suggest.en.find(name_place) != std::string::npos) name_terms(matcher.document(), result.matches);
  return result;
}

}  // namespace klausul
