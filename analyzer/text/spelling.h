#pragma once

#include <memory>
#include <string>
#include <vector>

class Hunspell;

namespace klausul {

/// The Swedish and English dictionaries of Hunspell, for questions about broken words and unreadable text. What a
/// dictionary says is a hint, never evidence. Not for use by several threads at once; is_dictionary_word is.
class Spelling {
 public:
  /// Loads the dictionaries `names` ("sv_SE") of `folder`; those that are not there are left out.
  Spelling(const std::string& folder, const std::vector<std::string>& names);
  ~Spelling();
  Spelling(const Spelling&) = delete;
  Spelling& operator=(const Spelling&) = delete;

  /// True when no dictionary was found: then nothing is known.
  [[nodiscard]] bool empty() const { return dictionaries_.empty(); }
  /// Whether one of the dictionaries knows `word` (UTF-8, no white space), Swedish compounds included.
  [[nodiscard]] bool knows(const std::string& word) const;

 private:
  std::vector<std::unique_ptr<Hunspell>> dictionaries_;
};

/// Whether the installed Swedish and English dictionaries know `word`. Loads them at the first question, which takes
/// a tenth of a second; may be asked from several threads. False for every word when none is installed.
bool is_dictionary_word(const std::string& word);

/// Whether any dictionary is installed. Loads them like is_dictionary_word.
bool has_dictionaries();

}  // namespace klausul
