#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "annotate/passes.h"
#include "annotate/quoted_terms.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_name = 6;  ///< words
constexpr std::uint32_t longest_description =
    60;                                          ///< words between a company's name and the bracket that names its role
constexpr std::uint32_t opening_sentences = 40;  ///< where a document introduces its parties
constexpr std::uint32_t uses_of_a_name = 3;
constexpr std::uint32_t uses_of_we = 3;  ///< a text that says "our" and "us" so often speaks for the vendor

/// Finds the parties' names, from four sources: what the document introduces (`Acme AB ("Leverantören")`, `between you
/// and Acme Ltd`), what it defines (`"Processor" means Acme Ltd`), what it says of roles ("Acme is the processor"), and
/// the company name that a vendor's own terms use as subject ("Acme may ...") and that also stands with a company form,
/// in an address or in the title.
class PartyFinder {
 public:
  PartyFinder(Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon), known_(lexicon.known()) {}

  std::vector<Alias> find() {
    for (std::size_t number = 0; number < document_.sentences.size(); ++number) {
      const Sentence& sentence = document_.sentences[number];
      find_introductions(sentence, number < opening_sentences);
      find_statements(sentence);
      find_named_roles(sentence);
    }
    vendor_introduced_ =
        std::any_of(names_.begin(), names_.end(), [](const auto& entry) { return entry.second.votes.vendor > 0; });
    settle_called_controllers();
    find_own_name();
    name_parties();
    find_longer_names();
    collect_parties();
    return std::move(aliases_);
  }

 private:
  using Words = std::vector<std::uint32_t>;

  struct TokenRange {
    std::uint32_t first = 0, end = 0;
    [[nodiscard]] bool empty() const { return end <= first; }
  };

  /// What speaks for either role.
  struct Votes {
    std::uint32_t vendor = 0, customer = 0;
    std::uint32_t controls = 0;  ///< "Acme is the controller": whose role that is depends on the rest of the document
    void add(const Votes& other) {
      vendor += other.vendor;
      customer += other.customer;
      controls += other.controls;
    }
    void raise(const Votes& other) {
      vendor = std::max(vendor, other.vendor);
      customer = std::max(customer, other.customer);
      controls = std::max(controls, other.controls);
    }
  };

  /// A name that may be a party's.
  struct Name {
    TokenRange tokens;  ///< of its first use
    Votes votes;
    bool company = false;  ///< ends in a company form
  };

  enum class Strength : std::uint8_t {
    none,
    name,  ///< a word that only a definition makes a party ("Association")
    word,  ///< a word that may be either party's ("Company", "we")
    role   ///< "Processor", "Controller"
  };

  struct Role {
    Actor actor = Actor::none;
    Strength strength = Strength::none;
  };

  /// The terms of one bracket, which name the same party, and the company's name before them.
  struct Introduction {
    std::size_t first_term = 0, last_term = 0;
    TokenRange name;
    Role role;
  };

  [[nodiscard]] std::string_view written(std::uint32_t token) const {
    return document_.text(document_.tokens[token].span());
  }

