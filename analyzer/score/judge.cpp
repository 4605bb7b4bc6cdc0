#include "score/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "read/reader.h"

namespace klausul {

namespace {

/// The label that says the same as `status`.
char label_for(Status status) {
  switch (status) {
    case Status::present: return 'P';
    case Status::weak: return 'W';
    case Status::missing: return 'M';
    case Status::triggered: return 'T';
    case Status::clear: return 'C';
    case Status::not_applicable: return '-';
    case Status::undetermined: return '?';
  }
  return '?';
}

bool has_evidence(char label) { return label == 'P' || label == 'W' || label == 'T'; }

/// How far from the labelled line a quote may begin or end and still count.
constexpr std::uint32_t lines_apart = 2;

/// The lines `range` of the file as it lies on disk; "" when the format has no lines.
std::string text_on(LineRange range, const Document& document) {
  const std::string_view source = document.source.map.source();
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < range.first && begin < source.size(); ++line) {
    begin = std::min(source.find('\n', begin), source.size() - 1) + 1;
  }
  std::size_t end = begin;
  for (std::uint32_t line = range.first; line <= range.last && end < source.size(); ++line) {
    end = std::min(source.find('\n', end), source.size() - 1) + 1;
  }
  return std::string(source.substr(begin, end - begin));
}

template <typename Wanted>
std::vector<std::string> paths_in(const std::string& folder, Wanted wanted) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (wanted(*entry)) paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

bool is_wanted(const std::string& entry, const ScoreOptions& options) {
  const std::string family = entry.substr(0, entry.find('.'));
  return options.only.empty() || std::any_of(options.only.begin(), options.only.end(), [&](const std::string& wanted) {
           return wanted == entry || wanted == family;
         });
}

std::vector<LineRange> lines_of(const Evidence& evidence, const Document& document) {
  if (evidence.line == 0) return {};
  const std::uint32_t last = evidence.span.empty() ? evidence.span.begin : evidence.span.end - 1;
  return {{evidence.line, std::max(evidence.line, document.source.map.place_of(last).line)}};
}

std::optional<Judgement> judge(const Label& label, const EntryResult& answer, const Document& document) {
  if (label.status == '-') return std::nullopt;
  const bool expected_entry = is_expected(answer.kind);
  const char own = label_for(answer.status);
  Judgement judgement;
  judgement.entry = answer.id;
  judgement.question = expected_entry ? "missing" : "triggered";
  judgement.expected = expected_entry ? label.status == 'M' : has_evidence(label.status);
  judgement.found = expected_entry ? own == 'M' : has_evidence(own);
  judgement.gold = std::string(1, label.status);
  judgement.status = name_of(answer.status);
  judgement.same = own == label.status;
  judgement.gold_lines = label.lines;
  if (!label.lines.empty()) judgement.gold_text = text_on(label.lines.front(), document);
  judgement.note = label.note;
  if (!answer.evidence.empty()) {
    judgement.quote = answer.evidence.front().quote;
    judgement.line = answer.evidence.front().line;
  }
  if (has_evidence(label.status) && has_evidence(own) && !label.lines.empty()) {
    judgement.evidence = std::any_of(answer.evidence.begin(), answer.evidence.end(), [&](const Evidence& evidence) {
      return are_near(lines_of(evidence, document), label.lines, lines_apart);
    });
  }
  return judgement;
}

std::vector<std::string> files_in(const std::string& folder, std::string_view ending) {
  return paths_in(folder, [&](const std::filesystem::directory_entry& entry) {
    std::error_code error;
    return entry.is_regular_file(error) && entry.path().string().ends_with(ending);
  });
}

std::vector<std::string> folders_in(const std::string& folder) {
  return paths_in(folder, [](const std::filesystem::directory_entry& entry) {
    std::error_code error;
    return entry.is_directory(error);
  });
}

std::string stem_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

Result<std::string> read_label_file(const std::string& path) { return read_bytes(path, ReadLimits{}); }

std::string remark_on_unknown(const std::set<std::string>& entries) {
  if (entries.empty()) return "";
  return fmt::format("{} labelled entries are not in the rule set and are left out: {}.", entries.size(),
                     fmt::join(entries, ", "));
}

}  // namespace klausul
