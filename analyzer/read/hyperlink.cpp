#include "read/hyperlink.h"

#include "read/aligned_text.h"

namespace klausul {

std::string_view address_in_field(std::string_view instruction) {
  const std::size_t word = instruction.find("HYPERLINK");
  if (word == std::string_view::npos) return {};
  const std::size_t open = instruction.find('"', word);
  const std::size_t close = open == std::string_view::npos ? open : instruction.find('"', open + 1);
  return close == std::string_view::npos ? std::string_view() : instruction.substr(open + 1, close - open - 1);
}

void append_address(TextBuilder& builder, std::string_view url, std::size_t text_begin, std::size_t at) {
  const std::string_view open = builder.open_text();
  const std::size_t open_begin = builder.text_bytes() - open.size();
  if (text_begin < open_begin || text_begin > builder.text_bytes()) return;
  if (!shows_other_address(url, open.substr(text_begin - open_begin))) return;
  builder.append_inserted(" (", at);
  builder.append_inserted(url, at);
  builder.append_inserted(")", at);
}

}  // namespace klausul
