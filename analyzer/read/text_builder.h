#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.h"

namespace klausul {

/// Appends paragraphs to a SourceText and keeps its promises: this is the one place where white space is joined,
/// invisible characters are dropped, ill-formed UTF-8 is replaced and text is brought into NFC. A reader appends what
/// it finds, in any pieces, and ends the paragraph; a paragraph without visible text leaves nothing behind.
class TextBuilder {
 public:
  explicit TextBuilder(std::string format) { result_.format = std::move(format); }

  /// Makes room for `bytes` of text, so that a large file is not copied while the text grows.
  void reserve(std::size_t bytes) { result_.text.reserve(bytes); }

  /// Adds a part ("word/footnotes.xml"); what is appended from now on comes from it.
  std::uint16_t start_part(std::string name);
  /// Goes back to a part that start_part has given, or to 0, the main part.
  void set_part(std::uint16_t part) { part_ = part; }
  [[nodiscard]] std::uint16_t part() const { return part_; }
  [[nodiscard]] std::string_view part_name() const { return result_.map.parts()[part_]; }

  /// Appends bytes that stand like this in the source, from `source_begin` on.
  void append(std::string_view bytes, std::size_t source_begin);
  /// Appends bytes that the reader puts in or decodes; all of them stand for the one place `source_at`.
  void append_inserted(std::string_view bytes, std::size_t source_at);
  /// Appends a space (a line break or tab in the source) unless there is one.
  void append_space(std::size_t source_at);
  /// What follows stands on `page`.
  void start_page(std::uint32_t page) { next_page_ = page; }

  /// True if the open paragraph has visible text.
  [[nodiscard]] bool has_text() const { return result_.text.size() > paragraph_begin_; }
  /// The open paragraph as it stands, for readers whose decisions need it.
  [[nodiscard]] std::string_view open_text() const { return std::string_view(result_.text).substr(paragraph_begin_); }
  /// Forgets the open paragraph.
  void drop_paragraph();
  /// Ends the open paragraph as what `properties` says (its span is set here). Returns false if it has no visible text.
  bool end_paragraph(Paragraph properties);

  [[nodiscard]] std::size_t text_bytes() const { return result_.text.size(); }
  [[nodiscard]] std::size_t replaced_bytes() const { return replaced_bytes_; }
  [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return result_.paragraphs; }
  [[nodiscard]] ReadCoverage& coverage() { return result_.coverage; }
  /// Adds a sentence to the coverage, once.
  void add_limit(const std::string& sentence);

  /// The finished text; `source` is the file as UTF-8 for formats that have lines, else empty.
  SourceText finish(std::string source);

 private:
  struct Piece {
    std::uint32_t text_begin;
    std::uint32_t source_begin;
    std::uint16_t part;
    bool copied;
  };

  struct PageStart {
    std::uint32_t text_begin;
    std::uint32_t page;
  };

  void append_bytes(std::string_view bytes, std::size_t source_begin, bool copied);
  void append_special(std::string_view bytes, std::size_t& at, std::size_t source_begin, bool copied);
  void put(std::string_view bytes, std::size_t source_begin, bool copied);
  void put_pending_space();
  void note_piece(std::size_t source_begin, bool copied);
  void normalise_paragraph();
  std::uint16_t add_pieces_to_map(std::uint32_t text_end);

  SourceText result_;
  std::vector<Piece> pieces_;               ///< the map of the open paragraph
  std::vector<std::uint32_t> last_source_;  ///< for each part, the place reached: the map never goes back
  std::vector<PageStart> open_pages_;       ///< pages that begin in the open paragraph
  std::size_t paragraph_begin_ = 0;
  std::size_t replaced_bytes_ = 0;
  std::size_t space_source_ = 0;
  std::uint32_t next_page_ = 0;
  std::uint16_t part_ = 0;
  bool space_pending_ = false;
  bool may_be_unnormalised_ = false;
};

}  // namespace klausul
