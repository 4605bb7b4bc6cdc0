#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "assess/assess.h"
#include "score/judge.h"
#include "score/open_document.h"
#include "score/score.h"

namespace klausul {

namespace {

constexpr const char* family = "change";

/// The labels mark how terms, service and price may be changed. Ending and suspending, assigning, and what going on to
/// use means are classes of their own in the set they come from, so these entries are not asked.
constexpr std::array other_classes = {"change.suspension", "change.termination-at-will", "change.assignment",
                                      "change.continued-use", "change.incorporated-url"};

bool is_asked(const std::string& id, const ScoreOptions& options) {
  if (!id.starts_with(std::string(family) + ".") || !is_wanted(id, options)) return false;
  return !options.only.empty() || std::find(other_classes.begin(), other_classes.end(), id) == other_classes.end();
}

Result<std::map<std::string, std::set<std::uint32_t>>> read_lines(const std::string& path) {
  const Result<std::string> text = read_label_file(path);
  if (!text) return text.error();
  std::map<std::string, std::set<std::uint32_t>> lines;
  for (std::vector<std::string>& row : tsv_rows(*text)) {
    row.resize(2);
    const Result<std::vector<LineRange>> ranges = parse_lines(row[1], path);
    if (!ranges) return ranges.error();
    for (const LineRange& range : *ranges) {
      for (std::uint32_t line = range.first; line <= range.last; ++line) lines[row[0]].insert(line);
    }
  }
  return lines;
}

/// Line -> the entries that quote it.
std::map<std::uint32_t, std::set<std::string>> quoted_lines(const DocumentReport& report, const Document& document,
                                                            const ScoreOptions& options) {
  std::map<std::uint32_t, std::set<std::string>> lines;
  for (const EntryResult& entry : report.entries) {
    if (!is_asked(entry.id, options)) continue;
    for (const Evidence& evidence : entry.evidence) {
      for (const LineRange& range : lines_of(evidence, document)) {
        for (std::uint32_t line = range.first; line <= range.last; ++line) lines[line].insert(entry.id);
      }
    }
  }
  return lines;
}

std::vector<Judgement> judge_lines(const std::string& file, const Document& document,
                                   const std::set<std::uint32_t>& labelled,
                                   const std::map<std::uint32_t, std::set<std::string>>& quoted) {
  std::vector<Judgement> judgements;
  std::uint32_t last_line = 0;
  for (const Paragraph& paragraph : document.source.paragraphs) {
    const std::uint32_t line = document.source.map.place_of(paragraph.span.begin).line;
    if (line == last_line) continue;  // two paragraphs of one line are one sentence here
    last_line = line;
    const auto by = quoted.find(line);
    Judgement judgement;
    judgement.file = file;
    judgement.language = "en";
    judgement.entry = by == quoted.end() ? family : fmt::format("{}", fmt::join(by->second, " "));
    judgement.question = "found";
    judgement.expected = labelled.contains(line);
    judgement.found = by != quoted.end();
    judgement.gold = judgement.expected ? "change" : "";
    judgement.status = judgement.found ? "quoted" : "";
    judgement.quote = document.text(paragraph.span);
    judgement.line = line;
    judgements.push_back(std::move(judgement));
  }
  return judgements;
}

}  // namespace

Result<ScoreSheet> score_change(const std::string& folder, const Knowledge& knowledge, const ScoreOptions& options) {
  const auto labels = read_lines(folder + "/labels.tsv");
  if (!labels) return labels.error();
  std::vector<Judgement> judgements;
  const std::vector<std::string> paths = files_in(folder, ".txt");
  for (const std::string& path : paths) {
    const Result<Document> document = open_document(path, knowledge.lexicon);
    if (!document) return document.error();
    AssessOptions assess_options;
    assess_options.type = DocumentType::terms;
    const std::string file = stem_of(path) + ".txt";
    const DocumentReport report = assess(*document, knowledge, assess_options, file, "");
    const auto labelled = labels->find(file);
    const auto added =
        judge_lines(file, *document, labelled == labels->end() ? std::set<std::uint32_t>{} : labelled->second,
                    quoted_lines(report, *document, options));
    judgements.insert(judgements.end(), added.begin(), added.end());
  }
  ScoreSheet sheet;
  sheet.title = fmt::format("{} terms, {} sentences", paths.size(), judgements.size());
  sheet.tables.push_back(
      table_by("Files", "file", judgements, [](const Judgement& judgement) { return judgement.file; }));
  sheet.tables.push_back(totals_table(judgements));
  if (options.list) sheet.tables.push_back(mistakes_table(judgements));
  return sheet;
}

}  // namespace klausul
