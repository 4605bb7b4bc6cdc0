#include "annotate/party_introductions.h"

#include <algorithm>

#include "annotate/passes.h"

namespace klausul {

namespace {

/// The terms of one bracket, which name the same party, and the company's name before them.
struct Introduction {
  std::size_t first_term = 0, last_term = 0;
  TokenRange name;
  NamedRole role;
};

class IntroductionFinder {
 public:
  IntroductionFinder(const Document& document, const Lexicon& lexicon, PartyRegister& parties)
      : document_(document), known_(lexicon.known()), reader_(document, lexicon), register_(parties) {}

  /// `Acme AB, org.nr 556677-8899 ("Leverantören")` and `(the "Company" or "Controller")`.
  void find(const Sentence& sentence, bool opening) {
    std::vector<QuotedTerm> terms = quoted_terms(document_, sentence);
    if (opening) add_bracketed_terms(sentence, terms);
    std::vector<Introduction> introductions;
    std::uint32_t from = sentence.first_token;  // where the last introduction ended
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!introduces(sentence, terms[i])) continue;
      Introduction introduction;
      introduction.first_term = introduction.last_term = i;
      while (i + 1 < terms.size() && terms[i + 1].in_bracket && terms[i].in_bracket &&
             terms[i + 1].bracket_token == terms[i].bracket_token)
        introduction.last_term = ++i;
      const QuotedTerm& first = terms[introduction.first_term];
      for (std::size_t at = introduction.first_term; at <= introduction.last_term; ++at) {
        const NamedRole role = reader_.role_of(sentence, terms[at]);
        if (role.strength > introduction.role.strength) introduction.role = role;
      }
      introduction.name =
          reader_.introduced_name(sentence, first.in_bracket ? first.bracket_token : first.first_token, from);
      from = terms[introduction.last_term].end_token;
      introductions.push_back(introduction);
    }
    if (opening) settle_by_contrast(sentence, terms, introductions);
    for (const Introduction& introduction : introductions) introduce(sentence, terms, introduction);
  }

 private:
  /// `Acme AB (Acme) och den som beställer (Kunden)`: not every contract puts quotation marks around what it defines.
  void add_bracketed_terms(const Sentence& sentence, std::vector<QuotedTerm>& terms) const {
    const std::size_t quoted = terms.size();
    for (std::uint32_t at = sentence.first_token + 1; at < sentence.end_token; ++at) {
      if ((document_.tokens[at].gap & gap_bracket) == 0 || !reader_.is_capital(at)) continue;
      const std::string_view before = reader_.gap_before(at);
      if (!before.ends_with('(')) continue;
      std::uint32_t end = at + 1;
      while (end < sentence.end_token && end - at < 3 && reader_.is_capital(end) && document_.tokens[end].gap == 0)
        ++end;
      const std::uint32_t after = document_.tokens[end - 1].span().end;
      if (after >= document_.source.text.size() || document_.source.text[after] != ')') continue;
      if (!names_party(sentence, at, end)) continue;
      terms.push_back({at, end, at, true});
    }
    if (terms.size() > quoted)
      std::sort(terms.begin(), terms.end(),
                [](const QuotedTerm& a, const QuotedTerm& b) { return a.first_token < b.first_token; });
  }

  /// Whether an unquoted word in brackets is a party's name rather than an abbreviation or an aside.
  [[nodiscard]] bool names_party(const Sentence& sentence, std::uint32_t first, std::uint32_t end) const {
    if (reader_.carries(sentence, end - 1, known_.no_subject)) return false;
    const NamedRole role = reader_.role_of(sentence, first, end);
    if (role.strength >= RoleStrength::word)
      return end - first == 1 || reader_.carries(sentence, first, reader_.party_of(role.actor));
    const TokenRange name = reader_.introduced_name(sentence, first, sentence.first_token);
    if (name.empty()) return false;
    if (reader_.ends_name(sentence, name.end - 1))
      return reader_.is_company_form(sentence, name.end - 1) ? reader_.related(first, end, name)
                                                             : !reader_.is_known_word(sentence, first);
    return false;
  }

