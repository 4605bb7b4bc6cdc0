#include <re2/re2.h>

#include <string>

#include "annotate/passes.h"

namespace klausul {

namespace {

Annotation make_annotation(std::uint32_t first, std::uint32_t count, ConceptId concept_id) {
  Annotation annotation;
  annotation.first_token = first;
  annotation.token_count = static_cast<std::uint8_t>(count);
  annotation.concept_id = concept_id;
  return annotation;
}

/// Whether a token is the number of a day: "24", "24th", "24:e".
bool is_day(const Document& document, std::uint32_t at) {
  const char first = document.source.text[document.tokens[at].begin];
  return first >= '0' && first <= '9' && document.tokens[at].length <= 4;
}

bool is_year(const Document& document, std::uint32_t at) {
  return document.tokens[at].number && document.tokens[at].length == 4;
}

/// The tokens of a date around the month's name at `month`: "24 november 2026", "24th of November", "November 24,
/// 2026", "maj 2018". No tokens when the name stands alone ("may").
std::pair<std::uint32_t, std::uint32_t> date_around(const Document& document, const Sentence& sentence,
                                                    std::uint32_t month) {
  std::uint32_t first = month, end = month + 1;
  if (month > sentence.first_token && is_day(document, month - 1) && !is_year(document, month - 1)) {
    first = month - 1;
  } else if (month > sentence.first_token + 1 && is_day(document, month - 2) &&
             document.words.word(document.tokens[month - 1].word) == "of") {
    first = month - 2;
  } else if (end < sentence.end_token && is_day(document, end) && !is_year(document, end)) {
    ++end;
  }
  if (end < sentence.end_token && is_year(document, end)) ++end;
  return end - first > 1 ? std::pair{first, end} : std::pair{month, month};
}

/// The number of digits and dashes of an ISO date ("2026-11-24") that begins at token `at`; else 0.
std::uint32_t iso_date_tokens(const Document& document, std::uint32_t at, std::uint32_t end) {
  if (at + 2 >= end || document.tokens[at].length != 4) return 0;
  for (std::uint32_t i = 1; i <= 2; ++i) {
    const Token& token = document.tokens[at + i];
    if (!token.number || token.length != 2 || token.gap != gap_hyphen) return 0;
  }
  return 3;
}

/// The number of tokens of a date in digits with its year last ("25.05.2018", "8/11/2026") that begins at token `at`;
/// else 0.
std::uint32_t digit_date_tokens(const Document& document, std::uint32_t at, std::uint32_t end) {
  constexpr std::size_t shortest_dotted = 8;
  static const RE2 dotted(R"(\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)");
  const std::string_view written = document.text(document.tokens[at].span());
  if (written.size() >= shortest_dotted && RE2::FullMatch(re2::StringPiece(written.data(), written.size()), dotted))
    return 1;
  if (at + 2 >= end || written.size() > 2) return 0;
  static const RE2 divided(R"(\d{1,2}([-/])\d{1,2}([-/])(?:19|20)\d\d)");
  const std::string_view whole = document.text({document.tokens[at].begin, document.tokens[at + 2].span().end});
  std::string first, second;
  const bool is_date = RE2::FullMatch(re2::StringPiece(whole.data(), whole.size()), divided, &first, &second);
  return is_date && first == second ? 3 : 0;
}

}  // namespace

void annotate_numbers(Document& document, const Lexicon& lexicon) {
  std::vector<Annotation> found;
  const std::string_view text = document.source.text;
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const Token& token = document.tokens[at];
      if (!token.number) continue;
      found.push_back(make_annotation(at, 1, builtin_number));
      std::size_t after = token.span().end;
      while (after < text.size() && text[after] == ' ') ++after;
      if (after < text.size() && text[after] == '%') found.push_back(make_annotation(at, 1, builtin_percentage));
      if (const std::uint32_t count = iso_date_tokens(document, at, sentence.end_token); count != 0)
        found.push_back(make_annotation(at, count, builtin_date));
      else if (const std::uint32_t digits = digit_date_tokens(document, at, sentence.end_token); digits != 0)
        found.push_back(make_annotation(at, digits, builtin_date));
    }
    for (const Annotation& annotation : annotations_of(document, sentence)) {
      if (annotation.concept_id == lexicon.known().month_name) {
        const auto [first, end] = date_around(document, sentence, annotation.first_token);
        if (end > first) found.push_back(make_annotation(first, end - first, builtin_date));
        continue;
      }
      if (annotation.concept_id != lexicon.known().currency) continue;
      const std::uint32_t first = annotation.first_token;
      const std::uint32_t end = first + annotation.token_count;
      if (first > sentence.first_token && document.tokens[first - 1].number)
        found.push_back(make_annotation(first - 1, annotation.token_count + 1U, builtin_amount));
      else if (end < sentence.end_token && document.tokens[end].number)
        found.push_back(make_annotation(first, annotation.token_count + 1U, builtin_amount));
    }
  }
  document.annotations.insert(document.annotations.end(), found.begin(), found.end());
}

}  // namespace klausul
