#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/word/xml_elements.h"

namespace klausul {

/// A place of a Word part where marks can stand: between runs, or within one that is cut in two there.
struct DocxGap {
  std::uint32_t offset = 0;
  std::uint32_t run = XmlElements::none;   ///< the run that is cut
  std::uint32_t text = XmlElements::none;  ///< the w:t that is cut
  std::uint32_t like = XmlElements::none;  ///< the run whose look a mark takes on, so that no line grows
};

struct DocxRange {
  DocxGap begin;
  DocxGap end;
};

/// Puts comment marks into a part's XML (word/document.xml). Everything else stays byte for byte as it is; a run that
/// is cut keeps its properties in both halves.
class DocxMarks {
 public:
  explicit DocxMarks(std::string_view xml);

  [[nodiscard]] const XmlElements& elements() const { return elements_; }

  /// The range from the character at `first` through the one that begins at `last` (offsets into the XML). Word knows
  /// no comments within text boxes, formulas and the like: there the range is all of it. None when the offsets stand in
  /// no paragraph.
  [[nodiscard]] std::optional<DocxRange> range_of(std::uint32_t first, std::uint32_t last) const;
  /// Whether the range stands around a text box that `offset` is in.
  [[nodiscard]] bool is_in_text_box(std::uint32_t offset) const;

  /// Anchors the comment with that id; `names` is how Word's own elements are written in the part.
  void add_comment(const DocxRange& range, std::uint32_t id, const XmlNames& names);

  /// The part with all marks.
  [[nodiscard]] std::string write() const;

 private:
  struct Marks {
    DocxGap gap;
    std::string ends;
    std::string starts;
  };
  /// What of a paragraph an offset stands in.
  struct Spot {
    std::uint32_t piece = XmlElements::none;  ///< a run, or something that cannot be cut
    std::uint32_t child = XmlElements::none;  ///< of the run: a w:t, a tab, a drawing ...
  };

  [[nodiscard]] std::optional<Spot> spot_at(std::uint32_t offset) const;
  [[nodiscard]] DocxGap gap_before(const Spot& spot, std::uint32_t offset) const;
  [[nodiscard]] DocxGap gap_after(const Spot& spot, std::uint32_t end) const;
  [[nodiscard]] bool is_within_text(const Spot& spot, std::uint32_t offset) const;
  [[nodiscard]] bool is_first(std::uint32_t index) const;
  [[nodiscard]] bool is_last(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t end_of_character(std::uint32_t offset) const;
  [[nodiscard]] std::string_view properties_of(std::uint32_t run) const;
  [[nodiscard]] std::string written(const Marks& marks) const;

  XmlElements elements_;
  std::map<std::uint32_t, Marks> marks_;  ///< by offset
};

}  // namespace klausul
