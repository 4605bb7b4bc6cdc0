#pragma once

#include <cstddef>
#include <string_view>

namespace klausul {

/// A piece of an RTF file.
struct RtfToken {
  enum class Kind {
    end,
    open,    ///< {
    close,   ///< }
    word,    ///< a control word: \par, \u8217
    symbol,  ///< a control symbol: \~, \*
    hex,     ///< a byte: \'e5
    text     ///< bytes as they stand, without line ends
  };
  Kind kind = Kind::end;
  std::size_t begin = 0;  ///< in the file
  std::string_view text;  ///< of a word its letters, of a symbol its sign, of text the bytes
  int number = 0;         ///< of a word, or the byte of `hex`
  bool has_number = false;
};

/// Cuts an RTF file into its pieces. Binary data (\bin) is passed over.
class RtfTokens {
 public:
  explicit RtfTokens(std::string_view bytes) : bytes_(bytes) {}

  RtfToken next();
  [[nodiscard]] std::size_t position() const { return at_; }
  void seek(std::size_t position) { at_ = position; }
  /// Moves to the "}" that ends the group one stands in, or to the end.
  void skip_group();

 private:
  RtfToken control();
  RtfToken word();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace klausul
