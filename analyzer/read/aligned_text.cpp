#include "read/aligned_text.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <string>

#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kSearchAhead = 4000;
constexpr std::size_t kEnoughToBeSure = 12;
constexpr std::size_t kLongestReference = 34;

/// One step of reading decoded text and its source side by side.
struct Step {
  std::size_t decoded = 0;  ///< bytes of decoded text
  std::size_t source = 0;   ///< bytes of source
  bool copied = false;      ///< the same bytes
};

bool is_alphanumeric(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0; }

/// The length of the character reference at `at` ("&amp;", "&#229;", "&copy" without a semicolon), or 0.
std::size_t reference_length(std::string_view source, std::size_t at, std::size_t end) {
  std::size_t stop = at + 1;
  if (stop < end && source[stop] == '#') ++stop;
  const std::size_t name = stop;
  while (stop < end && stop - at < kLongestReference && is_alphanumeric(source[stop])) ++stop;
  if (stop == name) return 0;
  return stop < end && source[stop] == ';' ? stop + 1 - at : stop - at;
}

/// Whether the reference at `at` was decoded: "&" stands for itself unless it begins "&amp".
bool is_reference_to(std::string_view decoded, std::size_t text_at, std::string_view source, std::size_t at,
                     std::size_t end) {
  if (decoded[text_at] != '&') return reference_length(source, at, end) > 0;
  const std::string_view ahead = source.substr(at + 1, 4);
  return ahead.substr(0, 3) == "amp" || ahead.substr(0, 3) == "AMP" || ahead.substr(0, 3) == "#38" || ahead == "#x26" ||
         ahead == "#X26" || ahead == "#038";
}

/// A reference without a semicolon may run into the text after it ("&copy2024"): it ends where the rest agrees.
std::size_t shortest_reference(std::string_view decoded, std::size_t after, std::string_view source, std::size_t at,
                               std::size_t length) {
  if (source[at + length - 1] == ';') return length;
  const std::string_view rest = decoded.substr(std::min(after, decoded.size()), 4);
  for (std::size_t size = 2; size < length; ++size)
    if (!rest.empty() && source.substr(at + size, rest.size()) == rest) return size;
  return length;
}

class SideBySide {
 public:
  SideBySide(std::string_view decoded, std::string_view source, std::size_t at, std::size_t end, Writing writing)
      : decoded_(decoded), source_(source), source_at_(at), end_(std::min(end, source.size())), writing_(writing) {}

  /// The next step, or one with `decoded` 0 when the two do not agree. Steps over what stands only in the source.
  Step next() {
    while (source_at_ < end_) {
      const char byte = source_[source_at_];
      if (writing_ != Writing::verbatim && byte == '&' &&
          is_reference_to(decoded_, text_at_, source_, source_at_, end_))
        return reference();
      if (writing_ == Writing::markdown && byte == '\\' && source_at_ + 1 < end_ &&
          source_[source_at_ + 1] == decoded_[text_at_] &&
          std::ispunct(static_cast<unsigned char>(decoded_[text_at_]))) {
        ++source_at_;
        return {1, 1, true};
      }
      const std::size_t same = same_bytes();
      if (same > 0) return {same, same, true};
      if (byte == '\r') {
        ++source_at_;
      } else if (writing_ == Writing::entities && byte == '<') {
        skip_tag();
      } else {
        break;
      }
    }
    return {};
  }

  void take(const Step& step) {
    text_at_ += step.decoded;
    source_at_ += step.source;
  }

  [[nodiscard]] bool done() const { return text_at_ >= decoded_.size(); }
  [[nodiscard]] std::size_t text_at() const { return text_at_; }
  [[nodiscard]] std::size_t source_at() const { return source_at_; }

