#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "assess/report.h"
#include "isolate/wire.h"

/// What the members of a report are, for wire.h. A new member of one of these structs is a word here.
namespace klausul {

template <typename T, typename Described>
concept Is = std::same_as<std::remove_const_t<T>, Described>;

template <>
inline constexpr ErrorKind last_of<ErrorKind> = ErrorKind::internal;
template <>
inline constexpr AcceptanceState last_of<AcceptanceState> = AcceptanceState::text_changed;
template <>
inline constexpr EntryKind last_of<EntryKind> = EntryKind::fact;
template <>
inline constexpr Severity last_of<Severity> = Severity::critical;
template <>
inline constexpr Status last_of<Status> = Status::undetermined;
template <>
inline constexpr DocumentType last_of<DocumentType> = DocumentType::other;
template <>
inline constexpr BasisKind last_of<BasisKind> = BasisKind::house;
template <>
inline constexpr Language last_of<Language> = Language::other;
template <>
inline constexpr ParagraphKind last_of<ParagraphKind> = ParagraphKind::text_box;
template <>
inline constexpr BlockKind last_of<BlockKind> = BlockKind::note;

auto fields_of(Is<Error> auto& error) {
  return std::tuple_cat(std::tie(error.kind), std::tuple(AnyBytes(error.where), AnyBytes(error.what)));
}
auto fields_of(Is<Span> auto& span) { return std::tie(span.begin, span.end); }
auto fields_of(Is<Bilingual> auto& text) { return std::tie(text.en, text.sv); }
auto fields_of(Is<Basis> auto& basis) { return std::tie(basis.act, basis.ref, basis.kind); }
auto fields_of(Is<Evidence> auto& passage) {
  return std::tie(passage.span, passage.quote, passage.label, passage.page, passage.line, passage.column, passage.ocr,
                  passage.part);
}
auto fields_of(Is<EntryResult> auto& entry) {
  return std::tie(entry.id, entry.kind, entry.severity, entry.status, entry.title, entry.reason, entry.evidence);
}
auto fields_of(Is<Acceptance> auto& acceptance) {
  return std::tie(acceptance.state, acceptance.reason, acceptance.by, acceptance.on, acceptance.until);
}
auto fields_of(Is<Finding> auto& finding) {
  return std::tie(finding.id, finding.status, finding.severity, finding.title, finding.message, finding.detail,
                  finding.suggest, finding.questions, finding.basis, finding.theme, finding.also_missing,
                  finding.evidence, finding.nearest, finding.fingerprint, finding.acceptance);
}
auto fields_of(Is<ChecklistLine> auto& line) {
  return std::tie(line.ref, line.title, line.status, line.entries, line.evidence);
}
auto fields_of(Is<Fact> auto& fact) {
  return std::tie(fact.kind, fact.duty, fact.value, fact.unit, fact.bound, fact.trigger, fact.evidence);
}
auto fields_of(Is<Party> auto& party) { return std::tie(party.role, party.name, party.aliases); }
auto fields_of(Is<LanguageShare> auto& share) { return std::tie(share.language, share.share); }
auto fields_of(Is<SectorFinding> auto& sector) { return std::tie(sector.id, sector.name, sector.evidence); }
auto fields_of(Is<ReadCoverage> auto& coverage) {
  return std::tie(coverage.pages, coverage.pages_with_text, coverage.tracked_insertions, coverage.tracked_deletions,
                  coverage.ocr_pages, coverage.ocr_confidence, coverage.complete, coverage.limits);
}
auto fields_of(Is<Paragraph> auto& paragraph) {
  return std::tie(paragraph.span, paragraph.kind, paragraph.level, paragraph.bold, paragraph.label, paragraph.table,
                  paragraph.row, paragraph.column, paragraph.columns);
}
auto fields_of(Is<Block> auto& block) {
  return std::tie(block.kind, block.level, block.language, block.heading, block.body, block.parent, block.end,
                  block.row, block.column, block.columns, block.label);
}
auto fields_of(Is<SourceMap::Segment> auto& segment) {
  return std::tie(segment.text_begin, segment.source_begin, segment.part, segment.copied);
}
auto fields_of(Is<SourceMap::Page> auto& page) { return std::tie(page.text_begin, page.page); }

/// A SourceMap as what it is built from.
struct PackedMap {
  std::vector<std::string> parts;
  std::vector<SourceMap::Segment> segments;
  std::vector<SourceMap::Page> pages;
  std::string source;
};
auto fields_of(Is<PackedMap> auto& map) { return std::tie(map.parts, map.segments, map.pages, map.source); }
PackedMap packed(const SourceMap& map);
/// False when there could be no such map.
bool unpack(PackedMap packed, SourceMap& map);

auto fields_of(Is<SourceText> auto& text) {
  return std::tie(text.format, text.text, text.map, text.paragraphs, text.coverage);
}
auto fields_of(Is<ReviewedText> auto& reviewed) {
  return std::tuple_cat(std::tuple(AnyBytes(reviewed.bytes)), std::tie(reviewed.source, reviewed.blocks));
}
auto fields_of(Is<DocumentReport> auto& document) {
  return std::tuple_cat(
      std::tuple(AnyBytes(document.path)),
      std::tie(document.sha256, document.format, document.type, document.type_reason, document.sectors,
               document.standards, document.languages, document.parties, document.coverage, document.characters,
               document.entries, document.checklist, document.findings, document.facts, document.reviewed));
}
auto fields_of(Is<FileError> auto& failure) {
  return std::tuple_cat(std::tuple(AnyBytes(failure.path)), std::tie(failure.error));
}
auto fields_of(Is<SkippedFile> auto& skipped) {
  return std::tuple_cat(std::tuple(AnyBytes(skipped.path)), std::tie(skipped.what));
}

}  // namespace klausul
