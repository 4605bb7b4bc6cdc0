#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "assess/assess.h"
#include "score/judge.h"
#include "score/open_document.h"
#include "score/score.h"

namespace klausul {

namespace {

/// The labels of each file, in entry order.
using LabelsByFile = std::map<std::string, std::vector<Label>>;

Result<LabelsByFile> read_status(const std::string& folder) {
  const Result<std::string> statuses = read_label_file(folder + "/status.tsv");
  if (!statuses) return statuses.error();
  const Result<std::string> sentences = read_label_file(folder + "/labels.tsv");
  if (!sentences) return sentences.error();

  std::map<std::pair<std::string, std::string>, std::vector<LineRange>> lines;
  for (std::vector<std::string>& row : tsv_rows(*sentences)) {
    row.resize(3);
    const Result<std::vector<LineRange>> ranges = parse_lines(row[1], folder + "/labels.tsv");
    if (!ranges) return ranges.error();
    auto& known = lines[{row[0], row[2]}];
    known.insert(known.end(), ranges->begin(), ranges->end());
  }
  LabelsByFile labels;
  for (std::vector<std::string>& row : tsv_rows(*statuses)) {
    row.resize(3);
    if (row[2] != "present" && row[2] != "missing") {
      return Error{ErrorKind::damaged, folder + "/status.tsv", "\"" + row[2] + "\" is neither present nor missing."};
    }
    labels[row[0]].push_back({row[1], row[2] == "present" ? 'P' : 'M', lines[{row[0], row[1]}], ""});
  }
  return labels;
}

/// The labels know present and missing only: a weak form is there.
void forget_weak(Judgement& judgement) { judgement.same = std::nullopt; }

/// Nor do they know an entry that does not apply: a duty that the agreement does not hold is missing there.
EntryResult present_or_missing(EntryResult answer) {
  if (answer.status == Status::not_applicable || answer.status == Status::undetermined) answer.status = Status::missing;
  return answer;
}

}  // namespace

Result<ScoreSheet> score_requirements(const std::string& folder, const Knowledge& knowledge,
                                      const ScoreOptions& options) {
  const Result<LabelsByFile> labels = read_status(folder);
  if (!labels) return labels.error();
  std::vector<Judgement> judgements;
  std::set<std::string> unknown;
  for (const auto& [file, rows] : *labels) {
    const Result<Document> document = open_document(folder + "/" + file, knowledge.lexicon);
    if (!document) return document.error();
    AssessOptions assess_options;
    assess_options.type = DocumentType::dpa;
    const DocumentReport report = assess(*document, knowledge, assess_options, file, "");
    for (const Label& label : rows) {
      if (!is_wanted(label.id, options)) continue;
      const auto answer = std::find_if(report.entries.begin(), report.entries.end(),
                                       [&](const EntryResult& entry) { return entry.id == label.id; });
      if (answer == report.entries.end()) {
        unknown.insert(label.id);
        continue;
      }
      auto judgement = judge(label, present_or_missing(*answer), *document);
      if (!judgement) continue;
      forget_weak(*judgement);
      judgement->file = file;
      judgement->language = "en";
      judgements.push_back(*std::move(judgement));
    }
  }
  ScoreSheet sheet;
  sheet.title = fmt::format("{} agreements, {} decisions", labels->size(), judgements.size());
  sheet.tables.push_back(
      table_by("Entries", "entry", judgements, [](const Judgement& judgement) { return judgement.entry; }));
  sheet.tables.push_back(totals_table(judgements));
  if (options.list) sheet.tables.push_back(mistakes_table(judgements));
  if (const std::string remark = remark_on_unknown(unknown); !remark.empty()) sheet.remarks.push_back(remark);
  return sheet;
}

}  // namespace klausul