 private:
  [[nodiscard]] std::size_t same_bytes() const {
    const std::size_t most = std::min(decoded_.size() - text_at_, end_ - source_at_);
    const char* const text = decoded_.data() + text_at_;
    const char* const source = source_.data() + source_at_;
    std::size_t same = 0;
    while (same < most && text[same] == source[same]) {
      if (same > 0 && writing_ != Writing::verbatim &&
          (source[same] == '&' || (writing_ == Writing::markdown && source[same] == '\\')))
        break;
      ++same;
    }
    // Never stop within a character.
    while (same > 0 && same < most && (static_cast<unsigned char>(text[same]) & 0xC0U) == 0x80U) --same;
    return same;
  }

  [[nodiscard]] Step reference() const {
    const std::size_t bytes =
        std::min<std::size_t>(code_point_at(decoded_, text_at_).length, decoded_.size() - text_at_);
    const std::size_t length = reference_length(source_, source_at_, end_);
    return {bytes, shortest_reference(decoded_, text_at_ + bytes, source_, source_at_, length), false};
  }

  /// A tag that the parser ignored, or a comment, stands in the middle of a text.
  void skip_tag() {
    const bool comment = source_.substr(source_at_, 4) == "<!--";
    const std::size_t close = source_.find(comment ? "-->" : ">", source_at_);
    source_at_ = close == std::string_view::npos || close >= end_ ? end_ : close + (comment ? 3 : 1);
  }

  std::string_view decoded_;
  std::string_view source_;
  std::size_t text_at_ = 0;
  std::size_t source_at_;
  std::size_t end_;
  Writing writing_;
};

std::string_view without_scheme(std::string_view url) {
  for (const std::string_view prefix : {"https://", "http://", "mailto:", "www."})
    if (url.substr(0, prefix.size()) == prefix) url.remove_prefix(prefix.size());
  while (!url.empty() && (url.back() == '/' || url.back() == ' ' || url.back() == '.')) url.remove_suffix(1);
  return url;
}

}  // namespace

std::size_t append_aligned(TextBuilder& builder, std::string_view decoded, std::string_view source, std::size_t at,
                           std::size_t end, Writing writing) {
  SideBySide both(decoded, source, at, end, writing);
  while (!both.done()) {
    const Step step = both.next();
    if (step.decoded == 0) {
      builder.append_inserted(decoded.substr(both.text_at()), both.source_at());
      break;
    }
    const std::string_view piece = decoded.substr(both.text_at(), step.decoded);
    if (step.copied)
      builder.append(piece, both.source_at());
    else
      builder.append_inserted(piece, both.source_at());
    both.take(step);
  }
  return both.source_at();
}

std::size_t skip_aligned(std::string_view decoded, std::string_view source, std::size_t at, std::size_t end,
                         Writing writing) {
  SideBySide both(decoded, source, at, end, writing);
  while (!both.done()) {
    const Step step = both.next();
    if (step.decoded == 0) break;
    both.take(step);
  }
  return both.source_at();
}

std::size_t find_aligned(std::string_view decoded, std::string_view source, std::size_t at, std::size_t end,
                         Writing writing) {
  if (decoded.empty()) return at;
  std::size_t sure = std::min(decoded.size(), kEnoughToBeSure);
  while (sure < decoded.size() && (static_cast<unsigned char>(decoded[sure]) & 0xC0U) == 0x80U) ++sure;
  const std::string_view beginning = decoded.substr(0, sure);
  const std::size_t stop = std::min({end, source.size(), at + kSearchAhead});
  for (std::size_t candidate = at; candidate < stop; ++candidate) {
    const char byte = source[candidate];
    if (byte != beginning[0] && byte != '&' && byte != '\\') continue;
    SideBySide both(beginning, source, candidate, end, writing);
    bool agrees = true;
    while (agrees && !both.done()) {
      const Step step = both.next();
      agrees = step.decoded > 0;
      both.take(step);
    }
    if (agrees) return candidate;
  }
  return std::string_view::npos;
}

bool shows_other_address(std::string_view url, std::string_view text) {
  if (url.substr(0, 7) != "http://" && url.substr(0, 8) != "https://") return false;
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (text.empty()) return false;
  return without_scheme(url) != without_scheme(text);
}

}  // namespace klausul
