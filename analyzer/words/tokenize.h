#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "words/token.h"
#include "words/word_table.h"

namespace klausul {

/// Appends the words and numbers of `span` to `tokens`.
///
/// The boundaries are those of ICU's word iterator for scripts that put spaces between words (a test compares them),
/// with these differences, made for contracts: a full stop between a small and a capital letter separates
/// ("avtalet.Parterna", a lost space), "@" separates in every version of ICU, and underscores at the ends of a word are
/// no part of it. ICU's iterator itself costs five times as
/// much, since it knows nothing of ASCII; character properties beyond Latin are ICU's here too. And a blank to fill in
/// ("____", ".......", "[•]") is one token, whose word is blank_word.
void tokenize(std::string_view text, Span span, WordTable& words, std::vector<Token>& tokens);

/// The word of every blank. No other word holds underscores only.
inline constexpr std::string_view blank_word = "____";

/// `word` as it is compared: small letters, straight apostrophes, without a possessive ending ("vendor's", "DPA:t").
std::string fold_word(std::string_view word);

}  // namespace klausul
