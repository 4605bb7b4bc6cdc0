#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace klausul {

/// What a paragraph ends with, closing quotes and parentheses aside.
enum class FinalMark {
  none,  ///< a letter, a digit: a heading, or a lead-in to a list
  colon,
  comma,  ///< also a dash
  semicolon,
  stop  ///< . ! ? …
};

/// How a paragraph looks: what tells headings, lead-ins and sentences apart without reading them.
struct Shape {
  FinalMark final = FinalMark::none;
  bool starts_upper = false;
  bool starts_lower = false;
  bool all_capitals = false;  ///< four letters or more, and none in lower case
  std::uint32_t words = 0;
  std::uint32_t bytes = 0;
};

Shape shape_of(std::string_view text);

/// Whether a person signs or dates here.
enum class SignatureMark {
  none,
  field,  ///< "Name:", "Datum:": of a signature only when lines nearby are
  line    ///< "Namnförtydligande", "____________"
};

SignatureMark signature_mark(std::string_view text);

/// Whether `text` begins with a term and defines it: `"Service" means`, `GDPR betyder`, `Med "Tjänsten" avses`.
/// Under a heading that promises definitions, `Personal data: any information ...` is one, too.
bool defines_term(std::string_view text, bool under_definitions_heading);

/// The page number that a line of a table of contents ends with. `dotted` says whether dots lead to it.
struct PageReference {
  std::uint32_t page = 0;
  bool dotted = false;
};
std::optional<PageReference> page_reference(std::string_view text);

/// Whether `text` contains one of `words` (lower case), in any case, at the beginning of a word.
bool mentions(std::string_view text, std::span<const std::string_view> words);

}  // namespace klausul
