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

/// The number of digits and dashes of an ISO date ("2026-11-24") that begins at token `at`; else 0.
std::uint32_t iso_date_tokens(const Document& document, std::uint32_t at, std::uint32_t end) {
  if (at + 2 >= end || document.tokens[at].length != 4) return 0;
  for (std::uint32_t i = 1; i <= 2; ++i) {
    const Token& token = document.tokens[at + i];
    if (!token.number || token.length != 2 || token.gap != gap_hyphen) return 0;
  }
  return 3;
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
    }
    for (const Annotation& annotation : annotations_of(document, sentence)) {
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
