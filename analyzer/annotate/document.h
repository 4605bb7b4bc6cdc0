#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotation.h"
#include "read/source_text.h"
#include "structure/block.h"
#include "words/token.h"
#include "words/word_table.h"

namespace klausul {

class Lexicon;

/// A party of the contract and the words that stand for it.
struct ResolvedParty {
  Actor role = Actor::none;          ///< vendor or customer
  std::string name;                  ///< "" when only pronouns or role words stand for it
  std::vector<std::string> aliases;  ///< as written, in order of first use
};

/// `"Subvendor" means any sub-processor ...`
struct DefinedTerm {
  std::string term;
  Span span;                          ///< of the term where it is defined
  ConceptId stands_for = no_concept;  ///< no_concept: known as a term only
};

/// One file, read, cut and annotated. Built once by prepare_document, then const. All offsets are into source.text.
struct Document {
  SourceText source;
  std::vector<Block> blocks;
  std::vector<Token> tokens;
  WordTable words;                      ///< distinct folded words; Token::word is their number
  std::vector<Sentence> sentences;      ///< in text order, headings included
  std::vector<Annotation> annotations;  ///< sorted by first token, longer first
  std::vector<Clock> clocks;            ///< in text order, as the next two
  std::vector<LawReference> law_references;
  std::vector<NumberWord> number_words;
  std::vector<ResolvedParty> parties;
  std::vector<DefinedTerm> definitions;
  std::optional<CalendarDate> dated;  ///< of the version at hand: the latest of those that builtin_document_date marks

  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] std::string_view text(Span span) const { return slice(source.text, span); }
  /// The period that a duration is.
  [[nodiscard]] const Clock& clock_of(const Annotation& duration) const { return value_at(clocks, duration); }
  [[nodiscard]] const LawReference& law_reference_of(const Annotation& reference) const {
    return value_at(law_references, reference);
  }
  [[nodiscard]] const NumberWord& number_word_of(const Annotation& word) const { return value_at(number_words, word); }
  [[nodiscard]] Span span_of(const Annotation& annotation) const {
    return {tokens[annotation.first_token].begin,
            tokens[annotation.first_token + annotation.token_count - 1U].span().end};
  }

 private:
  /// The one of `values` that stands where `annotation` does; there must be one.
  template <typename Value>
  static const Value& value_at(const std::vector<Value>& values, const Annotation& annotation) {
    auto at = std::lower_bound(values.begin(), values.end(), annotation.first_token,
                               [](const Value& value, std::uint32_t wanted) { return value.first_token < wanted; });
    while (at->token_count != annotation.token_count) ++at;
    return *at;
  }
};

/// Runs structure, words and annotators over what a reader returned. Never fails.
Document prepare_document(SourceText source, const Lexicon& lexicon);

}  // namespace klausul
