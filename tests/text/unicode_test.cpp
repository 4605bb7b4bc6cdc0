#include "text/unicode.h"

#include <boost/test/unit_test.hpp>

using namespace klausul;

BOOST_AUTO_TEST_SUITE(unicode)

BOOST_AUTO_TEST_CASE(code_points_are_read_and_written) {
  for (const char32_t value : {U'a', U'å', U'–', U'\U0001F4CE'}) {
    std::string text;
    append_utf8(text, value);
    const CodePoint point = code_point_at(text, 0);
    BOOST_TEST(point.valid);
    BOOST_TEST(static_cast<std::uint32_t>(point.value) == static_cast<std::uint32_t>(value));
    BOOST_TEST(point.length == text.size());
  }
}

BOOST_AUTO_TEST_CASE(surrogates_become_replacement_characters) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  BOOST_TEST(text == "\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_CASE(ill_formed_utf8_is_found_where_it_begins) {
  BOOST_TEST(find_ill_formed_utf8("avtalets längd är tolv månader") ==
             std::string("avtalets längd är tolv månader").size());
  BOOST_TEST(find_ill_formed_utf8("0123456789\xE5") == 10U);           // cut off
  BOOST_TEST(find_ill_formed_utf8("ab\xC0\xAF") == 2U);                // overlong
  BOOST_TEST(find_ill_formed_utf8("ab\xED\xA0\x80") == 2U);            // surrogate
  BOOST_TEST(find_ill_formed_utf8("ab\xF4\x90\x80\x80") == 2U);        // beyond Unicode
  BOOST_TEST(find_ill_formed_utf8("0123456789abcdef\x80xyz") == 16U);  // lone continuation after a long run
}

BOOST_AUTO_TEST_CASE(nfc_says_what_it_changed) {
  const NormalisedText text = normalise_to_nfc("A\u030Argang fo\u0308r");
  BOOST_TEST(text.text == "Årgang för");
  BOOST_REQUIRE(text.changes.size() == 2U);
  BOOST_TEST(text.changes[0].before_begin == 0U);
  BOOST_TEST(text.changes[0].before_end == 3U);
  BOOST_TEST(text.changes[0].after_end == 2U);
  BOOST_TEST(is_nfc(text.text));
  BOOST_TEST(!is_nfc("fo\u0308r"));
}

BOOST_AUTO_TEST_CASE(what_is_surely_nfc_is_nfc) {
  for (char32_t value = 0x20; value < 0x3000; ++value) {
    if (!is_surely_nfc(value)) continue;
    std::string text = "a";
    append_utf8(text, value);
    text += 'a';
    if (!is_nfc(text)) BOOST_ERROR("not NFC: " << static_cast<std::uint32_t>(value));
  }
}

BOOST_AUTO_TEST_CASE(spaces_and_invisible_characters_are_told_apart) {
  for (const char32_t value : {U' ', U'\t', U'\n', U'\u00A0', U'\u2009', U'\u202F'}) BOOST_TEST(is_white_space(value));
  for (const char32_t value : {U'\u00AD', U'\u200B', U'\uFEFF', U'\u202E', U'\x01'}) {
    BOOST_TEST(is_invisible(value));
    BOOST_TEST(!is_white_space(value));
  }
  BOOST_TEST(!is_invisible(U'å'));
  BOOST_TEST(!is_white_space(U'\u2013'));
}

BOOST_AUTO_TEST_SUITE_END()
