#include "read/rtf_tokens.h"

#include <algorithm>
#include <cctype>

namespace klausul {
namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

int hex_value(char byte) {
  if (is_digit(byte)) return byte - '0';
  const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

RtfToken RtfTokens::next() {
  while (at_ < bytes_.size() && (bytes_[at_] == '\r' || bytes_[at_] == '\n' || bytes_[at_] == '\0')) ++at_;
  RtfToken token;
  token.begin = at_;
  if (at_ >= bytes_.size()) return token;
  switch (bytes_[at_]) {
    case '{':
      ++at_;
      token.kind = RtfToken::Kind::open;
      return token;
    case '}':
      ++at_;
      token.kind = RtfToken::Kind::close;
      return token;
    case '\\': return control();
    default: break;
  }
  constexpr std::string_view kEnds("{}\\\r\n\0", 6);
  const std::size_t end = std::min(bytes_.find_first_of(kEnds, at_), bytes_.size());
  token.kind = RtfToken::Kind::text;
  token.text = bytes_.substr(at_, end - at_);
  at_ = end;
  return token;
}

RtfToken RtfTokens::control() {
  if (at_ + 1 >= bytes_.size()) {
    at_ = bytes_.size();
    return {};
  }
  if (is_letter(bytes_[at_ + 1])) return word();
  RtfToken token;
  token.begin = at_;
  token.kind = RtfToken::Kind::symbol;
  token.text = bytes_.substr(at_ + 1, 1);
  at_ += 2;
  if (token.text != "'") return token;
  const int high = at_ < bytes_.size() ? hex_value(bytes_[at_]) : -1;
  const int low = at_ + 1 < bytes_.size() ? hex_value(bytes_[at_ + 1]) : -1;
  if (high < 0 || low < 0) return token;
  token.kind = RtfToken::Kind::hex;
  token.number = high * 16 + low;
  at_ += 2;
  return token;
}

RtfToken RtfTokens::word() {
  RtfToken token;
  token.begin = at_;
  token.kind = RtfToken::Kind::word;
  std::size_t end = at_ + 1;
  while (end < bytes_.size() && is_letter(bytes_[end])) ++end;
  token.text = bytes_.substr(at_ + 1, end - at_ - 1);
  const bool negative = end < bytes_.size() && bytes_[end] == '-';
  std::size_t digit = end + (negative ? 1 : 0);
  while (digit < bytes_.size() && is_digit(bytes_[digit])) {
    // More digits than a number has are passed over.
    if (token.number < 100'000'000) token.number = token.number * 10 + (bytes_[digit] - '0');
    token.has_number = true;
    ++digit;
  }
  if (token.has_number) end = digit;
  if (negative) token.number = -token.number;
  if (end < bytes_.size() && bytes_[end] == ' ') ++end;
  at_ = end;
  if (token.text == "bin" && token.number > 0)
    at_ = std::min(bytes_.size(), at_ + static_cast<std::size_t>(token.number));
  return token;
}

void RtfTokens::skip_group() {
  for (std::size_t depth = 1; at_ < bytes_.size();) {
    const RtfToken token = next();
    if (token.kind == RtfToken::Kind::open) ++depth;
    if (token.kind == RtfToken::Kind::close && --depth == 0) {
      at_ = token.begin;
      return;
    }
  }
}

}  // namespace klausul
