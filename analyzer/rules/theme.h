#pragma once

#include <string>
#include <vector>

#include "rules/entry.h"

namespace klausul {

/// A subject that points of a negotiation are gathered under. clauses/themes.json.
struct Theme {
  std::string id;
  Bilingual title;
  std::vector<std::string> covers;   ///< what `theme` of an entry may say: "IMY-2"
  std::vector<Bilingual> questions;  ///< to put to the vendor where an entry has none of its own
};

/// What a family of entries is called. clauses/families.json.
struct Family {
  std::string id;  ///< "subprocessor"
  Bilingual name;
};

/// The theme that an entry with this `theme` belongs under: the one that covers its first name, and the last one for
/// entries without. Null when there are no themes.
const Theme* theme_of(const std::vector<std::string>& names, const std::vector<Theme>& themes);

}  // namespace klausul
