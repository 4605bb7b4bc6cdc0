#include "assess/evidence.h"

#include <algorithm>
#include <set>

#include "text/content_hash.h"

namespace klausul {

Evidence make_evidence(const Document& document, std::uint32_t first, std::uint32_t last) {
  Evidence evidence;
  evidence.span = {document.sentences[first].span.begin, document.sentences[last].span.end};
  evidence.quote = std::string(document.text(evidence.span));
  evidence.label = document.blocks[document.sentences[first].block].label;
  const Place place = document.source.map.place_of(evidence.span.begin);
  evidence.page = place.page;
  const std::vector<std::uint32_t>& ocr_pages = document.source.coverage.ocr_pages;
  evidence.ocr = std::binary_search(ocr_pages.begin(), ocr_pages.end(), place.page);
  evidence.line = place.line;
  evidence.column = place.column;
  evidence.part = document.source.map.parts()[place.part];
  return evidence;
}

std::vector<Evidence> make_evidence(const Document& document, const std::vector<std::uint32_t>& sentences) {
  std::vector<Evidence> result;
  for (std::size_t at = 0; at < sentences.size();) {
    std::size_t last = at;
    while (last + 1 < sentences.size() && sentences[last + 1] == sentences[last] + 1 &&
           document.sentences[sentences[last + 1]].block == document.sentences[sentences[at]].block)
      ++last;
    result.push_back(make_evidence(document, sentences[at], sentences[last]));
    at = last + 1;
  }
  return result;
}

std::string fingerprint(const std::string& entry, const Matcher& matcher, const std::vector<std::uint32_t>& sentences) {
  ContentHash hash;
  hash.add(entry);
  const Document& document = matcher.document();
  std::set<std::uint32_t> clauses;
  for (const std::uint32_t sentence : sentences) {
    if (!clauses.insert(matcher.clause_of(sentence)).second) continue;
    hash.add(document.blocks[matcher.clause_of(sentence)].label);
    const auto [first, end] = matcher.range_around(sentence, Scope::clause);
    for (std::uint32_t number = first; number < end; ++number)
      for (std::uint32_t token = document.sentences[number].first_token; token < document.sentences[number].end_token;
           ++token)
        hash.add(document.words.word(document.tokens[token].word));
  }
  return hash.digits();
}

}  // namespace klausul
