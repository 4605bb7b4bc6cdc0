#include "words/tokenize.h"

#include <unicode/uchar.h>

#include <array>

#include "text/unicode.h"

namespace klausul {

namespace {

enum CharacterClass : std::uint8_t {
  other,
  letter_small,
  letter_capital,
  digit,
  space,
  joins_letters,
  joins_both,
  joins_digits,
  underscore
};

/// Classes of ASCII characters; the rest is asked of ICU.
constexpr std::array<std::uint8_t, 128> make_ascii_classes() {
  std::array<std::uint8_t, 128> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = letter_small;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = letter_capital;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = digit;
  classes[' '] = classes['\t'] = classes['\n'] = classes['\r'] = space;
  classes[':'] = joins_letters;
  classes['.'] = classes['\''] = joins_both;
  classes[','] = classes[';'] = joins_digits;
  classes['_'] = underscore;
  return classes;
}
constexpr std::array<std::uint8_t, 128> ascii_classes = make_ascii_classes();

struct Character {
  std::uint32_t code = 0;
  std::uint32_t next = 0;  ///< offset behind it
  std::uint8_t kind = other;
};

std::uint8_t class_beyond_ascii(std::uint32_t code) {
  if (code >= 0xC0 && code <= 0x24F) {
    if (code == 0xD7 || code == 0xF7) return other;
    if (code <= 0xFF) return code >= 0xDF ? letter_small : letter_capital;
    return u_isupper(static_cast<UChar32>(code)) != 0 ? letter_capital : letter_small;
  }
  if (code == 0x2019 || code == 0x2018) return joins_both;
  if (code == 0xB7) return joins_letters;
  if (code == 0xA0 || code == 0x2009 || code == 0x202F) return space;
  if (code >= 0x2010 && code <= 0x2BFF) return other;
  if (u_isdigit(static_cast<UChar32>(code)) != 0) return digit;
  if (u_isalpha(static_cast<UChar32>(code)) != 0 || u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK)
    return u_isupper(static_cast<UChar32>(code)) != 0 ? letter_capital : letter_small;
  return other;
}

inline Character character_at(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, at + 1, ascii_classes[byte]};
  const CodePoint point = code_point_at(text, at);
  const auto code = static_cast<std::uint32_t>(point.value);
  return {code, at + point.length, point.valid ? class_beyond_ascii(code) : std::uint8_t{other}};
}

bool is_word(std::uint8_t kind) { return kind == letter_small || kind == letter_capital || kind == digit; }
bool is_letter(std::uint8_t kind) { return kind == letter_small || kind == letter_capital; }

/// Whether `joiner` standing between these two belongs inside a word.
bool joins(std::uint8_t before, const Character& joiner, std::uint8_t after) {
  if (joiner.kind == underscore) return is_word(before) && is_word(after);
  if (before == digit && after == digit) return joiner.kind == joins_digits || joiner.kind == joins_both;
  if (!is_letter(before) || !is_letter(after)) return false;
  if (joiner.code == '.' && before == letter_small && after == letter_capital) return false;
  return joiner.kind == joins_letters || joiner.kind == joins_both;
}

void append_folded(std::string& folded, std::string_view text, const Character& c, std::uint32_t at) {
  if (c.code < 0x80) {
    folded.push_back(static_cast<char>(c.kind == letter_capital ? c.code + 0x20 : c.code));
  } else if (c.code == 0x2019 || c.code == 0x2018) {
    folded.push_back('\'');
  } else if (c.kind == letter_capital) {
    append_utf8(folded, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code))));
  } else {
    folded.append(text.substr(at, c.next - at));
  }
}

/// Removes "'s", a last apostrophe and Swedish endings after a colon ("api:er", "dpa:t") from a folded word.
void strip_possessive(std::string& folded) {
  if (folded.size() > 2 && folded.ends_with("'s")) folded.resize(folded.size() - 2);
  const std::size_t colon = folded.rfind(':');
  if (colon != std::string::npos && colon > 0 && folded.size() - colon <= 5) folded.resize(colon);
}

