#include "support/mutation.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace klausul::test {

std::string mutate(std::string bytes, std::mt19937& random) {
  using namespace std::string_view_literals;
  static const std::vector<std::string_view> kPieces{"<"sv,      ">"sv,        "&"sv,       "\n\n"sv,  "\\"sv,
                                                     "|"sv,      "["sv,        "]("sv,      "\xFF"sv,  "\u0308"sv,
                                                     "\u200B"sv, "\u00A0"sv,   "<table>"sv, "</p>"sv,  "<w:p>"sv,
                                                     "&#0;"sv,   "&#xD800;"sv, "\f"sv,      "\r"sv,    "- "sv,
                                                     "\0"sv,     "{"sv,        "}"sv,       "\""sv,    "999999999999"sv,
                                                     "-1"sv,     "1.1.1."sv,   "(a) "sv,    "\\u-1 "sv};
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (std::size_t changes = 1 + below(8); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size());
    const std::size_t length = below(std::min<std::size_t>(bytes.size() - at, 30));
    switch (below(5)) {
      case 0: bytes[at] = static_cast<char>(random()); break;
      case 1: bytes.insert(below(bytes.size()), bytes.substr(at, length)); break;
      case 2: bytes.erase(at, length); break;
      case 3: bytes.insert(at, kPieces[below(kPieces.size())]); break;
      default: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
    }
  }
  return bytes;
}

}  // namespace klausul::test
