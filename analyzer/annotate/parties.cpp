#include <algorithm>
#include <map>
#include <set>

#include "annotate/passes.h"
#include "annotate/quoted_terms.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_name = 6;         ///< words
constexpr std::uint32_t opening_sentences = 40;   ///< where a document introduces its parties
constexpr std::uint32_t uses_of_a_name = 3;

/// Finds the parties' names. Two sources: what the document defines (`Acme AB ("Leverantören")`), and the company name that
/// a vendor's own terms use as subject ("Acme may ...") and that also stands in a company form, an address or the title.
class PartyFinder {
 public:
  PartyFinder(Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon), known_(lexicon.known()) {}

  std::vector<Alias> find() {
    for (const Sentence& sentence : document_.sentences) find_introductions(sentence);
    find_own_name();
    collect_parties();
    return std::move(aliases_);
  }

 private:
  [[nodiscard]] bool is_capital(std::uint32_t token) const {
    const std::string_view text = document_.text(document_.tokens[token].span());
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'A' && first <= 'Z') return true;
    // Å Ä Ö É ... : C3 80 to C3 9E
    return first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) <= 0x9E;
  }

  [[nodiscard]] bool carries(const Sentence& sentence, std::uint32_t token, ConceptId id) const {
    const AnnotationRange range = annotations_of(document_, sentence);
    return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
      return annotation.concept_id == id && annotation.first_token <= token &&
             token < annotation.first_token + annotation.token_count;
    });
  }

  /// The role that the words [first, end) name; `strong` when they say processor or controller and the like rather than
  /// words that may be either party ("Company", "we").
  [[nodiscard]] Actor role_of(const Sentence& sentence, std::uint32_t first, std::uint32_t end, bool& strong) const {
    Actor role = Actor::none;
    strong = false;
    for (std::uint32_t at = first; at < end; ++at) {
      if (carries(sentence, at, known_.customer)) role = Actor::customer;
      if (carries(sentence, at, known_.vendor)) role = Actor::vendor;
      if (carries(sentence, at, lexicon_.find("controller-role"))) return strong = true, Actor::customer;
      if (carries(sentence, at, lexicon_.find("processor-role"))) return strong = true, Actor::vendor;
    }
    return role;
  }

  /// `Acme AB, org.nr 556677-8899 ("Leverantören")` and `(the "Company" or "Controller")`.
  void find_introductions(const Sentence& sentence) {
    const std::vector<QuotedTerm> terms = quoted_terms(document_, sentence);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!introduces(sentence, terms[i])) continue;
      std::size_t last = i;  // all terms of one bracket name the same party
      while (last + 1 < terms.size() && terms[last + 1].in_bracket && terms[i].in_bracket &&
             terms[last + 1].bracket_token == terms[i].bracket_token)
        ++last;
      introduce(sentence, terms, i, last);
      i = last;
    }
  }

  [[nodiscard]] bool introduces(const Sentence& sentence, const QuotedTerm& term) const {
    if (term.in_bracket) return term.first_token - term.bracket_token <= 6;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      const std::uint32_t end = annotation.first_token + annotation.token_count;
      if (annotation.concept_id == known_.called && end <= term.first_token && term.first_token - end <= 2) return true;
    }
    return false;
  }

  void introduce(const Sentence& sentence, const std::vector<QuotedTerm>& terms, std::size_t first, std::size_t last) {
    Actor role = Actor::none;
    bool strong = false;
    for (std::size_t i = first; i <= last; ++i) {
      bool here_strong = false;
      const Actor here = role_of(sentence, terms[i].first_token, terms[i].end_token, here_strong);
      if (here != Actor::none && (role == Actor::none || (here_strong && !strong))) {
        role = here;
        strong = here_strong;
      }
    }
    if (role != Actor::vendor && role != Actor::customer) return;
    const std::uint32_t before = terms[first].in_bracket ? terms[first].bracket_token : terms[first].first_token;
    add_name(sentence, before, role);
    for (std::size_t i = first; i <= last; ++i) {
      bool here_strong = false;
      const Actor here = role_of(sentence, terms[i].first_token, terms[i].end_token, here_strong);
      add_alias(terms[i].first_token, terms[i].end_token, role, strong && here != Actor::none && here != role);
    }
  }

  /// The capitalised words that end before `before`, numbers and the like skipped: the company's name.
  void add_name(const Sentence& sentence, std::uint32_t before, Actor role) {
    std::uint32_t end = before;
    std::uint32_t skipped = 0;
    while (end > sentence.first_token && skipped < 10 && !is_name_word(sentence, end - 1)) --end, ++skipped;
    std::uint32_t first = end;
    while (first > sentence.first_token && end - first < longest_name && is_name_word(sentence, first - 1)) {
      const std::uint8_t gap = document_.tokens[first].gap;
      if (first < end && (gap & (gap_stop | gap_semicolon | gap_colon | gap_bracket)) != 0) break;
      if (first < end && (gap & gap_comma) != 0 && !carries(sentence, first, known_.company_form)) break;
      --first;
    }
    if (first == end || (end - first == 1 && carries(sentence, first, known_.company_form))) return;
    add_alias(first, end, role, false);
    names_.try_emplace(role, name_text(first, end));
    std::uint32_t short_end = end;
    while (short_end > first + 1 && carries(sentence, short_end - 1, known_.company_form)) --short_end;
    if (short_end < end) add_alias(first, short_end, role, false);
  }

  [[nodiscard]] bool is_name_word(const Sentence& sentence, std::uint32_t token) const {
    if (carries(sentence, token, known_.company_form)) return true;
    if (!is_capital(token) || document_.tokens[token].number) return false;
    return !carries(sentence, token, known_.not_a_name) && !carries(sentence, token, known_.vendor) &&
           !carries(sentence, token, known_.customer) && !carries(sentence, token, known_.agreement);
  }

  [[nodiscard]] std::string name_text(std::uint32_t first, std::uint32_t end) const {
    return std::string(document_.text({document_.tokens[first].begin, document_.tokens[end - 1].span().end}));
  }

  void add_alias(std::uint32_t first, std::uint32_t end, Actor role, bool replaces) {
    Alias alias;
    alias.stands_for = role == Actor::vendor ? known_.vendor : known_.customer;
    alias.replaces_parties = replaces;
    for (std::uint32_t at = first; at < end; ++at) alias.words.push_back(document_.tokens[at].word);
    if (!seen_.insert({alias.stands_for, alias.words}).second) return;
    // the Swedish genitive of a name: "Safestacks", "Lumens"
    std::string genitive(document_.words.word(alias.words.back()));
    genitive += 's';
    Alias with_s = alias;
    with_s.words.back() = document_.words.intern(genitive);
    aliases_.push_back(std::move(alias));
    aliases_.push_back(std::move(with_s));
    written_[role].push_back(name_text(first, end));
  }

  struct Candidate {
    std::uint32_t uses = 0;
    std::uint32_t subject = 0;     ///< followed by a modal verb
    bool company = false;          ///< "Acme AB"
    bool in_title = false;
    bool in_address = false;       ///< "acme.com"
    std::uint32_t token = 0;
    const Sentence* sentence = nullptr;
  };

  void find_own_name() {
    std::map<std::uint32_t, Candidate> candidates;
    std::string addresses;
    for (std::size_t number = 0; number < document_.sentences.size(); ++number) {
      const Sentence& sentence = document_.sentences[number];
      if (sentence.heading && number >= opening_sentences) continue;
      for (const Annotation& annotation : annotations_of(document_, sentence)) {
        if (annotation.concept_id == builtin_url || annotation.concept_id == builtin_email)
          addresses.append(document_.text(document_.span_of(annotation))).append(" ");
      }
      count_names(sentence, number < 3 || (sentence.heading && number < opening_sentences), candidates);
    }
    std::transform(addresses.begin(), addresses.end(), addresses.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    const Candidate* best = nullptr;
    for (auto& [word, candidate] : candidates) {
      const std::string_view name = document_.words.word(word);
      candidate.in_address = name.size() >= 4 && addresses.find(name) != std::string::npos;
      const bool evidence = candidate.company || candidate.in_address || (candidate.in_title && candidate.subject >= 2);
      if (!evidence || candidate.uses < uses_of_a_name || name.size() < 3) continue;
      if (best == nullptr || candidate.uses + 3 * candidate.subject > best->uses + 3 * best->subject) best = &candidate;
    }
    if (best == nullptr || best->subject == 0) return;
    if (seen_.contains({known_.customer, {document_.tokens[best->token].word}})) return;
    add_alias(best->token, best->token + 1, Actor::vendor, false);
    names_.try_emplace(Actor::vendor, name_text(best->token, best->token + 1));
  }

  void count_names(const Sentence& sentence, bool title, std::map<std::uint32_t, Candidate>& candidates) const {
    std::uint32_t annotation = sentence.first_annotation;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      while (annotation < sentence.end_annotation && document_.annotations[annotation].first_token < at) ++annotation;
      if (!is_capital(at) || document_.tokens[at].length < 3) continue;
      const bool known_word =
          annotation < sentence.end_annotation && document_.annotations[annotation].first_token == at;
      if (known_word || !is_name_word(sentence, at)) continue;
      Candidate& candidate = candidates[document_.tokens[at].word];
      ++candidate.uses;
      candidate.in_title = candidate.in_title || title;
      if (candidate.sentence == nullptr) candidate.sentence = &sentence, candidate.token = at;
      if (at + 1 < sentence.end_token) {
        candidate.company = candidate.company || carries(sentence, at + 1, known_.company_form);
        for (std::uint32_t i = annotation; i < sentence.end_annotation; ++i) {
          const Annotation& next = document_.annotations[i];
          if (next.first_token > at + 1) break;
          if (next.first_token == at + 1 && (next.concept_id == known_.may || next.concept_id == known_.shall ||
                                             next.concept_id == known_.may_not || next.concept_id == known_.should))
            ++candidate.subject;
        }
      }
    }
  }

  void collect_parties() {
    for (const Actor role : {Actor::vendor, Actor::customer}) {
      ResolvedParty party;
      party.role = role;
      if (const auto name = names_.find(role); name != names_.end()) party.name = name->second;
      const ConceptId id = role == Actor::vendor ? known_.vendor : known_.customer;
      std::set<std::string> seen;
      for (const std::string& written : written_[role])
        if (written != party.name && seen.insert(written).second) party.aliases.push_back(written);
      // the words that stand for the party most, three at the most
      std::map<std::string, std::uint32_t> uses;
      for (const Annotation& annotation : document_.annotations)
        if (annotation.concept_id == id) ++uses[std::string(document_.text(document_.span_of(annotation)))];
      std::vector<std::pair<std::uint32_t, std::string>> by_use;
      for (const auto& [word, count] : uses) by_use.emplace_back(count, word);
      std::sort(by_use.begin(), by_use.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
      });
      for (std::size_t i = 0; i < by_use.size() && i < 3; ++i)
        if (by_use[i].second != party.name && seen.insert(by_use[i].second).second) party.aliases.push_back(by_use[i].second);
      if (!party.name.empty() || !party.aliases.empty()) document_.parties.push_back(std::move(party));
    }
  }

  Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
  std::vector<Alias> aliases_;
  std::set<std::pair<ConceptId, std::vector<std::uint32_t>>> seen_;
  std::map<Actor, std::string> names_;
  std::map<Actor, std::vector<std::string>> written_;
};

}  // namespace

std::vector<Alias> find_parties(Document& document, const Lexicon& lexicon) {
  return PartyFinder(document, lexicon).find();
}

}  // namespace klausul
