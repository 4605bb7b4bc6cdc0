#include "read/pdf_strikes.h"

#include <algorithm>

namespace klausul {
namespace {

/// Above the baseline, in parts of the font size. An underline lies at the baseline or below it.
constexpr double kLowestLine = 0.14;
constexpr double kHighestLine = 0.46;
/// The middle of a note's area, which takes in all of the letters.
constexpr double kLowestNote = 0.0;
constexpr double kHighestNote = 0.65;
/// A line that runs on beside the letters (a frame, an ornament) does not strike them.
constexpr double kMostBeside = 0.6;
constexpr std::ptrdiff_t kMostAtOneHeight = 200;

bool is_upright(const TextWord& word) { return word.getRotation() == 0; }

PdfBox box_of_letter(const TextWord& word, int letter) {
  PdfBox box;
  word.getCharBBox(letter, &box.left, &box.top, &box.right, &box.bottom);
  return box;
}

}  // namespace

PdfStrikes::PdfStrikes(const std::vector<PdfBox>& rules, const std::vector<PdfBox>& notes) {
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].width() > rules[i].height()) strikes_.push_back({rules[i], false, i});
  for (const PdfBox& note : notes) strikes_.push_back({note, true});
  std::stable_sort(strikes_.begin(), strikes_.end(),
                   [](const Strike& a, const Strike& b) { return a.box.middle_y() < b.box.middle_y(); });
}

template <typename Act>
void PdfStrikes::at_height_of(const TextWord& word, const Act& act) const {
  const double size = word.getFontSize();
  const double baseline = word.getBaseline();
  const auto begin =
      std::lower_bound(strikes_.begin(), strikes_.end(), baseline - kHighestNote * size,
                       [](const Strike& strike, double height) { return strike.box.middle_y() < height; });
  for (auto strike = begin; strike != strikes_.end() && strike - begin < kMostAtOneHeight; ++strike) {
    const double above = baseline - strike->box.middle_y();
    if (above < kLowestNote * size) return;
    if (!strike->by_note && (above < kLowestLine * size || above > kHighestLine * size)) continue;
    if (!act(static_cast<std::size_t>(strike - strikes_.begin()))) return;
  }
}

void PdfStrikes::see(const TextWord& word) {
  if (!is_upright(word)) return;
  at_height_of(word, [&](std::size_t index) {
    Strike& strike = strikes_[index];
    for (int letter = 0; letter < word.getLength(); ++letter) {
      const PdfBox box = box_of_letter(word, letter);
      if (box.middle_x() < strike.box.left || box.middle_x() > strike.box.right) continue;
      strike.left = strike.strikes ? std::min(strike.left, box.left) : box.left;
      strike.right = strike.strikes ? std::max(strike.right, box.right) : box.right;
      strike.size = std::max(strike.size, word.getFontSize());
      strike.strikes = true;
    }
    return true;
  });
}

bool PdfStrikes::ends_with_letters(const Strike& strike) {
  if (!strike.strikes || strike.by_note) return strike.strikes;
  const double beside = kMostBeside * strike.size;
  return strike.box.left > strike.left - beside && strike.box.right < strike.right + beside;
}

bool PdfStrikes::is_struck(const TextWord& word, int letter) const {
  if (!is_upright(word)) return false;
  const double middle = box_of_letter(word, letter).middle_x();
  bool struck = false;
  at_height_of(word, [&](std::size_t index) {
    const Strike& strike = strikes_[index];
    struck = strike.box.left <= middle && middle <= strike.box.right && ends_with_letters(strike);
    return !struck;
  });
  return struck;
}

std::vector<PdfBox> PdfStrikes::other_rules(const std::vector<PdfBox>& rules) const {
  std::vector<bool> strikes(rules.size());
  for (const Strike& strike : strikes_)
    if (!strike.by_note) strikes[strike.rule] = ends_with_letters(strike);
  std::vector<PdfBox> others;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (!strikes[i]) others.push_back(rules[i]);
  return others;
}

}  // namespace klausul
