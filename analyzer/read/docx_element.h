#pragma once

#include <pugixml.hpp>

namespace klausul {

/// Elements of a Word file that this reader acts on. Everything else is walked through, so that no text is lost.
enum class DocxElement {
  other,
  paragraph,
  table,
  row,
  cell,
  content_control,
  content,
  deletion,
  insertion,
  embedded,
  alternate,
  run,
  hyperlink,
  simple_field,
  text,
  tab,
  line_break,
  hyphen,
  symbol,
  note_reference,
  field_mark,
  instruction,
  drawing,
  properties
};

/// What `node` is, whatever its prefix. What holds no text of the document (properties, deleted text) is `properties`.
DocxElement element_of(pugi::xml_node node);

}  // namespace klausul
