#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "structure/block.h"

namespace klausul {

/// Writes the body of a Word document, paragraph by paragraph. Text is escaped here; names of styles are those of
/// word_styles.h.
class WordWriter {
 public:
  explicit WordWriter(Language language) : language_(language) {}

  /// What is written from now on is in that language, for Word's spelling.
  void set_language(Language language) { language_ = language; }

  void paragraph(std::string_view style, std::string_view text);
  /// A paragraph of one style that begins with a bold label: "Basis: GDPR".
  void labelled(std::string_view style, std::string_view label, std::string_view text);
  void page_break();

  /// A table of two columns; what is written between belongs to the right cell of a row.
  void begin_table();
  void begin_row(std::string_view label);
  void end_row();
  void end_table();

  /// The w:body without its element.
  [[nodiscard]] const std::string& body() const { return body_; }

 private:
  void run(std::string_view text, std::string_view properties);
  void begin_paragraph(std::string_view style);

  Language language_;
  std::string body_;
};

}  // namespace klausul
