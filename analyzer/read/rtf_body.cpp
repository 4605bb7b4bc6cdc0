#include "read/rtf_body.h"

#include <algorithm>

#include "read/hyperlink.h"
#include "read/symbol_fonts.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr int kDeepestPiece = 4;  ///< boxes within boxes
constexpr std::size_t kLongestInstruction = 4096;
constexpr std::size_t kLongestName = 256;

bool is_on(const RtfToken& token) { return !token.has_number || token.number != 0; }

}  // namespace

RtfBody::RtfBody(TextBuilder& builder, std::string_view bytes, std::size_t deepest)
    : builder_(builder),
      bytes_(bytes),
      tokens_(bytes),
      deepest_(deepest),
      raw_is_utf8_(find_ill_formed_utf8(bytes) == bytes.size()) {}

bool RtfBody::read() {
  read_range(0, bytes_.size(), {});
  read_pieces(std::move(notes_), "notes", false);
  read_pieces(std::move(headers_), "page headers", true);
  return !too_deep_;
}

/// Reads the pieces between two places, as one text that ends its last paragraph.
void RtfBody::read_range(std::size_t begin, std::size_t end, const State& state) {
  const std::size_t outer_position = tokens_.position();
  std::vector<State> outer_groups = std::exchange(groups_, {});
  std::vector<Field> outer_fields = std::exchange(fields_, {});
  const State outer_state = std::exchange(state_, state);
  tokens_.seek(begin);
  while (tokens_.position() < end && !too_deep_) {
    const RtfToken token = tokens_.next();
    if (token.kind == RtfToken::Kind::end || token.begin >= end) break;
    const bool was_open = !groups_.empty();
    read_token(token);
    // What follows the last group is no part of the file.
    if (begin == 0 && was_open && groups_.empty()) break;
  }
  flush_bytes();
  if (begin == 0) cut_off_ = !groups_.empty();
  end_paragraph(0);
  groups_ = std::move(outer_groups);
  fields_ = std::move(outer_fields);
  state_ = outer_state;
  tokens_.seek(outer_position);
}

void RtfBody::read_token(const RtfToken& token) {
  using Kind = RtfToken::Kind;
  if (token.kind != Kind::hex && token.kind != Kind::text) flush_bytes();
  switch (token.kind) {
    case Kind::open: open_group(); break;
    case Kind::close: close_group(token.begin); break;
    case Kind::word: read_word(token); break;
    case Kind::symbol: read_symbol(token); break;
    case Kind::hex: read_byte(token); break;
    case Kind::text: read_text(token); break;
    case Kind::end: break;
  }
}

void RtfBody::open_group() {
  to_skip_ = 0;
  starred_ = false;
  if (groups_.size() >= deepest_) {
    too_deep_ = true;
    return;
  }
  groups_.push_back(state_);
  if (state_.destination == Destination::styles) defined_style_ = {};
}

void RtfBody::close_group(std::size_t at) {
  to_skip_ = 0;
  starred_ = false;
  if (groups_.empty()) return;
  const bool ends_style = state_.destination == Destination::styles && !defined_style_.name.empty();
  if (ends_style) {
    defined_style_.name.resize(std::min(defined_style_.name.find(';'), defined_style_.name.size()));
    styles_.add(state_.style, std::exchange(defined_style_, {}));
  }
  state_ = groups_.back();
  groups_.pop_back();
  if (!fields_.empty() && groups_.size() < fields_.back().depth) {
    const Field field = std::move(fields_.back());
    fields_.pop_back();
    append_address(builder_, address_in_field(field.instruction), field.text_begin, at);
  }
}

