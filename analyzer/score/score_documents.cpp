#include <fmt/format.h>

#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "assess/assess.h"
#include "score/judge.h"
#include "score/open_document.h"
#include "score/score.h"

namespace klausul {

namespace {

/// What scoring a folder gathers.
struct DocumentScores {
  std::vector<Judgement> judgements;
  std::set<std::string> unknown;         ///< labelled, not in the rule set
  std::vector<std::string> other_types;  ///< documents that klausul takes for another type than their name says
  std::vector<std::string> without_labels;
  std::size_t documents = 0;
  std::size_t outside = 0;  ///< findings where the label says that the entry does not apply
};

std::optional<DocumentType> type_in_name(const std::string& stem) {
  if (stem.starts_with("dpa-")) return DocumentType::dpa;
  if (stem.starts_with("tos-")) return DocumentType::terms;
  if (stem.starts_with("pp-")) return DocumentType::privacy;
  return std::nullopt;
}

bool is_finding(Status status) {
  return status == Status::missing || status == Status::weak || status == Status::triggered;
}

void judge_all(const std::vector<Label>& labels, const DocumentReport& report, const Document& document,
               const std::string& language, const ScoreOptions& options, DocumentScores& scores) {
  for (const Label& label : labels) {
    if (!is_wanted(label.id, options)) continue;
    const auto answer = std::find_if(report.entries.begin(), report.entries.end(),
                                     [&](const EntryResult& entry) { return entry.id == label.id; });
    if (answer == report.entries.end()) {
      scores.unknown.insert(label.id);
      continue;
    }
    if (auto judgement = judge(label, *answer, document)) {
      judgement->file = report.path;
      judgement->language = language;
      scores.judgements.push_back(*std::move(judgement));
    } else if (is_finding(answer->status)) {
      ++scores.outside;
    }
  }
}

std::optional<Error> score_document(const std::string& folder, const std::string& path, const std::string& language,
                                    const Knowledge& knowledge, const ScoreOptions& options, DocumentScores& scores) {
  const std::string stem = stem_of(path);
  const std::string label_path = folder + "/labels/" + stem + ".tsv";
  std::error_code error;
  if (!std::filesystem::exists(label_path, error)) {
    scores.without_labels.push_back(stem);
    return std::nullopt;
  }
  const Result<std::string> text = read_label_file(label_path);
  if (!text) return text.error();
  const Result<std::vector<Label>> labels = parse_labels(*text, label_path);
  if (!labels) return labels.error();
  const Result<Document> document = open_document(path, knowledge.lexicon);
  if (!document) return document.error();

  AssessOptions assess_options;
  if (options.types_from_names) assess_options.type = type_in_name(stem);
  const DocumentReport report = assess(*document, knowledge, assess_options, stem, "");
  const auto named = type_in_name(stem);
  if (named && *named != report.type) scores.other_types.push_back(fmt::format("{} ({})", stem, name_of(report.type)));
  judge_all(*labels, report, *document, language, options, scores);
  ++scores.documents;
  return std::nullopt;
}

ScoreSheet sheet_of(const DocumentScores& scores, const ScoreOptions& options) {
  ScoreSheet sheet;
  sheet.title = fmt::format("{} labelled documents, {} decisions", scores.documents, scores.judgements.size());
  const auto family = [](const Judgement& judgement) { return judgement.entry.substr(0, judgement.entry.find('.')); };
  sheet.tables.push_back(
      table_by("Entries", "entry", scores.judgements, [](const Judgement& judgement) { return judgement.entry; }));
  sheet.tables.push_back(table_by("Families", "family", scores.judgements, family));
  sheet.tables.push_back(totals_table(scores.judgements));
  if (options.list) sheet.tables.push_back(mistakes_table(scores.judgements));

  if (const std::string remark = remark_on_unknown(scores.unknown); !remark.empty()) sheet.remarks.push_back(remark);
  if (scores.outside != 0) {
    sheet.remarks.push_back(fmt::format(
        "{} findings where the label says that the entry does not apply; they are not counted.", scores.outside));
  }
  if (!scores.other_types.empty()) {
    sheet.remarks.push_back(fmt::format("{} documents are taken for another type than their name says: {}.",
                                        scores.other_types.size(), fmt::join(scores.other_types, ", ")));
  }
  if (!scores.without_labels.empty()) {
    sheet.remarks.push_back(fmt::format("{} documents have no labels: {}.", scores.without_labels.size(),
                                        fmt::join(scores.without_labels, ", ")));
  }
  return sheet;
}

}  // namespace

Result<ScoreSheet> score_documents(const std::string& folder, const Knowledge& knowledge, const ScoreOptions& options) {
  DocumentScores scores;
  for (const std::string language : {"en", "sv"}) {
    for (const std::string& path : files_in(folder + "/" + language, "")) {
      if (auto error = score_document(folder, path, language, knowledge, options, scores)) {
        if (error->where.empty()) error->where = path;
        return *std::move(error);
      }
    }
  }
  if (scores.documents == 0) {
    return Error{ErrorKind::cannot_read, folder, "No labelled documents: en/, sv/ and labels/<name>.tsv are needed."};
  }
  return sheet_of(scores, options);
}

}  // namespace klausul
