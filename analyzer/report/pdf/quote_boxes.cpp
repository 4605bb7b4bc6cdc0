#include "report/pdf/quote_boxes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kShortestPiece = 10;  ///< letters; fewer are found anywhere

/// What words are compared by.
enum class Signs {
  letters,  ///< and digits: what stays the same when words are joined over lines
  all       ///< but white space, for a quote that has no letters: "_____"
};

std::string signs_of(std::string_view text, Signs which) {
  const std::string composed = is_nfc(text) ? std::string(text) : normalise_to_nfc(text).text;
  std::string signs;
  for (std::size_t at = 0; at < composed.size();) {
    const CodePoint point = code_point_at(composed, at);
    const bool is_digit = point.value >= '0' && point.value <= '9';
    const bool counts = which == Signs::letters ? is_letter(point.value) || is_digit : !is_white_space(point.value);
    if (point.valid && counts) signs.append(composed, at, point.length);
    at += point.length;
  }
  return signs;
}

/// The letters of a page, and the word that each byte of them comes from.
struct PageLetters {
  std::string letters;
  std::vector<std::size_t> words;
};

PageLetters letters_on(const PdfPage& page, Signs which) {
  PageLetters result;
  for (std::size_t index = 0; index < page.words.size(); ++index) {
    if (!page.words[index].struck) result.letters += signs_of(page.words[index].text, which);
    result.words.resize(result.letters.size(), index);
  }
  return result;
}

/// A stretch of the quote that stands on the page without a break.
struct Piece {
  std::size_t begin = 0;
  std::size_t length = 0;
};

std::size_t common_length(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t length = 0;
  while (length < most && a[length] == b[length]) ++length;
  return length;
}

/// The longest beginning of `wanted` on the page; of several the first from `from` on, else the first.
Piece longest_piece(std::string_view letters, std::string_view wanted, std::size_t from) {
  Piece best;
  for (std::size_t at = letters.find(wanted[0]); at != std::string_view::npos; at = letters.find(wanted[0], at + 1)) {
    const std::size_t length = common_length(letters.substr(at), wanted);
    const bool comes_first = best.begin < from && at >= from && length == best.length;
    if (length > best.length || comes_first) best = {at, length};
  }
  return best;
}

/// The quote in pieces, when columns or notes stand between its lines.
std::vector<Piece> pieces_of(std::string_view letters, std::string_view wanted) {
  std::vector<Piece> pieces;
  std::size_t found = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < wanted.size();) {
    const Piece piece = longest_piece(letters, wanted.substr(at), from);
    if (piece.length < std::min(kShortestPiece, wanted.size() - at)) {
      ++at;
      continue;
    }
    pieces.push_back(piece);
    found += piece.length;
    at += piece.length;
    from = piece.begin + piece.length;
  }
  if (found * 2 < wanted.size()) pieces.clear();
  return pieces;
}

std::size_t count_of(std::string_view wanted, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

std::vector<Piece> find_quote(std::string_view letters, std::string_view wanted, std::size_t earlier) {
  std::size_t found = letters.find(wanted);
  if (found == std::string_view::npos) return pieces_of(letters, wanted);
  for (; earlier > 0; --earlier) {
    const std::size_t next = letters.find(wanted, found + 1);
    if (next == std::string_view::npos) break;
    found = next;
  }
  return {{found, wanted.size()}};
}

bool goes_on(const PdfWord& word, const PdfWord& next) {
  const double size = std::max(word.size, 1.0);
  const double gap = next.box.left - word.box.right;
  return std::abs(next.baseline - word.baseline) < size / 2 && gap > -size && gap < 3 * size;
}

}  // namespace

std::vector<PdfBox> boxes_of_quote(const PdfPage& page, std::string_view quote, std::string_view before) {
  Signs which = Signs::letters;
  std::string wanted = signs_of(quote, which);
  if (wanted.empty()) wanted = signs_of(quote, which = Signs::all);
  if (wanted.empty()) return {};
  const PageLetters on_page = letters_on(page, which);
  std::vector<PdfBox> boxes;
  for (const Piece& piece : find_quote(on_page.letters, wanted, count_of(wanted, signs_of(before, which)))) {
    const std::size_t first = on_page.words[piece.begin];
    const std::size_t last = on_page.words[piece.begin + piece.length - 1];
    for (std::size_t index = first; index <= last; ++index) {
      if (index > first && goes_on(page.words[index - 1], page.words[index]))
        boxes.back().include(page.words[index].box);
      else
        boxes.push_back(page.words[index].box);
    }
  }
  return boxes;
}

}  // namespace klausul