void RtfBody::read_word(const RtfToken& token) {
  const RtfWord word = rtf_word(token.text);
  const bool starred = std::exchange(starred_, false);
  if (starred && word == RtfWord::unknown) {
    state_.destination = Destination::skipped;
    return;
  }
  if (state_.destination == Destination::skipped || word == RtfWord::unknown) return;
  if (enter_destination(word, token)) return;
  switch (word) {
    case RtfWord::unicode: read_unicode(token.number, token.begin); break;
    case RtfWord::character:
      if (!is_stood_for()) put(rtf_character(token.text), token.begin, false);
      break;
    case RtfWord::space:
      if (!is_stood_for()) put_space(token.begin);
      break;
    case RtfWord::paragraph_end:
      if (state_.destination != Destination::body) break;
      if (state_.deleted)
        builder_.append_space(token.begin);  // the paragraph goes on in the next one
      else
        end_paragraph(state_.table_depth);
      break;
    case RtfWord::cell: end_cell(1); break;
    case RtfWord::nested_cell: end_cell(std::max(2, state_.table_depth)); break;
    case RtfWord::row: end_row(1); break;
    case RtfWord::nested_row: end_row(std::max(2, static_cast<int>(tables_.size()))); break;
    default: set_property(word, token); break;
  }
}

/// True if the word says what the group is.
bool RtfBody::enter_destination(RtfWord word, const RtfToken& token) {
  switch (word) {
    case RtfWord::skipped: state_.destination = Destination::skipped; return true;
    case RtfWord::fonts: state_.destination = Destination::fonts; return true;
    case RtfWord::styles: state_.destination = Destination::styles; return true;
    case RtfWord::list_text:
      state_.destination = Destination::list_text;
      label_.clear();
      has_label_ = true;
      return true;
    case RtfWord::field: fields_.push_back({groups_.size(), {}, builder_.text_bytes()}); return true;
    case RtfWord::instruction: state_.destination = Destination::instruction; return true;
    case RtfWord::field_result:
      if (!fields_.empty()) fields_.back().text_begin = builder_.text_bytes();
      return true;
    case RtfWord::footnote: defer(ParagraphKind::footnote); return true;
    case RtfWord::page_header: defer(ParagraphKind::page_header); return true;
    case RtfWord::text_box: defer(ParagraphKind::text_box); return true;
    case RtfWord::annotation:
      ++left_out_.comments;
      state_.destination = Destination::skipped;
      return true;
    case RtfWord::embedded_object: ++left_out_.embedded_documents; return true;
    case RtfWord::walked: return true;
    default: return token.text.empty();
  }
}

void RtfBody::set_property(RtfWord word, const RtfToken& token) {
  const int number = token.number;
  switch (word) {
    case RtfWord::paragraph_reset:
      state_.style = 0;
      state_.outline_level = -1;
      state_.list = 0;
      state_.list_level = 0;
      state_.table_depth = 0;
      break;
    case RtfWord::character_reset:
      state_.bold = state_.hidden = state_.deleted = state_.revised = false;
      state_.font = -1;
      break;
    case RtfWord::bold: state_.bold = is_on(token); break;
    case RtfWord::hidden: state_.hidden = is_on(token); break;
    case RtfWord::deleted: state_.deleted = is_on(token); break;
    case RtfWord::revised: state_.revised = is_on(token); break;
    case RtfWord::skip_count: state_.skip_count = std::clamp(number, 0, 64); break;
    case RtfWord::style: state_.style = number; break;
    case RtfWord::based_on: defined_style_.based_on = number; break;
    case RtfWord::outline_level:
      state_.outline_level = number;
      defined_style_.outline_level = number;
      break;
    case RtfWord::list: state_.list = number; break;
    case RtfWord::list_level: state_.list_level = std::clamp(number, 0, 8); break;
    case RtfWord::in_table: state_.table_depth = std::max(1, state_.table_depth); break;
    case RtfWord::table_depth: state_.table_depth = std::clamp(number, 0, 32); break;
    default: set_font_property(word, number); break;
  }
}