std::uint8_t gap_bit(std::string_view text, const Character& c, std::uint8_t before) {
  switch (c.code) {
    case ' ':
    case '\t':
    case '\n':
    case 0xA0:
    case 0x2009:
    case 0x202F: return 0;
    case '-':
    case '/':
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014: {
      if (!is_word(before)) return gap_other;
      if (c.next >= text.size()) return gap_other;
      const Character after = character_at(text, c.next);
      const bool elliptic = (c.code == '-' || c.code == 0x2010 || c.code == 0x2011) && after.kind == space;
      return is_word(after.kind) || elliptic ? gap_hyphen : gap_other;
    }
    case '"':
    case '\'':
    case '`':
    case '*':
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB: return gap_quote;
    case ',': return gap_comma;
    case ':':  // the number of a Swedish act, "2018:218", is one thing
      return before == digit && c.next < text.size() && character_at(text, c.next).kind == digit ? gap_hyphen
                                                                                                 : gap_colon;
    case ';': return gap_semicolon;
    case '.':
    case '!':
    case '?':
    case 0x2026: return gap_stop;
    case '(':
    case ')':
    case '[':
    case ']': return gap_bracket;
    default: break;
  }
  return gap_other;
}

constexpr std::uint32_t longest_token = 60000;  // Token::length is 16 bits

bool is_dot(std::uint32_t code) { return code == '.' || code == 0x2026 || code == 0xB7; }

/// The end of a line to write on that begins at `at` ("____", "_ _ _", "......"); `at` when there is none.
std::uint32_t end_of_blank_line(std::string_view text, std::uint32_t at) {
  const bool dots = text[at] != '_';
  std::uint32_t end = at, signs = 0;
  for (std::uint32_t next = at; next < text.size() && next - at < longest_token;) {
    const Character c = character_at(text, next);
    if (dots ? is_dot(c.code) : c.code == '_') {
      signs += c.code == 0x2026 ? 3U : 1U;
      end = c.next;
    } else if (c.code != ' ') {
      break;
    }
    next = c.next;
  }
  return signs >= (dots ? 6U : 3U) ? end : at;
}

/// The end of brackets that begin at `at` and hold no word: "[•]", "[…]", "[___]"; `at` when there are none. "[ ]" is a
/// box to tick.
std::uint32_t end_of_blank_brackets(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t most_signs = 40;
  bool sign = false;
  std::uint32_t count = 0;
  for (std::uint32_t next = at + 1; next < text.size() && count < most_signs; ++count) {
    const Character c = character_at(text, next);
    if (c.code == ']') return sign ? c.next : at;
    const bool fills = is_dot(c.code) || c.code == '_' || c.code == '*' || c.code == 0x2022 || c.code == 0x25CF ||
                       c.code == 0x25CB || c.code == 0x25AA || c.code == 0x2013 || c.code == '-';
    if (!fills && c.kind != space) return at;
    sign = sign || fills;
    next = c.next;
  }
  return at;
}

/// The end of a blank to fill in that begins with the sign at `at`; `at` when there is none.
std::uint32_t end_of_blank(std::string_view text, std::uint32_t at, std::uint32_t code) {
  if (code == '[') return end_of_blank_brackets(text, at);
  return code == '_' || is_dot(code) ? end_of_blank_line(text, at) : at;
}

}  // namespace

void tokenize(std::string_view text, Span span, WordTable& words, std::vector<Token>& tokens) {
  text = text.substr(0, span.end);
  std::string folded;
  std::uint8_t gap = gap_other;
  std::uint8_t before = space;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    Character c = character_at(text, at);
    if (!is_word(c.kind)) {
      if (const std::uint32_t end = end_of_blank(text, at, c.code); end > at) {
        if (c.code == '[') gap = static_cast<std::uint8_t>(gap | gap_bracket);
        tokens.push_back({at, static_cast<std::uint16_t>(end - at), gap, false, words.intern(blank_word)});
        gap = 0;
        before = other;
        at = end;
        continue;
      }
      gap = static_cast<std::uint8_t>(gap | gap_bit(text, c, before));
      before = c.kind;
      at = c.next;
      continue;
    }
    const std::uint32_t begin = at;
    bool number = true;
    folded.clear();
    while (true) {  // c is a character of the word
      append_folded(folded, text, c, at);
      number = number && c.kind == digit;
      before = c.kind;
      at = c.next;
      if (at >= span.end || at - begin > longest_token) break;
      Character next = character_at(text, at);
      if (is_word(next.kind)) {
        c = next;
        continue;
      }
      if (next.kind < joins_letters || next.next >= span.end) break;
      const Character after = character_at(text, next.next);
      if (!joins(before, next, after.kind)) break;
      append_folded(folded, text, next, at);
      at = next.next;
      c = after;
    }
    strip_possessive(folded);
    tokens.push_back({begin, static_cast<std::uint16_t>(at - begin), gap, number, words.intern(folded)});
    gap = 0;
  }
}

std::string fold_word(std::string_view word) {
  std::string folded;
  for (std::uint32_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    append_folded(folded, word, c, at);
    at = c.next;
  }
  strip_possessive(folded);
  return folded;
}

}  // namespace klausul
