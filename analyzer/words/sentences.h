#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "words/lexicon.h"
#include "words/token.h"
#include "words/word_table.h"

namespace klausul {

/// Appends the sentences of one block, whose tokens are [first_token, end_token) of `tokens`. A sentence ends at . ! or
/// ? before a space and no small letter, except after an abbreviation, an initial, or a number that opens the sentence.
/// "... shall: (a) ...; (b) ..." becomes a lead-in and its items. After 600 words a sentence is cut. Spans reach from
/// the first sign to the closing one and leave out spaces around.
void split_sentences(std::string_view text, Span span, const std::vector<Token>& tokens, std::uint32_t first_token,
                     std::uint32_t end_token, const WordTable& words, const Lexicon& lexicon, std::uint32_t block,
                     std::vector<Sentence>& sentences);

}  // namespace klausul