  [[nodiscard]] bool introduces(const Sentence& sentence, const QuotedTerm& term) const {
    if (term.in_bracket) return term.first_token - term.bracket_token <= 6;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      const std::uint32_t end = annotation.first_token + annotation.token_count;
      if (annotation.concept_id == known_.called && end <= term.first_token && term.first_token - end <= 2) return true;
    }
    return false;
  }

  /// "between you and Acme Ltd (“Acme”)": where one party of two is known, so is the other. A word that only a
  /// definition makes a party ("Företaget") gives way: "mellan Acme AB (”Företaget”) och användaren".
  void settle_by_contrast(const Sentence& sentence, const std::vector<QuotedTerm>& terms,
                          std::vector<Introduction>& introductions) {
    const AnnotationRange range = annotations_of(document_, sentence);
    const auto between = std::find_if(range.begin(), range.end(), [&](const Annotation& annotation) {
      return annotation.concept_id == known_.between;
    });
    if (between == range.end()) {
      settle_beside_customer(sentence, terms, introductions);
      return;
    }
    const std::uint32_t from = between->first_token + between->token_count;
    bool vendor = false, customer = false;
    for (const Introduction& introduction : introductions) {
      if (introduction.role.strength < RoleStrength::word) continue;
      vendor = vendor || introduction.role.actor == Actor::vendor;
      customer = customer || introduction.role.actor == Actor::customer;
    }
    for (const Annotation& annotation : range) {
      if (annotation.concept_id != known_.vendor && annotation.concept_id != known_.customer) continue;
      if (annotation.first_token < from || !is_side(sentence, annotation.first_token)) continue;
      const bool inside = std::any_of(terms.begin(), terms.end(), [&](const QuotedTerm& term) {
        return term.first_token <= annotation.first_token && annotation.first_token < term.end_token;
      });
      if (inside || is_part_of_name(sentence, annotation)) continue;
      (annotation.concept_id == known_.vendor ? vendor : customer) = true;
    }
    if (vendor == customer) return;
    const Actor other = vendor ? Actor::customer : Actor::vendor;
    bool introduced = false;
    for (Introduction& introduction : introductions) {
      if (introduction.role.strength >= RoleStrength::word || terms[introduction.first_term].first_token < from)
        continue;
      const QuotedTerm& term = terms[introduction.first_term];
      const bool weak = introduction.role.strength == RoleStrength::name;
      const TokenRange& name = introduction.name;
      const bool named =
          !name.empty() && name.first >= from && is_side(sentence, name.first) &&
          reader_.ends_name(sentence, name.end - 1) &&
          (name.end + 1 >= term.bracket_token || reader_.related(term.first_token, term.end_token, name));
      if (!named && !weak) continue;
      introduction.role = {other, RoleStrength::word};
      introduced = true;
    }
    if (!introduced) meet_side(sentence, from, other);
  }

  /// `Acme (nedan "Företaget") värnar om användarnas uppgifter`: beside a customer the company is the vendor.
  void settle_beside_customer(const Sentence& sentence, const std::vector<QuotedTerm>& terms,
                              std::vector<Introduction>& introductions) const {
    for (Introduction& introduction : introductions) {
      const QuotedTerm& term = terms[introduction.first_term];
      if (introduction.role.strength != RoleStrength::name || introduction.role.actor != Actor::customer) continue;
      if (!term.in_bracket || reader_.carries(sentence, term.end_token - 1, known_.end_user)) continue;
      bool customer = false;
      for (const Annotation& annotation : annotations_of(document_, sentence))
        customer = customer || (annotation.concept_id == known_.customer && annotation.first_token >= term.end_token);
      if (!customer || term.bracket_token == sentence.first_token) continue;
      const std::uint32_t before = term.bracket_token - 1;
      if (reader_.is_capital(before) && !reader_.carries(sentence, before, known_.customer))
        introduction.role = {Actor::vendor, RoleStrength::word};
    }
  }

  /// Whether a party of "between ... and ..." begins at `token`, an article before it allowed.
  [[nodiscard]] bool is_side(const Sentence& sentence, std::uint32_t token) const {
    std::uint32_t at = token;
    while (at > sentence.first_token && token - at < 2 &&
           (reader_.carries(sentence, at - 1, known_.determiner) || document_.tokens[at - 1].number))
      --at;
    return at > sentence.first_token && (reader_.carries(sentence, at - 1, known_.between) ||
                                         reader_.carries(sentence, at - 1, known_.clause_opener));
  }

  /// "Customer Data AB".
  [[nodiscard]] bool is_part_of_name(const Sentence& sentence, const Annotation& annotation) const {
    std::uint32_t at = annotation.first_token;
    while (at < sentence.end_token && at - annotation.first_token < longest_name && reader_.is_capital(at)) {
      if (reader_.is_company_form(sentence, at)) return true;
      ++at;
    }
    return false;
  }

  /// "between you and Acme Ltd": the one company among the sides.
  void meet_side(const Sentence& sentence, std::uint32_t from, Actor role) {
    std::vector<TokenRange> sides;
    for (std::uint32_t at = from; at < sentence.end_token; ++at) {
      if (!reader_.is_company_form(sentence, at)) continue;
      const TokenRange name = reader_.adjoining_name(sentence, at + 1);
      if (!name.empty() && name.first >= from && is_side(sentence, name.first)) sides.push_back(name);
    }
    if (sides.size() == 1) register_.meet(sentence, sides[0], vote_for(role, 3));
  }

  void introduce(const Sentence& sentence, const std::vector<QuotedTerm>& terms, const Introduction& introduction) {
    const TokenRange name = introduction.name;
    const bool company = !name.empty() && reader_.is_company_form(sentence, name.end - 1);
    const NamedRole role = introduction.role;
    if (role.actor == Actor::none) {
      if (!name.empty()) register_.meet(sentence, name, {});
      for (std::size_t i = introduction.first_term; i <= introduction.last_term; ++i) {
        const QuotedTerm& term = terms[i];
        if (reader_.carries(sentence, term.end_token - 1, known_.not_a_name)) continue;
        register_.introduce(reader_.words_of(term.first_token, term.end_token),
                            !name.empty() && reader_.ends_name(sentence, name.end - 1));
        const bool adjoining = name.end + 1 >= term.bracket_token;
        // Acme Group AB ("Acme"): two names of one company, whose role is told elsewhere
        if (!name.empty() && reader_.ends_name(sentence, name.end - 1) &&
            (reader_.related(term.first_token, term.end_token, name) ||
             (company && adjoining && i == introduction.first_term)))
          register_.add_short_name(name, {term.first_token, term.end_token});
      }
      return;
    }
    if (!name.empty())
      register_.meet(sentence, name, vote_for(role.actor, role.strength == RoleStrength::role ? 4 : 3));
    for (std::size_t i = introduction.first_term; i <= introduction.last_term; ++i) {
      const QuotedTerm& term = terms[i];
      const NamedRole here = reader_.role_of(sentence, term);
      const bool shares = !name.empty() && reader_.related(term.first_token, term.end_token, name);
      // (“You”, “Your” and the “Site”): what is added with "and" need be no party
      if (here.actor == Actor::none && i > introduction.first_term && !shares && is_added(sentence, term)) continue;
      // "the parties", "this information"
      if (here.actor == Actor::none && reader_.carries(sentence, term.end_token - 1, known_.not_a_name)) continue;
      if (here.actor == Actor::vendor && here.strength == RoleStrength::role) register_.introduce_processor();
      if (shares) register_.add_core(reader_.words_of(term.first_token, term.end_token), role.actor);
      register_.add_alias({term.first_token, term.end_token}, role.actor,
                          role.strength == RoleStrength::role && here.actor != Actor::none && here.actor != role.actor);
    }
  }

  /// Whether "and" joins the term to those before it.
  [[nodiscard]] bool is_added(const Sentence& sentence, const QuotedTerm& term) const {
    std::uint32_t at = term.first_token;
    while (at > sentence.first_token && term.first_token - at < 2 &&
           reader_.carries(sentence, at - 1, known_.determiner))
      --at;
    return at > sentence.first_token && reader_.carries(sentence, at - 1, known_.clause_opener);
  }

  const Document& document_;
  const KnownConcepts& known_;
  NameReader reader_;
  PartyRegister& register_;
};

}  // namespace

void find_introductions(const Document& document, const Lexicon& lexicon, const Sentence& sentence, bool opening,
                        PartyRegister& parties) {
  IntroductionFinder(document, lexicon, parties).find(sentence, opening);
}

}  // namespace klausul
