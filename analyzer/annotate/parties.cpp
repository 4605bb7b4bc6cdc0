#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "annotate/passes.h"
#include "annotate/quoted_terms.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_name = 6;        ///< words
constexpr std::uint32_t opening_sentences = 40;  ///< where a document introduces its parties
constexpr std::uint32_t uses_of_a_name = 3;

/// Finds the parties' names, from three sources: what the document defines (`Acme AB ("Leverantören")`), what it says
/// of roles ("Acme is the processor"), and the company name that a vendor's own terms use as subject ("Acme may ...")
/// and that also stands with a company form, in an address or in the title.
class PartyFinder {
 public:
  PartyFinder(Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon), known_(lexicon.known()) {}

  std::vector<Alias> find() {
    for (const Sentence& sentence : document_.sentences) {
      find_introductions(sentence);
      find_statements(sentence);
    }
    find_own_name();
    name_parties();
    collect_parties();
    return std::move(aliases_);
  }

 private:
  using Words = std::vector<std::uint32_t>;

  /// A name that may be a party's, and what speaks for either role.
  struct Name {
    std::uint32_t first = 0, end = 0;  ///< tokens of its first use
    std::uint32_t vendor = 0, customer = 0;
    bool company = false;  ///< ends in a company form
  };

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

  /// Whether a word of the contract's language, rather than of a name, begins or goes on at `token`.
  [[nodiscard]] bool is_known_word(const Sentence& sentence, std::uint32_t token) const {
    const AnnotationRange range = annotations_of(document_, sentence);
    return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
      return annotation.first_token <= token && token < annotation.first_token + annotation.token_count &&
             annotation.concept_id != known_.company_form && annotation.concept_id != known_.entity_form &&
             annotation.concept_id >= builtin_count;
    });
  }

  [[nodiscard]] bool is_company_form(const Sentence& sentence, std::uint32_t token) const {
    return is_capital(token) && carries(sentence, token, known_.company_form);
  }

  /// The role that a term names by its last word ("Data Processor", not "Customer Data"); `strong` when it says
  /// processor or controller rather than a word that may be either party ("Company", "we").
  [[nodiscard]] Actor role_of(const Sentence& sentence, std::uint32_t first, std::uint32_t end, bool& strong) const {
    strong = false;
    if (end == first) return Actor::none;
    const std::uint32_t last = end - 1;
    if (carries(sentence, last, known_.controller_role)) return strong = true, Actor::customer;
    if (carries(sentence, last, known_.processor_role)) return strong = true, Actor::vendor;
    if (carries(sentence, last, known_.vendor)) return Actor::vendor;
    if (carries(sentence, last, known_.customer)) return Actor::customer;
    if (end - first > 2) return Actor::none;
    if (carries(sentence, last, known_.controller_name)) return Actor::customer;
    return carries(sentence, last, known_.processor_name) ? Actor::vendor : Actor::none;
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
    const std::uint32_t before = terms[first].in_bracket ? terms[first].bracket_token : terms[first].first_token;
    const auto [name_first, name_end] = name_before(sentence, before);
    if (role != Actor::vendor && role != Actor::customer) {
      // Acme Group AB ("Acme"): two names of one company, whose role is told elsewhere
      if (name_end > name_first && is_company_form(sentence, name_end - 1))
        short_names_.push_back({words_of(name_first, name_end),
                                words_of(terms[first].first_token, terms[first].end_token), terms[first].first_token,
                                terms[first].end_token});
      if (name_end > name_first) meet(sentence, name_first, name_end, Actor::none, 0);
      for (std::size_t i = first; i <= last; ++i)
        introduced_.insert(words_of(terms[i].first_token, terms[i].end_token));
      return;
    }
    if (name_end > name_first) meet(sentence, name_first, name_end, role, strong ? 4 : 3);
    for (std::size_t i = first; i <= last; ++i) {
      bool here_strong = false;
      const Actor here = role_of(sentence, terms[i].first_token, terms[i].end_token, here_strong);
      add_alias(terms[i].first_token, terms[i].end_token, role, strong && here != Actor::none && here != role);
    }
  }

  /// The company name that ends before `before`, registration numbers between them allowed; empty when there is none.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> name_before(const Sentence& sentence,
                                                                    std::uint32_t before) const {
    std::uint32_t end = before;
    while (end > sentence.first_token && before - end < 6 &&
           (document_.tokens[end - 1].number || carries(sentence, end - 1, known_.registration_word) ||
            carries(sentence, end - 1, known_.called)))
      --end;
    std::uint32_t first = end;
    while (first > sentence.first_token && end - first < longest_name && is_name_word(sentence, first - 1)) {
      const std::uint8_t gap = first < end ? document_.tokens[first].gap : std::uint8_t{0};
      if ((gap & (gap_stop | gap_semicolon | gap_colon | gap_bracket)) != 0) break;
      if ((gap & gap_comma) != 0 && !is_company_form(sentence, first)) break;
      --first;
    }
    const bool company = end > first && is_company_form(sentence, end - 1);
    if (end - first == 1 && company) return {end, end};
    // without a company form, words that the contract itself uses ("Effective Date") are no name
    if (!company)
      for (std::uint32_t at = first; at < end; ++at)
        if (is_known_word(sentence, at)) return {end, end};
    return {first, end};
  }

  [[nodiscard]] bool is_name_word(const Sentence& sentence, std::uint32_t token) const {
    if (is_company_form(sentence, token)) return true;
    // "Brinkenvik Data AB": between a name and its company form any capitalised word is part of the name
    if (is_capital(token) && token > sentence.first_token && token + 1 < sentence.end_token &&
        is_company_form(sentence, token + 1) && document_.tokens[token].gap == 0 &&
        document_.tokens[token + 1].gap == 0 && is_capital(token - 1) && !is_known_word(sentence, token - 1))
      return true;
    if (!is_capital(token) || document_.tokens[token].number) return false;
    return !carries(sentence, token, known_.not_a_name) && !carries(sentence, token, known_.vendor) &&
           !carries(sentence, token, known_.customer) && !carries(sentence, token, known_.agreement) &&
           !carries(sentence, token, known_.preposition) && !carries(sentence, token, known_.clause_opener);
  }

  /// "Travis is the processor and the Client is the controller": a name, "is" or "acts as", a role.
  void find_statements(const Sentence& sentence) {
    for (const Annotation& verb : annotations_of(document_, sentence)) {
      if (verb.concept_id != known_.acts_as || verb.first_token == sentence.first_token) continue;
      const std::uint32_t end = verb.first_token + verb.token_count;
      for (const Annotation& role : annotations_of(document_, sentence)) {
        if (role.first_token < end || role.first_token > end + 3) continue;
        const bool processor = role.concept_id == known_.processor_role;
        if (!processor && role.concept_id != known_.controller_role) continue;
        const auto [name_first, name_end] = introduced_or_name_before(sentence, verb.first_token);
        if (name_end == name_first || name_end != verb.first_token) break;
        // A vendor is controller of some data of its own; that makes it no customer. Few words only for that.
        meet(sentence, name_first, name_end, processor ? Actor::vendor : Actor::customer, processor ? 4 : 1);
      }
    }
  }

  /// The introduced name (`(the "Association")`) that ends before `before`, else a company's name.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> introduced_or_name_before(const Sentence& sentence,
                                                                                  std::uint32_t before) const {
    for (std::uint32_t length = 3; length > 0; --length)
      if (before >= sentence.first_token + length && introduced_.contains(words_of(before - length, before)))
        return {before - length, before};
    return name_before(sentence, before);
  }

  [[nodiscard]] Words words_of(std::uint32_t first, std::uint32_t end) const {
    Words words;
    for (std::uint32_t at = first; at < end; ++at) words.push_back(document_.tokens[at].word);
    return words;
  }

  void meet(const Sentence& sentence, std::uint32_t first, std::uint32_t end, Actor role, std::uint32_t weight) {
    Name& name = names_.try_emplace(words_of(first, end), Name{first, end, 0, 0, false}).first->second;
    name.company = name.company || is_company_form(sentence, end - 1);
    if (role == Actor::vendor) name.vendor += weight;
    if (role == Actor::customer) name.customer += weight;
  }

  /// Gives each name the role that most speaks for; a short name ("Acme") shares the role of the long one ("Acme AB").
  void name_parties() {
    std::map<Words, std::pair<std::uint32_t, std::uint32_t>> votes;  // by name without company form
    const auto core = [&](const Words& words, const Name& name) {
      Words result = words;
      if (name.company && result.size() > 1) result.pop_back();
      return result;
    };
    for (const auto& [words, name] : names_) {
      auto& [vendor, customer] = votes[core(words, name)];
      vendor += name.vendor;
      customer += name.customer;
    }
    for (const ShortName& short_name : short_names_) {
      auto& [vendor, customer] = votes[short_name.words];
      for (const auto& [words, name] : names_) {
        if (words != short_name.full) continue;
        auto& [full_vendor, full_customer] = votes[core(words, name)];
        vendor = full_vendor = std::max(vendor, full_vendor);
        customer = full_customer = std::max(customer, full_customer);
      }
      names_.try_emplace(short_name.words, Name{short_name.first, short_name.end, 0, 0, false});
    }
    for (const auto& [words, name] : names_) {
      const auto [vendor, customer] = votes[core(words, name)];
      if (vendor == 0 && customer == 0) continue;
      const Actor role = vendor >= customer ? Actor::vendor : Actor::customer;
      add_alias(name.first, name.end, role, false);
      if (name.company && name.end - name.first > 1) add_alias(name.first, name.end - 1, role, false);
      std::string& best = party_names_[role];
      const std::string written = name_text(name.first, name.end);
      if (best.empty() || (name.company && written.size() > best.size())) best = written;
    }
  }

  [[nodiscard]] std::string name_text(std::uint32_t first, std::uint32_t end) const {
    return std::string(document_.text({document_.tokens[first].begin, document_.tokens[end - 1].span().end}));
  }

  void add_alias(std::uint32_t first, std::uint32_t end, Actor role, bool replaces) {
    Alias alias;
    alias.stands_for = role == Actor::vendor ? known_.vendor : known_.customer;
    alias.replaces_parties = replaces;
    alias.words = words_of(first, end);
    if (!seen_.insert(alias.words).second) return;
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
    std::uint32_t subject = 0;  ///< followed by a modal verb
    bool company = false;       ///< "Acme AB"
    bool in_title = false;
    bool in_address = false;  ///< "acme.com"
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
    meet(*best->sentence, best->token, best->token + 1, Actor::vendor, 2);
  }

  void count_names(const Sentence& sentence, bool title, std::map<std::uint32_t, Candidate>& candidates) const {
    std::uint32_t annotation = sentence.first_annotation;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      while (annotation < sentence.end_annotation && document_.annotations[annotation].first_token < at) ++annotation;
      if (!is_capital(at) || document_.tokens[at].length < 3) continue;
      // a part of a hyphenated word is no name
      if ((document_.tokens[at].gap & gap_hyphen) != 0) continue;
      const bool known_word =
          annotation < sentence.end_annotation && document_.annotations[annotation].first_token == at;
      if (known_word || !is_name_word(sentence, at)) continue;
      Candidate& candidate = candidates[document_.tokens[at].word];
      ++candidate.uses;
      candidate.in_title = candidate.in_title || title;
      if (candidate.sentence == nullptr) candidate.sentence = &sentence, candidate.token = at;
      if (at + 1 < sentence.end_token) {
        candidate.company = candidate.company || is_company_form(sentence, at + 1);
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
      if (const auto name = party_names_.find(role); name != party_names_.end()) party.name = name->second;
      const ConceptId id = role == Actor::vendor ? known_.vendor : known_.customer;
      std::set<std::string> seen;
      for (const std::string& written : written_[role])
        if (written != party.name && seen.insert(written).second) party.aliases.push_back(written);
      // the words that stand for the party most, three at the most
      std::unordered_map<std::string_view, std::uint32_t> uses;
      for (const Annotation& annotation : document_.annotations)
        if (annotation.concept_id == id) ++uses[document_.text(document_.span_of(annotation))];
      std::vector<std::pair<std::uint32_t, std::string>> by_use;
      for (const auto& [word, count] : uses) by_use.emplace_back(count, word);
      std::sort(by_use.begin(), by_use.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
      });
      for (std::size_t i = 0; i < by_use.size() && i < 3; ++i)
        if (by_use[i].second != party.name && seen.insert(by_use[i].second).second)
          party.aliases.push_back(by_use[i].second);
      if (!party.name.empty() || !party.aliases.empty()) document_.parties.push_back(std::move(party));
    }
  }

  struct ShortName {
    Words full, words;
    std::uint32_t first = 0, end = 0;
  };

  Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
  std::vector<Alias> aliases_;
  std::set<Words> seen_;
  std::set<Words> introduced_;  ///< quoted names whose role is not in the name
  std::map<Words, Name> names_;
  std::vector<ShortName> short_names_;
  std::map<Actor, std::string> party_names_;
  std::map<Actor, std::vector<std::string>> written_;
};

}  // namespace

std::vector<Alias> find_parties(Document& document, const Lexicon& lexicon) {
  return PartyFinder(document, lexicon).find();
}

}  // namespace klausul
