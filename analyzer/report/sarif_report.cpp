#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "assess/placement.h"
#include "report/acceptance_json.h"
#include "report/phrases.h"
#include "report/printable.h"
#include "report/reporter.h"
#include "report/source_region.h"

namespace klausul {

namespace {

using Json = nlohmann::ordered_json;

/// SARIF gives a meaning to braces and to "[text](target)" in messages; contract text has none.
std::string message_text(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' || text[at] == '}') escaped += text[at];
    if (text.substr(at, 2) == "](") escaped += '\\';
    escaped += text[at];
  }
  return escaped;
}

Json message(std::string_view text) { return {{"text", message_text(text)}}; }

/// A relative reference, or file: for an absolute path; every character but the plainest escaped.
std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

/// Standard input has no address.
Json artifact_location(std::string_view path) {
  if (path == "-") return {{"description", message("standard input")}};
  return {{"uri", uri_of(path)}};
}

const char* level_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
    case Severity::high: return "error";
    case Severity::medium: return "warning";
    case Severity::low:
    case Severity::info: return "note";
  }
  return "none";
}

const char* mime_type_of(std::string_view format) {
  static const std::map<std::string_view, const char*> types = {
      {"txt", "text/plain"},        {"md", "text/markdown"},
      {"html", "text/html"},        {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"pdf", "application/pdf"},   {"odt", "application/vnd.oasis.opendocument.text"},
      {"rtf", "application/rtf"},   {"eml", "message/rfc822"},
      {"doc", "application/msword"}};
  const auto found = types.find(format);
  return found == types.end() ? nullptr : found->second;
}

Json region_json(const SourceRegion& region, const Evidence& evidence) {
  Json json = Json::object();
  if (region.start_line != 0) {
    json["startLine"] = region.start_line;
    json["startColumn"] = region.start_column;
    if (region.end_line != 0) {
      json["endLine"] = region.end_line;
      json["endColumn"] = region.end_column;
    }
  } else if (region.character_offset) {
    json["charOffset"] = *region.character_offset;
    json["charLength"] = region.character_length;
  } else {
    return Json();
  }
  json["snippet"] = {{"text", evidence.quote}};
  if (evidence.page != 0) json["properties"]["page"] = evidence.page;
  if (!evidence.part.empty()) json["properties"]["part"] = evidence.part;
  if (evidence.ocr) json["properties"]["ocr"] = true;
  return json;
}

/// The heading of the section where what is missing would stand.
std::optional<Evidence> heading_for(const Finding& finding, const DocumentReport& document) {
  const std::optional<std::uint32_t> section = section_for(finding, document);
  if (!section) return std::nullopt;
  const SourceText& source = document.reviewed->source;
  const Block& block = document.reviewed->blocks[*section];
  const Place place = source.map.place_of(block.heading.begin);
  Evidence heading;
  heading.span = block.heading;
  heading.quote = std::string(slice(source.text, block.heading));
  heading.label = block.label;
  heading.page = place.page;
  heading.line = place.line;
  heading.column = place.column;
  heading.part = source.map.parts()[place.part];
  return heading;
}

/// The log of one call: one run.
class SarifLog {
 public:
  SarifLog(const Report& report, const ReportOptions& options)
      : report_(report), language_(main_language(report, options.language)) {}

