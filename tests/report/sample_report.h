#pragma once

#include "assess/report.h"

/// A report with one of everything, made by hand: reporters are tested without the analysis.
inline klausul::Report sample_report() {
  using namespace klausul;
  const Evidence where{{100, 150}, "We may change these terms\x1b[2J without notice.", "7.2 (b)", 3, 120, 5, "", false};
  DocumentReport document;
  document.path = "avtal.docx";
  document.sha256 = std::string(64, 'a');
  document.format = "docx";
  document.type = DocumentType::dpa;
  document.type_reason = {"the title says so", "titeln säger det"};
  document.languages = {{Language::sv, 0.97}, {Language::en, 0.03}};
  document.parties = {{"processor", "Molnverket AB", {"Leverantören"}}, {"controller", "", {"ni"}}};
  document.coverage.pages = 12;
  document.coverage.pages_with_text = 11;
  document.coverage.tracked_deletions = 2;
  document.coverage.complete = false;
  document.coverage.limits = {
      "Page 4 holds no text.",
      "The document has tracked changes: 0 insertions were read as accepted, 2 deletions were left out."};
  document.characters = 50321;
  const Bilingual notice{"Prior notice of changes", "Förhandsbesked om ändringar"};
  const Bilingual change{"Change without notice", "Ändring utan besked"};
  const Bilingual breach{"Breach notification", "Incidentanmälan"};
  document.entries = {
      {"breach.notification", EntryKind::required, Severity::critical, Status::present, breach, "", {where}},
      {"change.no-notice", EntryKind::red_flag, Severity::high, Status::triggered, change, "", {where}},
      {"stale.pul", EntryKind::stale, Severity::low, Status::clear, {"Repealed act", "Upphävd lag"}, "", {}},
      {"subprocessor.notice", EntryKind::required, Severity::critical, Status::missing, notice, "", {}},
      {"transfer.tia",
       EntryKind::required,
       Severity::medium,
       Status::not_applicable,
       {"Transfer assessment", "TIA"},
       "No transfer.",
       {}}};
  Finding missing;
  missing.id = "subprocessor.notice";
  missing.status = Status::missing;
  missing.severity = Severity::critical;
  missing.title = notice;
  missing.message = {"You must be told before.", "Ni ska få besked innan."};
  missing.detail = {"A duty to inform, in both languages.", "En skyldighet att informera, på båda språken."};
  missing.suggest = {"The Processor shall inform.", "Biträdet ska informera."};
  missing.basis = {{"GDPR", "Art. 28(2)", BasisKind::statute}, {"30 days", "", BasisKind::house}};
  missing.theme = {"IMY-2"};
  missing.fingerprint = "00000000000000aa";
  Finding flag;
  flag.id = "change.no-notice";
  flag.status = Status::triggered;
  flag.severity = Severity::high;
  flag.title = change;
  flag.message = {"The vendor alone decides.", "Leverantören bestämmer ensam."};
  flag.basis = {{"GDPR", "Art. 28(3)", BasisKind::statute}};
  flag.evidence = {where};
  flag.fingerprint = "00000000000000bb";
  document.findings = {missing, flag};
  document.facts = {{"duration", "breach.notification", 48, "hour", "at-most", "aware", where}};
  Report report{"0.1.0", "0123456789abcdef", "2026-11-23", {document}, {}, {}, {}, {}};
  report.errors = {{"trasig.pdf", {ErrorKind::damaged, "", "The file is no PDF."}}};
  return report;
}
