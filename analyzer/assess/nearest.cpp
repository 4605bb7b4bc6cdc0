#include "assess/nearest.h"

#include <algorithm>
#include <map>
#include <set>

#include "assess/assess.h"
#include "assess/evaluate_entry.h"
#include "assess/evidence.h"

namespace klausul {

namespace {

constexpr std::size_t most_sentences = 3000;  ///< looked at for one pattern; the nearest passage is a help, not a duty

/// Sentences that hold some element of the pattern, with how many different ones.
std::map<std::uint32_t, std::uint32_t> sentences_by_elements(const Pattern& pattern, const Matcher& matcher) {
  std::map<std::uint32_t, std::uint32_t> counts;
  for (const Element& element : pattern.elements) {
    std::set<std::uint32_t> sentences;
    for (const Alternative& alternative : element.alternatives) {
      const std::span<const std::uint32_t> with = matcher.sentences_with(alternative.concept_id);
      sentences.insert(with.begin(), with.begin() + static_cast<std::ptrdiff_t>(std::min(with.size(), most_sentences)));
    }
    for (const std::uint32_t sentence : sentences) ++counts[sentence];
  }
  return counts;
}

/// The concept an element asks for, without its decorations: "not:engage@vendor" is "engage".
std::string plain_name(const std::string& written) {
  std::string name = written.substr(0, written.find_first_of("|@<>"));
  for (const std::string_view prefix : {"not:", "any:"})
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  return name;
}

}  // namespace

std::optional<NearestPassage> nearest_passage(const Entry& entry, const Matcher& matcher) {
  std::optional<NearestPassage> best;
  std::size_t best_score = 0;
  for (const std::vector<Pattern>* patterns : {&entry.strong, &entry.weak}) {
    for (const Pattern& pattern : *patterns) {
      if (pattern.elements.size() < 2) continue;
      for (const auto& [sentence, count] : sentences_by_elements(pattern, matcher)) {
        if (count < 2 || count * 2 < pattern.elements.size() || matcher.document().sentences[sentence].heading)
          continue;
        const std::vector<const Element*> lacking = matcher.lacking(pattern, sentence);
        const std::size_t all = pattern.elements.size() + pattern.about.size();
        const std::size_t score = (all - std::min(all, lacking.size())) * 100 / all;
        if (score < 60 || score <= best_score) continue;
        best_score = score;
        best = NearestPassage{sentence, {}, {}};
        for (const Element* element : lacking) best->lacks.push_back(element->written);
        if (lacking.empty()) best->silenced_by = first_holding(entry.unless, "unless", matcher, {sentence});
      }
    }
  }
  return best;
}

Bilingual describe_absence(const Entry& entry, const std::optional<NearestPassage>& nearest, const Lexicon& lexicon) {
  Bilingual text{
      "Not found in the files provided. Looked in the whole text with its lists, tables, footnotes and annexes, in "
      "Swedish and English.",
      "Hittades inte i de filer som lämnats. Hela texten med listor, tabeller, fotnoter och bilagor har genomsökts, på "
      "svenska och engelska."};
  if (!entry.limits.empty()) text.en += " " + entry.limits;
  if (!nearest) return text;
  text.en += " The passage below came nearest";
  text.sv += " Stycket nedan låg närmast men räcker inte.";
  std::string lacks;
  for (const std::string& element : nearest->lacks) {
    const ConceptId id = lexicon.find(plain_name(element));
    if (id == no_concept || lexicon.concept_of(id).meaning.empty()) continue;
    lacks += (lacks.empty() ? "" : "; ") + lexicon.concept_of(id).meaning;
  }
  text.en += lacks.empty() ? "." : "; it lacks: " + lacks + ".";
  return text;
}

std::vector<Trace> trace(const Document& document, const Knowledge& knowledge, const Entry& entry, std::size_t most) {
  const Matcher matcher(document, knowledge.lexicon);
  std::vector<std::pair<std::uint32_t, Trace>> found;
  const auto look = [&](const std::vector<Pattern>& patterns, const char* name) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const std::string label = std::string(name) + "/" + std::to_string(i);
      std::set<std::uint32_t> matched;
      for (const Match& match : matcher.find(patterns[i])) {
        Trace passage;
        passage.pattern = label;
        passage.matched = true;
        passage.passage = make_evidence(document, match.evidence.front(), match.evidence.back());
        passage.silenced_by = first_holding(entry.unless, "unless", matcher, match.evidence);
        if (passage.silenced_by.empty())
          passage.silenced_by = first_holding(entry.weakened_by, "weakened_by", matcher, match.evidence);
        matched.insert(match.evidence.begin(), match.evidence.end());
        found.emplace_back(match.sentence, std::move(passage));
      }
      for (const auto& [sentence, count] : sentences_by_elements(patterns[i], matcher)) {
        if (matched.contains(sentence) || count + 1 < patterns[i].elements.size() || count < 2) continue;
        const std::vector<const Element*> lacking = matcher.lacking(patterns[i], sentence);
        if (lacking.size() > 1) continue;
        Trace passage;
        passage.pattern = label;
        passage.passage = make_evidence(document, sentence, sentence);
        for (const Element* element : lacking) passage.missing.push_back(element->written);
        if (lacking.empty())
          passage.missing.emplace_back("(all there, but too far apart, in the wrong order or place, or a 'none')");
        found.emplace_back(sentence, std::move(passage));
      }
    }
  };
  look(entry.strong, "strong");
  look(entry.weak, "weak");
  look(entry.absent.patterns, "absent/patterns");
  for (const CitedTopic& topic : entry.citations.topics) look(topic.patterns, topic.name.c_str());
  for (const OnePeriod& duty : entry.one_period) look(duty.patterns, duty.duty.c_str());
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Trace> result;
  for (auto& [sentence, passage] : found)
    if (result.size() < most) result.push_back(std::move(passage));
  return result;
}

}  // namespace klausul
