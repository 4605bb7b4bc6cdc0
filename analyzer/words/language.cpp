#include "words/language.h"

#include <algorithm>

namespace klausul {

Language LanguageCount::language() const {
  const std::uint32_t most = std::max({sv, en, other});
  if (most < 3) return Language::unknown;
  // A few words prove no foreign language: "en", "med" and "e" are words of several.
  constexpr std::uint32_t enough = 6;
  if (other >= enough && is_more_foreign()) return Language::other;
  if (sv == en) return Language::unknown;
  return sv > en ? Language::sv : Language::en;
}

/// Danish, Norwegian and German share many small words with Swedish, so a few more than ours prove nothing.
bool LanguageCount::is_more_foreign() const { return other * 2 > 3 * std::max(sv, en); }

bool LanguageCount::is_foreign() const { return words >= 25 && ((sv + en) * 12 < words || is_more_foreign()); }

void LanguageCount::add(const LanguageCount& count) {
  sv += count.sv;
  en += count.en;
  other += count.other;
  words += count.words;
}

LanguageCounter::LanguageCounter(const Lexicon& lexicon, const WordTable& words) {
  bits_.reserve(words.size());
  for (std::uint32_t number = 0; number < words.size(); ++number)
    bits_.push_back(lexicon.function_word(words.word(number)));
}

LanguageCount LanguageCounter::count(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end) const {
  LanguageCount result;
  for (std::uint32_t at = first; at < end; ++at) {
    const std::uint8_t bits = bits_[tokens[at].word];
    result.sv += bits & 1U;
    result.en += (bits >> 1U) & 1U;
    result.other += (bits >> 2U) & 1U;
    result.words += tokens[at].number ? 0 : 1;
  }
  return result;
}

}  // namespace klausul
