#include <nlohmann/json.hpp>

#include "report/acceptance_json.h"
#include "report/evidence_json.h"
#include "report/printable.h"
#include "report/reporter.h"

namespace klausul {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Party& party);
Json json_of(const EntryResult& entry);
Json json_of(const Finding& finding);
Json json_of(const ChecklistLine& line);
Json json_of(const DocumentReport& document);
Json json_of(const FileError& failure);
Json json_of(const SkippedFile& file);

template <typename T>
Json json_of_all(const std::vector<T>& values) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(json_of(value));
  return json;
}

Json json_of(const Party& party) { return {{"role", party.role}, {"name", party.name}, {"aliases", party.aliases}}; }

Json json_of(const EntryResult& entry) {
  Json json = {{"id", entry.id},
               {"kind", name_of(entry.kind)},
               {"status", name_of(entry.status)},
               {"severity", name_of(entry.severity)}};
  if (!entry.reason.empty()) json["reason"] = entry.reason;
  json["evidence"] = json_of_all(entry.evidence);
  return json;
}

Json json_of(const Finding& finding) {
  Json json = {{"id", finding.id},
               {"status", name_of(finding.status)},
               {"severity", name_of(finding.severity)},
               {"title", json_of(finding.title)},
               {"message", json_of(finding.message)}};
  if (!finding.detail.empty()) json["detail"] = json_of(finding.detail);
  json["basis"] = json_of_all(finding.basis);
  json["theme"] = finding.theme;
  json["suggest"] = json_of(finding.suggest);
  if (!finding.also_missing.empty()) json["also_missing"] = finding.also_missing;
  if (finding.nearest) json["nearest"] = true;
  json["evidence"] = json_of_all(finding.evidence);
  json["fingerprint"] = finding.fingerprint;
  if (finding.acceptance) json["acceptance"] = klausul::json_of(*finding.acceptance);
  return json;
}

Json json_of(const ChecklistLine& line) {
  return {{"ref", line.ref},
          {"title", json_of(line.title)},
          {"status", name_of(line.status)},
          {"entries", line.entries},
          {"evidence", json_of_all(line.evidence)}};
}

Json json_of_coverage(const DocumentReport& document) {
  const ReadCoverage& coverage = document.coverage;
  Json json = Json::object();
  if (coverage.pages != 0) {
    json["pages"] = coverage.pages;
    json["pages_with_text"] = coverage.pages_with_text;
  }
  if (!coverage.ocr_pages.empty()) {
    json["ocr_pages"] = coverage.ocr_pages;
    json["ocr_confidence"] = coverage.ocr_confidence;
  }
  json["characters"] = document.characters;
  json["complete"] = coverage.complete;
  if (coverage.tracked_insertions != 0) json["tracked_insertions"] = coverage.tracked_insertions;
  if (coverage.tracked_deletions != 0) json["tracked_deletions"] = coverage.tracked_deletions;
  json["limits"] = coverage.limits;
  return json;
}

Json json_of(const DocumentReport& document) {
  Json languages = Json::object();
  for (const LanguageShare& share : document.languages) {
    languages[name_of(share.language)] = json_of_number(share.share);
  }
  Json json = {{"path", document.path},
               {"sha256", document.sha256},
               {"format", document.format},
               {"type", name_of(document.type)},
               {"type_reason", json_of(document.type_reason)},
               {"languages", std::move(languages)},
               {"parties", json_of_all(document.parties)},
               {"coverage", json_of_coverage(document)},
               {"entries", json_of_all(document.entries)},
               {"findings", json_of_all(document.findings)},
               {"facts", json_of_all(document.facts)}};
  for (const SectorFinding& sector : document.sectors)
    json["sectors"].push_back({{"id", sector.id},
                               {"name", json_of(sector.name)},
                               {"chosen", sector.evidence.empty()},
                               {"evidence", json_of_all(sector.evidence)}});
  for (const Bilingual& standard : document.standards) json["standards"].push_back(json_of(standard));
  if (!document.checklist.empty()) json["checklist"] = json_of_all(document.checklist);
  return json;
}

Json json_of(const FileError& failure) {
  return {{"path", failure.path}, {"kind", name_of(failure.error.kind)}, {"message", failure.error.what}};
}

Json json_of(const SkippedFile& file) { return {{"path", file.path}, {"what", file.what}}; }

// A file name need not be UTF-8; everything else is.
std::string text_of(const Json& json) {
  return escape_terminal_characters(json.dump(2, ' ', false, Json::error_handler_t::replace));
}

/// The documents as a member of the report. Each is written by itself: as a tree it takes seven times its text.
std::string text_of_documents(const std::vector<DocumentReport>& documents) {
  if (documents.empty()) return "[]";
  std::string text = "[";
  for (const DocumentReport& document : documents) {
    text += text.size() > 1 ? ",\n    " : "\n    ";
    // Line feeds stand between values alone.
    for (const char byte : text_of(json_of(document))) {
      text += byte;
      if (byte == '\n') text += "    ";
    }
  }
  return text + "\n  ]";
}

}  // namespace

std::string write_json(const Report& report) {
  Json json = {
      {"schema", "klausul.report/1"},
      {"tool",
       {{"name", "klausul"}, {"version", report.version}, {"rules", report.rules}, {"law_as_of", report.law_as_of}}},
      {"documents", nullptr},
      {"errors", json_of_all(report.errors)}};
  if (!report.skipped.empty()) json["skipped"] = json_of_all(report.skipped);
  std::string text = text_of(json);
  // Quotation marks within strings are escaped, so that this is the member and nothing else.
  constexpr std::string_view place = "\"documents\": null";
  text.replace(text.find(place) + place.size() - 4, 4, text_of_documents(report.documents));
  return text + '\n';
}

}  // namespace klausul
