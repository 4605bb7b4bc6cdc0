#pragma once

#include <cstdint>
#include <vector>

#include "structure/block.h"
#include "words/lexicon.h"
#include "words/token.h"
#include "words/word_table.h"

namespace klausul {

/// Function words counted in a stretch of text.
struct LanguageCount {
  std::uint32_t sv = 0, en = 0, other = 0, words = 0;
  /// The language the counts speak for; unknown when they are too few to tell.
  [[nodiscard]] Language language() const;
  /// Whether a whole document is in neither Swedish nor English: nearly no function words of either, or more of others.
  [[nodiscard]] bool is_foreign() const;
  void add(const LanguageCount& count);

 private:
  [[nodiscard]] bool is_more_foreign() const;
};

/// Tells languages by function words, looked up once for each distinct word of a document.
class LanguageCounter {
 public:
  LanguageCounter(const Lexicon& lexicon, const WordTable& words);
  [[nodiscard]] LanguageCount count(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end) const;

 private:
  std::vector<std::uint8_t> bits_;  ///< by word number
};

}  // namespace klausul
