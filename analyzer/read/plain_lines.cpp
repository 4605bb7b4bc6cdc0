#include "read/plain_lines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <vector>

#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::uint32_t kNarrowestWrap = 40;
constexpr std::uint32_t kWidestWrap = 130;
constexpr std::size_t kLinesToJudge = 20000;

using namespace std::string_view_literals;

constexpr std::array kBullets{"•"sv, "·"sv, "▪"sv, "◦"sv, "●"sv,      "○"sv,      "■"sv,     "□"sv,
                              "‣"sv, "➢"sv, "✓"sv, "✔"sv, "\uF0B7"sv, "\uF0A7"sv, "\uF0D8"sv};
constexpr std::array kDashes{"-"sv, "–"sv, "—"sv, "*"sv, "+"sv};
// Headings of parts that are numbered after a word. Only whether a line may begin a paragraph hangs on them.
constexpr std::array kNamedParts{"Bilaga"sv,  "Appendix"sv, "Annex"sv,      "Schedule"sv,   "Exhibit"sv,
                                 "Article"sv, "Artikel"sv,  "Kapitel"sv,    "Chapter"sv,    "Section"sv,
                                 "Avsnitt"sv, "Part"sv,     "Attachment"sv, "Underbilaga"sv};
// Words after a hyphen that stands for a left-out word, or after which a list goes on.
constexpr std::array kConjunctions{"och"sv, "eller"sv, "samt"sv, "respektive"sv, "and"sv,
                                   "or"sv,  "resp."sv, "to"sv,   "till"sv};

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_ascii_letter(char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0; }
bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool is_roman(std::string_view label) {
  return !label.empty() && label.size() <= 6 &&
         std::all_of(label.begin(), label.end(), [](char c) { return std::strchr("ivxlcIVXLC", c) != nullptr; });
}

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_ascii_letter(text[count])) ++count;
  return count;
}

bool goes_on_after(std::string_view line, std::size_t at) {
  return at == line.size() || is_space(line[at]) || starts_with(line.substr(at), "\u00A0");
}

/// "(a)", "a)", "(12)", "ii)" and "A.", "IV.".
LineOpening letter_label(std::string_view line) {
  const bool open = line[0] == '(';
  const std::string_view rest = line.substr(open ? 1 : 0);
  const std::size_t digits = count_digits(rest);
  const std::size_t size = digits > 0 ? digits : count_letters(rest);
  if (size == 0 || size > 6 || size >= rest.size() || (digits > 3)) return {};
  const bool short_label = digits > 0 || size == 1 || is_roman(rest.substr(0, size));
  const bool closed = rest[size] == ')' || (!open && digits == 0 && rest[size] == '.');
  if (!short_label || !closed || !goes_on_after(rest, size + 1)) return {};
  return {LineStart::numbered, 0, 1};
}

/// "7.", "7.2", "7.2.1", "12 §", "§ 12", "12 a §".
LineOpening number_label(std::string_view line) {
  if (starts_with(line, "§")) return {LineStart::numbered, 0, 1};
  std::size_t at = 0;
  std::uint8_t depth = 0;
  bool dotted = false;
  while (depth < 9) {
    const std::size_t digits = count_digits(line.substr(at));
    if (digits == 0 || digits > 3) break;
    at += digits;
    ++depth;
    if (at >= line.size() || line[at] != '.') break;
    dotted = true;
    ++at;
  }
  if (depth == 0) return {};
  if (depth > 1) dotted = true;
  if (dotted && goes_on_after(line, at) && at < line.size()) return {LineStart::numbered, 0, depth};
  std::string_view rest = line.substr(std::min(at, line.size()));
  while (!rest.empty() && is_space(rest[0])) rest.remove_prefix(1);
  if (rest.size() > 1 && is_ascii_letter(rest[0]) && is_space(rest[1])) rest.remove_prefix(2);
  if (starts_with(rest, "§") || starts_with(rest, "kap.")) return {LineStart::numbered, 0, 1};
  return {};
}

bool same_ignoring_case(std::string_view one, std::string_view other) {
  return one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
         });
}

LineOpening named_part(std::string_view line) {
  if (std::isupper(static_cast<unsigned char>(line[0])) == 0) return {};
  const std::size_t letters = count_letters(line);
  const bool known = std::any_of(kNamedParts.begin(), kNamedParts.end(), [&](std::string_view name) {
    return same_ignoring_case(line.substr(0, letters), name);
  });
  if (!known || letters + 1 >= line.size() || line[letters] != ' ') return {};
  const std::string_view number = line.substr(letters + 1);
  const std::size_t size = std::max(count_digits(number), count_letters(number));
  const bool is_number = is_digit(number[0]) || (size == 1 && number[0] < 'a') || is_roman(number.substr(0, size));
  return is_number ? LineOpening{LineStart::named, 0, 1} : LineOpening{};
}

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.find_last_of(" \t");
  return space == std::string_view::npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) { return line.substr(0, line.find_first_of(" \t,;")); }

struct LineSample {
  std::uint32_t width;
  std::uint32_t first_word;
};

}  // namespace

PlainLineReader::PlainLineReader(std::string_view source, std::size_t begin, std::size_t end)
    : source_(source.substr(0, end)), at_(begin), end_(end) {}

/// The next line end at or after at_. Where the next of each kind stands is kept, so that no stretch is searched twice.
std::size_t PlainLineReader::find_line_end() {
  std::size_t nearest = end_;
  for (NextSign& next : next_signs_) {
    if (next.at < at_ || next.unknown) {
      const void* const found = std::memchr(source_.data() + at_, next.sign, end_ - at_);
      next.at = found == nullptr ? end_ : static_cast<std::size_t>(static_cast<const char*>(found) - source_.data());
      next.unknown = false;
    }
    nearest = std::min(nearest, next.at);
  }
  return nearest;
}

