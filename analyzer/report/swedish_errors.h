#pragma once

#include <optional>
#include <span>
#include <string>

namespace klausul {

/// A sentence in both languages. "{}" stands for what differs from case to case, in the same order in both.
struct ErrorSentence {
  const char* english;
  const char* swedish;
};

/// What is said when something cannot be done.
std::span<const ErrorSentence> error_sentences();

/// The Swedish of `sentence` when it is one of `known`; what stands for "{}" goes through error_in_swedish.
std::optional<std::string> swedish_of(const std::string& sentence, std::span<const ErrorSentence> known);

/// The Swedish of such a sentence, what stands for "{}" included where it is a sentence or name of ours; none when the
/// sentence is not known.
std::optional<std::string> error_in_swedish(const std::string& sentence);

}  // namespace klausul
