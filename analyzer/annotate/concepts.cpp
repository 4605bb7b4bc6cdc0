#include <algorithm>

#include "annotate/passes.h"

namespace klausul {

namespace {

/// The order of Document::annotations.
struct InOrder {
  bool operator()(const Annotation& a, const Annotation& b) const {
    if (a.first_token != b.first_token) return a.first_token < b.first_token;
    if (a.token_count != b.token_count) return a.token_count > b.token_count;
    return a.concept_id < b.concept_id;
  }
};

bool is_same(const Annotation& a, const Annotation& b) {
  return a.first_token == b.first_token && a.token_count == b.token_count && a.concept_id == b.concept_id;
}

/// Whether a form of `output`'s language counts in a block of `language`: Swedish contracts hold English terms, English
/// ones no Swedish; and short English words are Swedish words too often ("is", "post", "fast").
bool counts_in(const ConceptAutomaton::Output& output, Language language) {
  if (language == Language::other) return false;
  if (language == Language::sv) return output.language == Language::sv || !output.short_word;
  return output.language == Language::en || language == Language::unknown;
}

/// The end (one past the last token) of a web or e-mail address that begins at token `at`; `at` when there is none.
std::uint32_t end_of_address(const Document& document, std::uint32_t at, std::uint32_t end, bool& email) {
  const std::string_view text = document.source.text;
  const Token& token = document.tokens[at];
  const std::string_view word = text.substr(token.begin);
  const std::uint32_t after = token.span().end;
  email = after < text.size() && text[after] == '@';
  if (email) return std::min(end, at + 2);
  const bool scheme = (word.starts_with("http://") || word.starts_with("https://"));
  const bool host = token.length > 4 && word.starts_with("www.");
  const bool path = after < text.size() && text[after] == '/' && at + 1 < end &&
                    (document.tokens[at + 1].begin == after + 1 || text.substr(after).starts_with("/#")) &&
                    text.substr(token.begin, token.length).find('.') != std::string_view::npos;
  if (!scheme && !host && !path) return at;
  std::uint32_t stop = token.begin;
  while (stop < text.size() && text[stop] != ' ' && text[stop] != '\n' && text[stop] != ')' && text[stop] != '>' &&
         text[stop] != '"' && text[stop] != ']')
    ++stop;
  std::uint32_t last = at + 1;
  while (last < end && document.tokens[last].begin < stop) ++last;
  return last;
}

/// Finds the concepts of one sentence after the other. What it needs for that is kept from sentence to sentence.
class ConceptFinder {
 public:
  ConceptFinder(Document& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        walk_(lexicon.automaton(), document.words),
        end_of_last_(lexicon.concepts().size(), 0),
        effects_(lexicon.concepts().size()) {
    for (std::size_t id = 0; id < effects_.size(); ++id) {
      const Concept& found = lexicon.concepts()[id];
      effects_[id] = {found.implies.data(), static_cast<std::uint16_t>(found.implies.size()), found.hides_inside};
    }
  }

  /// Appends the annotations of `sentence` to the document's, in order.
  void find(Sentence& sentence) {
    found_.clear();
    find_forms(sentence);
    drop_capital_pronouns(sentence);
    drop_contained();
    add_implied();
    std::sort(found_.begin(), found_.end(), InOrder{});
    std::vector<Annotation>& all = document_.annotations;
    sentence.first_annotation = static_cast<std::uint32_t>(all.size());
    for (const Annotation& annotation : found_) {
      if (sentence.first_annotation == all.size() || !is_same(all.back(), annotation)) all.push_back(annotation);
    }
    sentence.end_annotation = static_cast<std::uint32_t>(all.size());
  }

 private:
  /// What of a Concept is asked at every annotation: in one small table, that stays in the cache.
  struct Effect {
    const ConceptId* implied = nullptr;
    std::uint16_t implied_count = 0;
    bool hides_inside = false;
  };

  void find_forms(const Sentence& sentence) {
    const Language language = document_.blocks[sentence.block].language;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      bool email = false;
      const std::uint32_t address = end_of_address(document_, at, sentence.end_token, email);
      if (address > at) {
        add(at, std::min<std::uint32_t>(address - at, 255), email ? builtin_email : builtin_url);
        at = address - 1;
        continue;
      }
      matches_.clear();
      walk_.find(document_.tokens, at, sentence.end_token, matches_);
      if (matches_.empty()) continue;
      // Of each concept only its longest form that begins here.
      std::sort(matches_.begin(), matches_.end(), [](const ConceptWalk::Match& a, const ConceptWalk::Match& b) {
        return a.tokens != b.tokens ? a.tokens > b.tokens : a.output.concept_id < b.output.concept_id;
      });
      const std::size_t before = found_.size();
      for (const ConceptWalk::Match& match : matches_) {
        if (!counts_in(match.output, language)) continue;
        const bool known =
            std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                        [&](const Annotation& annotation) { return annotation.concept_id == match.output.concept_id; });
        if (known) continue;
        add(at, match.tokens, match.output.concept_id);
        if (match.output.concept_id == lexicon_.known().number_word ||
            match.output.concept_id == lexicon_.known().month_name)
          document_.number_words.push_back({at, static_cast<std::uint8_t>(match.tokens), match.output.value});
      }
    }
  }

