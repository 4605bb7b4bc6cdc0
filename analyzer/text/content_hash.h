#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace klausul {

inline constexpr std::uint64_t fnv1a_start = 14695981039346656037ULL;

/// FNV-1a of 64 bits (Fowler, Noll, Vo), going on from `hash`.
inline std::uint64_t fnv1a(std::string_view text, std::uint64_t hash = fnv1a_start) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

/// Tells contents apart: rule sets, the clauses of a finding. No protection against forgery.
class ContentHash {
 public:
  /// Adds one text; where one ends and the next begins counts too.
  void add(std::string_view text) { hash_ = fnv1a("\xFF", fnv1a(text, hash_)); }

  /// 16 hexadecimal digits.
  [[nodiscard]] std::string digits() const {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash_));
    return text.data();
  }

 private:
  std::uint64_t hash_ = fnv1a_start;
};

}  // namespace klausul
