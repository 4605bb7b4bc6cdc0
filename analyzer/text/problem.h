#pragma once

#include <string>

namespace klausul {

/// A mistake in a clause file, lexicon or profile, told so that its author can mend it.
struct Problem {
  std::string file;  ///< relative to the knowledge folder
  std::string path;  ///< JSON pointer; "" for the whole file
  std::string what;  ///< one sentence

  friend bool operator==(const Problem&, const Problem&) = default;
  friend auto operator<=>(const Problem&, const Problem&) = default;
};

}  // namespace klausul
