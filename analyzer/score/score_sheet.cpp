#include "score/score_sheet.h"

#include <algorithm>
#include <map>
#include <utility>

namespace klausul {

namespace {

std::vector<std::string> measure_columns() {
  return {"n", "positive", "precision", "recall", "F1", "accuracy", "same status", "quotes right", "of"};
}

void append_measures(std::vector<ScoreCell>& row, const Tally& tally) {
  row.insert(row.end(),
             {tally.decisions(), tally.true_positive + tally.false_negative, tally.precision(), tally.recall(),
              tally.f1(), tally.accuracy(), tally.status_share(), tally.evidence_share(), tally.evidence});
}

std::vector<std::string> with_measures(std::vector<std::string> columns) {
  const auto measures = measure_columns();
  columns.insert(columns.end(), measures.begin(), measures.end());
  return columns;
}

}  // namespace

Tally tally_of(const std::vector<Judgement>& judgements) {
  Tally tally;
  for (const Judgement& judgement : judgements) {
    tally.add(judgement.expected, judgement.found);
    if (judgement.evidence) {
      ++tally.evidence;
      tally.evidence_hits += *judgement.evidence ? 1 : 0;
    }
    if (judgement.same) {
      ++tally.statuses;
      tally.same_status += *judgement.same ? 1 : 0;
    }
  }
  return tally;
}

ScoreTable table_by(const std::string& title, const std::string& column, const std::vector<Judgement>& judgements,
                    const std::function<std::string(const Judgement&)>& key) {
  std::map<std::pair<std::string, std::string>, std::vector<Judgement>> groups;
  for (const Judgement& judgement : judgements) groups[{key(judgement), judgement.question}].push_back(judgement);
  ScoreTable table{title, with_measures({column, "question"}), {}};
  for (const auto& [name, group] : groups) {
    std::vector<ScoreCell> row{name.first, name.second};
    append_measures(row, tally_of(group));
    table.rows.push_back(std::move(row));
  }
  return table;
}

ScoreTable totals_table(const std::vector<Judgement>& judgements) {
  std::map<std::pair<std::string, std::string>, std::vector<Judgement>> groups;
  for (const Judgement& judgement : judgements) {
    groups[{judgement.question, judgement.language}].push_back(judgement);
    groups[{judgement.question, "~all"}].push_back(judgement);  // "~" sorts behind letters
  }
  ScoreTable table{"Totals", with_measures({"question", "language"}), {}};
  for (const auto& [name, group] : groups) {
    std::vector<ScoreCell> row{name.first, name.second == "~all" ? "all" : name.second};
    append_measures(row, tally_of(group));
    table.rows.push_back(std::move(row));
  }
  return table;
}

ScoreTable mistakes_table(const std::vector<Judgement>& judgements) {
  ScoreTable table{
      "Mistakes",
      {"mistake", "entry", "file", "label", "klausul", "line", "label's lines", "label's text", "quote", "note"},
      {}};
  for (const Judgement& judgement : judgements) {
    if (judgement.expected == judgement.found) continue;
    table.rows.push_back({std::string(judgement.found ? "false " : "missed ") + judgement.question, judgement.entry,
                          judgement.file, judgement.gold, judgement.status,
                          judgement.line == 0 ? std::string() : std::to_string(judgement.line),
                          lines_text(judgement.gold_lines), judgement.gold_text, judgement.quote, judgement.note});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& left, const auto& right) {
    return std::get<std::string>(left[1]) < std::get<std::string>(right[1]);
  });
  return table;
}

}  // namespace klausul
