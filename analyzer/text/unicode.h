#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// One code point read from UTF-8. Of ill-formed bytes `valid` is false, `value` is U+FFFD and `length` is 1.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 0;
  bool valid = true;
};

/// The code point that begins at `at`, which is before the end of `text`.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Appends `value` as UTF-8; what is not a code point (surrogates, beyond U+10FFFF) becomes U+FFFD.
void append_utf8(std::string& text, char32_t value);

/// The offset of the first byte that is not well-formed UTF-8, or the size of `text`.
std::size_t find_ill_formed_utf8(std::string_view text);

/// How many code points `text` has (well-formed UTF-8).
std::size_t count_code_points(std::string_view text);

/// White space of any kind that a reader turns into a space: tabs, line ends, no-break and typographic spaces.
bool is_white_space(char32_t value);

/// Characters that are not seen and that a reader drops: soft hyphen, zero-width characters, marks that steer the
/// direction of writing, byte order mark, control characters other than white space.
bool is_invisible(char32_t value);

/// True if anything of `text` is seen: neither white space nor invisible.
bool has_visible_text(std::string_view text);

bool is_lower_case(char32_t value);
bool is_upper_case(char32_t value);
bool is_letter(char32_t value);

/// True if `value` can stand anywhere in NFC text: it neither decomposes nor joins with what is before it. Holds for
/// nearly all of Swedish and English text, and costs nothing to ask.
inline bool is_surely_nfc(char32_t value) { return value < 0x300 || (value >= 0x2010 && value <= 0x20CF); }

/// A stretch that normalising changed.
struct NormalisedStretch {
  std::uint32_t before_begin = 0;
  std::uint32_t before_end = 0;
  std::uint32_t after_begin = 0;
  std::uint32_t after_end = 0;
};

/// Text in NFC, and where it differs from what it was.
struct NormalisedText {
  std::string text;
  std::vector<NormalisedStretch> changes;
};

bool is_nfc(std::string_view text);

/// Brings well-formed UTF-8 into NFC.
NormalisedText normalise_to_nfc(std::string_view text);

}  // namespace klausul
