#include "assess/standard_contracts.h"

#include <algorithm>

namespace klausul {

std::vector<StandardText> find_standard_texts(const Matcher& matcher, const Knowledge& knowledge) {
  std::vector<StandardText> texts;
  for (const StandardContract& standard : knowledge.standards) {
    std::vector<std::uint32_t> sentences;
    std::uint32_t signs = 0;
    for (const Pattern& sign : standard.signs) {
      const std::vector<Match> matches = matcher.find(sign);
      if (!matches.empty()) ++signs;
      for (const Match& match : matches) sentences.push_back(match.sentence);
    }
    if (signs < standard.needed || sentences.empty()) continue;
    const auto [first, last] = std::minmax_element(sentences.begin(), sentences.end());
    texts.push_back({&standard, *first, *last + 1});
  }
  return texts;
}

}  // namespace klausul