  [[nodiscard]] bool is_capital(std::uint32_t token) const {
    const std::string_view text = written(token);
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
             annotation.concept_id != known_.public_body && annotation.concept_id >= builtin_count &&
             !lexicon_.concept_of(annotation.concept_id).names_companies;
    });
  }

  [[nodiscard]] bool is_company_form(const Sentence& sentence, std::uint32_t token) const {
    return is_capital(token) && carries(sentence, token, known_.company_form) && !is_shouted(sentence, token);
  }

  [[nodiscard]] bool all_capitals(std::uint32_t token) const {
    const std::string_view text = written(token);
    return is_capital(token) && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// "PROVIDED AS IS", "LIABILITY IS LIMITED TO": in a text in capitals "AS" and "LIMITED" are words like others.
  [[nodiscard]] bool is_shouted(const Sentence& sentence, std::uint32_t token) const {
    return token > sentence.first_token && token + 1 < sentence.end_token && document_.tokens[token + 1].gap == 0 &&
           written(token).size() > 1 && all_capitals(token - 1) && all_capitals(token) && all_capitals(token + 1);
  }

  /// "Tallmora kommun": no company, but as surely the end of a name.
  [[nodiscard]] bool is_public_body(const Sentence& sentence, std::uint32_t token) const {
    return token > sentence.first_token && document_.tokens[token].gap == 0 && is_capital(token - 1) &&
           carries(sentence, token, known_.public_body);
  }

  [[nodiscard]] bool ends_name(const Sentence& sentence, std::uint32_t token) const {
    return is_company_form(sentence, token) || is_public_body(sentence, token);
  }

  /// The role that a term names by its last word ("Data Processor", not "Customer Data").
  [[nodiscard]] Role role_of(const Sentence& sentence, std::uint32_t first, std::uint32_t end) const {
    if (end == first) return {};
    const std::uint32_t last = end - 1;
    if (carries(sentence, last, known_.controller_role)) return {Actor::customer, Strength::role};
    if (carries(sentence, last, known_.processor_role)) return {Actor::vendor, Strength::role};
    if (carries(sentence, last, known_.vendor)) return {Actor::vendor, Strength::word};
    if (carries(sentence, last, known_.customer)) return {Actor::customer, Strength::word};
    if (end - first > 2) return {};
    if (carries(sentence, last, known_.controller_name)) return {Actor::customer, Strength::name};
    if (carries(sentence, last, known_.processor_name)) return {Actor::vendor, Strength::name};
    return {};
  }

  [[nodiscard]] Role role_of(const Sentence& sentence, const QuotedTerm& term) const {
    return role_of(sentence, term.first_token, term.end_token);
  }

  [[nodiscard]] ConceptId party_of(Actor role) const { return role == Actor::vendor ? known_.vendor : known_.customer; }

  /// `Acme AB, org.nr 556677-8899 ("Leverantören")` and `(the "Company" or "Controller")`.
  void find_introductions(const Sentence& sentence, bool opening) {
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
        const Role role = role_of(sentence, terms[at]);
        if (role.strength > introduction.role.strength) introduction.role = role;
      }
      introduction.name = introduced_name(sentence, first.in_bracket ? first.bracket_token : first.first_token, from);
      from = terms[introduction.last_term].end_token;
      introductions.push_back(introduction);
    }
    if (opening) settle_by_contrast(sentence, terms, introductions);
    for (const Introduction& introduction : introductions) introduce(sentence, terms, introduction);
  }

  /// `Acme AB (Acme) och den som beställer (Kunden)`: not every contract puts quotation marks around what it defines.
  void add_bracketed_terms(const Sentence& sentence, std::vector<QuotedTerm>& terms) const {
    const std::size_t quoted = terms.size();
    for (std::uint32_t at = sentence.first_token + 1; at < sentence.end_token; ++at) {
      if ((document_.tokens[at].gap & gap_bracket) == 0 || !is_capital(at)) continue;
      const std::string_view before = gap_before(at);
      if (!before.ends_with('(')) continue;
      std::uint32_t end = at + 1;
      while (end < sentence.end_token && end - at < 3 && is_capital(end) && document_.tokens[end].gap == 0) ++end;
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
    if (carries(sentence, end - 1, known_.no_subject)) return false;
    const Role role = role_of(sentence, first, end);
    if (role.strength >= Strength::word) return end - first == 1 || carries(sentence, first, party_of(role.actor));
    const TokenRange name = introduced_name(sentence, first, sentence.first_token);
    if (name.empty()) return false;
    if (ends_name(sentence, name.end - 1))
      return is_company_form(sentence, name.end - 1) ? related(first, end, name) : !is_known_word(sentence, first);
    return false;
  }

  /// "Del A – Acme": it parts what it stands between; a hyphen ("Travis-CI") does not.
  [[nodiscard]] static bool is_spaced_dash(std::string_view gap) {
    return gap == " - " || gap == " – " || gap == " — ";
  }

  [[nodiscard]] std::string_view gap_before(std::uint32_t token) const {
    if (token == 0) return {};
    const std::uint32_t begin = document_.tokens[token - 1].span().end;
    return document_.text({begin, std::max(begin, document_.tokens[token].begin)});
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
      if (introduction.role.strength < Strength::word) continue;
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
      if (introduction.role.strength >= Strength::word || terms[introduction.first_term].first_token < from) continue;
      const QuotedTerm& term = terms[introduction.first_term];
      const bool weak = introduction.role.strength == Strength::name;
      const TokenRange& name = introduction.name;
      const bool named = !name.empty() && name.first >= from && is_side(sentence, name.first) &&
                         ends_name(sentence, name.end - 1) &&
                         (name.end + 1 >= term.bracket_token || related(term.first_token, term.end_token, name));
      if (!named && !weak) continue;
      introduction.role = {other, Strength::word};
      introduced = true;
    }
    if (!introduced) meet_side(sentence, from, other);
  }

  /// `Acme (nedan "Företaget") värnar om användarnas uppgifter`: beside a customer the company is the vendor.
  void settle_beside_customer(const Sentence& sentence, const std::vector<QuotedTerm>& terms,
                              std::vector<Introduction>& introductions) const {
    for (Introduction& introduction : introductions) {
      const QuotedTerm& term = terms[introduction.first_term];
      if (introduction.role.strength != Strength::name || introduction.role.actor != Actor::customer) continue;
      if (!term.in_bracket || carries(sentence, term.end_token - 1, known_.end_user)) continue;
      bool customer = false;
      for (const Annotation& annotation : annotations_of(document_, sentence))
        customer = customer || (annotation.concept_id == known_.customer && annotation.first_token >= term.end_token);
      if (!customer || term.bracket_token == sentence.first_token) continue;
      const std::uint32_t before = term.bracket_token - 1;
      if (is_capital(before) && !carries(sentence, before, known_.customer))
        introduction.role = {Actor::vendor, Strength::word};
    }
  }

  /// Whether a party of "between ... and ..." begins at `token`, an article before it allowed.
  [[nodiscard]] bool is_side(const Sentence& sentence, std::uint32_t token) const {
    std::uint32_t at = token;
    while (at > sentence.first_token && token - at < 2 &&
           (carries(sentence, at - 1, known_.determiner) || document_.tokens[at - 1].number))
      --at;
    return at > sentence.first_token &&
           (carries(sentence, at - 1, known_.between) || carries(sentence, at - 1, known_.clause_opener));
  }

  /// "Customer Data AB".
  [[nodiscard]] bool is_part_of_name(const Sentence& sentence, const Annotation& annotation) const {
    std::uint32_t at = annotation.first_token;
    while (at < sentence.end_token && at - annotation.first_token < longest_name && is_capital(at)) {
      if (is_company_form(sentence, at)) return true;
      ++at;
    }
    return false;
  }

  /// "between you and Acme Ltd": the one company among the sides.
  void meet_side(const Sentence& sentence, std::uint32_t from, Actor role) {
    std::vector<TokenRange> sides;
    for (std::uint32_t at = from; at < sentence.end_token; ++at) {
      if (!is_company_form(sentence, at)) continue;
      const TokenRange name = adjoining_name(sentence, at + 1);
      if (!name.empty() && name.first >= from && is_side(sentence, name.first)) sides.push_back(name);
    }
    if (sides.size() == 1) meet(sentence, sides[0], vote_for(role, 3));
  }

  void introduce(const Sentence& sentence, const std::vector<QuotedTerm>& terms, const Introduction& introduction) {
    const TokenRange name = introduction.name;
    const bool company = !name.empty() && is_company_form(sentence, name.end - 1);
    const Role role = introduction.role;
    if (role.actor == Actor::none) {
      if (!name.empty()) meet(sentence, name, {});
      for (std::size_t i = introduction.first_term; i <= introduction.last_term; ++i) {
        const QuotedTerm& term = terms[i];
        if (carries(sentence, term.end_token - 1, known_.not_a_name)) continue;
        introduced_.insert(words_of(term.first_token, term.end_token));
        if (!name.empty() && ends_name(sentence, name.end - 1))
          named_.insert(words_of(term.first_token, term.end_token));
        const bool adjoining = name.end + 1 >= term.bracket_token;
        // Acme Group AB ("Acme"): two names of one company, whose role is told elsewhere
        if (!name.empty() && ends_name(sentence, name.end - 1) &&
            (related(term.first_token, term.end_token, name) || (company && adjoining && i == introduction.first_term)))
          short_names_.push_back({words_of(name.first, name.end), words_of(term.first_token, term.end_token),
                                  TokenRange{term.first_token, term.end_token}});
      }
      return;
    }
    if (!name.empty()) meet(sentence, name, vote_for(role.actor, role.strength == Strength::role ? 4 : 3));
    for (std::size_t i = introduction.first_term; i <= introduction.last_term; ++i) {
      const QuotedTerm& term = terms[i];
      const Role here = role_of(sentence, term);
      const bool shares = !name.empty() && related(term.first_token, term.end_token, name);
      // (“You”, “Your” and the “Site”): what is added with "and" need be no party
      if (here.actor == Actor::none && i > introduction.first_term && !shares && is_added(sentence, term)) continue;
      // "the parties", "this information"
      if (here.actor == Actor::none && carries(sentence, term.end_token - 1, known_.not_a_name)) continue;
      if (here.actor == Actor::vendor && here.strength == Strength::role) processor_introduced_ = true;
      if (shares) cores_.emplace_back(words_of(term.first_token, term.end_token), role.actor);
      add_alias({term.first_token, term.end_token}, role.actor,
                role.strength == Strength::role && here.actor != Actor::none && here.actor != role.actor);
    }
  }

  /// Whether "and" joins the term to those before it.
  [[nodiscard]] bool is_added(const Sentence& sentence, const QuotedTerm& term) const {
    std::uint32_t at = term.first_token;
    while (at > sentence.first_token && term.first_token - at < 2 && carries(sentence, at - 1, known_.determiner)) --at;
    return at > sentence.first_token && carries(sentence, at - 1, known_.clause_opener);
  }

  /// Whether a term is a short form of a name: it shares a word with it, or is made of its initials.
  [[nodiscard]] bool related(std::uint32_t first, std::uint32_t end, const TokenRange& name) const {
    for (std::uint32_t at = first; at < end; ++at)
      for (std::uint32_t other = name.first; other < name.end; ++other)
        if (document_.tokens[at].word == document_.tokens[other].word && document_.tokens[at].length >= 3) return true;
    if (end - first != 1) return false;
    std::string initials;
    for (std::uint32_t other = name.first; other < name.end; ++other) initials += written(other)[0];
    const std::string_view term = written(first);
    return term.size() >= 2 && std::string_view(initials).starts_with(term);
  }

  /// The name of the company that a bracket at `before` speaks of, searched no further back than `from`.
  [[nodiscard]] TokenRange introduced_name(const Sentence& sentence, std::uint32_t before, std::uint32_t from) const {
    const TokenRange near = adjoining_name(sentence, before);
    if (!near.empty() && ends_name(sentence, near.end - 1)) return near;
    const TokenRange described = described_name(sentence, before, from);
    if (!described.empty()) return described;
    // "..., Storgatan 9, 990 14 Sundvik (": where it is, not what it is called
    if (!near.empty() && near.first > sentence.first_token &&
        ((document_.tokens[near.first].gap & gap_comma) != 0 || document_.tokens[near.first - 1].number))
      return {};
    return near;
  }

  /// The company that is named and then described: `Acme AB, org.nr 556677-8899, Storgatan 9, 990 14 Sundvik (` and
  /// `Acme Inc., a Delaware corporation with its principal place of business in Austin, Texas (`.
  [[nodiscard]] TokenRange described_name(const Sentence& sentence, std::uint32_t before, std::uint32_t from) const {
    for (std::uint32_t at = before; at > from && before - at < longest_description; --at) {
      if (at < before && (document_.tokens[at].gap & gap_semicolon) != 0) break;
      if (at < before && begins_next_side(sentence, at)) break;
      // "Acme AB, som utför arbete åt dig ("Kunden")"
      if (at < before && carries(sentence, at, known_.customer)) break;
      if (!ends_name(sentence, at - 1)) continue;
      const TokenRange name = adjoining_name(sentence, at);
      if (name.empty() || name.first < from || name.end != at) continue;
      // what describes a name stands behind a comma; "Acme AB utför ..." does something
      const bool described = at == before || (document_.tokens[at].gap & (gap_comma | gap_bracket)) != 0;
      return described ? name : TokenRange{};
    }
    return {};
  }

  /// "Acme AB och den som ...", "..., and Beta": another party's description begins. Not "England and Wales".
  [[nodiscard]] bool begins_next_side(const Sentence& sentence, std::uint32_t token) const {
    if (token <= sentence.first_token || !carries(sentence, token - 1, known_.clause_opener)) return false;
    if (carries(sentence, token, known_.determiner) || carries(sentence, token, known_.customer) ||
        carries(sentence, token, known_.vendor))
      return true;
    return is_capital(token) && ((document_.tokens[token - 1].gap & (gap_comma | gap_bracket)) != 0 ||
                                 (token - 1 > sentence.first_token && ends_name(sentence, token - 2)));
  }

  /// The company name that ends before `before`, registration numbers between them allowed; empty when there is none.
  [[nodiscard]] TokenRange adjoining_name(const Sentence& sentence, std::uint32_t before) const {
    std::uint32_t end = before;
    while (end > sentence.first_token && before - end < 6 &&
           (document_.tokens[end - 1].number || carries(sentence, end - 1, known_.registration_word) ||
            carries(sentence, end - 1, known_.called)))
      --end;
    std::uint32_t first = end;
    while (first > sentence.first_token && end - first < longest_name && is_name_word(sentence, first - 1)) {
      const std::uint8_t gap = first < end ? document_.tokens[first].gap : std::uint8_t{0};
      if ((gap & (gap_stop | gap_semicolon | gap_colon | gap_bracket)) != 0) break;
      if (first < end && is_spaced_dash(gap_before(first))) break;
      if ((gap & gap_comma) != 0 && !is_company_form(sentence, first)) break;
      --first;
    }
    const bool sure = end > first && ends_name(sentence, end - 1);
    // "Amazon Web Services Nigeria Limited": words of the language between words of the name
    for (std::uint32_t at = first; sure && at > sentence.first_token && end - at < longest_name; --at) {
      if (at < end && document_.tokens[at].gap != 0) break;
      if (!is_capital(at - 1) || document_.tokens[at - 1].number) break;
      if (is_name_word(sentence, at - 1))
        first = at - 1;
      else if (!carries(sentence, at - 1, known_.not_a_name))
        break;
    }
    if (end - first == 1 && sure) return {end, end};
    // without a company form, words that the contract itself uses ("Effective Date") are no name
    if (!sure)
      for (std::uint32_t at = first; at < end; ++at)
        if (is_known_word(sentence, at)) return {end, end};
    return {first, end};
  }

  [[nodiscard]] bool is_name_word(const Sentence& sentence, std::uint32_t token) const {
    if (ends_name(sentence, token)) return true;
    // "Brinkenvik Data AB": between a name and its company form any capitalised word is part of the name
    if (is_capital(token) && token > sentence.first_token && token + 1 < sentence.end_token &&
        is_company_form(sentence, token + 1) && document_.tokens[token].gap == 0 &&
        document_.tokens[token + 1].gap == 0 && is_capital(token - 1) && !is_known_word(sentence, token - 1))
      return true;
    if (!is_capital(token) || document_.tokens[token].number) return false;
    // SITE_NAME is left to fill in, and I.A is a number
    const std::string_view text = written(token);
    if (text.find('_') != std::string_view::npos) return false;
    if (text.size() <= 3 && text.find('.') != std::string_view::npos) return false;
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
        const TokenRange name = stated_name(sentence, verb.first_token);
        const TokenRange word{verb.first_token - 1, verb.first_token};
        if (!processor && is_vendor_word(sentence, word) && is_plain(sentence, end, role.first_token))
          called_controllers_.push_back(word);
        if (name.empty()) break;
        if (processor ? is_vendors_own(sentence, end, role) : !is_plain(sentence, end, role.first_token)) break;
        meet(sentence, name, processor ? vote_for(Actor::vendor, 4) : Votes{0, 0, 1});
      }
    }
  }

  /// "Company", which may be either party's.
  [[nodiscard]] bool is_vendor_word(const Sentence& sentence, const TokenRange& word) const {
    const Role role = role_of(sentence, word.first, word.end);
    return is_capital(word.first) && role.actor == Actor::vendor && role.strength == Strength::word;
  }

  /// "The Company acts as a Data Controller", in an agreement with a "Processor": there the company is the customer.
  /// Where the vendor speaks ("we") it is the vendor, who is the controller of its own data.
  void settle_called_controllers() {
    if (!processor_introduced_ || called_controllers_.empty() || count_of_we() >= uses_of_we) return;
    for (const TokenRange& word : called_controllers_) {
      const Words words = words_of(word.first, word.end);
      const auto is_word = [&](const Alias& alias) { return alias.words == words; };
      if (std::any_of(aliases_.begin(), aliases_.end(),
                      [&](const Alias& alias) { return is_word(alias) && alias.stands_for == known_.customer; }))
        continue;
      std::erase_if(aliases_, is_word);
      std::erase(written_[Actor::vendor], name_text(word));
      seen_.erase(words);
      add_alias(word, Actor::customer, true);
    }
  }

  /// "is a processor for us", "är vårt biträde": one of the vendor's own processors.
  [[nodiscard]] bool is_vendors_own(const Sentence& sentence, std::uint32_t from, const Annotation& role) const {
    const std::uint32_t end = std::min(sentence.end_token, role.first_token + role.token_count + 2U);
    for (std::uint32_t at = from; at < end; ++at)
      if (carries(sentence, at, known_.no_subject) && carries(sentence, at, known_.vendor)) return true;
    return false;
  }

  /// Only articles stand between the verb and the role: an "independent controller" is one for its own data.
  [[nodiscard]] bool is_plain(const Sentence& sentence, std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at)
      if (!carries(sentence, at, known_.determiner)) return false;
    return true;
  }

  /// The name that is the subject of a verb at `before`: an introduced one (`(the "Association")`) or a company's,
  /// which may be described between commas.
  [[nodiscard]] TokenRange stated_name(const Sentence& sentence, std::uint32_t before) const {
    for (std::uint32_t length = 3; length > 0; --length)
      if (before >= sentence.first_token + length && introduced_.contains(words_of(before - length, before)))
        return {before - length, before};
    const TokenRange near = adjoining_name(sentence, before);
    if ((document_.tokens[before].gap & gap_comma) == 0) return near.end == before ? near : TokenRange{};
    return introduced_name(sentence, before, sentence.first_token);
  }

  /// A role that is named before its bearer: `Personuppgiftsbiträde är Acme AB`, `Processor: Acme Ltd`, also with a
  /// bracket between them; and `"Processor" means Acme Ltd`.
  void find_named_roles(const Sentence& sentence) {
    const std::vector<QuotedTerm> terms = quoted_terms(document_, sentence);
    const AnnotationRange range = annotations_of(document_, sentence);
    for (const QuotedTerm& term : terms) {
      for (const Annotation& verb : range) {
        if (verb.concept_id != known_.means || verb.first_token != term.end_token) continue;
        const Role role = role_of(sentence, term);
        const TokenRange name = name_after(sentence, verb.first_token + verb.token_count);
        if (role.strength == Strength::name && role.actor == Actor::customer &&
            !carries(sentence, term.end_token - 1, known_.end_user))
          add_alias({term.first_token, term.end_token}, role.actor, false);
        if (role.strength >= Strength::word && !name.empty()) meet(sentence, name, vote_for(role.actor, 4));
      }
    }
    for (const Annotation& label : range) {
      if (label.first_token > sentence.first_token + 1) break;
      const bool controller = carries(sentence, label.first_token, known_.controller_role);
      if (label.concept_id != known_.vendor && label.concept_id != known_.customer) continue;
      if (carries(sentence, label.first_token, known_.no_subject)) continue;
      const Actor role = controller || label.concept_id == known_.customer ? Actor::customer : Actor::vendor;
      const std::uint32_t end = label.first_token + label.token_count;
      std::uint32_t bearer = bearer_of_label(sentence, end);
      if (bearer == sentence.end_token) continue;
      TokenRange name = name_after(sentence, bearer);
      if (name.empty() && (document_.tokens[bearer].gap & gap_colon) != 0) name = labelled_name(sentence, bearer);
      if (name.empty()) continue;
      meet(sentence, name, controller ? Votes{0, 0, 1} : vote_for(role, 3));
      for (const QuotedTerm& term : terms)
        if (term.in_bracket && term.bracket_token == end && term.end_token <= bearer)
          add_alias({term.first_token, term.end_token}, role, false);
      break;
    }
  }

  /// Where what a label names begins: behind its colon, or behind "is"; the sentence's end when it names nothing.
  [[nodiscard]] std::uint32_t bearer_of_label(const Sentence& sentence, std::uint32_t label_end) const {
    for (const Annotation& verb : annotations_of(document_, sentence))
      if (verb.concept_id == known_.acts_as && verb.first_token == label_end)
        return verb.first_token + verb.token_count;
    for (std::uint32_t at = label_end; at < sentence.end_token && at - label_end < 5; ++at) {
      const std::uint8_t gap = document_.tokens[at].gap;
      if ((gap & gap_colon) != 0) return at;
      if (at == label_end && (gap & gap_bracket) == 0) break;
    }
    return sentence.end_token;
  }

  /// The company's or public body's name that begins at `first`.
  [[nodiscard]] TokenRange name_after(const Sentence& sentence, std::uint32_t first) const {
    for (std::uint32_t at = first; at < sentence.end_token && at - first < longest_name; ++at) {
      if (at > first && (document_.tokens[at].gap & (gap_stop | gap_semicolon | gap_colon | gap_bracket)) != 0) break;
      if (at > first && ends_name(sentence, at)) return {first, at + 1};
      if (!is_capital(at) || (at > first && (document_.tokens[at].gap & gap_comma) != 0)) break;
    }
    return {};
  }

  /// `Personuppgiftsbiträde: Acme, org.nr ...`: behind a colon a name needs no company form, if it ends at a sign.
  [[nodiscard]] TokenRange labelled_name(const Sentence& sentence, std::uint32_t first) const {
    std::uint32_t end = first;
    while (end < sentence.end_token && end - first < 3 && is_name_word(sentence, end) &&
           !is_known_word(sentence, end) && (end == first || document_.tokens[end].gap == 0))
      ++end;
    const bool ends = end < sentence.end_token && (document_.tokens[end].gap & (gap_comma | gap_bracket)) != 0;
    return ends ? TokenRange{first, end} : TokenRange{};
  }

  [[nodiscard]] Words words_of(std::uint32_t first, std::uint32_t end) const {
    Words words;
    for (std::uint32_t at = first; at < end; ++at) words.push_back(document_.tokens[at].word);
    return words;
  }

  [[nodiscard]] static Votes vote_for(Actor role, std::uint32_t weight) {
    return role == Actor::vendor ? Votes{weight, 0, 0} : Votes{0, weight, 0};
  }

  void meet(const Sentence& sentence, const TokenRange& tokens, const Votes& votes) {
    Name& name = names_.try_emplace(words_of(tokens.first, tokens.end), Name{tokens, {}, false}).first->second;
    name.company = name.company || is_company_form(sentence, tokens.end - 1);
    name.votes.add(votes);
  }

  [[nodiscard]] static Words core_of(const Words& words, const Name& name) {
    Words result = words;
    if (name.company && result.size() > 1) result.pop_back();
    return result;
  }

  /// Gives each name the role that most speaks for; a short name ("Acme") shares the role of the long one ("Acme AB").
  void name_parties() {
    std::map<Words, Votes> votes;  // by name without company form
    for (const auto& [words, name] : names_) votes[core_of(words, name)].add(name.votes);
    for (const ShortName& short_name : short_names_) {
      Votes& short_votes = votes[short_name.words];
      for (const auto& [words, name] : names_) {
        if (words != short_name.full) continue;
        Votes& full_votes = votes[core_of(words, name)];
        short_votes.raise(full_votes);
        full_votes = short_votes;
      }
      names_.try_emplace(short_name.words, Name{short_name.tokens, {}, false});
    }
    settle_controllers(votes);
    std::map<Actor, std::pair<bool, std::uint32_t>> best;  // of the party's name: a company's, its votes
    for (const auto& [words, name] : names_) {
      const Votes& vote = votes[core_of(words, name)];
      if (vote.vendor == 0 && vote.customer == 0) continue;
      const Actor role = vote.vendor >= vote.customer ? Actor::vendor : Actor::customer;
      add_alias(name.tokens, role, false);
      cores_.emplace_back(core_of(words, name), role);
      if (name.company && name.tokens.end - name.tokens.first > 1)
        add_alias({name.tokens.first, name.tokens.end - 1}, role, false);
      std::string& party = party_names_[role];
      const std::string text = name_text(name.tokens);
      const std::pair<bool, std::uint32_t> rank{name.company, std::max(vote.vendor, vote.customer)};
      if (party.empty() || rank > best[role] || (rank == best[role] && text.size() > party.size())) {
        party = text;
        best[role] = rank;
      }
    }
  }

  /// Who is called controller is the customer in a contract with a processor. In a policy that speaks for the vendor
  /// ("our website") a company called so is the vendor; and of a name that nothing else is known of it says nothing.
  void settle_controllers(std::map<Words, Votes>& votes) const {
    const bool vendor_known =
        std::any_of(votes.begin(), votes.end(), [](const auto& entry) { return entry.second.vendor > 0; });
    const bool vendor_speaks = count_of_we() >= uses_of_we;
    for (const auto& [words, name] : names_) {
      Votes& vote = votes[core_of(words, name)];
      if (vote.vendor > 0 || vote.customer > 0 || vote.controls == 0) continue;
      if (vendor_speaks && !vendor_introduced_ && name.company)
        vote.vendor = 2 + vote.controls;
      else if (vendor_known && (!vendor_speaks || introduced_.contains(words)))
        vote.customer = vote.controls;
    }
  }

  /// How often the text says "us" and "our".
  [[nodiscard]] std::uint32_t count_of_we() const {
    std::uint32_t count = 0;
    for (const Sentence& sentence : document_.sentences) {
      for (const Annotation& annotation : annotations_of(document_, sentence))
        if (annotation.concept_id == known_.vendor && annotation.token_count == 1 &&
            carries(sentence, annotation.first_token, known_.no_subject))
          ++count;
      if (count >= uses_of_we) break;
    }
    return count;
  }

  /// Companies of a party's group stand for the party: where "Lumeo" is the vendor, so is "Lumeo Ireland Limited".
  void find_longer_names() {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_word;
    for (std::size_t i = 0; i < cores_.size(); ++i) by_word[cores_[i].first.front()].push_back(i);
    for (const Sentence& sentence : document_.sentences) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        const auto found = by_word.find(document_.tokens[at].word);
        if (found == by_word.end() || !is_capital(at)) continue;
        if (at > sentence.first_token && document_.tokens[at].gap == 0 && is_capital(at - 1) &&
            is_name_word(sentence, at - 1))
          continue;
        for (const std::size_t number : found->second) {
          const auto& [words, role] = cores_[number];
          const std::uint32_t core_end = at + static_cast<std::uint32_t>(words.size());
          if (core_end > sentence.end_token || words_of(at, core_end) != words) continue;
          std::uint32_t end = core_end;
          while (end < sentence.end_token && end - at < longest_name && is_name_word(sentence, end) &&
                 !is_company_form(sentence, end) && document_.tokens[end].gap == 0 &&
                 document_.tokens[end].word != words.front())
            ++end;
          const bool company = end < sentence.end_token && is_company_form(sentence, end) &&
                               (document_.tokens[end].gap & ~gap_comma) == 0;
          if (company) add_alias({at, end + 1}, role, false);
        }
      }
    }
  }

  /// As written, without the genitive of a company form ("RealMar ABs").
  [[nodiscard]] std::string name_text(const TokenRange& tokens) const {
    std::string text(
        document_.text({document_.tokens[tokens.first].begin, document_.tokens[tokens.end - 1].span().end}));
    for (const std::string_view genitive : {"'s", "\u2019s", ":s"})
      if (text.ends_with(genitive)) text.resize(text.size() - genitive.size());
    const auto is_upper = [&](std::size_t from_end) {
      return text.size() > from_end && text[text.size() - from_end] >= 'A' && text[text.size() - from_end] <= 'Z';
    };
    if (text.ends_with('s') && is_upper(2) && is_upper(3)) text.pop_back();
    return text;
  }

  void add_alias(const TokenRange& tokens, Actor role, bool replaces) {
    Alias alias;
    alias.stands_for = party_of(role);
    alias.replaces_parties = replaces;
    alias.words = words_of(tokens.first, tokens.end);
    if (!seen_.insert(alias.words).second) return;
    // the Swedish genitive of a name: "Safestacks", "Lumens"
    std::string genitive(document_.words.word(alias.words.back()));
    genitive += 's';
    Alias with_s = alias;
    with_s.words.back() = document_.words.intern(genitive);
    aliases_.push_back(std::move(alias));
    aliases_.push_back(std::move(with_s));
    written_[role].push_back(name_text(tokens));
  }

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

  using Candidates = std::map<Words, Candidate>;

  void find_own_name() {
    Candidates candidates;
    std::string addresses;
    for (std::size_t number = 0; number < document_.sentences.size(); ++number) {
      const Sentence& sentence = document_.sentences[number];
      if (sentence.heading && number >= opening_sentences) continue;
      for (const Annotation& annotation : annotations_of(document_, sentence)) {
        if (annotation.concept_id == builtin_url || annotation.concept_id == builtin_email)
          addresses.append(document_.text(document_.span_of(annotation))).append(" ");
      }
      count_names(sentence, number, candidates);
    }
    std::transform(addresses.begin(), addresses.end(), addresses.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    const Candidate* best = nullptr;
    const Words* best_words = nullptr;
    for (auto& [words, candidate] : candidates) {
      if (words.size() > 1) continue;
      const std::string_view name = document_.words.word(words.front());
      candidate.in_address = name.size() >= 4 && addresses.find(name) != std::string::npos;
      const bool company = !candidate.company.empty() || named_.contains(words);
      // "the FADP": an act or a thing
      if (candidate.determined * 2 > candidate.uses) continue;
      const bool evidence = company || candidate.in_address || (candidate.in_title && candidate.subject >= 2);
      if (!evidence || candidate.uses < uses_of_a_name || name.size() < 3) continue;
      if (candidate.subject == 0 && !(company && candidate.in_opening)) continue;
      // others, too, have company forms and act: "Adobe Inc", "Adobe may"
      if (candidate.subject < 2 && !candidate.in_title && !candidate.in_address && !named_.contains(words)) continue;
      if (best == nullptr || candidate.uses + 3 * candidate.subject > best->uses + 3 * best->subject) {
        best = &candidate;
        best_words = &words;
      }
    }
    if (best == nullptr) return;
    // "Sinch Email": one name, when nearly all uses of its first word go on so
    for (const auto& [words, longer] : candidates)
      if (words.size() > best_words->size() && std::equal(best_words->begin(), best_words->end(), words.begin()) &&
          longer.uses * 5 >= best->uses * 4)
        best = &longer, best_words = &words;
    meet(*best->sentence, best->tokens, vote_for(Actor::vendor, 2));
    if (!best->company.empty()) meet(*best->company_sentence, best->company, vote_for(Actor::vendor, 1));
  }

  void count_names(const Sentence& sentence, std::size_t number, Candidates& candidates) const {
    const bool opening = number < 3;
    const bool title = opening || (sentence.heading && number < opening_sentences);
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!begins_name(sentence, at)) continue;
      std::uint32_t end = at + 1;
      while (end < sentence.end_token && end - at < 3 && is_capital(end) && document_.tokens[end].gap == 0 &&
             !is_company_form(sentence, end) && is_name_word(sentence, end))
        ++end;
      const bool subject = is_modal(sentence, end) || (at > sentence.first_token && is_modal(sentence, at - 1) &&
                                                       document_.blocks[sentence.block].language == Language::sv);
      const bool determined = at > sentence.first_token && document_.tokens[at].gap == 0 &&
                              carries(sentence, at - 1, known_.determiner) &&
                              !(end < sentence.end_token && is_capital(end));
      for (std::uint32_t stop = at + 1; stop <= end; ++stop) {
        Candidate& candidate = candidates[words_of(at, stop)];
        ++candidate.uses;
        if (subject) ++candidate.subject;
        if (determined) ++candidate.determined;
        candidate.in_opening = candidate.in_opening || opening;
        candidate.in_title = candidate.in_title || title;
        if (candidate.sentence == nullptr) candidate.sentence = &sentence, candidate.tokens = {at, stop};
        if (candidate.company.empty() && end < sentence.end_token && is_company_form(sentence, end) &&
            (document_.tokens[end].gap & ~gap_comma) == 0)
          candidate.company = adjoining_name(sentence, end + 1), candidate.company_sentence = &sentence;
      }
      // the first word of a sentence may be any word: "Additionally Acme may ..."
      if (at > sentence.first_token) at = end - 1;
    }
  }

  [[nodiscard]] bool begins_name(const Sentence& sentence, std::uint32_t token) const {
    // a part of a hyphenated word is no name
    if (!is_capital(token) || document_.tokens[token].length < 3 || (document_.tokens[token].gap & gap_hyphen) != 0)
      return false;
    const AnnotationRange range = annotations_of(document_, sentence);
    auto next = std::lower_bound(range.begin(), range.end(), token, [](const Annotation& annotation, std::uint32_t at) {
      return annotation.first_token < at;
    });
    bool known_word = false;
    for (; next != range.end() && next->first_token == token; ++next)
      known_word = known_word || !lexicon_.concept_of(next->concept_id).names_companies;
    return !known_word && is_name_word(sentence, token);
  }

  [[nodiscard]] bool is_modal(const Sentence& sentence, std::uint32_t token) const {
    return token < sentence.end_token &&
           (carries(sentence, token, known_.may) || carries(sentence, token, known_.shall) ||
            carries(sentence, token, known_.may_not) || carries(sentence, token, known_.should));
  }

  /// "Company" that this document makes the customer.
  [[nodiscard]] bool is_name_of_other(const std::string& word, Actor role) const {
    const auto other = written_.find(role == Actor::vendor ? Actor::customer : Actor::vendor);
    return other != written_.end() &&
           std::find(other->second.begin(), other->second.end(), word) != other->second.end();
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
        if (by_use[i].second != party.name && !is_name_of_other(by_use[i].second, role) &&
            seen.insert(by_use[i].second).second)
          party.aliases.push_back(by_use[i].second);
      if (!party.name.empty() || !party.aliases.empty()) document_.parties.push_back(std::move(party));
    }
  }

  struct ShortName {
    Words full, words;
    TokenRange tokens;
  };

  Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
  std::vector<Alias> aliases_;
  std::set<Words> seen_;
  std::set<Words> named_;       ///< those of them that stand behind a company's name
  std::set<Words> introduced_;  ///< quoted names whose role is not in the name
  std::map<Words, Name> names_;
  std::vector<std::pair<Words, Actor>> cores_;  ///< names of settled roles, without company forms
  bool vendor_introduced_ = false;              ///< the text names its vendor, rather than only using a name
  bool processor_introduced_ = false;           ///< `(the "Processor")`
  std::vector<TokenRange> called_controllers_;  ///< "Company", where the text says that it is the controller
  std::vector<ShortName> short_names_;
  std::map<Actor, std::string> party_names_;
  std::map<Actor, std::vector<std::string>> written_;
};

}  // namespace

std::vector<Alias> find_parties(Document& document, const Lexicon& lexicon) {
  return PartyFinder(document, lexicon).find();
}

}  // namespace klausul