void RtfBody::set_font_property(RtfWord word, int number) {
  const bool defines = state_.destination == Destination::fonts;
  switch (word) {
    case RtfWord::font:
      if (defines)
        defined_font_ = number;
      else
        state_.font = number;
      break;
    case RtfWord::charset:
      if (defines && fonts_.font(defined_font_).code_page == 0)
        fonts_.font(defined_font_).code_page = code_page_of_charset(number);
      break;
    case RtfWord::code_page:
      if (defines) fonts_.font(defined_font_).code_page = number;
      break;
    case RtfWord::ansi_code_page:
      if (number > 0) fonts_.file_code_page = number;
      break;
    case RtfWord::mac: fonts_.file_code_page = 10000; break;
    case RtfWord::pc: fonts_.file_code_page = 437; break;
    case RtfWord::pca: fonts_.file_code_page = 850; break;
    case RtfWord::default_font: fonts_.default_font = number; break;
    default: break;
  }
}

void RtfBody::read_symbol(const RtfToken& token) {
  const char sign = token.text.front();
  if (sign == '*') {
    starred_ = true;
    return;
  }
  if (is_stood_for()) return;
  switch (sign) {
    case '{':
    case '}':
    case '\\': put(token.text, token.begin + 1, true); break;
    case '~':
    case '\t': put_space(token.begin); break;
    case '_': put("-", token.begin, false); break;
    case '\r':
    case '\n':
      if (state_.destination == Destination::body) end_paragraph(state_.table_depth);
      break;
    default: break;
  }
}

/// After \u stand characters for readers that do not know it; true if the next one is such, and is passed over.
bool RtfBody::is_stood_for() {
  if (to_skip_ == 0) return false;
  --to_skip_;
  return true;
}

void RtfBody::read_byte(const RtfToken& token) {
  if (is_stood_for()) return;
  const char byte = static_cast<char>(token.number);
  put_bytes({&byte, 1}, token.begin);
}

void RtfBody::read_text(const RtfToken& token) {
  std::string_view text = token.text;
  const std::size_t skipped = std::min<std::size_t>(static_cast<std::size_t>(to_skip_), text.size());
  text.remove_prefix(skipped);
  to_skip_ -= static_cast<int>(skipped);
  std::size_t at = token.begin + skipped;
  while (!text.empty()) {
    const auto is_high = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80U; };
    const bool high = is_high(text.front()) || !pending_bytes_.empty();
    const auto* const stop =
        std::find_if(text.begin() + 1, text.end(), [&](char byte) { return is_high(byte) != high; });
    const std::string_view run = text.substr(0, static_cast<std::size_t>(stop - text.begin()));
    const bool is_coded = fonts_.is_symbols(state_.font) || (high && !raw_is_utf8_);
    if (is_coded)
      put_bytes(run, at);
    else
      put(run, at, true);
    text.remove_prefix(run.size());
    at += run.size();
  }
}

/// Bytes in the code page of the font.
void RtfBody::put_bytes(std::string_view bytes, std::size_t at) {
  if (fonts_.is_symbols(state_.font)) {
    for (const char byte : bytes) {
      const std::string_view box = box_of_symbol(0xF000U + static_cast<unsigned char>(byte));
      if (box.empty())
        put_space(at);
      else
        put(box, at, false);
    }
    return;
  }
  const int code_page = fonts_.code_page(state_.font);
  if (CodePages::is_multi_byte(code_page)) {
    if (pending_bytes_.empty()) pending_at_ = at;
    pending_bytes_ += bytes;
  } else {
    put(code_pages_.decode(bytes, code_page), at, false);
  }
}

void RtfBody::flush_bytes() {
  if (pending_bytes_.empty()) return;
  const std::string bytes = std::exchange(pending_bytes_, {});
  put(code_pages_.decode(bytes, fonts_.code_page(state_.font)), pending_at_, false);
}