bool PlainLineReader::next(PlainLine& line) {
  if (at_ >= end_) return false;
  const std::size_t length = find_line_end() - at_;
  std::size_t after = at_ + length;
  line = {};
  line.ends_page = after < end_ && source_[after] == '\f';
  if (after < end_) after += source_[after] == '\r' && after + 1 < end_ && source_[after + 1] == '\n' ? 2 : 1;

  line.begin = at_;
  line.end = at_ + length;
  while (line.end > line.begin && is_space(source_[line.end - 1])) --line.end;
  while (line.begin < line.end && is_space(source_[line.begin])) {
    line.indent += source_[line.begin] == '\t' ? 8 - line.indent % 8 : 1;
    ++line.begin;
  }
  const std::string_view text = source_.substr(line.begin, line.end - line.begin);
  line.width = line.indent + static_cast<std::uint32_t>(count_code_points(text));
  const std::string_view word = text.substr(0, std::min<std::size_t>(text.find(' '), 60));
  line.first_word = static_cast<std::uint32_t>(count_code_points(word));
  at_ = after;
  return true;
}

LineOpening opening_of(std::string_view line) {
  if (line.size() < 2) return {};
  // Most lines begin with a word: they are none of what follows, and need no closer look.
  const bool is_word =
      is_ascii_letter(line[0]) && is_ascii_letter(line[1]) && line[0] >= 'a' && !is_roman(line.substr(0, 2));
  if (is_word) return {};
  for (const std::string_view bullet : kBullets) {
    if (!starts_with(line, bullet)) continue;
    std::size_t size = bullet.size();
    while (size < line.size() && is_space(line[size])) ++size;
    return {LineStart::bullet, size, 0};
  }
  for (const std::string_view dash : kDashes)
    if (starts_with(line, dash) && dash.size() < line.size() && goes_on_after(line, dash.size()))
      return {LineStart::dash, dash.size(), 0};
  LineOpening opening = number_label(line);
  if (opening.start == LineStart::text) opening = letter_label(line);
  if (opening.start == LineStart::text) opening = named_part(line);
  return opening;
}

bool is_ruler(std::string_view line) {
  if (line.size() < 3 || std::strchr("-=*~", line[0]) == nullptr) return false;
  return std::all_of(line.begin(), line.end(), [&](char byte) { return byte == line[0] || byte == ' '; });
}

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const char last = line.back();
    if (std::strchr(".:;!?", last) != nullptr) return true;
    if (last == ')' || last == '"' || last == '\'' || last == ']' || last == '*')
      line.remove_suffix(1);
    else if (line.size() > 3 && (line.substr(line.size() - 3) == "”" || line.substr(line.size() - 3) == "’"))
      line.remove_suffix(3);
    else
      return false;
  }
  return false;
}

bool is_all_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (is_lower_case(point.value)) return false;
    capitals += is_upper_case(point.value) ? 1U : 0U;
    at += point.length;
  }
  return capitals >= 3;
}

bool is_tabular(std::string_view line) {
  if (line.find('\t') != std::string_view::npos || (!line.empty() && line[0] == '|')) return true;
  const std::size_t gap = line.find("   ");
  if (gap == std::string_view::npos) return false;
  const std::size_t after = line.find_first_not_of(' ', gap);
  return after != std::string_view::npos && line.find("   ", after) != std::string_view::npos;
}

bool begins_lower_case(std::string_view line) { return !line.empty() && is_lower_case(code_point_at(line, 0).value); }

std::uint32_t find_wrap_width(std::string_view source, std::size_t begin, std::size_t end) {
  std::vector<LineSample> samples;  // a blank line is {0, 0}
  std::vector<std::uint32_t> widths;
  PlainLineReader lines(source, begin, end);
  for (PlainLine line; samples.size() < kLinesToJudge && lines.next(line);) {
    samples.push_back(line.blank() ? LineSample{0, 0} : LineSample{line.width, line.first_word});
    if (!line.blank()) widths.push_back(line.width);
  }
  if (widths.size() < 2) return 0;
  const std::size_t rank = widths.size() - 1 - widths.size() / 20;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(rank), widths.end());
  const std::uint32_t width = widths[rank];
  if (width < kNarrowestWrap || width > kWidestWrap) return 0;
  // In a wrapped text most lines end because the next word would not have fitted.
  std::size_t pairs = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < samples.size(); ++i) {
    if (samples[i].width == 0 || samples[i + 1].width == 0) continue;
    ++pairs;
    full += samples[i].width + 1 + samples[i + 1].first_word + 6 > width ? 1U : 0U;
  }
  return pairs > 0 && full * 4 >= pairs ? width : 0;
}

LineJoint joint_between(std::string_view before, std::string_view after) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  if (before.size() > 2 && before.substr(before.size() - 2) == kSoftHyphen) return LineJoint::nothing;
  if (before.size() < 2 || before.back() != '-' || !begins_lower_case(after)) return LineJoint::space;
  const char previous = before[before.size() - 2];
  if (!is_ascii_letter(previous) && static_cast<unsigned char>(previous) < 0x80U) return LineJoint::space;
  const std::string_view next = first_word(after);
  const bool elliptic = std::find(kConjunctions.begin(), kConjunctions.end(), next) != kConjunctions.end();
  return elliptic ? LineJoint::space : LineJoint::nothing_and_no_hyphen;
}

bool ends_in_conjunction(std::string_view line) {
  return std::find(kConjunctions.begin(), kConjunctions.end(), last_word(line)) != kConjunctions.end();
}

}  // namespace klausul
