#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "report/wording.h"

namespace klausul {

/// `text` with nothing in it that HTML would obey, in elements or in quoted attributes, and nothing that would turn the
/// reading direction: contract text is not trusted.
std::string html_escaped(std::string_view text);

/// Markup of a page. Only `markup` writes what it is given as it is, and is given nothing but our own words.
class HtmlWriter {
 public:
  HtmlWriter& markup(std::string_view text) {
    page_ += text;
    return *this;
  }
  HtmlWriter& text(std::string_view text) {
    page_ += html_escaped(text);
    return *this;
  }
  /// What the language switch chooses from: both are in the page, one is shown. Once when they are the same.
  HtmlWriter& both(std::string_view en, std::string_view sv);
  HtmlWriter& both(const Bilingual& words) { return both(words.en, words.sv); }
  HtmlWriter& both(const char* Wording::*word) {
    return both(wording_in(Language::en).*word, wording_in(Language::sv).*word);
  }
  /// `say(language)` gives the words in that language.
  template <typename Say>
  HtmlWriter& in_both(Say say) {
    return both(say(Language::en), say(Language::sv));
  }

  [[nodiscard]] std::string take() { return std::move(page_); }

 private:
  std::string page_;
};

}  // namespace klausul
