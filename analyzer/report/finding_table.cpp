#include "report/finding_table.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "report/phrases.h"

namespace klausul {

namespace {

/// The first passage that was found; none when the finding is that something is missing.
const Evidence* first_passage(const FindingRow& row) {
  return row.finding.evidence.empty() ? nullptr : &row.finding.evidence.front();
}

std::string number_or_nothing(std::uint32_t number) { return number == 0 ? "" : std::to_string(number); }

std::string clauses(const FindingRow& row) {
  std::vector<std::string> places;
  for (const Evidence& evidence : row.finding.evidence) places.push_back(place_of(evidence, row.language));
  return joined(places, "; ");
}

std::string quotes(const FindingRow& row) {
  std::vector<std::string> texts;
  for (const Evidence& evidence : row.finding.evidence) texts.push_back(in_quotes(evidence.quote, row.language));
  const std::string all = joined(texts, "\n");
  if (!row.finding.nearest) return all;
  return fmt::format("({}) {}", wording_in(row.language).nearest, all);
}

std::string basis(const FindingRow& row) {
  std::vector<std::string> texts;
  for (const Basis& one : row.finding.basis) texts.push_back(basis_text(one, row.language));
  return joined(texts, "; ");
}

std::string kind_and_status(const FindingRow& row) {
  const EntryResult* entry = find_entry(row.document, row.finding.id);
  return word_for(row.finding.status, entry == nullptr ? EntryKind::required : entry->kind, row.language);
}

std::string page(const FindingRow& row) {
  const Evidence* passage = first_passage(row);
  return passage == nullptr ? "" : number_or_nothing(passage->page);
}

std::string line(const FindingRow& row) {
  const Evidence* passage = first_passage(row);
  return passage == nullptr ? "" : number_or_nothing(passage->line);
}

const std::array columns = {
    FindingColumn{{"File", "Fil"}, CellKind::text, 16, [](const FindingRow& row) { return row.document.path; }},
    FindingColumn{{"No.", "Nr"}, CellKind::number, 5, [](const FindingRow& row) { return std::to_string(row.number); }},
    FindingColumn{{"Severity", "Allvar"},
                  CellKind::severity,
                  12,
                  [](const FindingRow& row) { return std::string(word_for(row.finding.severity, row.language)); }},
    FindingColumn{{"Status", "Status"}, CellKind::text, 14, kind_and_status},
    FindingColumn{{"Finding", "Iakttagelse"},
                  CellKind::text,
                  22,
                  [](const FindingRow& row) { return row.finding.title.in(row.language); }},
    FindingColumn{{"Place", "Plats"}, CellKind::place, 14, clauses},
    FindingColumn{{"Page", "Sida"}, CellKind::number, 6, page},
    FindingColumn{{"Line", "Rad"}, CellKind::number, 6, line},
    FindingColumn{{"Quote", "Citat"}, CellKind::text, 48, quotes},
    FindingColumn{{"Why", "Varför"},
                  CellKind::text,
                  30,
                  [](const FindingRow& row) { return row.finding.message.in(row.language); }},
    FindingColumn{{"Basis", "Stöd"}, CellKind::text, 24, basis},
    FindingColumn{{"Propose", "Förslag"},
                  CellKind::text,
                  36,
                  [](const FindingRow& row) { return row.finding.suggest.in(row.language); }},
    FindingColumn{
        {"Also missing", "Saknas också"},
        CellKind::text,
        24,
        [](const FindingRow& row) { return joined(also_missing(row.finding, row.document, row.language), "; "); }},
    FindingColumn{
        {"Themes", "Teman"}, CellKind::text, 12, [](const FindingRow& row) { return joined(row.finding.theme, ", "); }},
    FindingColumn{{"Accepted", "Godtagen"},
                  CellKind::text,
                  28,
                  [](const FindingRow& row) { return acceptance_text(row.finding, row.language); }},
    FindingColumn{{"Entry", "Regel"}, CellKind::text, 28, [](const FindingRow& row) { return row.finding.id; }},
    FindingColumn{{"Fingerprint", "Fingeravtryck"},
                  CellKind::text,
                  20,
                  [](const FindingRow& row) { return row.finding.fingerprint; }},
};

}  // namespace

std::span<const FindingColumn> finding_columns() { return columns; }

}  // namespace klausul
