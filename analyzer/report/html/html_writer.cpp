#include "report/html/html_writer.h"

#include "report/printable.h"

namespace klausul {

std::string html_escaped(std::string_view text) {
  const std::string shown = printable(text);
  std::string escaped;
  escaped.reserve(shown.size() + shown.size() / 16);
  for (const char character : shown) {
    switch (character) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += character;
    }
  }
  return escaped;
}

HtmlWriter& HtmlWriter::both(std::string_view en, std::string_view sv) {
  if (en == sv) return text(en);
  markup("<span class=\"sv\" lang=\"sv\">").text(sv).markup("</span><span class=\"en\" lang=\"en\">");
  return text(en).markup("</span>");
}

}  // namespace klausul
