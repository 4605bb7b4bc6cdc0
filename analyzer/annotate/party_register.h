#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "annotate/name_reader.h"
#include "annotate/passes.h"

namespace klausul {

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

inline Votes vote_for(Actor role, std::uint32_t weight) {
  return role == Actor::vendor ? Votes{weight, 0, 0} : Votes{0, weight, 0};
}

/// Gathers names and what speaks for their roles while a document is read, and settles in the end who is who.
class PartyRegister {
 public:
  PartyRegister(Document& document, const Lexicon& lexicon)
      : document_(document), known_(lexicon.known()), reader_(document, lexicon) {}

  /// A name that may be a party's, with what speaks for its role.
  void meet(const Sentence& sentence, const TokenRange& tokens, const Votes& votes);

  /// Words that stand for a party throughout the document; `replaces`: though they are words for the other one.
  void add_alias(const TokenRange& tokens, Actor role, bool replaces);

  /// A quoted name whose role is not in the name; `named`: it stands behind a company's name.
  void introduce(const WordNumbers& words, bool named);
  [[nodiscard]] bool is_introduced(const WordNumbers& words) const { return introduced_.contains(words); }
  [[nodiscard]] bool is_named(const WordNumbers& words) const { return named_.contains(words); }

  /// Two names of one company, whose role is told elsewhere: Acme Group AB ("Acme").
  void add_short_name(const TokenRange& full, const TokenRange& short_name);

  /// A name, without company form, of a settled role.
  void add_core(WordNumbers words, Actor role) { cores_.emplace_back(std::move(words), role); }

  /// `(the "Processor")`.
  void introduce_processor() { processor_introduced_ = true; }

  /// "Company", where the text says that it is the controller.
  void add_called_controller(const TokenRange& word) { called_controllers_.push_back(word); }

  /// All that the document introduces has been met: what comes now are names that it only uses.
  void end_introductions();

  /// Fills document.parties and gives the aliases.
  std::vector<Alias> settle();

 private:
  /// A name that may be a party's.
  struct Name {
    TokenRange tokens;  ///< of its first use
    Votes votes;
    bool company = false;  ///< ends in a company form
  };

  struct ShortName {
    WordNumbers full, words;
    TokenRange tokens;
  };

  [[nodiscard]] static WordNumbers core_of(const WordNumbers& words, const Name& name);

  /// Gives each name the role that most speaks for; a short name ("Acme") shares the role of the long one ("Acme AB").
  void name_parties();

  /// Who is called controller is the customer in a contract with a processor. In a policy that speaks for the vendor
  /// ("our website") a company called so is the vendor; and of a name that nothing else is known of it says nothing.
  void settle_controllers(std::map<WordNumbers, Votes>& votes) const;

  /// Companies of a party's group stand for the party: where "Lumeo" is the vendor, so is "Lumeo Ireland Limited".
  void find_longer_names();

  /// "Company" that this document makes the customer.
  [[nodiscard]] bool is_name_of_other(const std::string& word, Actor role) const;

  void collect_parties();

  /// "The Company acts as a Data Controller", in an agreement with a "Processor": there the company is the customer.
  /// Where the vendor speaks ("we") it is the vendor, who is the controller of its own data.
  void settle_called_controllers();

  /// How often the text says "us" and "our".
  [[nodiscard]] std::uint32_t count_of_we() const;

  Document& document_;
  const KnownConcepts& known_;
  NameReader reader_;
  std::vector<Alias> aliases_;
  std::set<WordNumbers> seen_;
  std::set<WordNumbers> named_;       ///< those of introduced_ that stand behind a company's name
  std::set<WordNumbers> introduced_;  ///< quoted names whose role is not in the name
  std::map<WordNumbers, Name> names_;
  std::vector<std::pair<WordNumbers, Actor>> cores_;  ///< names of settled roles, without company forms
  bool vendor_introduced_ = false;                    ///< the text names its vendor, rather than only using a name
  bool processor_introduced_ = false;                 ///< `(the "Processor")`
  std::vector<TokenRange> called_controllers_;        ///< "Company", where the text says that it is the controller
  std::vector<ShortName> short_names_;
  std::map<Actor, std::string> party_names_;
  std::map<Actor, std::vector<std::string>> written_;
};

}  // namespace klausul
