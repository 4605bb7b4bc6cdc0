#include "report/html/text_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace klausul {

namespace {

/// A passage begins or ends.
struct Edge {
  std::uint32_t offset;
  bool begins;
  std::uint32_t finding;
};

/// Where evidence begins that is linked to without being marked.
void add_places(const std::vector<Evidence>& passages, std::set<std::uint32_t>& places) {
  for (const Evidence& evidence : passages) places.insert(evidence.span.begin);
}

std::vector<Edge> edges_of(const DocumentReport& document, std::uint32_t text_end) {
  std::vector<Edge> edges;
  for (std::uint32_t number = 0; number < document.findings.size(); ++number) {
    for (const Evidence& evidence : document.findings[number].evidence) {
      if (evidence.span.empty() || evidence.span.end > text_end) continue;
      edges.push_back({evidence.span.begin, true, number});
      edges.push_back({evidence.span.end, false, number});
    }
  }
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.offset < b.offset; });
  return edges;
}

}  // namespace

TextMarks mark_text(const DocumentReport& document) {
  TextMarks marks;
  if (!document.reviewed) return marks;
  const auto text_end = static_cast<std::uint32_t>(document.reviewed->source.text.size());
  for (const Finding& finding : document.findings) add_places(finding.evidence, marks.places);
  for (const ChecklistLine& line : document.checklist) add_places(line.evidence, marks.places);
  for (const EntryResult& entry : document.entries)
    if (entry.status == Status::present) add_places(entry.evidence, marks.places);
  for (const Fact& fact : document.facts) marks.places.insert(fact.evidence.span.begin);

  const std::vector<Edge> edges = edges_of(document, text_end);
  std::set<std::uint32_t> cuts(marks.places.begin(), marks.places.end());
  for (const Edge& edge : edges) cuts.insert(edge.offset);
  cuts.insert(text_end);
  std::map<std::uint32_t, std::uint32_t> open;  // finding -> passages of it that cover the place
  auto edge = edges.begin();
  std::uint32_t begin = 0;
  for (const std::uint32_t cut : cuts) {
    if (cut > text_end) break;
    if (cut > begin) {
      MarkedStretch stretch{{begin, cut}, {}};
      for (const auto& [finding, count] : open) stretch.findings.push_back(finding);
      marks.stretches.push_back(std::move(stretch));
    }
    for (; edge != edges.end() && edge->offset == cut; ++edge) {
      if (edge->begins) {
        ++open[edge->finding];
      } else if (--open[edge->finding] == 0) {
        open.erase(edge->finding);
        std::vector<std::uint32_t>& ended = marks.ends[cut];
        if (std::find(ended.begin(), ended.end(), edge->finding) == ended.end()) ended.push_back(edge->finding);
      }
    }
    begin = cut;
  }
  return marks;
}

std::string place_id(std::size_t document, std::uint32_t offset) {
  return fmt::format("d{}-p{}", document + 1, offset);
}

std::string finding_id(std::size_t document, std::size_t finding) {
  return fmt::format("d{}-f{}", document + 1, finding + 1);
}

}  // namespace klausul