  Json write() {
    Json results = Json::array();
    Json artifacts = Json::array();
    for (std::size_t number = 0; number < report_.documents.size(); ++number) {
      const DocumentReport& document = report_.documents[number];
      artifacts.push_back(artifact(document));
      SourceRegions regions(document);
      for (const Finding& finding : document.findings) results.push_back(result(finding, document, number, regions));
    }
    Json driver = {{"name", "klausul"},
                   {"version", report_.version},
                   {"language", name_of(language_)},
                   {"properties", {{"rules", report_.rules}, {"law_as_of", report_.law_as_of}}}};
    driver["rules"] = std::move(rules_);
    Json run = {{"tool", {{"driver", std::move(driver)}}}, {"language", name_of(language_)},
                {"columnKind", "unicodeCodePoints"},       {"invocations", Json::array({invocation()})},
                {"artifacts", std::move(artifacts)},       {"results", std::move(results)}};
    return {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({std::move(run)})}};
  }

 private:
  Json artifact(const DocumentReport& document) const {
    Json json = {{"location", artifact_location(document.path)}, {"roles", Json::array({"analysisTarget"})}};
    if (const char* type = mime_type_of(document.format)) json["mimeType"] = type;
    json["hashes"] = {{"sha-256", document.sha256}};
    json["properties"] = {{"format", document.format},
                          {"type", name_of(document.type)},
                          {"typeReason", document.type_reason.in(language_)},
                          {"complete", document.coverage.complete}};
    return json;
  }

  std::size_t rule_index(const Finding& finding, const DocumentReport& document);
  Json result(const Finding& finding, const DocumentReport& document, std::size_t number, SourceRegions& regions);
  Json location(const Evidence& evidence, const DocumentReport& document, std::size_t number,
                SourceRegions& regions) const;
  Json physical(const DocumentReport& document, std::size_t number) const {
    Json place = artifact_location(document.path);
    place["index"] = number;
    return {{"artifactLocation", std::move(place)}};
  }
  Json invocation() const;

  const Report& report_;
  Language language_;
  Json rules_ = Json::array();
  std::map<std::string, std::size_t> rule_numbers_;
};

std::size_t SarifLog::rule_index(const Finding& finding, const DocumentReport& document) {
  const auto [known, added] = rule_numbers_.try_emplace(finding.id, rules_.size());
  if (!added) return known->second;
  const Wording& words = wording_in(language_);
  std::vector<std::string> bases;
  Json basis_json = Json::array();
  for (const Basis& basis : finding.basis) {
    bases.push_back(basis_text(basis, language_));
    basis_json.push_back({{"act", basis.act}, {"ref", basis.ref}, {"kind", name_of(basis.kind)}});
  }
  const std::string& why = finding.message.in(language_);
  const std::string& suggest = finding.suggest.in(language_);
  std::string text = fmt::format("{}: {}", words.why, why);
  std::string markdown = fmt::format("**{}** {}", words.why, why);
  if (!bases.empty()) {
    text += fmt::format("\n{}: {}", words.basis, joined(bases, "; "));
    markdown += fmt::format("\n\n**{}**\n\n- {}", words.basis, joined(bases, "\n- "));
  }
  if (!suggest.empty()) {
    text += fmt::format("\n{}: {}", words.propose, suggest);
    markdown += fmt::format("\n\n**{}**\n\n> {}", words.propose, suggest);
  }
  Json properties = {
      {"tags", finding.theme}, {"basis", std::move(basis_json)}, {"severity", name_of(finding.severity)}};
  if (const EntryResult* entry = find_entry(document, finding.id)) properties["kind"] = name_of(entry->kind);
  rules_.push_back({{"id", finding.id},
                    {"shortDescription", message(finding.title.in(language_))},
                    {"fullDescription", message(why)},
                    {"help", {{"text", message_text(text)}, {"markdown", markdown}}},
                    {"defaultConfiguration", {{"level", level_of(finding.severity)}}},
                    {"properties", std::move(properties)}});
  return known->second;
}

Json SarifLog::location(const Evidence& evidence, const DocumentReport& document, std::size_t number,
                        SourceRegions& regions) const {
  Json place = physical(document, number);
  if (Json region = region_json(regions.of(evidence), evidence); !region.is_null()) place["region"] = std::move(region);
  Json json = {{"physicalLocation", std::move(place)}};
  if (!evidence.label.empty())
    json["logicalLocations"] = Json::array({{{"fullyQualifiedName", evidence.label}, {"kind", "clause"}}});
  return json;
}

