// How well parties and defined terms are told, against corpus/parties.tsv: facts that a reader states of whole
// contracts. The real ones are in shared/, which is not part of the repository; without it only our own contracts are
// measured.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/document.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

namespace fs = std::filesystem;

/// At least so many of a hundred facts must be right.
constexpr std::size_t needed_of_hundred = 95;

/// A row of corpus/parties.tsv; corpus/README.md says what its columns mean.
struct PartyFact {
  std::string document, kind, stands_for, form, words;
};

std::vector<PartyFact> read_facts() {
  Result<std::string> bytes = read_bytes(std::string(KLAUSUL_ROOT) + "/corpus/parties.tsv", {});
  BOOST_REQUIRE(bytes.has_value());
  std::vector<PartyFact> facts;
  std::istringstream lines(*bytes);
  std::string line;
  std::getline(lines, line);  // the header
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    PartyFact fact;
    std::getline(cells, fact.document, '\t');
    std::getline(cells, fact.kind, '\t');
    std::getline(cells, fact.stands_for, '\t');
    std::getline(cells, fact.form, '\t');
    std::getline(cells, fact.words, '\t');
    BOOST_REQUIRE_MESSAGE(fact.kind == "party" || fact.kind == "definition", "the kind of a fact: " << line);
    BOOST_REQUIRE_MESSAGE(fact.form == "name" || fact.form == "word", "the form of a fact: " << line);
    facts.push_back(std::move(fact));
  }
  return facts;
}

bool is_own(const PartyFact& fact) { return fact.document.find('/') == std::string::npos; }

fs::path file_of(const PartyFact& fact) {
  if (!is_own(fact)) return shared_folder() / "corpora" / fact.document;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(fs::path(KLAUSUL_ROOT) / "corpus" / fact.document, error))
    if (item.path().stem() == "source") return item.path();
  return {};
}

