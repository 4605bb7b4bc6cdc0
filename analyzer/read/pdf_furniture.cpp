#include "read/pdf_furniture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace klausul {
namespace {

constexpr double kEdgeZone = 0.16;   ///< of the height of the page, above and below
constexpr double kNumberZone = 0.1;  ///< a page number stands closer
constexpr double kSmallPrintZone = 0.07;
constexpr double kSmallPrint = 0.93;  ///< of the size of most text
constexpr double kSameHeight = 8;     ///< points
constexpr double kMostPages = 0.6;    ///< what stands on so many pages at one height is no text

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The numbers in `text`, in order; long ones (identifiers) are left out.
std::vector<long> numbers_in(std::string_view text) {
  std::vector<long> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t past = at;
    while (past < text.size() && is_digit(text[past])) ++past;
    numbers.push_back(past - at > 5 ? -1 : std::stol(std::string(text.substr(at, past - at))));
    at = past;
  }
  return numbers;
}

/// A segment near an edge.
struct Candidate {
  PdfSegment* segment;
  const PdfSheet* sheet;
  double height;  ///< from the nearer edge
};

/// "Page 1 of 3", "Sida 1 (3)", "1/3": all that a page number consists of, and `page` among it.
bool is_page_number(std::string_view text, std::uint32_t page, std::size_t pages) {
  constexpr std::array<std::string_view, 9> kWords{"page", "sida", "sid", "sidan", "of", "av", "pg", "p", "s"};
  std::string word;
  bool has_word = false;
  const auto is_known = [&] {
    const bool known = word.empty() || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    has_word = has_word || !word.empty();
    word.clear();
    return known;
  };
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter)
      word += static_cast<char>(c | 0x20);
    else if (static_cast<unsigned char>(c) >= 0x80U || c == '.' || !is_known())
      return false;
  }
  if (!is_known()) return false;
  const std::vector<long> numbers = numbers_in(text);
  if (numbers.empty() || numbers.size() > 2 || numbers[0] != static_cast<long>(page)) return false;
  return has_word || (numbers.size() == 2 && numbers[1] == static_cast<long>(pages));
}

/// Whether all texts are equal, or one of their numbers counts with the pages; here and there it may skip, where pages
/// have been put in.
bool counts_with_pages(std::vector<Candidate> group) {
  std::stable_sort(group.begin(), group.end(),
                   [](const Candidate& a, const Candidate& b) { return a.sheet->number < b.sheet->number; });
  bool equal = true;
  std::vector<std::size_t> steps;  // for each number of the text, how often it counts on to the next page
  std::vector<long> before;
  for (std::size_t i = 0; i < group.size(); ++i) {
    equal = equal && group[i].segment->text == group[0].segment->text;
    std::vector<long> numbers = numbers_in(group[i].segment->text);
    steps.resize(numbers.size());
    for (std::size_t number = 0; i > 0 && number < numbers.size(); ++number) {
      const long pages = static_cast<long>(group[i].sheet->number) - static_cast<long>(group[i - 1].sheet->number);
      steps[number] += pages > 0 && numbers[number] - before[number] == pages ? 1U : 0U;
    }
    before = std::move(numbers);
  }
  const double enough = kMostPages * static_cast<double>(group.size() - 1);
  return equal || std::any_of(steps.begin(), steps.end(),
                              [enough](std::size_t count) { return static_cast<double>(count) >= enough; });
}

/// The number of a form or a file, which may stand on one page only; a footnote begins with a number.
void mark_small_print(PdfSheet& sheet, double body_size) {
  PdfSegment* lowest = nullptr;
  for (PdfSegment& segment : sheet.segments)
    if (!segment.furniture && (lowest == nullptr || segment.baseline > lowest->baseline)) lowest = &segment;
  if (lowest == nullptr || lowest->box.bottom < (1 - kSmallPrintZone) * sheet.height ||
      lowest->size > kSmallPrint * body_size || is_digit(lowest->text[0]))
    return;
  const bool far_below = std::all_of(sheet.segments.begin(), sheet.segments.end(), [&](const PdfSegment& segment) {
    return segment.furniture || &segment == lowest || segment.baseline < lowest->baseline - 2.5 * body_size;
  });
  lowest->furniture = far_below;
}

class FurnitureFinder {
 public:
  explicit FurnitureFinder(std::vector<PdfSheet>& sheets) : sheets_(sheets) {}

  void mark(bool at_top) {
    std::map<std::string, std::vector<Candidate>> by_text;
    for (PdfSheet& sheet : sheets_) {
      for (PdfSegment& segment : sheet.segments) {
        const double height = at_top ? segment.box.top : sheet.height - segment.box.bottom;
        if (!segment.upright || segment.furniture || height > kEdgeZone * sheet.height) continue;
        if (height < kNumberZone * sheet.height && is_page_number(segment.text, sheet.number, sheets_.size()))
          segment.furniture = true;
        else
          by_text[without_numbers(segment.text)].push_back({&segment, &sheet, height});
      }
    }
    std::vector<std::vector<Candidate>> repeated;
    for (auto& [text, candidates] : by_text) collect_repeated(std::move(candidates), repeated);
    for (const std::vector<Candidate>& group : repeated)
      for (const Candidate& candidate : group) candidate.segment->furniture = true;
    // What repeats on a few pages only must lie outside the text of all others.
    for (const std::vector<Candidate>& group : repeated)
      if (!is_on_most_pages(group) && !is_outside_text(group, at_top))
        for (const Candidate& candidate : group) candidate.segment->furniture = false;
  }

 private:
  /// Splits candidates of one text by height, and keeps what stands on several pages.
  static void collect_repeated(std::vector<Candidate> candidates, std::vector<std::vector<Candidate>>& repeated) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.height < b.height; });
    std::vector<Candidate> group;
    const auto close = [&] {
      if (pages_of(group).size() >= 2 && counts_with_pages(group)) repeated.push_back(group);
      group.clear();
    };
    for (const Candidate& candidate : candidates) {
      if (!group.empty() && candidate.height > group.front().height + kSameHeight) close();
      group.push_back(candidate);
    }
    close();
  }

  static std::set<std::uint32_t> pages_of(const std::vector<Candidate>& group) {
    std::set<std::uint32_t> pages;
    for (const Candidate& candidate : group) pages.insert(candidate.sheet->number);
    return pages;
  }

  [[nodiscard]] bool is_on_most_pages(const std::vector<Candidate>& group) const {
    return static_cast<double>(pages_of(group).size()) >= kMostPages * static_cast<double>(sheets_.size());
  }

  [[nodiscard]] bool is_outside_text(const std::vector<Candidate>& group, bool at_top) const {
    const double height = group.back().height;
    return std::all_of(sheets_.begin(), sheets_.end(), [&](const PdfSheet& sheet) {
      return std::all_of(sheet.segments.begin(), sheet.segments.end(), [&](const PdfSegment& segment) {
        return segment.furniture || (at_top ? segment.box.top : sheet.height - segment.box.bottom) > height + 2;
      });
    });
  }

  std::vector<PdfSheet>& sheets_;
};

}  // namespace

std::string without_numbers(std::string_view text) {
  std::string masked;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) {
      masked += text[at];
    } else if (at == 0 || !is_digit(text[at - 1])) {
      masked += '#';
    }
  }
  return masked;
}

void mark_furniture(std::vector<PdfSheet>& sheets, double body_size) {
  FurnitureFinder finder(sheets);
  finder.mark(true);
  finder.mark(false);
  for (PdfSheet& sheet : sheets) mark_small_print(sheet, body_size);
}

}  // namespace klausul
