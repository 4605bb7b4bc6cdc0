#include "text/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstring>

#include "text/result.h"

namespace klausul {
namespace {

constexpr CodePoint kIllFormed{0xFFFD, 1, false};

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  require(U_SUCCESS(status) && normalizer != nullptr, "ICU has its normalisation tables");
  return *normalizer;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

icu::StringPiece piece_of(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80U) return {lead, 1, true};
  const int length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || at + static_cast<std::size_t>(length) > text.size()) return kIllFormed;
  char32_t value = lead & (0xFFU >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const char next = text[at + static_cast<std::size_t>(i)];
    if (!is_continuation(next)) return kIllFormed;
    value = (value << 6U) | (static_cast<unsigned char>(next) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return kIllFormed;
  return {value, static_cast<std::uint8_t>(length), true};
}

void append_utf8(std::string& text, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  const auto low_bits = [&](unsigned shift) { return static_cast<char>(0x80U | ((value >> shift) & 0x3FU)); };
  if (value < 0x80) {
    text += static_cast<char>(value);
  } else if (value < 0x800) {
    text += static_cast<char>(0xC0U | (value >> 6U));
    text += low_bits(0);
  } else if (value < 0x10000) {
    text += static_cast<char>(0xE0U | (value >> 12U));
    text += low_bits(6);
    text += low_bits(0);
  } else {
    text += static_cast<char>(0xF0U | (value >> 18U));
    text += low_bits(12);
    text += low_bits(6);
    text += low_bits(0);
  }
}

std::size_t find_ill_formed_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight ASCII bytes at a time: most of any contract.
    while (at + 8 <= text.size()) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, 8);
      if ((eight & 0x8080808080808080ULL) != 0) break;
      at += 8;
    }
    if (at == text.size()) break;
    const CodePoint point = code_point_at(text, at);
    if (!point.valid) return at;
    at += point.length;
  }
  return text.size();
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += is_continuation(byte) ? 0U : 1U;
  return count;
}

bool is_white_space(char32_t value) {
  if (value <= 0x20) return value == 0x20 || (value >= 0x09 && value <= 0x0D);
  if (value < 0x1680) return value == 0x85 || value == 0xA0;
  return value == 0x1680 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
         value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_invisible(char32_t value) {
  if (value < 0x20) return !is_white_space(value);
  if (value < 0xAD) return value >= 0x7F && value <= 0x9F && value != 0x85;
  return value == 0xAD || value == 0x61C || value == 0x180E || (value >= 0x200B && value <= 0x200F) ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF ||
         (value >= 0xFFF9 && value <= 0xFFFB) || (value >= 0xE0000 && value <= 0xE007F);
}

bool has_visible_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_white_space(point.value) && !is_invisible(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool is_lower_case(char32_t value) { return u_islower(static_cast<UChar32>(value)) != 0; }
bool is_upper_case(char32_t value) { return u_isupper(static_cast<UChar32>(value)) != 0; }
bool is_letter(char32_t value) { return u_isalpha(static_cast<UChar32>(value)) != 0; }

bool is_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece_of(text), status) != 0 && U_SUCCESS(status);
}

NormalisedText normalise_to_nfc(std::string_view text) {
  NormalisedText result;
  icu::StringByteSink<std::string> sink(&result.text);
  icu::Edits edits;
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece_of(text), sink, &edits, status);
  require(U_SUCCESS(status), "well-formed UTF-8 can be normalised");
  for (icu::Edits::Iterator change = edits.getCoarseChangesIterator(); change.next(status) != 0;) {
    const auto before = static_cast<std::uint32_t>(change.sourceIndex());
    const auto after = static_cast<std::uint32_t>(change.destinationIndex());
    result.changes.push_back({before, before + static_cast<std::uint32_t>(change.oldLength()), after,
                              after + static_cast<std::uint32_t>(change.newLength())});
  }
  return result;
}

}  // namespace klausul
