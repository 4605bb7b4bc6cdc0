#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "assess/assess.h"
#include "read/reader.h"
#include "score/judge.h"
#include "score/score.h"

namespace klausul {

namespace {

/// One line of a challenge file.
struct Passage {
  std::string id, entry, language, type, text, why;
  bool expected = false;
};

Result<Passage> parse_passage(const std::string& line, const std::string& where) {
  const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) return Error{ErrorKind::damaged, where, "The line is no JSON object."};
  const auto text_at = [&](const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
  };
  Passage passage{text_at("id"),
                  text_at("entry"),
                  text_at("lang"),
                  text_at("type"),
                  text_at("text"),
                  text_at("why"),
                  text_at("expect") == "found"};
  if (passage.entry.empty() || passage.text.empty()) {
    return Error{ErrorKind::damaged, where, "The passage has no \"entry\" or no \"text\"."};
  }
  return passage;
}

DocumentType type_of(const Passage& passage) {
  if (passage.type == "terms") return DocumentType::terms;
  if (passage.type == "privacy") return DocumentType::privacy;
  return DocumentType::dpa;
}

Result<Judgement> judge_passage(const Passage& passage, const Knowledge& knowledge) {
  Result<SourceText> source = read_document(passage.text, passage.id + ".txt");
  if (!source) return source.error();
  const Document document = prepare_document(*std::move(source), knowledge.lexicon);
  AssessOptions options;
  options.type = type_of(passage);
  const DocumentReport report = assess(document, knowledge, options, passage.id, "");
  const auto answer = std::find_if(report.entries.begin(), report.entries.end(),
                                   [&](const EntryResult& entry) { return entry.id == passage.entry; });
  Judgement judgement;
  judgement.file = passage.id;
  judgement.language = passage.language;
  judgement.entry = passage.entry;
  judgement.question = "found";
  judgement.expected = passage.expected;
  judgement.gold = passage.expected ? "found" : "silent";
  judgement.note = passage.why;
  judgement.quote = passage.text;
  if (answer != report.entries.end()) {
    judgement.status = name_of(answer->status);
    judgement.found =
        answer->status == Status::present || answer->status == Status::weak || answer->status == Status::triggered;
  }
  return judgement;
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

Result<ScoreSheet> score_challenge(const std::string& folder, const Knowledge& knowledge, const ScoreOptions& options) {
  std::vector<Judgement> judgements;
  std::set<std::string> unknown;
  for (const std::string& path : files_in(folder, ".jsonl")) {
    const Result<std::string> text = read_label_file(path);
    if (!text) return text.error();
    std::size_t number = 0;
    for (const std::string& line : lines_in(*text)) {
      const Result<Passage> passage = parse_passage(line, fmt::format("{}:{}", path, ++number));
      if (!passage) return passage.error();
      if (!is_wanted(passage->entry, options)) continue;
      if (knowledge.find(passage->entry) == nullptr) {
        unknown.insert(passage->entry);
        continue;
      }
      Result<Judgement> judgement = judge_passage(*passage, knowledge);
      if (!judgement) return judgement.error();
      judgements.push_back(*std::move(judgement));
    }
  }
  if (judgements.empty() && unknown.empty()) {
    return Error{ErrorKind::cannot_read, folder, "No passages: files named *.jsonl are needed."};
  }
  ScoreSheet sheet;
  sheet.title = fmt::format("{} short passages", judgements.size());
  sheet.tables.push_back(table_by("Entries", "entry and language", judgements, [](const Judgement& judgement) {
    return judgement.entry + " " + judgement.language;
  }));
  sheet.tables.push_back(totals_table(judgements));
  if (options.list) sheet.tables.push_back(mistakes_table(judgements));
  if (const std::string remark = remark_on_unknown(unknown); !remark.empty()) sheet.remarks.push_back(remark);
  return sheet;
}

}  // namespace klausul