  void add(std::uint32_t first_token, std::uint32_t tokens, ConceptId concept_id) {
    Annotation annotation;
    annotation.first_token = first_token;
    annotation.token_count = static_cast<std::uint8_t>(tokens);
    annotation.concept_id = concept_id;
    found_.push_back(annotation);
  }

  /// "transferred to the US": a pronoun in capitals is none, unless the text around it is in capitals, too.
  void drop_capital_pronouns(const Sentence& sentence) {
    const KnownConcepts& known = lexicon_.known();
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const std::uint32_t at = found_[i].first_token;
      if (found_[i].concept_id != known.object_pronoun || found_[i].token_count != 1 || !is_in_capitals(at)) continue;
      const bool shouted = (at > sentence.first_token && is_in_capitals(at - 1)) ||
                           (at + 1 < sentence.end_token && is_in_capitals(at + 1));
      if (shouted) continue;
      std::erase_if(found_, [&](const Annotation& annotation) {
        return annotation.first_token == at && annotation.token_count == 1 &&
               (annotation.concept_id == known.object_pronoun || annotation.concept_id == known.no_subject ||
                annotation.concept_id == known.vendor || annotation.concept_id == known.customer);
      });
      --i;
    }
  }

  /// Whether the word has two letters or more, and capitals only.
  [[nodiscard]] bool is_in_capitals(std::uint32_t token) const {
    const std::string_view word = document_.text(document_.tokens[token].span());
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// Drops annotations strictly inside a fixed phrase, and those inside a longer one of the same concept.
  void drop_contained() {
    hiding_.clear();
    std::size_t kept = 0;
    for (const Annotation& annotation : found_) {
      const std::uint32_t first = annotation.first_token;
      const std::uint32_t end = first + annotation.token_count;
      std::erase_if(hiding_, [&](const auto& phrase) { return phrase.second <= first; });
      bool contained = end <= end_of_last_[annotation.concept_id];
      for (const auto& [phrase_first, phrase_end] : hiding_)
        contained = contained || (end <= phrase_end && annotation.token_count < phrase_end - phrase_first);
      if (contained) continue;
      end_of_last_[annotation.concept_id] = end;
      if (annotation.token_count > 1 && effects_[annotation.concept_id].hides_inside) hiding_.emplace_back(first, end);
      found_[kept++] = annotation;
    }
    found_.resize(kept);
  }

  void add_implied() {
    const std::size_t count = found_.size();
    for (std::size_t i = 0; i < count; ++i) {
      Annotation annotation = found_[i];
      const Effect& effect = effects_[annotation.concept_id];
      for (std::size_t implied = 0; implied < effect.implied_count; ++implied) {
        annotation.concept_id = effect.implied[implied];
        found_.push_back(annotation);
      }
    }
  }

  Document& document_;
  const Lexicon& lexicon_;
  ConceptWalk walk_;
  std::vector<ConceptWalk::Match> matches_;
  std::vector<Annotation> found_;                                ///< of one sentence
  std::vector<std::uint32_t> end_of_last_;                       ///< by concept: where its last annotation ended
  std::vector<Effect> effects_;                                  ///< by concept
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hiding_;  ///< [first token, end) of fixed phrases still open
};

}  // namespace

void merge_annotations(Document& document, std::vector<Annotation>& added) {
  std::vector<Annotation>& annotations = document.annotations;
  std::sort(added.begin(), added.end(), InOrder{});
  // From the back, so that nothing is moved twice and no third array is needed.
  std::size_t old = annotations.size();
  std::size_t fresh = added.size();
  annotations.resize(old + fresh);
  for (std::size_t at = annotations.size(); fresh > 0; --at) {
    const bool takes_old = old > 0 && InOrder{}(added[fresh - 1], annotations[old - 1]);
    annotations[at - 1] = takes_old ? annotations[--old] : added[--fresh];
  }
  annotations.erase(std::unique(annotations.begin(), annotations.end(), is_same), annotations.end());
  std::uint32_t at = 0;
  for (Sentence& sentence : document.sentences) {
    while (at < annotations.size() && annotations[at].first_token < sentence.first_token) ++at;
    sentence.first_annotation = at;
    while (at < annotations.size() && annotations[at].first_token < sentence.end_token) ++at;
    sentence.end_annotation = at;
  }
}

