#include "report/word/docx_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::string_view kPreserve = R"( xml:space="preserve")";

/// Elements within a paragraph that hold runs and may hold marks between them.
bool holds_runs(std::string_view name) {
  static constexpr std::array kNames = {"bdo", "customXml", "dir", "fldSimple",  "hyperlink",
                                        "ins", "moveTo",    "sdt", "sdtContent", "smartTag"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool holds_properties(std::string_view name) { return name.ends_with("Pr"); }

}  // namespace

DocxMarks::DocxMarks(std::string_view xml) : elements_(xml) {}

std::optional<DocxMarks::Spot> DocxMarks::spot_at(std::uint32_t offset) const {
  const std::vector<std::uint32_t> path = elements_.path_to(offset);
  // The outermost paragraph: the one that a text box is anchored in, not those within it.
  auto at = std::find_if(path.begin(), path.end(), [&](std::uint32_t index) { return elements_.name(index) == "p"; });
  if (at == path.end()) return std::nullopt;
  do ++at;
  while (at != path.end() && holds_runs(elements_.name(*at)));
  if (at == path.end() || holds_properties(elements_.name(*at))) return std::nullopt;
  Spot spot{*at, XmlElements::none};
  if (elements_.name(*at) == "r" && at + 1 != path.end()) spot.child = *(at + 1);
  return spot;
}

bool DocxMarks::is_in_text_box(std::uint32_t offset) const {
  const std::vector<std::uint32_t> path = elements_.path_to(offset);
  return std::any_of(path.begin(), path.end(),
                     [&](std::uint32_t index) { return elements_.name(index) == "txbxContent"; });
}

bool DocxMarks::is_first(std::uint32_t index) const {
  for (std::uint32_t sibling = elements_.first_child(elements_[index].parent); sibling != index;
       sibling = elements_.next_sibling(sibling))
    if (!holds_properties(elements_.name(sibling))) return false;
  return true;
}

bool DocxMarks::is_last(std::uint32_t index) const { return elements_.next_sibling(index) == XmlElements::none; }

bool DocxMarks::is_within_text(const Spot& spot, std::uint32_t offset) const {
  if (spot.child == XmlElements::none || elements_.name(spot.child) != "t") return false;
  const XmlElement& text = elements_[spot.child];
  return offset > text.content_begin && offset < text.content_end;
}

DocxGap DocxMarks::gap_before(const Spot& spot, std::uint32_t offset) const {
  const std::uint32_t like = elements_.name(spot.piece) == "r" ? spot.piece : XmlElements::none;
  if (is_within_text(spot, offset)) return {offset, spot.piece, spot.child, like};
  if (spot.child != XmlElements::none && !is_first(spot.child))
    return {elements_[spot.child].begin, spot.piece, XmlElements::none, like};
  // What is quoted from its beginning on is marked from outside.
  std::uint32_t outermost = spot.piece;
  while (holds_runs(elements_.name(elements_[outermost].parent)) && is_first(outermost))
    outermost = elements_[outermost].parent;
  return {elements_[outermost].begin, XmlElements::none, XmlElements::none, like};
}

DocxGap DocxMarks::gap_after(const Spot& spot, std::uint32_t end) const {
  const std::uint32_t like = elements_.name(spot.piece) == "r" ? spot.piece : XmlElements::none;
  if (is_within_text(spot, end)) return {end, spot.piece, spot.child, like};
  if (spot.child != XmlElements::none && !is_last(spot.child))
    return {elements_[spot.child].end, spot.piece, XmlElements::none, like};
  std::uint32_t outermost = spot.piece;
  while (holds_runs(elements_.name(elements_[outermost].parent)) && is_last(outermost))
    outermost = elements_[outermost].parent;
  return {elements_[outermost].end, XmlElements::none, XmlElements::none, like};
}

/// The offset after the character at `offset`, with the accents that belong to it.
std::uint32_t DocxMarks::end_of_character(std::uint32_t offset) const {
  const std::string_view xml = elements_.xml();
  if (xml[offset] == '&') {
    const std::size_t semicolon = xml.find(';', offset);
    if (semicolon != std::string_view::npos) return static_cast<std::uint32_t>(semicolon + 1);
  }
  std::size_t end = offset + code_point_at(xml, offset).length;
  while (end < xml.size()) {
    const CodePoint point = code_point_at(xml, end);
    const bool is_accent = point.value >= 0x300 && point.value <= 0x36F;
    if (!is_accent) break;
    end += point.length;
  }
  return static_cast<std::uint32_t>(end);
}

std::optional<DocxRange> DocxMarks::range_of(std::uint32_t first, std::uint32_t last) const {
  if (first >= elements_.xml().size() || last >= elements_.xml().size()) return std::nullopt;
  const std::optional<Spot> begin = spot_at(first);
  const std::optional<Spot> end = spot_at(last);
  if (!begin || !end) return std::nullopt;
  const DocxRange range{gap_before(*begin, first), gap_after(*end, end_of_character(last))};
  if (range.begin.offset < range.end.offset) return range;
  return DocxRange{gap_before({begin->piece, XmlElements::none}, first),
                   gap_after({begin->piece, XmlElements::none}, first)};
}

std::string_view DocxMarks::properties_of(std::uint32_t run) const {
  if (run == XmlElements::none) return {};
  const std::uint32_t child = elements_.first_child(run);
  if (child == XmlElements::none || elements_.name(child) != "rPr") return {};
  return elements_.xml().substr(elements_[child].begin, elements_[child].end - elements_[child].begin);
}

void DocxMarks::add_comment(const DocxRange& range, std::uint32_t id, const XmlNames& names) {
  const auto marks_at = [&](const DocxGap& gap) -> Marks& {
    Marks& marks = marks_[gap.offset];
    marks.gap = gap;
    return marks;
  };
  const auto element = [&](std::string_view name) {
    return fmt::format("<{0}{1}{2} {0}id=\"{3}\"/>", names.prefix, name, names.declaration, id);
  };
  marks_at(range.begin).starts += element("commentRangeStart");
  marks_at(range.end).ends +=
      element("commentRangeEnd") + fmt::format("<{0}r{1}>{2}{3}</{0}r>", names.prefix, names.declaration,
                                               properties_of(range.end.like), element("commentReference"));
}

std::string DocxMarks::written(const Marks& marks) const {
  const DocxGap& gap = marks.gap;
  const std::string between = marks.ends + marks.starts;
  if (gap.run == XmlElements::none) return between;
  std::string close = "</" + std::string(elements_.full_name(gap.run)) + ">";
  std::string open = std::string(elements_.start_tag(gap.run)) + std::string(properties_of(gap.run));
  if (gap.text != XmlElements::none) {
    close.insert(0, "</" + std::string(elements_.full_name(gap.text)) + ">");
    std::string tag(elements_.start_tag(gap.text));
    if (elements_.attribute(gap.text, "space").empty()) tag.insert(1 + elements_.full_name(gap.text).size(), kPreserve);
    open += tag;
    const std::uint32_t content = elements_[gap.text].content_begin;
    const std::string_view before = elements_.xml().substr(content, gap.offset - content);
    const std::size_t section = before.rfind("<![CDATA[");
    if (section != std::string_view::npos && before.find("]]>", section) == std::string_view::npos) {
      close.insert(0, "]]>");
      open += "<![CDATA[";
    }
  }
  return close + between + open;
}

std::string DocxMarks::write() const {
  std::map<std::uint32_t, std::string> insertions;
  for (const auto& [offset, marks] : marks_) {
    insertions[offset] = written(marks);
    // The space before a cut would not count without it.
    const std::uint32_t text = marks.gap.text;
    if (text != XmlElements::none && elements_.attribute(text, "space").empty())
      insertions[elements_[text].begin + 1 + static_cast<std::uint32_t>(elements_.full_name(text).size())] = kPreserve;
  }
  const std::string_view xml = elements_.xml();
  std::string result;
  std::size_t copied = 0;
  for (const auto& [offset, insertion] : insertions) {
    result.append(xml.substr(copied, offset - copied)).append(insertion);
    copied = offset;
  }
  return result.append(xml.substr(copied));
}

}  // namespace klausul
