#include "annotate/quoted_terms.h"

#include <array>
#include <string_view>

namespace klausul {

namespace {

constexpr std::uint32_t longest_term = 8;  ///< words

/// What stands between two tokens holds an opening bracket (+1), a closing one (-1), or neither.
int bracket_between(std::string_view gap) {
  int depth = 0;
  for (const char c : gap) {
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
  }
  return depth;
}

bool has_quote(std::string_view gap) {
  constexpr std::array<std::string_view, 8> quotes = {"\"", "“", "”", "„", "«", "»", "‟", "''"};
  for (const std::string_view quote : quotes)
    if (gap.find(quote) != std::string_view::npos) return true;
  return false;
}

}  // namespace

std::vector<QuotedTerm> quoted_terms(const Document& document, const Sentence& sentence) {
  std::vector<QuotedTerm> terms;
  const std::string_view text = document.source.text;
  bool open = false;
  int depth = 0;
  QuotedTerm term;
  std::uint32_t bracket = 0;
  for (std::uint32_t at = sentence.first_token; at <= sentence.end_token; ++at) {
    const std::uint32_t gap_begin =
        at == sentence.first_token ? sentence.span.begin : document.tokens[at - 1].span().end;
    const std::uint32_t gap_end = at == sentence.end_token ? sentence.span.end : document.tokens[at].begin;
    const std::string_view gap = gap_end > gap_begin ? text.substr(gap_begin, gap_end - gap_begin) : std::string_view();
    const bool quote = has_quote(gap);
    if (open && quote) {
      term.end_token = at;
      if (term.end_token - term.first_token <= longest_term) terms.push_back(term);
      open = false;
      // `", "` closes one term and opens the next
      const std::size_t first = gap.find_first_of("\"\xE2\xC2");
      const std::size_t last = gap.find_last_of("\"\xE2\xC2");
      if (first == last) {
        depth += bracket_between(gap);
        if (depth == 1) bracket = bracket == 0 ? at : bracket;
        if (depth <= 0) depth = 0, bracket = 0;
        continue;
      }
    }
    depth += bracket_between(gap);
    if (depth > 0 && bracket == 0) bracket = at;
    if (depth <= 0) depth = 0, bracket = 0;
    if (quote && at < sentence.end_token) {
      open = true;
      term = {at, at, bracket, depth > 0};
    }
  }
  return terms;
}

}  // namespace klausul