void sort_annotations(Document& document) {
  // Passes append to what is sorted already.
  std::vector<Annotation>& annotations = document.annotations;
  const auto tail = std::is_sorted_until(annotations.begin(), annotations.end(), InOrder{});
  std::vector<Annotation> added(tail, annotations.end());
  annotations.erase(tail, annotations.end());
  merge_annotations(document, added);
}

void annotate_concepts(Document& document, const Lexicon& lexicon) {
  document.annotations.reserve(document.tokens.size() * 3);  // pages not touched cost nothing; growing would copy
  ConceptFinder finder(document, lexicon);
  for (Sentence& sentence : document.sentences) finder.find(sentence);
}

void annotate_aliases(Document& document, const Lexicon& lexicon, std::vector<Alias> aliases) {
  if (aliases.empty()) return;
  // A file of many contracts defines the same term again and again.
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  std::vector<std::vector<std::uint32_t>> by_word(document.words.size());
  for (std::uint32_t i = 0; i < aliases.size(); ++i) by_word[aliases[i].words.front()].push_back(i);
  const KnownConcepts& known = lexicon.known();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> replaced;  // token ranges whose party annotations are dropped
  std::vector<Annotation> added;
  for (const Sentence& sentence : document.sentences) {
    const AnnotationRange sentence_annotations = annotations_of(document, sentence);
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      for (const std::uint32_t number : by_word[document.tokens[at].word]) {
        const Alias& alias = aliases[number];
        if (at + alias.words.size() > sentence.end_token) continue;
        bool equal = true;
        for (std::uint32_t i = 0; equal && i < alias.words.size(); ++i)
          equal = document.tokens[at + i].word == alias.words[i];
        // A defined name is written with a capital; "company" in running text is not "the Company". Some are introduced
        // with their article: ("the Municipality").
        const auto is_small = [&](std::size_t token) {
          const char initial = document.source.text[document.tokens[token].begin];
          return initial >= 'a' && initial <= 'z';
        };
        if (!equal || (is_small(at) && (alias.words.size() == 1 || is_small(at + alias.words.size() - 1)))) continue;
        Annotation annotation;
        annotation.first_token = at;
        annotation.token_count = static_cast<std::uint8_t>(alias.words.size());
        const auto add = [&](ConceptId concept_id) {
          annotation.concept_id = concept_id;
          // Most aliases are words of the lexicon, too.
          if (!std::binary_search(sentence_annotations.begin(), sentence_annotations.end(), annotation, InOrder{}))
            added.push_back(annotation);
        };
        add(alias.stands_for);
        for (const ConceptId implied : lexicon.concept_of(alias.stands_for).implies) add(implied);
        if (alias.replaces_parties) replaced.emplace_back(at, at + static_cast<std::uint32_t>(alias.words.size()));
      }
    }
  }
  std::size_t next = 0;
  std::erase_if(document.annotations, [&](const Annotation& annotation) {
    while (next < replaced.size() && replaced[next].second <= annotation.first_token) ++next;
    return next < replaced.size() && replaced[next].first <= annotation.first_token &&
           (annotation.concept_id == known.vendor || annotation.concept_id == known.customer);
  });
  merge_annotations(document, added);
}

AnnotationRange annotations_beginning(const Document& document, const Sentence& sentence, std::uint32_t first,
                                      std::uint32_t end) {
  const auto is_before = [](const Annotation& annotation, std::uint32_t token) {
    return annotation.first_token < token;
  };
  const AnnotationRange all = annotations_of(document, sentence);
  const Annotation* begin = std::lower_bound(all.begin(), all.end(), first, is_before);
  return {begin, std::lower_bound(begin, all.end(), end, is_before)};
}

bool carries(const Document& document, const Sentence& sentence, std::uint32_t token, ConceptId id) {
  const AnnotationRange range =
      annotations_beginning(document, sentence, token - std::min(token, longest_annotation), token + 1);
  return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
    return annotation.concept_id == id && token < annotation.first_token + annotation.token_count;
  });
}

Actor actor_of(ConceptId concept_id, const KnownConcepts& known) {
  if (concept_id == known.vendor) return Actor::vendor;
  if (concept_id == known.customer) return Actor::customer;
  if (concept_id == known.subprocessor) return Actor::subprocessor;
  if (concept_id == known.authority) return Actor::authority;
  if (concept_id == known.data_subject) return Actor::data_subject;
  return Actor::none;
}

}  // namespace klausul
