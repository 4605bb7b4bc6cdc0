#include <fmt/format.h>

#include <algorithm>
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

/// A document and the labels that belong to it.
struct LabelledFile {
  std::string name;  ///< "dpa-wire", "sv-dpa-bad"
  std::string language;
  std::string path;
  std::string labels;
};

/// Documents in en/ and sv/, labels in labels/<name>.tsv.
std::vector<LabelledFile> files_by_language(const std::string& folder) {
  std::vector<LabelledFile> files;
  for (const std::string language : {"en", "sv"}) {
    for (const std::string& path : files_in(folder + "/" + language, "")) {
      const std::string name = stem_of(path);
      files.push_back({name, language, path, folder + "/labels/" + name + ".tsv"});
    }
  }
  return files;
}

/// A folder for each document, named by language and type, with source.* and labels.tsv.
std::vector<LabelledFile> files_by_folder(const std::string& folder) {
  std::vector<LabelledFile> files;
  for (const std::string& path : folders_in(folder)) {
    const std::string name = stem_of(path);
    for (const std::string& source : files_in(path, "")) {
      if (stem_of(source) == "source") files.push_back({name, name.substr(0, 2), source, path + "/labels.tsv"});
    }
  }
  return files;
}

std::optional<DocumentType> type_in_name(const std::string& name) {
  const std::string between = "-" + name + "-";
  const auto says = [&](const char* word) { return between.find(word) != std::string::npos; };
  if (says("-dpa-")) return DocumentType::dpa;
  if (says("-tos-") || says("-terms-")) return DocumentType::terms;
  if (says("-pp-") || says("-privacy-")) return DocumentType::privacy;
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

std::optional<Error> score_document(const LabelledFile& file, const Knowledge& knowledge, const ScoreOptions& options,
                                    DocumentScores& scores) {
  std::error_code error;
  if (!std::filesystem::exists(file.labels, error)) {
    scores.without_labels.push_back(file.name);
    return std::nullopt;
  }
  const Result<std::string> text = read_label_file(file.labels);
  if (!text) return text.error();
  const Result<std::vector<Label>> labels = parse_labels(*text, file.labels);
  if (!labels) return labels.error();
  const Result<Document> document = open_document(file.path, knowledge.lexicon);
  if (!document) return Error{document.error().kind, file.path, document.error().what};

  const auto named = type_in_name(file.name);
  AssessOptions assess_options;
  if (options.types_from_names) assess_options.type = named;
  const DocumentReport report = assess(*document, knowledge, assess_options, file.name, "");
  if (named && *named != report.type) {
    scores.other_types.push_back(fmt::format("{} ({})", file.name, name_of(report.type)));
  }
  judge_all(*labels, report, *document, file.language, options, scores);
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
  std::vector<LabelledFile> files = files_by_language(folder);
  if (files.empty()) files = files_by_folder(folder);
  DocumentScores scores;
  for (const LabelledFile& file : files) {
    if (auto error = score_document(file, knowledge, options, scores)) return *std::move(error);
  }
  if (scores.documents == 0) {
    return Error{ErrorKind::cannot_read, folder,
                 "No labelled documents: en/, sv/ and labels/<name>.tsv, or <name>/source.* with labels.tsv."};
  }
  return sheet_of(scores, options);
}

}  // namespace klausul
