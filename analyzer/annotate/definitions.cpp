#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/passes.h"
#include "annotate/quoted_terms.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_agreement_name = 6;  ///< words of "This Data Processing Agreement"
constexpr std::size_t longest_abbreviation = 5;      ///< letters of "DPA"
constexpr std::uint32_t initials_reach = 30;         ///< words from "Data Processing Agreement" to "DPA"
constexpr std::size_t shortest_stem = 4;             ///< letters of a noun without its ending
constexpr std::uint32_t means_reach = 4;             ///< words from the term to "means"
constexpr std::uint32_t target_reach = 4;  ///< words from "means" to the concept it names ("any third-party processor")

class DefinitionFinder {
 public:
  DefinitionFinder(Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {}

  void find(const Sentence& sentence) {
    const std::vector<QuotedTerm> terms = quoted_terms(document_, sentence);
    for (const QuotedTerm& term : terms)
      if (names_agreement(sentence, term))
        add_term(sentence, term.first_token, term.end_token, lexicon_.known().agreement);
    const std::uint32_t means = means_after(sentence, sentence.first_token, sentence.end_token);
    if (means == sentence.end_token) return;
    bool quoted = false;
    for (const QuotedTerm& term : terms) {
      const std::uint32_t verb = means_after(sentence, term.end_token, term.end_token + means_reach);
      if (verb == sentence.end_token) continue;
      quoted = true;
      define(sentence, term.first_token, term.end_token, verb);
    }
    // **Term** means: a definition block opens with its term
    if (!quoted && document_.blocks[sentence.block].kind == BlockKind::definition && means - sentence.first_token <= 6)
      define(sentence, sentence.first_token, means, means);
  }

  std::vector<Alias> aliases;

 private:
  /// The first token of "means" or "betyder" within [from, to); the sentence's end when there is none.
  [[nodiscard]] std::uint32_t means_after(const Sentence& sentence, std::uint32_t from, std::uint32_t to) const {
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.concept_id == lexicon_.known().means && annotation.first_token >= from &&
          annotation.first_token < to)
        return annotation.first_token;
    }
    return sentence.end_token;
  }

  void define(const Sentence& sentence, std::uint32_t first, std::uint32_t end, std::uint32_t means) {
    add_term(sentence, first, end, target_after(sentence, first, end, means));
  }

  void add_term(const Sentence& sentence, std::uint32_t first, std::uint32_t end, ConceptId stands_for) {
    DefinedTerm term;
    term.span = {document_.tokens[first].begin, document_.tokens[end - 1].span().end};
    term.term = std::string(document_.text(term.span));
    term.stands_for = stands_for;
    if (stands_for != no_concept && !is_annotated(sentence, first, end, stands_for)) {
      Alias alias;
      alias.stands_for = stands_for;
      // a "Third Party Provider" that is a sub-processor is not the provider
      alias.replaces_parties = stands_for == lexicon_.known().subprocessor;
      for (std::uint32_t at = first; at < end; ++at) alias.words.push_back(document_.tokens[at].word);
      add_inflected(alias, document_.blocks[sentence.block].language);
      aliases.push_back(std::move(alias));
    }
    document_.definitions.push_back(std::move(term));
  }

  /// "Subvendors", "Biträdets": the text uses other forms of the noun than its definition.
  void add_inflected(const Alias& alias, Language language) {
    const std::string last(document_.words.word(alias.words.back()));
    const std::vector<std::string>& endings = lexicon_.noun_endings(language);
    const auto add = [&](const std::string& stem) {
      if (stem.size() < shortest_stem) return;
      for (const std::string& ending : endings) {
        const std::uint32_t word = document_.words.find(stem + ending);
        if (word == WordTable::unknown_word || word == alias.words.back()) continue;
        Alias inflected = alias;
        inflected.words.back() = word;
        aliases.push_back(std::move(inflected));
      }
    };
    add(last);
    for (const std::string& ending : endings) {
      if (!last.ends_with(ending)) continue;
      const std::string stem = last.substr(0, last.size() - ending.size());
      add(stem);
      if (stem.size() < shortest_stem) continue;
      const std::uint32_t word = document_.words.find(stem);
      if (word == WordTable::unknown_word) continue;
      Alias bare = alias;
      bare.words.back() = word;
      aliases.push_back(std::move(bare));
    }
  }

  /// `This Data Processing Agreement ("DPA")`, `(this "Policy")`, `Detta avtal ("Avtalet")`: a bracket behind the name
  /// of the document itself, or one that is made of its initials.
  [[nodiscard]] bool names_agreement(const Sentence& sentence, const QuotedTerm& term) const {
    if (!term.in_bracket || term.first_token == sentence.first_token) return false;
    const std::uint32_t bracket = term.bracket_token;
    if (bracket < term.first_token && carries(document_, sentence, bracket, lexicon_.known().demonstrative))
      return true;
    for (std::uint32_t at = bracket; at > sentence.first_token && bracket - at < initials_reach; --at) {
      if (!is_agreement(sentence, at - 1)) continue;
      if (is_abbreviated(term, at)) return true;
      if (at == bracket) return is_abbreviation(term) || opens_with_demonstrative(sentence, at);
    }
    return false;
  }

  [[nodiscard]] bool is_agreement(const Sentence& sentence, std::uint32_t token) const {
    return carries(document_, sentence, token, lexicon_.known().agreement) ||
           carries(document_, sentence, token, lexicon_.known().dpa_text);
  }

  [[nodiscard]] std::string_view written(std::uint32_t token) const {
    return document_.text(document_.tokens[token].span());
  }

  /// "DPA", "PuB": one short word with capitals in it.
  [[nodiscard]] bool is_abbreviation(const QuotedTerm& term) const {
    if (term.end_token - term.first_token != 1) return false;
    const std::string_view word = written(term.first_token);
    return word.size() >= 2 && word.size() <= longest_abbreviation &&
           std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
  }

  /// Whether the term is made of the initials of the words that end at `end`.
  [[nodiscard]] bool is_abbreviated(const QuotedTerm& term, std::uint32_t end) const {
    if (!is_abbreviation(term)) return false;
    const std::string_view word = written(term.first_token);
    if (end < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (written(end - static_cast<std::uint32_t>(word.size() - i))[0] != word[i]) return false;
    return true;
  }

  /// "This Data Processing Agreement", but not "the services under this Agreement".
  [[nodiscard]] bool opens_with_demonstrative(const Sentence& sentence, std::uint32_t end) const {
    for (std::uint32_t at = end; at > sentence.first_token && end - at < longest_agreement_name; --at) {
      if (at < end && (document_.tokens[at].gap & ~gap_hyphen) != 0) return false;
      if (carries(document_, sentence, at - 1, lexicon_.known().demonstrative))
        return at - 1 == sentence.first_token || document_.tokens[at - 1].gap != 0 ||
               carries(document_, sentence, at - 2, lexicon_.known().clause_opener);
    }
    return false;
  }

  [[nodiscard]] ConceptId target_after(const Sentence& sentence, std::uint32_t first, std::uint32_t end,
                                       std::uint32_t means) const {
    const KnownConcepts& known = lexicon_.known();
    bool clause = false;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.first_token <= means) continue;
      if (annotation.first_token > means + target_reach) break;
      const std::uint32_t annotation_end = annotation.first_token + annotation.token_count;
      if (annotation.concept_id == known.third_party && is_engaged(sentence, annotation_end) &&
          !is_annotated(sentence, first, end, known.authority) && !is_annotated(sentence, first, end, known.affiliate))
        return known.subprocessor;
      clause = clause || annotation.concept_id == known.clause_opener;
      // "a company that processes personal data" is no personal data
      if (clause && annotation.concept_id == known.process) break;
      if (!lexicon_.concept_of(annotation.concept_id).alias_target) continue;
      // `"Subprocessor" means Provider's Affiliates or other companies`: one of several, and not what the word says
      if (annotation.concept_id == known.affiliate && is_annotated(sentence, first, end, known.subprocessor)) continue;
      return annotation.concept_id;
    }
    return no_concept;
  }

  /// "a third party that processes personal data", "tredje part som anlitas för att behandla": what is said of third
  /// parties at `token` makes them sub-processors.
  [[nodiscard]] bool is_engaged(const Sentence& sentence, std::uint32_t token) const {
    const KnownConcepts& known = lexicon_.known();
    bool described = false, processes = false;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.first_token < token) continue;
      const bool process = annotation.concept_id == known.process;
      if (annotation.first_token == token)
        described = described || process || annotation.concept_id == known.clause_opener ||
                    annotation.concept_id == known.engage;
      processes = processes || process;
    }
    return described && processes;
  }

  [[nodiscard]] bool is_annotated(const Sentence& sentence, std::uint32_t first, std::uint32_t end,
                                  ConceptId id) const {
    const AnnotationRange range = annotations_of(document_, sentence);
    return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
      return annotation.concept_id == id && annotation.first_token >= first && annotation.first_token < end;
    });
  }

  Document& document_;
  const Lexicon& lexicon_;
};

}  // namespace

std::vector<Alias> find_definitions(Document& document, const Lexicon& lexicon) {
  DefinitionFinder finder(document, lexicon);
  for (const Sentence& sentence : document.sentences) finder.find(sentence);
  return std::move(finder.aliases);
}

}  // namespace klausul
