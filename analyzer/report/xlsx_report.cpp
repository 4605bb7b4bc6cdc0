#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/finding_table.h"
#include "report/phrases.h"
#include "report/reporter.h"
#include "report/workbook.h"

namespace klausul {

namespace {

CellStyle style_of(Severity severity) {
  switch (severity) {
    case Severity::critical: return CellStyle::red;
    case Severity::high: return CellStyle::orange;
    case Severity::medium: return CellStyle::yellow;
    case Severity::low: return CellStyle::strong;
    case Severity::info: return CellStyle::plain;
  }
  return CellStyle::plain;
}

CellStyle style_of(Status status) {
  switch (status) {
    case Status::present: return CellStyle::green;
    case Status::weak: return CellStyle::yellow;
    case Status::missing: return CellStyle::red;
    default: return CellStyle::faint;
  }
}

/// Those up to the proposed clause; what follows is for filtering and for programs.
constexpr std::uint16_t printed_columns = 12;

struct SheetColumn {
  Bilingual title;
  double width;
};

/// Where the finding of an entry stands in the first sheet: document and entry to row.
using FindingRows = std::map<std::pair<std::size_t, std::string>, std::uint32_t>;

class ReviewWorkbook {
 public:
  ReviewWorkbook(const Report& report, const ReportOptions& options)
      : report_(report),
        asked_(options.language),
        language_(main_language(report, options.language)),
        folder_(options.folder),
        book_(word("klausul: review", "klausul: granskning")) {}

  Result<std::string> write() {
    write_findings();
    write_checklist();
    write_facts();
    write_files();
    return book_.close();
  }

 private:
  void write_findings();
  void write_checklist();
  void write_facts();
  void write_files();
  void begin_table(const std::string& name, const std::vector<SheetColumn>& columns);
  void write_finding(std::uint32_t row, const FindingRow& finding);
  void place(std::uint32_t row, std::uint16_t column, const DocumentReport& document, const Evidence* evidence,
             const std::string& text);

  [[nodiscard]] std::string word(const char* english, const char* swedish) const {
    return language_ == Language::sv ? swedish : english;
  }
  [[nodiscard]] Language language_of(const DocumentReport& document) const {
    return asked_.value_or(main_language(document));
  }
  /// From the folder of the workbook to the file, or to the archive that holds it; the path as given when the folder is
  /// not known.
  [[nodiscard]] std::string link_path(const std::string& path) const {
    std::string file = path;
    if (const std::size_t archive = file.find(".zip/"); archive != std::string::npos) file.resize(archive + 4);
    if (folder_.empty() || file == "-") return file;
    const auto leading = std::filesystem::absolute(file).lexically_relative(folder_);
    return leading.empty() ? file : leading.generic_string();
  }
  [[nodiscard]] std::string findings_sheet() const { return word("Findings", "Iakttagelser"); }