void RtfBody::read_unicode(int number, std::size_t at) {
  to_skip_ = state_.skip_count;
  const int value = number < 0 ? number + 0x10000 : number;
  const int high = std::exchange(high_surrogate_, 0);
  if (value >= 0xD800 && value < 0xDC00) {
    high_surrogate_ = value;
    return;
  }
  auto point = static_cast<char32_t>(std::max(value, 0));
  if (value >= 0xDC00 && value < 0xE000 && high != 0)
    point = 0x10000 + ((static_cast<char32_t>(high) - 0xD800) << 10U) + (point - 0xDC00);
  if (point >= 0xF000 && point < 0xF100) {  // a sign of a symbol font
    const std::string_view box = box_of_symbol(point);
    if (box.empty()) return put_space(at);
    return put(box, at, false);
  }
  std::string text;
  append_utf8(text, point);
  put(text, at, false);
}

void RtfBody::put_space(std::size_t at) {
  if (state_.destination == Destination::body)
    builder_.append_space(at);
  else
    put(" ", at, false);
}

void RtfBody::put(std::string_view text, std::size_t at, bool copied) {
  const auto add_to = [&](std::string& target, std::size_t most) {
    if (target.size() < most) target += text;
  };
  switch (state_.destination) {
    case Destination::skipped: break;
    case Destination::fonts:
      if (text.find_first_not_of("; ") != std::string_view::npos) add_to(fonts_.font(defined_font_).name, kLongestName);
      break;
    case Destination::styles: add_to(defined_style_.name, kLongestName); break;
    case Destination::list_text: add_to(label_, kLongestName); break;
    case Destination::instruction:
      if (!fields_.empty()) add_to(fields_.back().instruction, kLongestInstruction);
      break;
    case Destination::body:
      if (!is_read(text)) break;
      if (copied)
        builder_.append(text, at);
      else
        builder_.append_inserted(text, at);
      break;
  }
}

/// Counts what is deleted, inserted or hidden, a stretch at a time, and says whether the text is read.
bool RtfBody::is_read(std::string_view text) {
  if (!has_visible_text(text)) return !state_.deleted && !state_.hidden;
  if (state_.deleted && !in_deletion_) ++builder_.coverage().tracked_deletions;
  in_deletion_ = state_.deleted;
  if (state_.deleted) return false;
  if (state_.hidden) {
    ++left_out_.hidden_runs;
    return false;
  }
  if (state_.revised && !in_insertion_) ++builder_.coverage().tracked_insertions;
  in_insertion_ = state_.revised;
  bold_any_ = bold_any_ || state_.bold;
  bold_all_ = bold_all_ && state_.bold;
  return true;
}

/// Passes over the rest of the group, to read it where it belongs.
void RtfBody::defer(ParagraphKind kind) {
  const bool is_text = state_.destination == Destination::body && !state_.deleted;
  Piece piece;
  piece.begin = tokens_.position();
  tokens_.skip_group();
  piece.end = tokens_.position();
  if (!is_text) return;
  if (piece_depth_ >= kDeepestPiece) {
    ++left_out_.embedded_documents;
    return;
  }
  piece.state.skip_count = state_.skip_count;
  piece.place.kind = place_.kind == ParagraphKind::paragraph ? kind : place_.kind;
  if (kind == ParagraphKind::footnote) {
    const bool is_endnote = bytes_.substr(piece.begin, 16).starts_with("\\ftnalt");
    piece.place.label = std::to_string(++notes_of_kind_[is_endnote]);
  }
  auto& pieces = kind == ParagraphKind::footnote ? notes_ : kind == ParagraphKind::page_header ? headers_ : boxes_;
  pieces.push_back(std::move(piece));
}

/// So that the map never goes back, pieces count as parts of their own.
void RtfBody::read_pieces(std::vector<Piece> pieces, const char* part, bool only_once) {
  if (pieces.empty()) return;
  const std::uint16_t outer_part = builder_.part();
  const BlockPlace outer_place = place_;
  builder_.start_part(part);
  ++piece_depth_;
  for (const Piece& piece : pieces) {
    place_ = piece.place;
    only_once_ = only_once;
    read_range(piece.begin, piece.end, piece.state);
    only_once_ = false;
  }
  --piece_depth_;
  place_ = outer_place;
  builder_.set_part(outer_part);
}

}  // namespace klausul
