#include "read/pdf_segments.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "text/unicode.h"

namespace klausul {
namespace {

/// Gaps, in parts of the font size.
constexpr double kGlued = 0.1;    ///< narrower: one word, which a change of font has cut
constexpr double kWideGap = 1.1;  ///< wider: another column or cell
constexpr std::size_t kFewestSpacedLetters = 4;

bool is_single_letter(const PdfWord& word) {
  if (word.text.empty()) return false;
  const CodePoint point = code_point_at(word.text, 0);
  return point.length == word.text.size() && is_letter(point.value);
}

bool in_one_line(const PdfWord& before, const PdfWord& after) {
  return before.upright == after.upright &&
         std::abs(before.baseline - after.baseline) <= 0.15 * std::max(before.size, after.size);
}

double gap_between(const PdfWord& before, const PdfWord& after) { return after.box.left - before.box.right; }

/// Past the last of the letters from `first` on that stand alone in one line, evenly spaced.
std::size_t end_of_spaced_letters(const std::vector<PdfWord>& words, std::size_t first) {
  std::size_t past = first;
  while (past < words.size() && is_single_letter(words[past]) && words[past].struck == words[first].struck &&
         (past == first || (in_one_line(words[past - 1], words[past]) && words[past].upright &&
                            gap_between(words[past - 1], words[past]) > 0 &&
                            gap_between(words[past - 1], words[past]) < 2.5 * words[past].size)))
    ++past;
  return past - first >= kFewestSpacedLetters ? past : first;
}

/// Joins words[first, past): gaps much wider than the usual one part words.
void join_spaced_letters(const std::vector<PdfWord>& words, std::size_t first, std::size_t past,
                         std::vector<PdfWord>& joined) {
  std::vector<double> gaps;
  for (std::size_t i = first; i + 1 < past; ++i) gaps.push_back(gap_between(words[i], words[i + 1]));
  std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
  const double widest = 1.6 * gaps[gaps.size() / 2];
  PdfWord word = words[first];
  for (std::size_t i = first + 1; i < past; ++i) {
    if (gap_between(words[i - 1], words[i]) > widest) {
      word.space_after = true;
      joined.push_back(std::move(word));
      word = words[i];
      continue;
    }
    word.text += words[i].text;
    word.box.include(words[i].box);
    word.bold = word.bold && words[i].bold;
    word.space_after = words[i].space_after;
  }
  joined.push_back(std::move(word));
}

std::vector<PdfWord> without_spaced_letters(const std::vector<PdfWord>& words) {
  std::vector<PdfWord> joined;
  joined.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t past = end_of_spaced_letters(words, i);
    if (past == i) {
      joined.push_back(words[i++]);
      continue;
    }
    join_spaced_letters(words, i, past, joined);
    i = past;
  }
  return joined;
}

bool has_spaced_letters(const std::vector<PdfWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (end_of_spaced_letters(words, i) != i) return true;
  return false;
}

bool rule_between(const std::vector<PdfBox>& upright_rules, const PdfWord& before, const PdfWord& after) {
  const double y = before.box.middle_y();
  return std::any_of(upright_rules.begin(), upright_rules.end(), [&](const PdfBox& rule) {
    return rule.top <= y && y <= rule.bottom && rule.middle_x() > before.box.right - 1 &&
           rule.middle_x() < after.box.left + 1;
  });
}

/// What is struck through keeps its room, so that what stands around it stays in one line.
std::string_view text_of(const PdfWord& word) { return word.struck ? std::string_view() : word.text; }

PdfSegment segment_of(const PdfWord& word) {
  return {std::string(text_of(word)),
          word.box,
          word.baseline,
          word.size,
          word.box.width(),
          word.bold,
          word.upright,
          false,
          !word.upright};
}

}  // namespace

std::vector<PdfSegment> make_segments(const PdfPage& page) {
  std::vector<PdfBox> upright_rules;
  for (const PdfBox& rule : page.rules)
    if (rule.height() > rule.width()) upright_rules.push_back(rule);
  const std::vector<PdfWord> joined =
      has_spaced_letters(page.words) ? without_spaced_letters(page.words) : std::vector<PdfWord>();
  const std::vector<PdfWord>& words = joined.empty() ? page.words : joined;
  std::vector<PdfSegment> segments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PdfWord& word = words[i];
    const bool goes_on = i > 0 && in_one_line(words[i - 1], word) &&
                         gap_between(words[i - 1], word) > -0.5 * word.size &&
                         gap_between(words[i - 1], word) < kWideGap * std::max(word.size, words[i - 1].size) &&
                         !rule_between(upright_rules, words[i - 1], word);
    if (!goes_on) {
      segments.push_back(segment_of(word));
      continue;
    }
    PdfSegment& segment = segments.back();
    if (words[i - 1].space_after || gap_between(words[i - 1], word) > kGlued * word.size) {
      if (!segment.text.empty() && segment.text.back() != ' ') segment.text += ' ';
    } else if (segment.text.find(' ') == std::string::npos) {
      segment.first_word = word.box.right - segment.box.left;
    }
    segment.text += text_of(word);
    segment.box.include(word.box);
    segment.size = std::max(segment.size, word.size);
    segment.bold = segment.bold && word.bold;
  }
  for (PdfSegment& segment : segments)
    if (!segment.text.empty() && segment.text.back() == ' ') segment.text.pop_back();
  return segments;
}

}  // namespace klausul
