#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/document.h"
#include "annotate/quoted_terms.h"
#include "words/lexicon.h"

namespace klausul {

/// Numbers of the document's words, in order: a name without its spelling.
using WordNumbers = std::vector<std::uint32_t>;

struct TokenRange {
  std::uint32_t first = 0, end = 0;
  [[nodiscard]] bool empty() const { return end <= first; }
};

enum class RoleStrength : std::uint8_t {
  none,
  name,  ///< a word that only a definition makes a party ("Association")
  word,  ///< a word that may be either party's ("Company", "we")
  role   ///< "Processor", "Controller"
};

struct NamedRole {
  Actor actor = Actor::none;
  RoleStrength strength = RoleStrength::none;
};

constexpr std::uint32_t longest_name = 6;  ///< words

/// Reads names of companies and public bodies, and words for the parties' roles, out of sentences. A name is empty when
/// none stands where it is looked for.
class NameReader {
 public:
  NameReader(const Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon), known_(lexicon.known()) {}

  /// The token as the document writes it.
  [[nodiscard]] std::string_view written(std::uint32_t token) const;

  /// Whether it begins with a capital letter.
  [[nodiscard]] bool is_capital(std::uint32_t token) const;

  /// Whether the token is part of an annotation with this concept.
  [[nodiscard]] bool carries(const Sentence& sentence, std::uint32_t token, ConceptId id) const;

  /// Whether a word of the contract's language, rather than of a name, begins or goes on at `token`.
  [[nodiscard]] bool is_known_word(const Sentence& sentence, std::uint32_t token) const;

  /// "AB", "Ltd": the legal form that ends a company's name.
  [[nodiscard]] bool is_company_form(const Sentence& sentence, std::uint32_t token) const;

  /// Whether a company's or a public body's name ends with the token.
  [[nodiscard]] bool ends_name(const Sentence& sentence, std::uint32_t token) const;

  /// The role that a term names by its last word ("Data Processor", not "Customer Data").
  [[nodiscard]] NamedRole role_of(const Sentence& sentence, std::uint32_t first, std::uint32_t end) const;

  [[nodiscard]] NamedRole role_of(const Sentence& sentence, const QuotedTerm& term) const;

  /// The concept of all that stands for the vendor or the customer.
  [[nodiscard]] ConceptId party_of(Actor role) const { return role == Actor::vendor ? known_.vendor : known_.customer; }

  /// What stands between the token and the one before it.
  [[nodiscard]] std::string_view gap_before(std::uint32_t token) const;

  /// Whether a term is a short form of a name: it shares a word with it, or is made of its initials.
  [[nodiscard]] bool related(std::uint32_t first, std::uint32_t end, const TokenRange& name) const;

  /// The name of the company that a bracket at `before` speaks of, searched no further back than `from`.
  [[nodiscard]] TokenRange introduced_name(const Sentence& sentence, std::uint32_t before, std::uint32_t from) const;

  /// The company name that ends before `before`, registration numbers between them allowed; empty when there is none.
  [[nodiscard]] TokenRange adjoining_name(const Sentence& sentence, std::uint32_t before) const;

  /// Whether the token may be part of a name: capitalised, and no word of the contract's own.
  [[nodiscard]] bool is_name_word(const Sentence& sentence, std::uint32_t token) const;

  /// The company's or public body's name that begins at `first`.
  [[nodiscard]] TokenRange name_after(const Sentence& sentence, std::uint32_t first) const;

  /// `Personuppgiftsbiträde: Acme, org.nr ...`: behind a colon a name needs no company form, if it ends at a sign.
  [[nodiscard]] TokenRange labelled_name(const Sentence& sentence, std::uint32_t first) const;

  /// The word numbers of the tokens from `first` to `end`.
  [[nodiscard]] WordNumbers words_of(std::uint32_t first, std::uint32_t end) const;

  /// As written, without the genitive of a company form ("RealMar ABs").
  [[nodiscard]] std::string name_text(const TokenRange& tokens) const;

 private:
  /// "GitHub's Limited Licence": what follows a genitive is no company form.
  [[nodiscard]] bool has_genitive(std::uint32_t token) const;

  /// "Norrsund Cloud (Singapore) Private Limited": a place in brackets within a name.
  [[nodiscard]] bool is_bracketed_place(const Sentence& sentence, std::uint32_t token) const;

  [[nodiscard]] bool all_capitals(std::uint32_t token) const;

  /// "PROVIDED AS IS", "LIABILITY IS LIMITED TO": in a text in capitals "AS" and "LIMITED" are words like others.
  [[nodiscard]] bool is_shouted(const Sentence& sentence, std::uint32_t token) const;

  /// "Tallmora kommun": no company, but as surely the end of a name.
  [[nodiscard]] bool is_public_body(const Sentence& sentence, std::uint32_t token) const;

  /// "Del A – Acme": it parts what it stands between; a hyphen ("Travis-CI") does not.
  [[nodiscard]] static bool is_spaced_dash(std::string_view gap);

  /// The company that is named and then described: `Acme AB, org.nr 556677-8899, Storgatan 9, 990 14 Sundvik (` and
  /// `Acme Inc., a Delaware corporation with its principal place of business in Austin, Texas (`.
  [[nodiscard]] TokenRange described_name(const Sentence& sentence, std::uint32_t before, std::uint32_t from) const;

  /// "Acme AB och den som ...", "..., and Beta": another party's description begins. Not "England and Wales".
  [[nodiscard]] bool begins_next_side(const Sentence& sentence, std::uint32_t token) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const KnownConcepts& known_;
};

}  // namespace klausul
