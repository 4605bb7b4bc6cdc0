#include "read/text_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/result.h"
#include "text/unicode.h"

namespace klausul {
namespace {

enum class ByteClass : std::uint8_t { plain, space, latin_lead, special };

constexpr std::array<ByteClass, 256> classify_bytes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    ByteClass kind = ByteClass::special;
    if (byte == ' ')
      kind = ByteClass::space;
    else if (byte > ' ' && byte < 0x7F)
      kind = ByteClass::plain;
    // C3 80..BF are the letters U+00C0..U+00FF, which need no closer look. C4..CB (up to U+02FF) are as harmless.
    else if (byte >= 0xC3 && byte <= 0xCB)
      kind = ByteClass::latin_lead;
    classes[byte] = kind;
  }
  return classes;
}

constexpr std::array<ByteClass, 256> kByteClasses = classify_bytes();

ByteClass class_of(char byte) { return kByteClasses[static_cast<unsigned char>(byte)]; }

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The end of the longest run from `at` that can be copied as it is: no white space but single spaces before visible
/// text.
std::size_t end_of_plain_run(std::string_view bytes, std::size_t at) {
  const std::size_t size = bytes.size();
  while (at < size) {
    const ByteClass kind = class_of(bytes[at]);
    if (kind == ByteClass::plain) {
      ++at;
    } else if (kind == ByteClass::space) {
      if (at + 1 >= size || class_of(bytes[at + 1]) != ByteClass::plain) break;
      at += 2;
    } else if (kind == ByteClass::latin_lead) {
      if (at + 1 >= size || !is_continuation(bytes[at + 1])) break;
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

/// A label is made of what a file holds, too: it keeps the promises that the text keeps.
std::string clean_label(const std::string& label) {
  const bool plain = std::all_of(label.begin(), label.end(), [](char byte) { return byte >= ' ' && byte < 0x7F; });
  if (plain) return label;
  std::string cleaned;
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint point = code_point_at(label, at);
    at += point.length;
    if (is_white_space(point.value))
      cleaned += ' ';
    else if (!is_invisible(point.value))
      append_utf8(cleaned, point.value);
  }
  return is_nfc(cleaned) ? cleaned : normalise_to_nfc(cleaned).text;
}

}  // namespace

std::uint16_t TextBuilder::start_part(std::string name) {
  part_ = result_.map.add_part(std::move(name));
  return part_;
}

void TextBuilder::add_limit(const std::string& sentence) {
  auto& limits = result_.coverage.limits;
  if (std::find(limits.begin(), limits.end(), sentence) == limits.end()) limits.push_back(sentence);
}

void TextBuilder::append(std::string_view bytes, std::size_t source_begin) { append_bytes(bytes, source_begin, true); }

void TextBuilder::append_inserted(std::string_view bytes, std::size_t source_at) {
  append_bytes(bytes, source_at, false);
}

void TextBuilder::append_space(std::size_t source_at) {
  if (space_pending_ || !has_text()) return;
  space_pending_ = true;
  space_source_ = source_at;
}

void TextBuilder::append_bytes(std::string_view bytes, std::size_t source_begin, bool copied) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (class_of(bytes[at]) != ByteClass::space) {
      const std::size_t end = end_of_plain_run(bytes, at);
      if (end > at) {
        put(bytes.substr(at, end - at), source_begin + (copied ? at : 0), copied);
        at = end;
        continue;
      }
    }
    append_special(bytes, at, source_begin, copied);
  }
}

void TextBuilder::append_special(std::string_view bytes, std::size_t& at, std::size_t source_begin, bool copied) {
  const CodePoint point = code_point_at(bytes, at);
  const std::size_t source = source_begin + (copied ? at : 0);
  if (!point.valid) {
    ++replaced_bytes_;
    put("\xEF\xBF\xBD", source, false);
  } else if (is_white_space(point.value)) {
    append_space(source);
  } else if (!is_invisible(point.value)) {
    if (!is_surely_nfc(point.value)) may_be_unnormalised_ = true;
    put(bytes.substr(at, point.length), source, copied);
  }
  at += point.length;
}

void TextBuilder::put_pending_space() {
  space_pending_ = false;
  note_piece(space_source_, true);
  result_.text += ' ';
}

void TextBuilder::put(std::string_view bytes, std::size_t source_begin, bool copied) {
  if (space_pending_) put_pending_space();
  note_piece(source_begin, copied);
  if (next_page_ != 0) {
    open_pages_.push_back({static_cast<std::uint32_t>(result_.text.size()), next_page_});
    next_page_ = 0;
  }
  result_.text.append(bytes);
}