Json SarifLog::result(const Finding& finding, const DocumentReport& document, std::size_t number,
                      SourceRegions& regions) {
  const bool open = finding.status == Status::undetermined;
  std::string text = fmt::format("{}. {}", title_of(finding, document, language_), finding.message.in(language_));
  if (const auto with_it = also_missing(finding, document, language_); !with_it.empty())
    text += fmt::format(" {}: {}.", wording_in(language_).also_missing, joined(with_it, "; "));
  Json json = {{"ruleId", finding.id},
               {"ruleIndex", rule_index(finding, document)},
               {"kind", open ? "open" : "fail"},
               {"level", open ? "none" : level_of(finding.severity)},
               {"message", message(text)}};
  // What is missing is missing where it would stand; the nearest passage is only related to it.
  Json locations = Json::array();
  Json related = Json::array();
  if (finding.nearest || finding.evidence.empty()) {
    const std::optional<Evidence> heading = heading_for(finding, document);
    locations.push_back(heading ? location(*heading, document, number, regions)
                                : Json{{"physicalLocation", physical(document, number)}});
  }
  for (const Evidence& evidence : finding.evidence) {
    Json place = location(evidence, document, number, regions);
    if (locations.empty()) {
      locations.push_back(std::move(place));
      continue;
    }
    place["id"] = related.size() + 1;
    place["message"] = message(finding.nearest ? wording_in(language_).nearest : wording_in(language_).more_places);
    related.push_back(std::move(place));
  }
  json["locations"] = std::move(locations);
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  json["partialFingerprints"] = {{"clauseText/v1", finding.fingerprint}};
  json["suppressions"] = Json::array();
  Json properties = {{"status", name_of(finding.status)}, {"severity", name_of(finding.severity)}};
  if (!finding.also_missing.empty()) properties["alsoMissing"] = finding.also_missing;
  if (finding.is_accepted()) {
    json["suppressions"].push_back({{"kind", "external"},
                                    {"status", "accepted"},
                                    {"justification", finding.acceptance->reason},
                                    {"properties", json_of(*finding.acceptance)}});
  } else if (finding.acceptance) {
    properties["acceptance"] = json_of(*finding.acceptance);
  }
  json["properties"] = std::move(properties);
  return json;
}

Json SarifLog::invocation() const {
  Json notifications = Json::array();
  for (const FileError& failure : report_.errors) {
    notifications.push_back(
        {{"level", "error"},
         {"message", message(sentence_in(failure.error.what, language_))},
         {"locations", Json::array({{{"physicalLocation", {{"artifactLocation", artifact_location(failure.path)}}}}})},
         {"properties", {{"kind", name_of(failure.error.kind)}}}});
  }
  for (const SkippedFile& file : report_.skipped) {
    notifications.push_back(
        {{"level", "note"},
         {"message",
          message(fmt::format("{}: {}", wording_in(language_).no_documents, sentence_in(file.what, language_)))},
         {"locations", Json::array({{{"physicalLocation", {{"artifactLocation", artifact_location(file.path)}}}}})}});
  }
  for (std::size_t number = 0; number < report_.documents.size(); ++number) {
    const DocumentReport& document = report_.documents[number];
    for (const std::string& limit : document.coverage.limits)
      notifications.push_back({{"level", document.coverage.complete ? "note" : "warning"},
                               {"message", message(sentence_in(limit, language_))},
                               {"locations", Json::array({{{"physicalLocation", physical(document, number)}}})}});
  }
  return {{"executionSuccessful", report_.errors.empty()}, {"toolExecutionNotifications", std::move(notifications)}};
}

}  // namespace

std::string write_sarif(const Report& report, const ReportOptions& options) {
  // A file name need not be UTF-8; everything else is.
  const std::string text = SarifLog(report, options).write().dump(2, ' ', false, Json::error_handler_t::replace);
  return escape_terminal_characters(text) + '\n';
}

}  // namespace klausul
