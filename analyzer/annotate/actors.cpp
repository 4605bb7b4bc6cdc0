#include <algorithm>
#include <optional>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;
constexpr std::uint32_t agent_reach = 10;  ///< words from a passive verb to "by the Supplier"
constexpr std::uint32_t longest_verb = 4;  ///< words of a concept that is a verb

/// Finds subjects from left to right. No parser: a party is a subject when it is the first one of its sentence, when a
/// clause opens before it, when a modal verb follows, or when a modal stands right before it (Swedish inversion); never
/// after a preposition. What follows a subject is done by it, except passives, which are done by the party after "by" /
/// "av".
class ActorMarker {
 public:
  ActorMarker(Document& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        known_(lexicon.known()),
        last_subject_(document.sentences.size(), Actor::none) {}

  void mark(std::uint32_t number) {
    const Sentence& sentence = document_.sentences[number];
    subject_ = sentence.lead_in >= 0 ? last_subject_[static_cast<std::size_t>(sentence.lead_in)] : Actor::none;
    inherited_ = subject_ != Actor::none;
    preposition_ = agent_ = opener_ = first_opener_ = modal_ = determiner_ = nowhere;
    noun_end_ = 0;
    subject_token_ = sentence.first_token;
    for (std::uint32_t i = sentence.first_annotation; i < sentence.end_annotation; ++i) {
      Annotation& annotation = document_.annotations[i];
      const std::uint32_t end = annotation.first_token + annotation.token_count;
      const ConceptId id = annotation.concept_id;
      if (id == known_.preposition) preposition_ = end;
      if (id == known_.agent) agent_ = end;
      if (id == known_.clause_opener) {
        opener_ = end;
        first_opener_ = std::min(first_opener_, annotation.first_token);
      }
      if (id == known_.determiner || id == known_.no_subject) determiner_ = end;
      const Actor party = actor_of(id, known_);
      if (party != Actor::none) {
        if (end <= noun_end_ || is_possessive(sentence, annotation))
          annotation.actor = party;  // "Customer Data", "your", "Kundens": named, but not acting
        else
          meet_party(sentence, i, party);
        continue;
      }
      if (annotation.token_count > 1 && lexicon_.concept_of(id).alias_target) noun_end_ = std::max(noun_end_, end);
      if ((is_modal(id) && unnamed_subject_before(annotation.first_token)) ||
          ((is_modal(id) || id == known_.passive) && unnamed_main_clause_before(sentence, annotation.first_token)))
        subject_ = Actor::none;
      annotation.actor = is_passive(sentence, annotation) ? Actor::none : party_within(i).value_or(subject_);
      if (is_modal(id)) {
        modal_ = end;
        modal_annotation_ = i;
      }
    }
    last_subject_[number] = subject_;
  }

 private:
  [[nodiscard]] bool is_modal(ConceptId id) const {
    return id == known_.may || id == known_.shall || id == known_.should || id == known_.may_not;
  }

  /// "You agree that Northwind may ...": between the opener and the verb stands a subject that is no party we know.
  [[nodiscard]] bool unnamed_subject_before(std::uint32_t modal) const {
    constexpr std::uint32_t longest_subject = 4;
    return opener_ != nowhere && opener_ > subject_token_ && opener_ < modal && modal - opener_ <= longest_subject;
  }

  /// "If you send us files, your files will be used to ...": what follows the comma has a subject of its own, no party.
  /// A single word there ("it", "den") points back.
  [[nodiscard]] bool unnamed_main_clause_before(const Sentence& sentence, std::uint32_t verb) const {
    constexpr std::uint32_t longest_subject = 6;
    if (first_opener_ != sentence.first_token) return false;
    for (std::uint32_t token = verb; token > subject_token_ + 2 && token + longest_subject > verb; --token)
      if ((document_.tokens[token].gap & gap_comma) != 0) return token + 1 < verb;
    return false;
  }

  /// "Du överlåter", "we process": words of one concept that begin with the party that acts.
  [[nodiscard]] std::optional<Actor> party_within(std::uint32_t number) const {
    const Annotation& annotation = document_.annotations[number];
    if (annotation.token_count < 2) return std::nullopt;
    for (std::uint32_t i = number + 1; i < document_.annotations.size(); ++i) {
      const Annotation& other = document_.annotations[i];
      if (other.first_token != annotation.first_token) break;
      const Actor party = actor_of(other.concept_id, known_);
      if (party != Actor::none && other.token_count < annotation.token_count) return party;
    }
    return std::nullopt;
  }

  /// Whether a word that ended at `end` stands right before `token`, an article or a possessive between them allowed.
  [[nodiscard]] bool right_before(std::uint32_t end, std::uint32_t token) const {
    return end == token ||
           (end != nowhere && end + 1 == token && determiner_ == token && document_.tokens[token].gap == 0);
  }

  /// "your", "era", "the Customer's", "Kundens".
  [[nodiscard]] bool is_possessive(const Sentence& sentence, const Annotation& annotation) const {
    const std::uint32_t end = annotation.first_token + annotation.token_count;
    bool no_subject = false, acts = false;
    for (const Annotation& other : annotations_beginning(document_, sentence, end - std::min(end, longest_annotation),
                                                         annotation.first_token + 1)) {
      if (other.first_token + other.token_count != end) continue;
      no_subject = no_subject || other.concept_id == known_.no_subject;
      // "terminated by us"
      acts = acts || (other.concept_id == known_.object_pronoun && right_before(agent_, annotation.first_token));
    }
    if (no_subject) return !acts;
    const std::string_view written = document_.text(document_.tokens[end - 1].span());
    if (written.ends_with("'s") || written.ends_with("\u2019s")) return true;
    return document_.blocks[sentence.block].language == Language::sv && written.size() > 3 && written.ends_with('s') &&
           !written.ends_with("ss");
  }

  void meet_party(const Sentence& sentence, std::uint32_t number, Actor party) {
    Annotation& annotation = document_.annotations[number];
    annotation.actor = party;
    const std::uint32_t first = annotation.first_token;
    if (right_before(agent_, first)) {
      give_to_agent(sentence, number, party);
      return;
    }
    if (right_before(preposition_, first)) return;
    // Swedish puts the subject behind the verb: "I sådana fall får Leverantören ..."
    const bool inverted = document_.blocks[sentence.block].language == Language::sv &&
                          (modal_ == first || (determiner_ == first && modal_ + 1 == first));
    const bool opens = right_before(opener_, first) ||
                       (document_.tokens[first].gap & (gap_semicolon | gap_colon)) != 0 ||
                       main_clause_begins(sentence, number);
    if (subject_ == Actor::none || inherited_ || opens || inverted || modal_follows(sentence, number)) {
      subject_ = party;
      subject_token_ = first;
      inherited_ = false;
      if (inverted) document_.annotations[modal_annotation_].actor = party;
      if (document_.blocks[sentence.block].language == Language::sv) give_to_verb_before(sentence, number, party);
    }
  }

  /// "Ibland avvecklar vi funktioner": without a modal verb, too, Swedish puts the subject behind the verb.
  void give_to_verb_before(const Sentence& sentence, std::uint32_t number, Actor party) {
    const std::uint32_t first = document_.annotations[number].first_token;
    for (std::uint32_t i = number; i-- > sentence.first_annotation;) {
      Annotation& annotation = document_.annotations[i];
      if (annotation.first_token + longest_verb < first) break;
      const bool is_word = annotation.concept_id >= builtin_count && !is_grammar(annotation.concept_id) &&
                           actor_of(annotation.concept_id, known_) == Actor::none;
      if (is_word && annotation.first_token + annotation.token_count == first && annotation.actor == Actor::none &&
          !is_passive(sentence, annotation))
        annotation.actor = party;
    }
  }

  [[nodiscard]] bool is_grammar(ConceptId id) const {
    return id == known_.preposition || id == known_.clause_opener || id == known_.determiner || id == known_.agent;
  }

  /// "Once the data does not identify you, we own it": a party behind a comma is the subject of what follows, unless it
  /// is one of a list or explains who was named.
  [[nodiscard]] bool main_clause_begins(const Sentence& sentence, std::uint32_t number) const {
    const Annotation& party = document_.annotations[number];
    const std::uint32_t end = party.first_token + party.token_count;
    if (end >= sentence.end_token || document_.tokens[end].gap != 0) return false;
    const bool comma = (document_.tokens[party.first_token].gap & gap_comma) != 0 ||
                       (determiner_ == party.first_token && party.first_token > sentence.first_token &&
                        (document_.tokens[party.first_token - 1].gap & gap_comma) != 0);
    if (!comma) return false;
    for (std::uint32_t i = number + 1; i < sentence.end_annotation; ++i) {
      const Annotation& next = document_.annotations[i];
      if (next.first_token > end) break;
      if (next.first_token == end && (next.concept_id == known_.clause_opener || is_grammar(next.concept_id)))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool modal_follows(const Sentence& sentence, std::uint32_t number) const {
    const Annotation& party = document_.annotations[number];
    const std::uint32_t end = party.first_token + party.token_count;
    for (std::uint32_t i = number + 1; i < sentence.end_annotation; ++i) {
      const Annotation& next = document_.annotations[i];
      if (next.first_token > end + 1) break;
      if (next.first_token >= end && is_modal(next.concept_id)) return true;
    }
    return false;
  }

  void give_to_agent(const Sentence& sentence, std::uint32_t number, Actor party) {
    const std::uint32_t first = document_.annotations[number].first_token;
    for (std::uint32_t i = number; i-- > sentence.first_annotation;) {
      Annotation& annotation = document_.annotations[i];
      if (annotation.first_token + agent_reach < first) break;
      if (actor_of(annotation.concept_id, known_) == Actor::none && is_passive(sentence, annotation))
        annotation.actor = party;
    }
  }

  /// "is changed", "may be changed"; "ändras", "blir ändrad": known by the ending and the word before.
  [[nodiscard]] bool is_passive(const Sentence& sentence, const Annotation& annotation) const {
    const std::uint32_t last = annotation.first_token + annotation.token_count - 1U;
    const std::string_view word = document_.words.word(document_.tokens[last].word);
    const Language language = document_.blocks[sentence.block].language;
    if (word.size() < 4) return false;
    if (language == Language::sv) {
      if (word.ends_with('s') && !word.ends_with("ss")) return true;
      const bool participle =
          word.ends_with('d') || word.ends_with('t') || word.ends_with("de") || word.ends_with("da");
      return participle && after_passive_word(sentence, annotation.first_token);
    }
    const bool participle = word.ends_with("ed") || word.ends_with("en") || word.ends_with('t') || word.ends_with("ld");
    return participle && after_passive_word(sentence, annotation.first_token);
  }

  [[nodiscard]] bool after_passive_word(const Sentence& sentence, std::uint32_t token) const {
    constexpr std::uint32_t reach = longest_annotation + 2;
    for (const Annotation& annotation :
         annotations_beginning(document_, sentence, token - std::min(token, reach), token)) {
      const std::uint32_t end = annotation.first_token + annotation.token_count;
      if (annotation.concept_id == known_.passive && end <= token && token - end <= 2) return true;
    }
    return false;
  }

  Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
  std::vector<Actor> last_subject_;
  Actor subject_ = Actor::none;
  bool inherited_ = false;
  std::uint32_t preposition_ = nowhere, agent_ = nowhere, opener_ = nowhere, first_opener_ = nowhere, modal_ = nowhere,
                determiner_ = nowhere;
  std::uint32_t subject_token_ = 0;
  std::uint32_t noun_end_ = 0;  ///< end of the last thing that holds a party's name ("Customer Data")
  std::uint32_t modal_annotation_ = 0;
};

}  // namespace

void mark_actors(Document& document, const Lexicon& lexicon) {
  ActorMarker marker(document, lexicon);
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) marker.mark(number);
}

}  // namespace klausul
