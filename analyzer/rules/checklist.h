#pragma once

#include <string>
#include <vector>

#include "rules/entry.h"

namespace klausul {

/// A row of the Article 28 checklist: what the law asks for and the entries that answer it. clauses/checklist.json.
struct ChecklistRow {
  std::string ref;  ///< "28(3)(a)"
  Bilingual title;
  std::vector<std::string> entries;  ///< ids; the worst of their statuses is the row's
};

}  // namespace klausul
