#include "annotate/own_name.h"
#include "annotate/party_introductions.h"
#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::size_t opening_sentences = 40;  ///< where a document introduces its parties

/// What sentences say of roles: "Acme is the processor", `Personuppgiftsbiträde: Acme AB`, `"Processor" means Acme
/// Ltd`.
class RoleFinder {
 public:
  RoleFinder(const Document& document, const Lexicon& lexicon, PartyRegister& parties)
      : document_(document), known_(lexicon.known()), reader_(document, lexicon), register_(parties) {}

  void find(const Sentence& sentence) {
    find_statements(sentence);
    find_named_roles(sentence);
  }

 private:
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
          register_.add_called_controller(word);
        if (name.empty()) break;
        if (processor ? is_vendors_own(sentence, end, role) : !is_plain(sentence, end, role.first_token)) break;
        register_.meet(sentence, name, processor ? vote_for(Actor::vendor, 4) : Votes{0, 0, 1});
      }
    }
  }

  /// "Company", which may be either party's.
  [[nodiscard]] bool is_vendor_word(const Sentence& sentence, const TokenRange& word) const {
    const NamedRole role = reader_.role_of(sentence, word.first, word.end);
    return reader_.is_capital(word.first) && role.actor == Actor::vendor && role.strength == RoleStrength::word;
  }

  /// "is a processor for us", "är vårt biträde": one of the vendor's own processors.
  [[nodiscard]] bool is_vendors_own(const Sentence& sentence, std::uint32_t from, const Annotation& role) const {
    const std::uint32_t end = std::min(sentence.end_token, role.first_token + role.token_count + 2U);
    for (std::uint32_t at = from; at < end; ++at)
      if (reader_.carries(sentence, at, known_.no_subject) && reader_.carries(sentence, at, known_.vendor)) return true;
    return false;
  }

  /// Only articles stand between the verb and the role: an "independent controller" is one for its own data.
  [[nodiscard]] bool is_plain(const Sentence& sentence, std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at)
      if (!reader_.carries(sentence, at, known_.determiner)) return false;
    return true;
  }

  /// The name that is the subject of a verb at `before`: an introduced one (`(the "Association")`) or a company's,
  /// which may be described between commas.
  [[nodiscard]] TokenRange stated_name(const Sentence& sentence, std::uint32_t before) const {
    for (std::uint32_t length = 3; length > 0; --length)
      if (before >= sentence.first_token + length && register_.is_introduced(reader_.words_of(before - length, before)))
        return {before - length, before};
    const TokenRange near = reader_.adjoining_name(sentence, before);
    if ((document_.tokens[before].gap & gap_comma) == 0) return near.end == before ? near : TokenRange{};
    return reader_.introduced_name(sentence, before, sentence.first_token);
  }

  /// A role that is named before its bearer: `Personuppgiftsbiträde är Acme AB`, `Processor: Acme Ltd`, also with a
  /// bracket between them; and `"Processor" means Acme Ltd`.
  void find_named_roles(const Sentence& sentence) {
    const std::vector<QuotedTerm> terms = quoted_terms(document_, sentence);
    const AnnotationRange range = annotations_of(document_, sentence);
    for (const QuotedTerm& term : terms) {
      for (const Annotation& verb : range) {
        if (verb.concept_id != known_.means || verb.first_token != term.end_token) continue;
        const NamedRole role = reader_.role_of(sentence, term);
        const TokenRange name = reader_.name_after(sentence, verb.first_token + verb.token_count);
        if (role.strength == RoleStrength::name && role.actor == Actor::customer &&
            !reader_.carries(sentence, term.end_token - 1, known_.end_user))
          register_.add_alias({term.first_token, term.end_token}, role.actor, false);
        if (role.strength >= RoleStrength::word && !name.empty())
          register_.meet(sentence, name, vote_for(role.actor, 4));
      }
    }
    for (const Annotation& label : range) {
      if (label.first_token > sentence.first_token + 1) break;
      const bool controller = reader_.carries(sentence, label.first_token, known_.controller_role);
      if (label.concept_id != known_.vendor && label.concept_id != known_.customer) continue;
      if (reader_.carries(sentence, label.first_token, known_.no_subject)) continue;
      const Actor role = controller || label.concept_id == known_.customer ? Actor::customer : Actor::vendor;
      const std::uint32_t end = label.first_token + label.token_count;
      std::uint32_t bearer = bearer_of_label(sentence, end);
      if (bearer == sentence.end_token) continue;
      TokenRange name = reader_.name_after(sentence, bearer);
      if (name.empty() && (document_.tokens[bearer].gap & gap_colon) != 0)
        name = reader_.labelled_name(sentence, bearer);
      if (name.empty()) continue;
      register_.meet(sentence, name, controller ? Votes{0, 0, 1} : vote_for(role, 3));
      for (const QuotedTerm& term : terms)
        if (term.in_bracket && term.bracket_token == end && term.end_token <= bearer)
          register_.add_alias({term.first_token, term.end_token}, role, false);
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

  const Document& document_;
  const KnownConcepts& known_;
  NameReader reader_;
  PartyRegister& register_;
};

}  // namespace

/// The parties' names come from four sources: what the document introduces (`Acme AB ("Leverantören")`, `between you
/// and Acme Ltd`), what it defines (`"Processor" means Acme Ltd`), what it says of roles ("Acme is the processor"), and
/// the company name that a vendor's own terms use as subject.
std::vector<Alias> find_parties(Document& document, const Lexicon& lexicon) {
  PartyRegister parties(document, lexicon);
  RoleFinder roles(document, lexicon, parties);
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    find_introductions(document, lexicon, sentence, number < opening_sentences, parties);
    roles.find(sentence);
  }
  parties.end_introductions();
  find_own_name(document, lexicon, parties);
  return parties.settle();
}

}  // namespace klausul
