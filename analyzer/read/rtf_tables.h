#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace klausul {

/// The fonts of an RTF file, as far as they say how bytes are to be read.
class RtfFonts {
 public:
  struct Font {
    int code_page = 0;  ///< of Windows; 0: that of the file
    std::string name;
  };

  Font& font(int number) { return fonts_[number]; }
  [[nodiscard]] bool is_symbols(int number) const;
  /// The code page for text in the font.
  [[nodiscard]] int code_page(int number) const;

  int file_code_page = 1252;
  int default_font = 0;

 private:
  std::map<int, Font> fonts_;
};

/// The code page of Windows for an \fcharset; 0 if it says none.
int code_page_of_charset(int charset);

/// Turns bytes in code pages of Windows into UTF-8.
class CodePages {
 public:
  /// `bytes` is one character or several; what is none becomes U+FFFD.
  std::string decode(std::string_view bytes, int code_page);
  /// True if characters of the code page may take several bytes.
  static bool is_multi_byte(int code_page);

 private:
  using Table = std::array<char32_t, 256>;
  std::map<std::string, Table> tables_;  ///< of code pages with one byte for each character, by ICU's name
};

/// The styles of an RTF file, as far as they tell headings.
class RtfStyles {
 public:
  struct Style {
    std::string name;
    int based_on = -1;
    int outline_level = -1;
  };

  void add(int number, Style style) { styles_[number] = std::move(style); }
  /// 1..9, or 0 if paragraphs of the style are no headings.
  [[nodiscard]] int heading_level(int number) const;
  [[nodiscard]] bool is_title(int number) const;

 private:
  std::map<int, Style> styles_;
};

}  // namespace klausul
