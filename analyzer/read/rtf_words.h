#pragma once

#include <string_view>

namespace klausul {

/// The control words of RTF that this reader acts on.
enum class RtfWord {
  unknown,
  // Groups that are not the text itself.
  skipped,  ///< holds no text of the document
  fonts,
  styles,
  list_text,
  field,
  instruction,
  field_result,
  footnote,
  page_header,
  text_box,
  annotation,
  embedded_object,
  walked,  ///< a group with "\*" whose text is read
  // Paragraphs, cells and characters.
  paragraph_end,
  space,
  cell,
  row,
  nested_cell,
  nested_row,
  unicode,
  character,  ///< stands for one (emdash); see character_of
  // Properties.
  paragraph_reset,
  character_reset,
  font,
  charset,
  code_page,
  ansi_code_page,
  mac,
  pc,
  pca,
  default_font,
  bold,
  hidden,
  deleted,
  revised,
  skip_count,
  style,
  based_on,
  outline_level,
  list,
  list_level,
  in_table,
  table_depth
};

RtfWord rtf_word(std::string_view word);

/// The character that a control word stands for, in UTF-8.
std::string_view rtf_character(std::string_view word);

}  // namespace klausul
