#include "words/word_table.h"

#include "text/content_hash.h"

namespace klausul {

namespace {
std::uint32_t hash_of(std::string_view word) {
  const std::uint64_t hash = fnv1a(word);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}
}  // namespace

WordTable::WordTable() : slots_(1024, 0) {}

std::uint32_t WordTable::intern(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const std::uint32_t slot = slots_[at];
    if (slot == 0) {
      const std::uint32_t number = size();
      slots_[at] = number + 1;
      hashes_.push_back(hash);
      letters_.append(word);
      begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
      if (begins_.size() * 2 > slots_.size()) grow();
      return number;
    }
    if (hashes_[slot - 1] == hash && this->word(slot - 1) == word) return slot - 1;
  }
}

std::uint32_t WordTable::find(std::string_view word) const {
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask)
    if (hashes_[slots_[at] - 1] == hash && this->word(slots_[at] - 1) == word) return slots_[at] - 1;
  return unknown_word;
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t at = hashes_[number] & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = number + 1;
  }
}

}  // namespace klausul