void TextBuilder::note_piece(std::size_t source_begin, bool copied) {
  const Piece piece{static_cast<std::uint32_t>(result_.text.size()), static_cast<std::uint32_t>(source_begin), part_,
                    copied};
  if (!pieces_.empty()) {
    const Piece& last = pieces_.back();
    const bool continues = last.part == piece.part && last.copied == copied &&
                           (copied ? piece.source_begin - last.source_begin == piece.text_begin - last.text_begin
                                   : piece.source_begin == last.source_begin);
    if (continues) return;
  }
  pieces_.push_back(piece);
}

void TextBuilder::drop_paragraph() {
  result_.text.resize(paragraph_begin_);
  pieces_.clear();
  if (!open_pages_.empty() && next_page_ == 0) next_page_ = open_pages_.back().page;
  open_pages_.clear();
  space_pending_ = false;
  may_be_unnormalised_ = false;
}

/// Rewrites the open paragraph in NFC. A stretch that changed maps to the place where it began.
void TextBuilder::normalise_paragraph() {
  may_be_unnormalised_ = false;
  const std::string before(open_text());
  if (is_nfc(before)) return;
  const NormalisedText normalised = normalise_to_nfc(before);
  const auto base = static_cast<std::uint32_t>(paragraph_begin_);
  std::vector<Piece> pieces;
  std::size_t next_change = 0;
  std::uint32_t shift_before = 0;  // offsets up to which old and new run in parallel
  std::uint32_t shift_after = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& old = pieces_[i];
    std::uint32_t begin = old.text_begin - base;
    const std::uint32_t end =
        i + 1 < pieces_.size() ? pieces_[i + 1].text_begin - base : static_cast<std::uint32_t>(before.size());
    const auto source_of = [&](std::uint32_t at) {
      return old.source_begin + (old.copied ? at - (old.text_begin - base) : 0);
    };
    begin = std::max(begin, shift_before);  // a change reached into this piece
    while (begin < end) {
      const bool has_change =
          next_change < normalised.changes.size() && normalised.changes[next_change].before_begin < end;
      const std::uint32_t stop = has_change ? normalised.changes[next_change].before_begin : end;
      if (begin < stop)
        pieces.push_back({base + shift_after + (begin - shift_before), source_of(begin), old.part, old.copied});
      if (!has_change) break;
      const NormalisedStretch& change = normalised.changes[next_change++];
      if (change.after_end > change.after_begin)
        pieces.push_back({base + change.after_begin, source_of(change.before_begin), old.part, false});
      shift_before = change.before_end;
      shift_after = change.after_end;
      begin = change.before_end;
    }
  }
  result_.text.replace(paragraph_begin_, std::string::npos, normalised.text);
  pieces_ = std::move(pieces);
}

/// Writes the open paragraph's pieces into the map and returns the part of the last one.
std::uint16_t TextBuilder::add_pieces_to_map(std::uint32_t text_end) {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (last_source_.size() <= piece.part) last_source_.resize(piece.part + std::size_t{1}, 0);
    std::uint32_t& reached = last_source_[piece.part];
    // The map never goes back within a part: what a format moved stands at the place that was reached.
    const bool goes_back = piece.source_begin < reached;
    const bool copied = piece.copied && !goes_back;
    const std::uint32_t piece_end = i + 1 < pieces_.size() ? pieces_[i + 1].text_begin : text_end;
    result_.map.add(piece.text_begin, goes_back ? reached : piece.source_begin, piece.part, copied);
    if (!goes_back) reached = piece.source_begin + (copied ? piece_end - piece.text_begin : 0);
  }
  return pieces_.back().part;
}

bool TextBuilder::end_paragraph(Paragraph properties) {
  if (!has_text()) {
    drop_paragraph();
    return false;
  }
  if (may_be_unnormalised_) normalise_paragraph();
  const auto end = static_cast<std::uint32_t>(result_.text.size());
  const std::uint16_t last_part = add_pieces_to_map(end);
  // The line feed stands for what follows the last character, so that most often it costs no segment of its own.
  result_.map.add(end, last_source_[last_part], last_part, true);
  for (const PageStart& start : open_pages_) result_.map.add_page(std::min(start.text_begin, end), start.page);
  open_pages_.clear();
  properties.label = clean_label(properties.label);
  properties.span = {static_cast<std::uint32_t>(paragraph_begin_), end};
  result_.paragraphs.push_back(std::move(properties));
  result_.text += '\n';
  paragraph_begin_ = result_.text.size();
  pieces_.clear();
  space_pending_ = false;
  return true;
}

SourceText TextBuilder::finish(std::string source) {
  require(!has_text(), "a reader ends its last paragraph");
  if (replaced_bytes_ > 0)
    add_limit(std::to_string(replaced_bytes_) + " bytes that are not text were replaced by the character U+FFFD.");
  if (!source.empty()) result_.map.set_source(std::move(source));  // without it, places have no lines
  return std::move(result_);
}

}  // namespace klausul
