#include "read/rtf_tables.h"

#include <unicode/unistr.h>

#include "read/docx_styles.h"
#include "read/symbol_fonts.h"
#include "text/unicode.h"

namespace klausul {
namespace {

/// ICU's name of a code page of Windows.
std::string converter_name(int code_page) {
  switch (code_page) {
    case 437:
    case 850:
    case 852:
    case 855:
    case 857:
    case 858:
    case 860:
    case 861:
    case 862:
    case 863:
    case 865:
    case 866: return "ibm-" + std::to_string(code_page);
    case 932: return "Shift_JIS";
    case 936: return "GBK";
    case 949: return "windows-949";
    case 950: return "Big5";
    case 1361: return "johab";
    case 10000: return "macintosh";
    case 65001: return "UTF-8";
    case 874: return "windows-874";
    default: break;
  }
  if (code_page >= 1250 && code_page <= 1258) return "windows-" + std::to_string(code_page);
  return "windows-1252";
}

std::string decode_with(std::string_view bytes, const std::string& converter) {
  const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.c_str());
  std::string text;
  decoded.toUTF8String(text);
  return text;
}

}  // namespace

int code_page_of_charset(int charset) {
  switch (charset) {
    case 0: return 1252;
    case 77: return 10000;
    case 128: return 932;
    case 129: return 949;
    case 130: return 1361;
    case 134: return 936;
    case 136: return 950;
    case 161: return 1253;
    case 162: return 1254;
    case 163: return 1258;
    case 177: return 1255;
    case 178: return 1256;
    case 186: return 1257;
    case 204: return 1251;
    case 222: return 874;
    case 238: return 1250;
    case 254: return 437;
    case 255: return 850;
    default: return 0;
  }
}

bool RtfFonts::is_symbols(int number) const {
  const auto found = fonts_.find(number);
  return found != fonts_.end() && is_symbol_font(found->second.name);
}

int RtfFonts::code_page(int number) const {
  const auto found = fonts_.find(number < 0 ? default_font : number);
  return found == fonts_.end() || found->second.code_page == 0 ? file_code_page : found->second.code_page;
}

bool CodePages::is_multi_byte(int code_page) {
  return code_page == 932 || code_page == 936 || code_page == 949 || code_page == 950 || code_page == 1361 ||
         code_page == 65001;
}

std::string CodePages::decode(std::string_view bytes, int code_page) {
  if (is_multi_byte(code_page)) return decode_with(bytes, converter_name(code_page));
  const std::string converter = converter_name(code_page);
  auto table = tables_.find(converter);
  if (table == tables_.end()) {
    table = tables_.emplace(converter, Table{}).first;
    for (std::size_t byte = 0; byte < table->second.size(); ++byte) {
      const char one = static_cast<char>(byte);
      const std::string decoded = decode_with({&one, 1}, converter);
      table->second[byte] = decoded.empty() ? 0xFFFD : code_point_at(decoded, 0).value;
    }
  }
  std::string text;
  for (const char byte : bytes) append_utf8(text, table->second[static_cast<unsigned char>(byte)]);
  return text;
}

int RtfStyles::heading_level(int number) const {
  constexpr int longest_chain = 32;
  for (int steps = 0; steps < longest_chain; ++steps) {  // a chain may be a circle
    const auto found = styles_.find(number);
    if (found == styles_.end()) return 0;
    const Style& style = found->second;
    if (style.outline_level >= 0) return style.outline_level < 9 ? style.outline_level + 1 : 0;
    const int level = heading_level_of_name(style.name);
    if (level > 0) return level;
    number = style.based_on;
  }
  return 0;
}

bool RtfStyles::is_title(int number) const {
  const auto found = styles_.find(number);
  return found != styles_.end() && is_title_name(found->second.name);
}

}  // namespace klausul
