#pragma once

#include <TextOutputDev.h>

#include <cstddef>
#include <vector>

#include "read/pdf_page.h"

namespace klausul {

/// Which letters of a page are struck through: by a line that runs through the middle of them and no further, or by a
/// StrikeOut note.
class PdfStrikes {
 public:
  /// `rules` are the straight lines of the page, `notes` the areas that notes strike out.
  PdfStrikes(const std::vector<PdfBox>& rules, const std::vector<PdfBox>& notes);

  [[nodiscard]] bool empty() const { return strikes_.empty(); }
  /// Looks at a word. Every word must have been looked at before the first question about one.
  void see(const TextWord& word);
  [[nodiscard]] bool is_struck(const TextWord& word, int letter) const;
  /// The rules that were given, without those that strike letters.
  [[nodiscard]] std::vector<PdfBox> other_rules(const std::vector<PdfBox>& rules) const;

 private:
  struct Strike {
    PdfBox box;
    bool by_note = false;
    std::size_t rule = 0;  ///< its index, of a line
    bool strikes = false;  ///< it runs through letters
    double left = 0;       ///< of the letters it runs through
    double right = 0;
    double size = 0;  ///< of the largest of them
  };
  /// Calls `act` with each strike at the height of `word`, until it says false.
  template <typename Act>
  void at_height_of(const TextWord& word, const Act& act) const;
  [[nodiscard]] static bool ends_with_letters(const Strike& strike);

  std::vector<Strike> strikes_;  ///< by height
};

}  // namespace klausul