  const Report& report_;
  std::optional<Language> asked_;
  Language language_;
  std::string folder_;
  Workbook book_;
  FindingRows finding_rows_;
};

void ReviewWorkbook::begin_table(const std::string& name, const std::vector<SheetColumn>& columns) {
  book_.add_sheet(name);
  std::uint16_t number = 0;
  for (const SheetColumn& column : columns) {
    book_.set_width(number, column.width);
    book_.text(0, number++, column.title.in(language_), CellStyle::heading);
  }
}

void ReviewWorkbook::place(std::uint32_t row, std::uint16_t column, const DocumentReport& document,
                           const Evidence* evidence, const std::string& text) {
  const bool paged = evidence != nullptr && evidence->page != 0 && document.format == "pdf";
  book_.file_link(row, column, link_path(document.path), paged ? fmt::format("#page={}", evidence->page) : "", text);
}

void ReviewWorkbook::write_finding(std::uint32_t row, const FindingRow& finding) {
  const bool accepted = finding.finding.is_accepted();
  const Evidence* passage = finding.finding.evidence.empty() ? nullptr : &finding.finding.evidence.front();
  std::uint16_t number = 0;
  for (const FindingColumn& column : finding_columns()) {
    const std::string text = column.text(finding);
    if (column.kind == CellKind::number && !text.empty())
      book_.number(row, number, std::stod(text), accepted ? CellStyle::faint : CellStyle::plain);
    else if (column.kind == CellKind::severity)
      book_.text(row, number, text, accepted ? CellStyle::faint : style_of(finding.finding.severity));
    else if (column.kind == CellKind::place)
      place(row, number, finding.document, passage, text.empty() ? finding.document.path : text);
    else
      book_.text(row, number, text, accepted ? CellStyle::faint : CellStyle::plain);
    ++number;
  }
}

void ReviewWorkbook::write_findings() {
  std::vector<SheetColumn> columns;
  for (const FindingColumn& column : finding_columns()) columns.push_back({column.title, column.width});
  begin_table(findings_sheet(), columns);
  std::uint32_t row = 0;
  for (std::size_t index = 0; index < report_.documents.size(); ++index) {
    const DocumentReport& document = report_.documents[index];
    std::size_t number = 0;
    for (const Finding& finding : document.findings) {
      write_finding(++row, {document, finding, ++number, language_of(document)});
      finding_rows_.emplace(std::pair{index, finding.id}, row);
    }
  }
  book_.finish_table(static_cast<std::uint16_t>(columns.size()), printed_columns, row);
}

void ReviewWorkbook::write_checklist() {
  begin_table(word("Checklist", "Checklista"), {{{"File", "Fil"}, 22},
                                                {{"Article", "Artikel"}, 12},
                                                {{"Requirement", "Krav"}, 52},
                                                {{"Status", "Status"}, 18},
                                                {{"Place", "Plats"}, 26},
                                                {{"Finding", "Iakttagelse"}, 34}});
  std::uint32_t row = 0;
  for (std::size_t index = 0; index < report_.documents.size(); ++index) {
    const DocumentReport& document = report_.documents[index];
    const Language language = language_of(document);
    for (const ChecklistLine& line : document.checklist) {
      ++row;
      std::vector<std::string> places;
      for (const Evidence& evidence : line.evidence) places.push_back(place_of(evidence, language));
      book_.text(row, 0, document.path);
      book_.text(row, 1, line.ref);
      book_.text(row, 2, line.title.in(language));
      book_.text(row, 3, word_for(line.status, EntryKind::required, language), style_of(line.status));
      place(row, 4, document, line.evidence.empty() ? nullptr : &line.evidence.front(), joined(places, "; "));
      book_.text(row, 5, "");
      for (const std::string& id : line.entries) {
        const auto found = finding_rows_.find({index, id});
        if (found == finding_rows_.end()) continue;
        book_.cell_link(row, 5, findings_sheet(), found->second, id);
        break;
      }
    }
  }
  book_.finish_table(6, 6, row);
}

void ReviewWorkbook::write_facts() {
  begin_table(word("Periods", "Tidsfrister"), {{{"File", "Fil"}, 22},
                                               {{"Duty", "Skyldighet"}, 36},
                                               {{"Period", "Frist"}, 34},
                                               {{"Place", "Plats"}, 18},
                                               {{"Quote", "Citat"}, 70},
                                               {{"Entry", "Regel"}, 28}});
  std::uint32_t row = 0;
  for (const DocumentReport& document : report_.documents) {
    const Language language = language_of(document);
    for (const Fact& fact : document.facts) {
      ++row;
      const EntryResult* duty = find_entry(document, fact.duty);
      book_.text(row, 0, document.path);
      book_.text(row, 1, duty == nullptr ? fact.duty : duty->title.in(language));
      book_.text(row, 2, sentence_for(fact, language));
      place(row, 3, document, &fact.evidence, place_of(fact.evidence, language));
      book_.text(row, 4, in_quotes(fact.evidence.quote, language));
      book_.text(row, 5, fact.duty);
    }
  }
  book_.finish_table(6, 5, row);
}

void ReviewWorkbook::write_files() {
  begin_table(word("Files", "Handlingar"), {{{"File", "Fil"}, 30},
                                            {{"Kind", "Slag"}, 28},
                                            {{"Why taken for that", "Varför"}, 40},
                                            {{"Language", "Språk"}, 20},
                                            {{"Findings", "Iakttagelser"}, 32},
                                            {{"Read", "Läst"}, 60},
                                            {{"SHA-256", "SHA-256"}, 34}});
  std::uint32_t row = 0;
  for (const DocumentReport& document : report_.documents) {
    const Language language = language_of(document);
    const Wording& words = wording_in(language);
    std::vector<std::string> languages;
    for (const LanguageShare& share : document.languages)
      languages.push_back(
          fmt::format("{:.0f} % {}", std::round(share.share * 100), word_for(share.language, language)));
    std::string read = document.coverage.complete ? words.fully_read : words.partly_read;
    for (const std::string& limit : document.coverage.limits) read += "\n" + sentence_in(limit, language);
    ++row;
    place(row, 0, document, nullptr, document.path);
    book_.text(row, 1, word_for(document.type, language));
    book_.text(row, 2, document.type_reason.in(language));
    book_.text(row, 3, joined(languages, ", "));
    book_.text(row, 4, counts_sentence({&document, 1}, language));
    book_.text(row, 5, read);
    book_.text(row, 6, document.sha256);
  }
  for (const FileError& failure : report_.errors) {
    ++row;
    const std::string sentence = sentence_in(failure.error.what, language_);
    book_.text(row, 0, failure.path);
    book_.text(row, 1, wording_in(language_).not_reviewed, CellStyle::red);
    for (const int column : {2, 3, 4, 6}) book_.text(row, static_cast<std::uint16_t>(column), "");
    book_.text(row, 5, without_name(failure.path, sentence));
  }
  book_.finish_table(7, 6, row);
  const Wording& words = wording_in(language_);
  std::string made = fmt::format("klausul {} · {} {}", report_.version, words.rules, report_.rules);
  if (!report_.law_as_of.empty()) made += fmt::format(" · {} {}", words.law_as_of, report_.law_as_of);
  book_.text(row + 2, 0, made + ". " + words.no_advice, CellStyle::note);
}

}  // namespace

Result<std::string> write_xlsx(const Report& report, const ReportOptions& options) {
  return ReviewWorkbook(report, options).write();
}

}  // namespace klausul
