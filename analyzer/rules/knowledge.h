#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/checklist.h"
#include "rules/entry.h"
#include "rules/theme.h"
#include "text/problem.h"
#include "words/lexicon.h"

namespace klausul {

/// Lexicons, entries and profiles: loaded once, then immutable and shared by all threads.
struct Knowledge {
  Lexicon lexicon;
  std::vector<Entry> entries;      ///< in id order
  std::vector<TypeProfile> types;  ///< how each document type is recognised
  std::vector<ChecklistRow> checklist;
  std::vector<StandardContract> standards;
  std::vector<Sector> sectors;
  std::vector<Theme> themes;  ///< of a negotiation
  std::vector<Family> families;
  std::string hash;       ///< over all files, 16 hexadecimal digits
  std::string law_as_of;  ///< YYYY-MM-DD

  /// Null when there is none of that id.
  [[nodiscard]] const Entry* find(const std::string& id) const;
  /// The entry that a comparison of two language versions speaks through; null when there is none.
  [[nodiscard]] const Entry* version_entry() const;
  [[nodiscard]] const Sector* find_sector(const std::string& id) const;
};

struct LoadedKnowledge {
  std::shared_ptr<const Knowledge> knowledge;  ///< null when there are problems
  std::vector<Problem> problems;               ///< all of them, sorted by file and path
};

/// Loads `folder`/lexicons and `folder`/clauses strictly. `with_tests` also keeps the entries' tests (for rule
/// authors).
LoadedKnowledge load_knowledge(const std::string& folder, bool with_tests = false);

}  // namespace klausul
