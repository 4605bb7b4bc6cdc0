#include "read/pdf_legibility.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "text/spelling.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kFewestBadSigns = 20;
constexpr double kMostBadSigns = 0.04;    ///< of all
constexpr std::size_t kFewestWords = 40;  ///< fewer say nothing of a language
constexpr double kFewestLittleWords = 0.1;
constexpr std::size_t kWordsToLookUp = 60;
constexpr double kMostUnknown = 0.6;

using namespace std::string_view_literals;

/// Words without which no page of Swedish or English does.
constexpr std::array kLittleWords{
    "and"sv, "att"sv,   "av"sv,  "be"sv,  "by"sv,   "den"sv, "det"sv,  "en"sv,   "enligt"sv, "ett"sv, "for"sv,  "får"sv,
    "för"sv, "har"sv,   "i"sv,   "in"sv,  "inte"sv, "is"sv,  "med"sv,  "of"sv,   "och"sv,    "om"sv,  "on"sv,   "or"sv,
    "på"sv,  "shall"sv, "ska"sv, "som"sv, "that"sv, "the"sv, "this"sv, "till"sv, "to"sv,     "vid"sv, "with"sv, "är"sv};

bool is_private_use(char32_t value) {
  return (value >= 0xE000 && value <= 0xF8FF) || (value >= 0xF0000 && value <= 0x10FFFD);
}

bool is_bad(char32_t value) { return value == 0xFFFD || is_private_use(value) || (value < 0x20 && value != '\t'); }

/// What a page's signs are.
struct Signs {
  std::size_t good = 0;
  std::size_t bad = 0;
};

Signs count_signs(const PdfPage& page) {
  Signs signs;
  signs.bad = page.unmapped;
  for (const PdfWord& word : page.words) {
    // One sign of private use that stands alone is a bullet or a picture.
    const bool alone = !word.text.empty() && code_point_at(word.text, 0).length == word.text.size();
    for (std::size_t at = 0; !alone && at < word.text.size();) {
      const CodePoint point = code_point_at(word.text, at);
      ++(is_bad(point.value) ? signs.bad : signs.good);
      at += point.length;
    }
  }
  return signs;
}

/// `word` without signs around it; "" when signs or numbers stand within.
std::string letters_of(const std::string& word) {
  std::size_t begin = 0;
  while (begin < word.size() && !is_letter(code_point_at(word, begin).value))
    begin += code_point_at(word, begin).length;
  std::size_t end = begin;
  while (end < word.size() && is_letter(code_point_at(word, end).value)) end += code_point_at(word, end).length;
  for (std::size_t at = end; at < word.size(); at += code_point_at(word, at).length)
    if (is_letter(code_point_at(word, at).value)) return {};
  return word.substr(begin, end - begin);
}

bool is_in_no_language(const PdfPage& page) {
  std::size_t words = 0;
  std::size_t little = 0;
  std::set<std::string> longer;
  for (const PdfWord& word : page.words) {
    const std::string letters = letters_of(word.text);
    ++words;
    little += std::find(kLittleWords.begin(), kLittleWords.end(), letters) != kLittleWords.end() ? 1U : 0U;
    if (count_code_points(letters) >= 4 && longer.size() < kWordsToLookUp) longer.insert(letters);
  }
  if (words < kFewestWords || static_cast<double>(little) >= kFewestLittleWords * static_cast<double>(words))
    return false;
  // Most words have signs or capitals in odd places, or no dictionary knows them. Tables of names have few little words
  // too, but names are not most of their words.
  if (longer.size() < kFewestWords / 4) return true;
  if (!has_dictionaries()) return false;
  const auto unknown =
      std::count_if(longer.begin(), longer.end(), [](const std::string& word) { return !is_dictionary_word(word); });
  return static_cast<double>(unknown) > kMostUnknown * static_cast<double>(longer.size());
}

}  // namespace

bool is_illegible(const PdfPage& page) {
  const Signs signs = count_signs(page);
  if (signs.bad >= kFewestBadSigns &&
      static_cast<double>(signs.bad) > kMostBadSigns * static_cast<double>(signs.good + signs.bad))
    return true;
  return is_in_no_language(page);
}

}  // namespace klausul
