#include "report/word/xml_elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "report/printable.h"
#include "text/result.h"

namespace klausul {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

/// The offset after the first `end` from `at` on.
std::size_t after(std::string_view xml, std::size_t at, std::string_view end) {
  const std::size_t found = xml.find(end, at);
  return found == std::string_view::npos ? xml.size() : found + end.size();
}

/// The offset after the ">" of the tag at `at`; ">" may stand within quotes.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
  while (at < xml.size() && xml[at] != '>') {
    const bool quote = xml[at] == '"' || xml[at] == '\'';
    at = quote ? after(xml, at + 1, xml.substr(at, 1)) : at + 1;
  }
  return std::min(at + 1, xml.size());
}

/// Calls `take` with the name and raw value of each attribute of a start tag until it returns true.
void visit_attributes(std::string_view tag, const std::function<bool(std::string_view, std::string_view)>& take) {
  std::size_t at = tag.find_first_of(kSpace);
  while (at != std::string_view::npos) {
    const std::size_t begin = tag.find_first_not_of(kSpace, at);
    const std::size_t equals = tag.find('=', at);
    if (begin == std::string_view::npos || equals == std::string_view::npos) return;
    const std::size_t open = tag.find_first_of("\"'", equals);
    const std::size_t close = open == std::string_view::npos ? open : tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) return;
    std::string_view name = tag.substr(begin, equals - begin);
    name = name.substr(0, name.find_first_of(kSpace));
    if (take(name, tag.substr(open + 1, close - open - 1))) return;
    at = close + 1;
  }
}

}  // namespace

XmlElements::XmlElements(std::string_view xml) : xml_(xml) {
  std::vector<std::uint32_t> open;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    if (xml.substr(at, 2) == "<?") {
      at = after(xml, at, "?>");
    } else if (xml.substr(at, 4) == "<!--") {
      at = after(xml, at + 4, "-->");
    } else if (xml.substr(at, 9) == "<![CDATA[") {
      at = after(xml, at, "]]>");
    } else if (xml.substr(at, 2) == "</") {
      const std::size_t end = end_of_tag(xml, at);
      if (!open.empty()) {
        elements_[open.back()].content_end = narrow(at);
        elements_[open.back()].end = narrow(end);
        open.pop_back();
      }
      at = end;
    } else {
      const std::size_t end = end_of_tag(xml, at);
      const std::uint32_t parent = open.empty() ? size() : open.back();
      elements_.push_back({narrow(at), narrow(end), narrow(end), narrow(end), parent});
      if (xml[end - 2] != '/') open.push_back(size() - 1);
      at = end;
    }
  }
  // Nothing is left open in well-formed text.
  for (const std::uint32_t index : open) elements_[index].content_end = elements_[index].end = narrow(xml.size());
}

std::string_view XmlElements::start_tag(std::uint32_t index) const {
  const XmlElement& element = elements_[index];
  return xml_.substr(element.begin, element.content_begin - element.begin);
}

std::string_view XmlElements::full_name(std::uint32_t index) const {
  const std::string_view tag = start_tag(index).substr(1);
  return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

std::string_view XmlElements::name(std::uint32_t index) const {
  const std::string_view full = full_name(index);
  return full.substr(full.find(':') + 1);  // npos + 1 is 0
}

std::string_view XmlElements::attribute(std::uint32_t index, std::string_view local_name) const {
  std::string_view value;
  visit_attributes(start_tag(index), [&](std::string_view name, std::string_view found) {
    if (name.substr(name.find(':') + 1) != local_name) return false;
    value = found;
    return true;
  });
  return value;
}

std::uint32_t XmlElements::first_child(std::uint32_t index) const {
  return index + 1 < size() && elements_[index + 1].begin < elements_[index].end ? index + 1 : none;
}

std::uint32_t XmlElements::next_sibling(std::uint32_t index) const {
  const std::uint32_t parent = elements_[index].parent;
  if (parent == index) return none;
  const auto next =
      std::lower_bound(elements_.begin() + index, elements_.end(), elements_[index].end,
                       [](const XmlElement& element, std::uint32_t offset) { return element.begin < offset; });
  if (next == elements_.end() || next->begin >= elements_[parent].content_end) return none;
  return static_cast<std::uint32_t>(next - elements_.begin());
}

std::vector<std::uint32_t> XmlElements::path_to(std::uint32_t offset) const {
  const auto next =
      std::upper_bound(elements_.begin(), elements_.end(), offset,
                       [](std::uint32_t wanted, const XmlElement& element) { return wanted < element.begin; });
  std::vector<std::uint32_t> path;
  if (next == elements_.begin()) return path;
  for (auto index = static_cast<std::uint32_t>(next - elements_.begin() - 1);; index = elements_[index].parent) {
    if (offset < elements_[index].end) path.push_back(index);
    if (elements_[index].parent == index) break;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

XmlNames names_in(std::string_view start_tag, std::string_view address, std::string_view otherwise) {
  XmlNames names{std::string(otherwise) + ":", fmt::format(" xmlns:{}=\"{}\"", otherwise, address)};
  visit_attributes(start_tag, [&](std::string_view name, std::string_view value) {
    if (value != address || !name.starts_with("xmlns:")) return false;
    names = {std::string(name.substr(6)) + ":", ""};
    return true;
  });
  return names;
}

std::string with_content_at_end(std::string_view xml, std::string_view content) {
  const XmlElements elements(xml);
  require(elements.size() > 0, "a well-formed part has a root element");
  const XmlElement& root = elements[0];
  std::string result;
  if (root.content_begin == root.end && xml.substr(root.end - 2, 2) == "/>") {
    result.append(xml.substr(0, root.end - 2)).append(">").append(content);
    return result.append("</").append(elements.full_name(0)).append(">").append(xml.substr(root.end));
  }
  return result.append(xml.substr(0, root.content_end)).append(content).append(xml.substr(root.content_end));
}

std::string escape_xml(std::string_view text) {
  std::string escaped;
  for (const char byte : printable(text)) {
    switch (byte) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default: escaped += byte;
    }
  }
  // Not characters, though UTF-8 can write them.
  for (const std::string_view noncharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = escaped.find(noncharacter); at != std::string::npos; at = escaped.find(noncharacter, at))
      escaped.replace(at, noncharacter.size(), "\xEF\xBF\xBD");
  return escaped;
}

}  // namespace klausul
