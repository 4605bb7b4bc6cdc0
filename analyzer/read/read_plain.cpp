#include "read/read_plain.h"

#include <algorithm>
#include <vector>

#include "read/decode.h"
#include "read/formats.h"
#include "read/plain_lines.h"
#include "read/reader_error.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::uint32_t kLongestHeading = 80;

/// Makes paragraphs of lines. One line is held back until the next is known: only then is it clear whether a hyphen at
/// its end goes and whether the paragraph ends.
class ParagraphMaker {
 public:
  ParagraphMaker(TextBuilder& builder, std::string_view source, std::uint32_t wrap_width, bool is_file)
      : builder_(builder), source_(source), wrap_width_(wrap_width), is_file_(is_file) {}

  void take(const PlainLine& line) {
    if (line.blank()) {
      flush(true);
    } else if (is_ruler(text_of(line))) {
      flush_before_ruler(source_[line.begin]);
    } else if (open_ && joins(line)) {
      append_held_line(joint_between(text_of(held_), text_of(line)));
      ++lines_;
      hold(line);
    } else {
      flush(false);
      start(line);
    }
    if (line.ends_page && is_file_) ++page_;
  }

  void flush(bool blank_follows) {
    if (open_) {
      Paragraph properties = properties_of(blank_follows);
      append_held_line(LineJoint::nothing);
      builder_.end_paragraph(std::move(properties));
    }
    after_blank_ = blank_follows || (!open_ && after_blank_);
    open_ = false;
  }

  [[nodiscard]] std::uint32_t pages() const { return page_; }

 private:
  [[nodiscard]] std::string_view text_of(const PlainLine& line) const {
    return source_.substr(line.begin, line.end - line.begin);
  }

  void hold(const PlainLine& line) {
    held_ = line;
    held_from_ = line.begin;
    held_page_ = page_;
  }

  void start(const PlainLine& line) {
    open_ = true;
    lines_ = 1;
    hold(line);
    opening_ = opening_of(text_of(line));
    tabular_ = is_tabular(text_of(line));
    starts_after_blank_ = after_blank_;
    after_blank_ = false;
    const bool is_bullet = opening_.start == LineStart::bullet || opening_.start == LineStart::dash;
    if (is_bullet) {
      held_from_ += opening_.marker_bytes;
      while (!list_indents_.empty() && list_indents_.back() > line.indent) list_indents_.pop_back();
      if (list_indents_.empty() || list_indents_.back() < line.indent) list_indents_.push_back(line.indent);
    } else if (line.indent == 0) {
      list_indents_.clear();
    }
  }

  /// Whether the line begins something of its own although the text before it may not be at its end.
  [[nodiscard]] bool opens_paragraph(std::string_view text, bool before_is_full) const {
    const std::string_view before = text_of(held_);
    const LineOpening opening = opening_of(text);
    const bool before_is_unfinished = before_is_full && !ends_sentence(before) && before.back() != ',';
    switch (opening.start) {
      case LineStart::text: return false;
      case LineStart::bullet: return true;
      case LineStart::dash: {
        const bool in_list = opening_.start == LineStart::bullet || opening_.start == LineStart::dash;
        return in_list || !before_is_unfinished || !begins_lower_case(text.substr(opening.marker_bytes));
      }
      // "... enligt punkt / 7.2 ovan": a full line without an end goes on with a reference.
      case LineStart::numbered: return !before_is_unfinished || ends_in_conjunction(before);
      case LineStart::named: return !before_is_unfinished;
    }
    return false;
  }

  [[nodiscard]] bool joins(const PlainLine& line) const {
    const bool only_bullet = held_from_ >= held_.end;  // its text stands on the next line
    if (only_bullet) return opening_of(text_of(line)).start != LineStart::bullet;
    if (wrap_width_ == 0 || tabular_) return false;
    const std::string_view before = text_of(held_);
    const std::string_view text = text_of(line);
    // How many columns were left over when the next word was put on a new line.
    const auto spare = static_cast<long>(wrap_width_) - static_cast<long>(held_.width + 1 + line.first_word);
    if (opens_paragraph(text, spare <= 3) || is_tabular(text)) return false;
    if (joint_between(before, text) != LineJoint::space) return true;
    const bool finished = ends_sentence(before);
    if (finished && line.indent >= held_.indent + 2 && lines_ > 1) return false;  // first lines are indented
    if (spare < 0) return true;
    const bool lower = begins_lower_case(text);
    const bool enumerates = before.back() == ';' || before.back() == ':';
    if (spare <= 3) return !enumerates;
    if (spare <= 10) return !finished && (lower || opening_.start == LineStart::text);
    return spare <= 20 && lower && !finished;
  }

  void append_held_line(LineJoint joint) {
    if (held_page_ != said_page_) builder_.start_page(said_page_ = held_page_);
    std::size_t end = held_.end;
    if (joint == LineJoint::nothing_and_no_hyphen) --end;
    if (held_from_ < end) builder_.append(source_.substr(held_from_, end - held_from_), held_from_);
    if (joint == LineJoint::space) builder_.append_space(held_.end);
  }

