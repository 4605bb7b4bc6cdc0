#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "structure/block.h"

namespace klausul {

using ConceptId = std::uint16_t;
inline constexpr ConceptId no_concept = 0xFFFF;

/// A mistake in a lexicon or clause file.
struct Problem {
  std::string file;  ///< relative to the knowledge folder
  std::string path;  ///< JSON pointer; "" for the whole file
  std::string what;  ///< one sentence
};

struct Concept {
  std::string id;
  std::string meaning;
  std::vector<std::string> en, sv;    ///< forms as written in the file
  std::vector<ConceptId> implies;     ///< direct and indirect
  bool hides_inside = false;
  bool alias_target = false;
};

/// An act in lexicons/laws.json.
struct Act {
  std::string id;    ///< "gdpr"
  std::vector<std::string> names;
};

/// Concepts that annotators find rather than word lists. They come first in Lexicon::concepts, in this order.
enum BuiltinConcept : ConceptId {
  builtin_duration, builtin_date, builtin_url, builtin_email, builtin_amount, builtin_percentage, builtin_placeholder,
  builtin_number, builtin_law_reference, builtin_count
};

/// How far a negating word reaches.
struct NegationRules {
  std::uint32_t reach_words = 6;        ///< words after the negating word that it governs
};

/// A set of words or word patterns, as the trie's alphabet: "underbiträd*" is one.
using WordClass = std::uint32_t;

/// All words klausul knows. Immutable after loading.
class Lexicon {
 public:
  /// Loads `folder`/lexicons. Mistakes are added to `problems`; the result is then not to be used.
  static Lexicon load(const std::string& folder, std::vector<Problem>& problems);

  [[nodiscard]] const std::vector<Concept>& concepts() const { return concepts_; }
  [[nodiscard]] const std::vector<Act>& acts() const { return acts_; }
  /// no_concept when there is none of that id.
  [[nodiscard]] ConceptId find(std::string_view id) const;
  /// The known id most like `id`, for "did you mean"; "" when nothing is near.
  [[nodiscard]] std::string nearest(std::string_view id) const;
};

}  // namespace klausul