/// "Vantrellis Inc." and "Vantrellis Inc" are one name.
std::string_view without_stop(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

/// What is found of one document's facts.
class FactChecker {
 public:
  FactChecker(const Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {}

  /// What is wrong; "" when the fact is found.
  [[nodiscard]] std::string wrong(const PartyFact& fact) const {
    if (fact.form == "name") return wrong_name(fact);
    const KnownConcepts& known = lexicon_.known();
    std::vector<ConceptId> wanted, unwanted;
    if (fact.kind == "definition") wanted = {lexicon_.find(fact.stands_for)};
    if (fact.stands_for == "processor") wanted = {known.vendor}, unwanted = {known.customer};
    if (fact.stands_for == "controller") wanted = {known.customer}, unwanted = {known.vendor};
    if (fact.stands_for == "neither") unwanted = {known.vendor, known.customer};
    BOOST_REQUIRE_MESSAGE(std::find(wanted.begin(), wanted.end(), no_concept) == wanted.end(),
                          "no such concept: " << fact.stands_for);
    return wrong_words(fact, wanted, unwanted);
  }

 private:
  struct TokenRange {
    std::uint32_t first, last;
  };

  [[nodiscard]] std::string wrong_name(const PartyFact& fact) const {
    const Actor role = fact.stands_for == "processor" ? Actor::vendor : Actor::customer;
    std::string name;
    for (const ResolvedParty& party : document_.parties)
      if (party.role == role) name = party.name;
    std::string_view rest = fact.words;  // "Finlands miljöcentral / Syke": either will do
    while (true) {
      const std::size_t slash = rest.find(" / ");
      if (without_stop(rest.substr(0, slash)) == without_stop(name)) return {};
      if (slash == std::string_view::npos) break;
      rest.remove_prefix(slash + 3);
    }
    return "named \"" + name + "\"";
  }

  /// Nine of ten places must stand for what the fact says: a name is now and then part of something else.
  [[nodiscard]] std::string wrong_words(const PartyFact& fact, const std::vector<ConceptId>& wanted,
                                        const std::vector<ConceptId>& unwanted) const {
    const std::vector<TokenRange> places = places_of(fact.words);
    if (places.empty()) return "not in the text";
    std::size_t right = 0, other = 0;
    for (const TokenRange& place : places) {
      if (!wanted.empty() && is_annotated(place, wanted, fact.kind == "party")) ++right;
      if (is_annotated(place, unwanted, false)) ++other;
    }
    const auto count = [&](std::size_t number) {
      return std::to_string(number) + " of " + std::to_string(places.size()) + " places";
    };
    if (!wanted.empty() && right * 10 < places.size() * 9) return "told at " + count(right);
    if (other * 10 > places.size()) return "taken for another party at " + count(other);
    return {};
  }

  /// Whole words, written exactly so.
  [[nodiscard]] std::vector<TokenRange> places_of(std::string_view words) const {
    std::vector<TokenRange> places;
    const std::string_view text = document_.source.text;
    std::uint32_t token = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
      while (token < document_.tokens.size() && document_.tokens[token].begin < at) ++token;
      std::uint32_t last = token;
      while (last < document_.tokens.size() && document_.tokens[last].span().end < at + words.size()) ++last;
      if (last >= document_.tokens.size() || document_.tokens[token].begin != at) continue;
      const std::string_view rest =
          text.substr(at + words.size(), document_.tokens[last].span().end - at - words.size());
      const bool possessive = rest.starts_with("'") || rest.starts_with("’") || rest.starts_with(":");
      if (rest.empty() || possessive) places.push_back({token, last});
    }
    return places;
  }

  [[nodiscard]] bool is_annotated(const TokenRange& place, const std::vector<ConceptId>& concepts, bool whole) const {
    return std::any_of(document_.annotations.begin(), document_.annotations.end(), [&](const Annotation& annotation) {
      const std::uint32_t last = annotation.first_token + annotation.token_count - 1U;
      return std::find(concepts.begin(), concepts.end(), annotation.concept_id) != concepts.end() &&
             last >= place.last && annotation.first_token <= (whole ? place.first : place.last);
    });
  }

  const Document& document_;
  const Lexicon& lexicon_;
};

void measure(bool own) {
  std::map<std::string, std::vector<PartyFact>> by_document;
  for (PartyFact& fact : read_facts())
    if (is_own(fact) == own) by_document[fact.document].push_back(std::move(fact));
  const Lexicon& lexicon = repository_lexicon();
  std::size_t right = 0, all = 0;
  for (const auto& [name, facts] : by_document) {
    const fs::path path = file_of(facts.front());
    if (!own && !fs::exists(path)) continue;
    Result<std::string> bytes = read_bytes(path.string(), {});
    BOOST_REQUIRE_MESSAGE(bytes.has_value(), "the document of a fact: " << name);
    Result<SourceText> source = read_document(std::move(*bytes), path.filename().string());
    BOOST_REQUIRE_MESSAGE(source.has_value(), (source ? std::string() : source.error().what));
    const Document document = prepare_document(std::move(*source), lexicon);
    const FactChecker checker(document, lexicon);
    for (const PartyFact& fact : facts) {
      const std::string wrong = checker.wrong(fact);
      ++all;
      if (wrong.empty())
        ++right;
      else
        std::cout << "  " << name << ": " << fact.form << " \"" << fact.words << "\", " << fact.stands_for << ": "
                  << wrong << "\n";
    }
  }
  if (all == 0) {
    std::cout << "skipped: shared/ is not here\n";
    return;
  }
  std::cout << "parties and definitions, " << (own ? "own" : "real") << " documents: " << right << " of " << all
            << " facts\n";
  BOOST_TEST(right * 100 >= all * needed_of_hundred);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parties_benchmark)

BOOST_AUTO_TEST_CASE(own_documents) { measure(true); }

BOOST_AUTO_TEST_CASE(real_documents) { measure(false); }

BOOST_AUTO_TEST_SUITE_END()
