#include <algorithm>
#include <utility>

#include "annotate/document.h"
#include "annotate/passes.h"
#include "structure/build_blocks.h"
#include "words/language.h"
#include "words/sentences.h"
#include "words/tokenize.h"

namespace klausul {

namespace {

/// Tokens of a block's heading and body.
struct BlockTokens {
  std::uint32_t heading_first = 0, heading_end = 0, body_first = 0, body_end = 0;
};

std::vector<BlockTokens> tokenize_blocks(Document& document) {
  std::vector<BlockTokens> ranges;
  ranges.reserve(document.blocks.size());
  document.tokens.reserve(document.source.text.size() / 4);  // pages not touched cost nothing; growing would copy
  const auto count = [&] { return static_cast<std::uint32_t>(document.tokens.size()); };
  for (const Block& block : document.blocks) {
    BlockTokens range;
    range.heading_first = count();
    if (!block.heading.empty()) tokenize(document.source.text, block.heading, document.words, document.tokens);
    range.heading_end = range.body_first = count();
    if (!block.body.empty()) tokenize(document.source.text, block.body, document.words, document.tokens);
    range.body_end = count();
    ranges.push_back(range);
  }
  return ranges;
}

/// Short blocks (headings, cells) take the language of what surrounds them: their subtree, else the block before, else
/// the document.
void tell_languages(Document& document, const Lexicon& lexicon, const std::vector<BlockTokens>& ranges) {
  const LanguageCounter counter(lexicon, document.words);
  LanguageCount all;
  std::vector<LanguageCount> counts(document.blocks.size());
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    counts[i] = counter.count(document.tokens, ranges[i].heading_first, ranges[i].body_end);
    all.add(counts[i]);
  }
  for (std::size_t i = document.blocks.size(); i-- > 1;)
    if (document.blocks[i].parent < i && document.blocks[i].parent != 0)
      counts[document.blocks[i].parent].add(counts[i]);
  Language main = all.language();
  if (all.is_foreign()) main = Language::other;
  if (main == Language::unknown) main = all.sv >= all.en ? Language::sv : Language::en;
  Language before = main;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    Language language = i == 0 ? main : counts[i].language();
    if (language == Language::unknown) {
      const Block& block = document.blocks[i];
      language = block.parent == 0 ? before : document.blocks[block.parent].language;
    } else if (i > 0) {
      before = language;
    }
    document.blocks[i].language = language;
  }
}

/// "If you buy a service, these terms apply.": a sentence that ends leads in to no other that does, only to the
/// fragments of a list below it.
bool is_complete(const Document& document, const Sentence& sentence) {
  const std::string_view text = document.text(sentence.span);
  return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

void make_sentences(Document& document, const Lexicon& lexicon, const std::vector<BlockTokens>& ranges) {
  std::vector<std::int32_t> last_sentence(document.blocks.size(), -1);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const BlockTokens& range = ranges[i];
    if (range.heading_end > range.heading_first) {
      Sentence heading;
      heading.span = block.heading;
      heading.first_token = range.heading_first;
      heading.end_token = range.heading_end;
      heading.block = i;
      heading.heading = true;
      document.sentences.push_back(heading);
    }
    const std::size_t first = document.sentences.size();
    split_sentences(document.source.text, block.body, document.tokens, range.body_first, range.body_end, document.words,
                    lexicon, i, document.sentences);
    if (document.sentences.size() > first) last_sentence[i] = static_cast<std::int32_t>(document.sentences.size()) - 1;
    if (block.kind != BlockKind::list_item) continue;
    const BlockKind parent = document.blocks[block.parent].kind;
    if (parent != BlockKind::clause && parent != BlockKind::list_item && parent != BlockKind::definition) continue;
    const std::int32_t lead_in = last_sentence[block.parent];
    if (lead_in < 0) continue;
    const bool ends = is_complete(document, document.sentences[static_cast<std::size_t>(lead_in)]);
    for (std::size_t s = first; s < document.sentences.size(); ++s)
      if (document.sentences[s].lead_in < 0 && !(ends && is_complete(document, document.sentences[s])))
        document.sentences[s].lead_in = lead_in;
  }
}

}  // namespace

Document prepare_document(SourceText source, const Lexicon& lexicon) {
  Document document;
  document.source = std::move(source);
  document.blocks = build_blocks(document.source);
  const std::vector<BlockTokens> ranges = tokenize_blocks(document);
  tell_languages(document, lexicon, ranges);
  make_sentences(document, lexicon, ranges);

  annotate_concepts(document, lexicon);
  std::vector<Alias> aliases = find_definitions(document, lexicon);
  std::vector<Alias> parties = find_parties(document, lexicon);
  aliases.insert(aliases.end(), parties.begin(), parties.end());
  annotate_aliases(document, lexicon, std::move(aliases));
  annotate_numbers(document, lexicon);
  annotate_clocks(document, lexicon);
  annotate_law_references(document, lexicon);
  annotate_placeholders(document, lexicon);
  annotate_cross_references(document, lexicon);
  sort_annotations(document);
  annotate_document_date(document, lexicon);
  annotate_undefined_terms(document, lexicon);
  mark_negation(document, lexicon);
  mark_actors(document, lexicon);
  return document;
}

}  // namespace klausul
