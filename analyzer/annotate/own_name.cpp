#include "annotate/own_name.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::size_t title_sentences = 40;  ///< where headings may name the author
constexpr std::uint32_t uses_of_a_name = 3;

/// A name that the text may use for its own author: the capitalised words that begin with one word.
struct Candidate {
  std::uint32_t uses = 0;
  std::uint32_t subject = 0;     ///< beside a modal verb
  std::uint32_t determined = 0;  ///< behind an article
  bool in_opening = false;       ///< in one of the first sentences
  bool in_title = false;         ///< there, or in a heading
  bool in_address = false;       ///< "acme.com"
  TokenRange tokens;             ///< of the first use
  TokenRange company;            ///< "Acme AB"; empty when no company form follows
  const Sentence* sentence = nullptr;
  const Sentence* company_sentence = nullptr;
};

using Candidates = std::map<WordNumbers, Candidate>;

class OwnNameFinder {
 public:
  OwnNameFinder(const Document& document, const Lexicon& lexicon, PartyRegister& parties)
      : document_(document),
        lexicon_(lexicon),
        known_(lexicon.known()),
        reader_(document, lexicon),
        register_(parties) {}

  void find() {
    Candidates candidates;
    std::string addresses;
    for (std::size_t number = 0; number < document_.sentences.size(); ++number) {
      const Sentence& sentence = document_.sentences[number];
      if (sentence.heading && number >= title_sentences) continue;
      for (const Annotation& annotation : annotations_of(document_, sentence)) {
        if (annotation.concept_id == builtin_url || annotation.concept_id == builtin_email)
          addresses.append(document_.text(document_.span_of(annotation))).append(" ");
      }
      count_names(sentence, number, candidates);
    }
    std::transform(addresses.begin(), addresses.end(), addresses.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    const Candidate* best = nullptr;
    const WordNumbers* best_words = nullptr;
    for (auto& [words, candidate] : candidates) {
      if (words.size() > 1) continue;
      const std::string_view name = document_.words.word(words.front());
      candidate.in_address = name.size() >= 4 && addresses.find(name) != std::string::npos;
      const bool company = !candidate.company.empty() || register_.is_named(words);
      // "the FADP": an act or a thing
      if (candidate.determined * 2 > candidate.uses) continue;
      const bool evidence = company || candidate.in_address || (candidate.in_title && candidate.subject >= 2);
      if (!evidence || candidate.uses < uses_of_a_name) continue;
      if (name.size() < 3 && longer_name(candidates, words, candidate) == nullptr) continue;
      if (candidate.subject == 0 && !(company && candidate.in_opening)) continue;
      // others, too, have company forms and act: "Adobe Inc", "Adobe may"
      if (candidate.subject < 2 && !candidate.in_title && !candidate.in_address && !register_.is_named(words)) continue;
      if (best == nullptr || candidate.uses + 3 * candidate.subject > best->uses + 3 * best->subject) {
        best = &candidate;
        best_words = &words;
      }
    }
    if (best == nullptr) return;
    while (const auto* longer = longer_name(candidates, *best_words, *best))
      best_words = &longer->first, best = &longer->second;
    register_.meet(*best->sentence, best->tokens, vote_for(Actor::vendor, 2));
    if (!best->company.empty()) register_.meet(*best->company_sentence, best->company, vote_for(Actor::vendor, 1));
  }

 private:
  /// "Sinch Email": one name, when nearly all uses of its first words go on so; null when they do not.
  [[nodiscard]] static const Candidates::value_type* longer_name(const Candidates& candidates, const WordNumbers& words,
                                                                 const Candidate& candidate) {
    const auto begins_so = [&](const WordNumbers& longer) {
      return longer.size() > words.size() && std::equal(words.begin(), words.end(), longer.begin());
    };
    for (auto next = candidates.upper_bound(words); next != candidates.end() && begins_so(next->first); ++next)
      if (next->second.uses * 5 >= candidate.uses * 4) return &*next;
    return nullptr;
  }

  void count_names(const Sentence& sentence, std::size_t number, Candidates& candidates) const {
    const bool opening = number < 3;
    const bool title = opening || (sentence.heading && number < title_sentences);
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!begins_name(sentence, at)) continue;
      std::uint32_t end = at + 1;
      while (end < sentence.end_token && end - at < 3 && reader_.is_capital(end) && document_.tokens[end].gap == 0 &&
             !reader_.is_company_form(sentence, end) && reader_.is_name_word(sentence, end))
        ++end;
      const bool subject = is_modal(sentence, end) || (at > sentence.first_token && is_modal(sentence, at - 1) &&
                                                       document_.blocks[sentence.block].language == Language::sv);
      const bool determined = at > sentence.first_token && document_.tokens[at].gap == 0 &&
                              reader_.carries(sentence, at - 1, known_.determiner) &&
                              !(end < sentence.end_token && reader_.is_capital(end));
      for (std::uint32_t stop = at + 1; stop <= end; ++stop) {
        Candidate& candidate = candidates[reader_.words_of(at, stop)];
        ++candidate.uses;
        if (subject) ++candidate.subject;
        if (determined) ++candidate.determined;
        candidate.in_opening = candidate.in_opening || opening;
        candidate.in_title = candidate.in_title || title;
        if (candidate.sentence == nullptr) candidate.sentence = &sentence, candidate.tokens = {at, stop};
        if (candidate.company.empty() && end < sentence.end_token && reader_.is_company_form(sentence, end) &&
            (document_.tokens[end].gap & ~gap_comma) == 0)
          candidate.company = reader_.adjoining_name(sentence, end + 1), candidate.company_sentence = &sentence;
      }
      // the first word of a sentence may be any word: "Additionally Acme may ..."
      if (at > sentence.first_token) at = end - 1;
    }
  }

  /// "WP Engine": two capitals are a name's beginning when more of the name follows.
  [[nodiscard]] bool opens_longer_name(const Sentence& sentence, std::uint32_t token) const {
    const std::string_view text = reader_.written(token);
    return text.size() == 2 && text[1] >= 'A' && text[1] <= 'Z' && token + 1 < sentence.end_token &&
           document_.tokens[token + 1].gap == 0 && document_.tokens[token + 1].length >= 3 &&
           reader_.is_capital(token + 1) && reader_.is_name_word(sentence, token + 1);
  }

  [[nodiscard]] bool begins_name(const Sentence& sentence, std::uint32_t token) const {
    // a part of a hyphenated word is no name
    if (!reader_.is_capital(token) || (document_.tokens[token].gap & gap_hyphen) != 0) return false;
    if (document_.tokens[token].length < 3 && !opens_longer_name(sentence, token)) return false;
    const AnnotationRange range = annotations_of(document_, sentence);
    auto next = std::lower_bound(range.begin(), range.end(), token, [](const Annotation& annotation, std::uint32_t at) {
      return annotation.first_token < at;
    });
    bool known_word = false;
    for (; next != range.end() && next->first_token == token; ++next)
      known_word = known_word || !lexicon_.concept_of(next->concept_id).names_companies;
    return !known_word && reader_.is_name_word(sentence, token);
  }

  [[nodiscard]] bool is_modal(const Sentence& sentence, std::uint32_t token) const {
    return token < sentence.end_token &&
           (reader_.carries(sentence, token, known_.may) || reader_.carries(sentence, token, known_.shall) ||
            reader_.carries(sentence, token, known_.may_not) || reader_.carries(sentence, token, known_.should));
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
  NameReader reader_;
  PartyRegister& register_;
};

}  // namespace

void find_own_name(const Document& document, const Lexicon& lexicon, PartyRegister& parties) {
  OwnNameFinder(document, lexicon, parties).find();
}

}  // namespace klausul
