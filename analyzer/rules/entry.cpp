#include "rules/entry.h"

#include <algorithm>

namespace klausul {

const char* name_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::required: return "required";
    case EntryKind::red_flag: return "red-flag";
    case EntryKind::misleading: return "misleading";
    case EntryKind::stale: return "stale";
    case EntryKind::drafting: return "drafting";
    case EntryKind::fact: return "fact";
  }
  return "";
}

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::low: return "low";
    case Severity::medium: return "medium";
    case Severity::high: return "high";
    case Severity::critical: return "critical";
  }
  return "";
}

const char* name_of(Status status) {
  switch (status) {
    case Status::present: return "present";
    case Status::weak: return "weak";
    case Status::missing: return "missing";
    case Status::triggered: return "triggered";
    case Status::clear: return "clear";
    case Status::not_applicable: return "not-applicable";
    case Status::undetermined: return "undetermined";
  }
  return "";
}

const char* name_of(DocumentType type) {
  switch (type) {
    case DocumentType::dpa: return "dpa";
    case DocumentType::terms: return "terms";
    case DocumentType::privacy: return "privacy";
    case DocumentType::scc: return "scc";
    case DocumentType::other: return "other";
  }
  return "";
}

const char* name_of(BasisKind kind) {
  switch (kind) {
    case BasisKind::statute: return "statute";
    case BasisKind::guidance: return "guidance";
    case BasisKind::judgment: return "case";
    case BasisKind::house: return "house";
  }
  return "";
}

const char* name_of(Language language) {
  switch (language) {
    case Language::sv: return "sv";
    case Language::en: return "en";
    case Language::other: return "other";
    case Language::unknown: return "unknown";
  }
  return "";
}

std::optional<Severity> severity_named(std::string_view name) {
  for (const Severity severity :
       {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::info}) {
    if (name == name_of(severity)) return severity;
  }
  return std::nullopt;
}

std::string Entry::file() const {
  std::string file = id;
  std::replace(file.begin(), file.end(), '.', '/');
  return "clauses/" + file + ".json";
}

Severity Entry::severity_of(Status status, DocumentType type) const {
  Severity result = severity;
  for (const auto& [of_type, other] : severity_by_type)
    if (of_type == type) result = other;
  if (status != Status::weak) return result;
  // what a fact says may matter more than that it is missing
  return kind == EntryKind::fact ? severity_weak : std::min(severity_weak, result);
}

}  // namespace klausul
