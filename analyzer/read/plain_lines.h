#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace klausul {

/// One line of plain text, without its end and the white space around it.
struct PlainLine {
  std::size_t begin = 0;         ///< in the source, after the indentation
  std::size_t end = 0;           ///< in the source, before trailing white space
  std::uint32_t indent = 0;      ///< columns before the text
  std::uint32_t width = 0;       ///< columns up to the end of the text
  std::uint32_t first_word = 0;  ///< columns of the first word
  bool ends_page = false;        ///< a form feed ends the line

  [[nodiscard]] bool blank() const { return begin == end; }
};

/// Cuts source[begin, end) into lines at "\n", "\r\n", "\r" and form feeds.
class PlainLineReader {
 public:
  PlainLineReader(std::string_view source, std::size_t begin, std::size_t end);
  bool next(PlainLine& line);

 private:
  struct NextSign {
    char sign;
    std::size_t at;
    bool unknown;
  };
  std::size_t find_line_end();

  std::string_view source_;
  std::size_t at_;
  std::size_t end_;
  std::array<NextSign, 3> next_signs_{{{'\n', 0, true}, {'\r', 0, true}, {'\f', 0, true}}};
};

/// How a line begins.
enum class LineStart {
  text,
  bullet,    ///< a sign that is nothing but a bullet: "•"
  dash,      ///< "-", "–", "*": a bullet, or a dash within a sentence
  numbered,  ///< "7.", "2.3", "(a)", "12 §", "IV."
  named      ///< "Bilaga 2", "Article 5"
};

struct LineOpening {
  LineStart start = LineStart::text;
  std::size_t marker_bytes = 0;  ///< of a bullet
  std::uint8_t depth = 0;        ///< of a number: 1 for "7.", 2 for "7.2"
};

LineOpening opening_of(std::string_view line);

/// A line of nothing but dashes, equals signs, asterisks or tildes: it draws, it says nothing.
bool is_ruler(std::string_view line);

/// True if the line ends what it says: full stop, colon, semicolon, question or exclamation mark, quotes and brackets
/// aside.
bool ends_sentence(std::string_view line);

/// True if every letter is a capital, and there are at least three.
bool is_all_capitals(std::string_view line);

/// True if the line is a row of something aligned in columns: tabs, bars, or two wide gaps.
bool is_tabular(std::string_view line);

bool begins_lower_case(std::string_view line);

/// True if the last word is "and", "or", "och" ...: what follows may be the next item of a list.
bool ends_in_conjunction(std::string_view line);

/// How wide the lines of a hard-wrapped text are, judged from its lines: 0 when the text is not hard-wrapped.
std::uint32_t find_wrap_width(std::string_view source, std::size_t begin, std::size_t end);

/// What stands between two lines of one paragraph.
enum class LineJoint { space, nothing, nothing_and_no_hyphen };

/// Decides how the line `after` goes on from `before`. A hyphen at a line end is dropped when the next line goes on in
/// lower case, unless it stands for a left-out word ("säkerhets- och"). A better decision needs a dictionary and is
/// taken in words/; this is the place to ask it.
LineJoint joint_between(std::string_view before, std::string_view after);

}  // namespace klausul
