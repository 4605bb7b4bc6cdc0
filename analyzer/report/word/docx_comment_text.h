#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/margin_notes.h"
#include "report/word/xml_elements.h"

namespace klausul {

/// What a comment is about. Word has no comments in text boxes, notes and page headers; such a comment stands nearby
/// and begins with the words that it means.
enum class CommentSubject { marked_words, text_box, note, page_header, elsewhere };

struct CommentFrame {
  CommentSubject subject = CommentSubject::marked_words;
  std::string_view quote;
  std::uint32_t id = 0;
  Language language = Language::en;
};

/// The w:comment element of a note, for word/comments.xml.
std::string comment_xml(const MarginNote& note, const CommentFrame& frame, const XmlNames& names);

}  // namespace klausul
