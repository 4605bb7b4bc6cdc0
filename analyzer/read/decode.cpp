#include "read/decode.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

#include "read/reader_error.h"
#include "text/unicode.h"

namespace klausul {
namespace {

using SingleByteTable = std::array<char32_t, 256>;

SingleByteTable make_table(const char* encoding) {
  SingleByteTable table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char one = static_cast<char>(byte);
    const icu::UnicodeString decoded(&one, 1, encoding);
    table[byte] = decoded.isEmpty() ? 0xFFFD : static_cast<char32_t>(decoded.char32At(0));
    // ICU gives the five holes of Windows-1252 as control characters.
    if (byte >= 0x80 && table[byte] < 0xA0) table[byte] = 0xFFFD;
  }
  return table;
}

const SingleByteTable& windows_1252() {
  static const SingleByteTable table = make_table("windows-1252");
  return table;
}

const SingleByteTable& mac_roman() {
  static const SingleByteTable table = make_table("macintosh");
  return table;
}

std::string decode_single_bytes(std::string_view bytes, const SingleByteTable& table) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) append_utf8(text, table[static_cast<unsigned char>(byte)]);
  return text;
}

std::string decode_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? (first << 8U) | second : (second << 8U) | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit_at(at);
    if (value >= 0xD800 && value < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    append_utf8(text, value);
  }
  return text;
}

/// What the bytes above 127 speak for. Every vote is a byte whose neighbours make one reading natural.
struct Votes {
  std::size_t utf8 = 0;        ///< well-formed sequences of two or more bytes
  std::size_t ill_formed = 0;  ///< bytes that are no UTF-8
  std::size_t windows = 0;
  std::size_t mac = 0;
};

bool is_ascii_letter(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && std::isalpha(static_cast<unsigned char>(bytes[at])) != 0;
}

/// How natural `value` is where it stands: a letter beside letters, a quote or dash that opens or closes a word.
int plausibility(char32_t value, bool letter_before, bool letter_after) {
  if (value == 0xFFFD) return -2;
  const bool common_letter = value == 0xE5 || value == 0xE4 || value == 0xF6 || value == 0xC5 || value == 0xC4 ||
                             value == 0xD6 || value == 0xE9 || value == 0xFC || value == 0xE8 || value == 0xE1 ||
                             value == 0xF8 || value == 0xE6;
  if (common_letter) return letter_before || letter_after ? 3 : 1;
  const bool mark = (value >= 0x2013 && value <= 0x2026) || value == 0xA7 || value == 0xA0 || value == 0xA9 ||
                    value == 0xAE || value == 0x20AC || value == 0xB0;
  if (mark) return letter_before && letter_after && value != 0x2019 ? 0 : 2;
  if (is_letter(value)) return letter_before || letter_after ? 1 : 0;
  return letter_before && letter_after ? -1 : 0;
}

Votes count_votes(std::string_view bytes) {
  Votes votes;
  long windows = 0;
  long mac = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80U) continue;
    const CodePoint point = code_point_at(bytes, at);
    if (point.valid) {
      ++votes.utf8;
      at += point.length - std::size_t{1};
      continue;
    }
    ++votes.ill_formed;
    const bool before = at > 0 && is_ascii_letter(bytes, at - 1);
    const bool after = is_ascii_letter(bytes, at + 1);
    windows += plausibility(windows_1252()[byte], before, after);
    mac += plausibility(mac_roman()[byte], before, after);
  }
  votes.windows = static_cast<std::size_t>(std::max(windows, 0L));
  votes.mac = static_cast<std::size_t>(std::max(mac, 0L));
  return votes;
}

/// Big- or little-endian UTF-16 without a byte order mark: in Latin text every second byte is zero.
enum class Utf16 { no, little, big };

Utf16 looks_like_utf16(std::string_view bytes) {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < sample; at += 2) {
    even += bytes[at] == 0 ? 1U : 0U;
    odd += bytes[at + 1] == 0 ? 1U : 0U;
  }
  if (sample < 4) return Utf16::no;
  if (odd * 10 > sample * 4 && even * 20 < sample) return Utf16::little;
  if (even * 10 > sample * 4 && odd * 20 < sample) return Utf16::big;
  return Utf16::no;
}

bool looks_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const bool control = value < 0x20U && !(value >= 0x07U && value <= 0x0DU) && value != 0x1AU && value != 0x1BU &&
                         value != 0x1EU && value != 0x1FU;
    controls += control ? 1U : 0U;
  }
  return controls * 100 > bytes.size();
}

bool starts_with(std::string_view bytes, std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; }

std::string well_formed(std::string text) {
  return find_ill_formed_utf8(text) == text.size() ? text : replace_ill_formed(text);
}

/// Decodes with ICU what an HTML file declares and we have no table for; empty if ICU does not know the name.
std::string decode_declared(std::string_view bytes, std::string_view declared) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(declared).c_str(), &status);
  if (U_FAILURE(status) || converter == nullptr || bytes.size() > 0x3FFFFFFFU) return {};
  const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
  ucnv_close(converter);
  std::string text;
  if (U_SUCCESS(status)) decoded.toUTF8String(text);
  return text;
}

DecodedFile decode_by_votes(std::string bytes) {
  const Votes votes = count_votes(bytes);
  const std::size_t best = std::max(votes.windows, votes.mac);
  if (votes.utf8 > votes.ill_formed || best < votes.ill_formed) {
    DecodedFile file{replace_ill_formed(bytes), "UTF-8", {}};
    file.limits.push_back("The file is not well-formed UTF-8: " + std::to_string(votes.ill_formed) +
                          " bytes were replaced by the character U+FFFD.");
    return file;
  }
  if (votes.mac > votes.windows)
    return {decode_single_bytes(bytes, mac_roman()),
            "Mac Roman",
            {"The file does not say its encoding; it was read as Mac Roman."}};
  return {decode_single_bytes(bytes, windows_1252()),
          "Windows-1252",
          {"The file does not say its encoding; it was read as Windows-1252."}};
}

}  // namespace

std::string replace_ill_formed(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + 16);
  while (!bytes.empty()) {
    const std::size_t good = find_ill_formed_utf8(bytes);
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    text.append("\xEF\xBF\xBD");
    bytes.remove_prefix(1);
  }
  return text;
}

Result<DecodedFile> decode_file(std::string bytes, std::string_view declared, std::string_view name) {
  if (starts_with(bytes, "\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  } else if (starts_with(bytes, "\xFF\xFE")) {
    return DecodedFile{decode_utf16(std::string_view(bytes).substr(2), false), "UTF-16LE", {}};
  } else if (starts_with(bytes, "\xFE\xFF")) {
    return DecodedFile{decode_utf16(std::string_view(bytes).substr(2), true), "UTF-16BE", {}};
  } else if (const Utf16 utf16 = looks_like_utf16(bytes); utf16 != Utf16::no) {
    return DecodedFile{decode_utf16(bytes, utf16 == Utf16::big), utf16 == Utf16::big ? "UTF-16BE" : "UTF-16LE", {}};
  }
  if (looks_binary(bytes))
    return reader_error(ErrorKind::unsupported_format, name,
                        "is not text: its bytes are binary. " + std::string(kWhatKlausulReads));
  if (find_ill_formed_utf8(bytes) == bytes.size()) return DecodedFile{std::move(bytes), "UTF-8", {}};
  if (!declared.empty()) {
    std::string text = decode_declared(bytes, declared);
    if (!text.empty()) return DecodedFile{well_formed(std::move(text)), std::string(declared), {}};
  }
  return decode_by_votes(std::move(bytes));
}

}  // namespace klausul
