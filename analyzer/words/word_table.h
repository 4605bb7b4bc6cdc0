#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// The distinct words of a document, folded, each with a number. Words live in one string, so that a text of a million
/// different words costs little more than their letters.
class WordTable {
 public:
  WordTable();
  /// The number of `word`, which is added when it is new.
  std::uint32_t intern(std::string_view word);
  /// The number of `word`; unknown_word when no text holds it.
  [[nodiscard]] std::uint32_t find(std::string_view word) const;
  static constexpr std::uint32_t unknown_word = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  /// Lives until the next intern().
  [[nodiscard]] std::string_view word(std::uint32_t number) const {
    return std::string_view(letters_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }

 private:
  void grow();
  std::string letters_;
  std::vector<std::uint32_t> begins_{0};
  std::vector<std::uint32_t> slots_;   ///< open addressing; number + 1, 0 is free
  std::vector<std::uint32_t> hashes_;  ///< by number
};

}  // namespace klausul
