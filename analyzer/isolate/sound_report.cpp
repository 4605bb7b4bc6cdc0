#include "isolate/sound_report.h"

#include <algorithm>

namespace klausul {
namespace {

/// What a report says about its text.
class TextCheck {
 public:
  explicit TextCheck(const ReviewedText& reviewed) : reviewed_(reviewed), text_(reviewed.source.text) {}

  [[nodiscard]] bool is_tree() const {
    const std::vector<Block>& blocks = reviewed_.blocks;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
      const Block& block = blocks[index];
      if (!holds(block.heading) || !holds(block.body)) return false;
      if (block.end <= index || block.end > blocks.size()) return false;
      if (index == 0 ? block.end != blocks.size() : block.parent >= index || block.end > blocks[block.parent].end)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool are_paragraphs() const {
    std::uint32_t end = 0;
    return std::all_of(reviewed_.source.paragraphs.begin(), reviewed_.source.paragraphs.end(),
                       [&](const Paragraph& paragraph) {
                         const bool follows = holds(paragraph.span) && paragraph.span.begin >= end;
                         end = paragraph.span.end;
                         return follows;
                       });
  }

  [[nodiscard]] bool holds(const std::vector<Evidence>& passages) const {
    return std::all_of(passages.begin(), passages.end(), [&](const Evidence& passage) { return holds(passage.span); });
  }
  [[nodiscard]] bool holds(Span span) const {
    return span.begin <= span.end && span.end <= text_.size() && !cuts_character(span.begin) &&
           !cuts_character(span.end);
  }

 private:
  [[nodiscard]] bool cuts_character(std::uint32_t at) const {
    return at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
  }

  const ReviewedText& reviewed_;
  const std::string& text_;
};

}  // namespace

bool is_sound(const DocumentReport& report) {
  if (report.reviewed == nullptr) return true;
  const TextCheck text(*report.reviewed);
  const auto all_hold = [&](const auto& items) {
    return std::all_of(items.begin(), items.end(), [&](const auto& item) { return text.holds(item.evidence); });
  };
  return text.is_tree() && text.are_paragraphs() && all_hold(report.entries) && all_hold(report.findings) &&
         all_hold(report.checklist) && all_hold(report.sectors) &&
         std::all_of(report.facts.begin(), report.facts.end(),
                     [&](const Fact& fact) { return text.holds(fact.evidence.span); });
}

}  // namespace klausul