  /// A line of dashes or equals signs makes a single line above it a heading.
  void flush_before_ruler(char ruler) {
    const bool underlines = open_ && lines_ == 1 && is_file_ && (ruler == '=' || ruler == '-') &&
                            held_.width - held_.indent <= kLongestHeading && opening_.start != LineStart::bullet &&
                            opening_.start != LineStart::dash && (ruler == '=' || !ends_sentence(text_of(held_)));
    if (underlines) {
      append_held_line(LineJoint::nothing);
      Paragraph heading;
      heading.kind = ParagraphKind::heading;
      heading.level = ruler == '=' ? 1 : 2;
      builder_.end_paragraph(std::move(heading));
      open_ = false;
    } else {
      flush(true);
    }
    after_blank_ = true;
  }

  [[nodiscard]] Paragraph properties_of(bool blank_follows) const {
    Paragraph properties;
    if (opening_.start == LineStart::bullet || opening_.start == LineStart::dash) {
      properties.kind = ParagraphKind::list_item;
      properties.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(list_indents_.size(), 1, 9));
      return properties;
    }
    const bool stands_alone = is_file_ && lines_ == 1 && starts_after_blank_ && blank_follows && !tabular_ &&
                              held_.width - held_.indent <= kLongestHeading;
    if (!stands_alone) return properties;
    const std::string_view text = text_of(held_);
    const bool ends_open = !ends_sentence(text) && text.back() != ',';
    const bool is_numbered = opening_.start == LineStart::numbered || opening_.start == LineStart::named;
    if (ends_open && (is_all_capitals(text) || (is_numbered && has_capital_after_label(text)))) {
      properties.kind = ParagraphKind::heading;
      properties.level = std::max<std::uint8_t>(opening_.depth, 1);
    }
    return properties;
  }

  /// The first letter after "7.2" or "(a)" is a capital and there is more than the label.
  static bool has_capital_after_label(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return false;
    for (std::size_t at = space; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_letter(point.value)) return is_upper_case(point.value);
      at += point.length;
    }
    return false;
  }

  TextBuilder& builder_;
  std::string_view source_;
  std::uint32_t wrap_width_;
  bool is_file_;
  std::uint32_t page_ = 1;                   ///< of the next line
  std::uint32_t held_page_ = 1;              ///< of the line that is held
  std::uint32_t said_page_ = 1;              ///< that the builder knows of
  std::vector<std::uint32_t> list_indents_;  ///< of the bullets that the next bullet may lie under
  // The open paragraph.
  bool open_ = false;
  bool tabular_ = false;
  bool after_blank_ = true;
  bool starts_after_blank_ = false;
  std::size_t lines_ = 0;
  LineOpening opening_;
  PlainLine held_;             ///< its last line, not yet appended
  std::size_t held_from_ = 0;  ///< where the text of that line begins, after a bullet
};

/// Pages that hold text. Only a text with form feeds has pages.
void count_pages(TextBuilder& builder, std::uint32_t pages, std::uint32_t pages_with_text) {
  builder.coverage().pages = pages;
  builder.coverage().pages_with_text = pages_with_text;
}

}  // namespace

void append_plain_lines(TextBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                        PlainScope scope) {
  if (begin >= end) return;
  ParagraphMaker maker(builder, source, find_wrap_width(source, begin, end), scope == PlainScope::file);
  PlainLineReader lines(source, begin, end);
  const bool has_pages =
      scope == PlainScope::file && source.substr(begin, end - begin).find('\f') != std::string_view::npos;
  if (has_pages) builder.start_page(1);
  std::uint32_t pages_with_text = 0;
  std::uint32_t last_page_with_text = 0;
  for (PlainLine line; lines.next(line);) {
    if (!line.blank() && maker.pages() != last_page_with_text) {
      last_page_with_text = maker.pages();
      ++pages_with_text;
    }
    maker.take(line);
  }
  maker.flush(true);
  if (has_pages) count_pages(builder, last_page_with_text, pages_with_text);
}

Result<SourceText> read_plain(InputFile file, const ReadLimits& limits) {
  Result<DecodedFile> decoded = decode_file(std::move(file.bytes), {}, file.name);
  if (!decoded) return decoded.error();
  if (decoded->text.size() > limits.text_bytes)
    return reader_error(ErrorKind::too_large, file.name, "holds more text than the limit. Split it.");
  TextBuilder builder("txt");
  builder.reserve(decoded->text.size() + 1);
  append_plain_lines(builder, decoded->text, 0, decoded->text.size(), PlainScope::file);
  for (const std::string& limit : decoded->limits) builder.add_limit(limit);
  return builder.finish(std::move(decoded->text));
}

}  // namespace klausul
