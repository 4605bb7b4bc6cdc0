#include "assess/entry_tests.h"

#include <algorithm>
#include <map>
#include <optional>

#include "annotate/document.h"
#include "assess/assess.h"
#include "read/reader.h"

namespace klausul {

namespace {

bool chosen(const Entry& entry, std::string_view family_or_id) {
  return family_or_id.empty() || entry.is_called(family_or_id);
}

Document document_of(const std::string& text, const Lexicon& lexicon) {
  Result<SourceText> source = read_document(text, "test.md");
  require(source.has_value(), "the text of a clause file's test can be read");
  return prepare_document(std::move(*source), lexicon);
}

/// Spaces and line feeds folded, so that a test may be laid out freely.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space)
      result.push_back(c);
    else if (!result.empty() && result.back() != ' ')
      result.push_back(' ');
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

EntryResult result_of(const Entry& entry, const EntryTest& test, const Document& document, const Knowledge& knowledge) {
  AssessOptions options;
  options.type = test.type;
  options.only = {entry.id};
  options.ignore_conditions = !test.conditions;
  DocumentReport report = assess(document, knowledge, options, "", "");
  return std::move(report.entries.front());
}

/// What is wrong with a test's result; nullopt when it holds.
std::optional<std::string> failure_of(const EntryTest& test, const EntryResult& result) {
  if (result.status != test.status) {
    std::string what = std::string("expected ") + name_of(test.status) + ", got " + name_of(result.status);
    if (!result.evidence.empty()) what += " for \"" + result.evidence.front().quote + "\"";
    return what;
  }
  if (test.marks.empty()) return std::nullopt;
  std::vector<std::string> expected, found;
  for (const auto& [begin, end] : test.marks)
    expected.push_back(squeezed(std::string_view(test.text).substr(begin, end - begin)));
  for (const Evidence& evidence : result.evidence) found.push_back(squeezed(evidence.quote));
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  if (expected == found) return std::nullopt;
  std::string what = "the quote differs; expected";
  for (const std::string& quote : expected) what += " \"" + quote + "\"";
  what += ", got";
  for (const std::string& quote : found) what += " \"" + quote + "\"";
  return what;
}

/// Removes each pattern in turn and asks whether a test notices. Works on `scratch`, a copy of the knowledge, and
/// leaves it as it was.
class NeedChecker {
 public:
  NeedChecker(Knowledge& scratch, Entry& entry) : scratch_(scratch), entry_(entry) {
    for (const EntryTest& test : entry.tests) documents_.push_back(document_of(test.text, scratch.lexicon));
  }

  void check(std::vector<Problem>& problems) {
    check_list(entry_.strong, "/strong/", problems);
    check_list(entry_.weak, "/weak/", problems);
    check_list(entry_.unless, "/unless/", problems);
    check_list(entry_.weakened_by, "/weakened_by/", problems);
    check_list(entry_.strengthened_by, "/strengthened_by/", problems);
    check_list(entry_.absent.patterns, "/absent/patterns/", problems);
    check_list(entry_.absent.weak, "/absent/weak/", problems);
    check_list(entry_.against.patterns, "/against/patterns/", problems);
    check_list(entry_.against.unless, "/against/unless/", problems);
    check_list(entry_.elsewhere, "/elsewhere/", problems);
    check_each(entry_.citations.topics, "/citations/topics/", problems);
    check_each(entry_.one_period, "/one_period/", problems);
  }

 private:
  template <typename WithPatterns>
  void check_each(std::vector<WithPatterns>& list, const std::string& path, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < list.size(); ++i)
      check_list(list[i].patterns, path + std::to_string(i) + "/patterns/", problems);
  }

  void check_list(std::vector<Pattern>& list, const std::string& path, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto place = list.begin() + static_cast<std::ptrdiff_t>(i);
      Pattern removed = *place;
      list.erase(place);
      if (!noticed())
        problems.push_back({entry_.file(), path + std::to_string(i),
                            "no test needs this pattern: remove it, or write the test that does"});
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(i), std::move(removed));
    }
  }

  [[nodiscard]] bool noticed() const {
    for (std::size_t i = 0; i < entry_.tests.size(); ++i)
      if (failure_of(entry_.tests[i], result_of(entry_, entry_.tests[i], documents_[i], scratch_))) return true;
    return false;
  }

  Knowledge& scratch_;
  Entry& entry_;
  std::vector<Document> documents_;
};

/// Whether an entry looks for what a proposed clause rightly lacks: annexes and clauses beside it, and the amount that
/// is left to fill in.
bool looks_for_gaps(const Entry& entry) {
  for (const std::vector<Pattern>* patterns : {&entry.strong, &entry.weak})
    for (const Pattern& pattern : *patterns)
      for (const Element& element : pattern.elements)
        for (const Alternative& alternative : element.alternatives)
          if (alternative.concept_id == builtin_absent_annex || alternative.concept_id == builtin_absent_clause ||
              alternative.concept_id == builtin_placeholder)
            return true;
  return false;
}

/// The cure must not be the disease: no suggested clause triggers a flag.
void check_suggestion(const Knowledge& knowledge, const Entry& entry, std::vector<Problem>& problems) {
  for (const auto& [name, text] : {std::pair{"en", &entry.suggest.en}, std::pair{"sv", &entry.suggest.sv}}) {
    if (text->empty()) continue;
    const Document document = document_of(*text, knowledge.lexicon);
    for (const DocumentType type : {DocumentType::dpa, DocumentType::terms, DocumentType::privacy}) {
      AssessOptions options;
      options.type = type;
      for (const EntryResult& result : assess(document, knowledge, options, "", "").entries) {
        if (is_expected(result.kind) || (result.status != Status::triggered && result.status != Status::weak)) continue;
        if (looks_for_gaps(*knowledge.find(result.id))) continue;
        const Problem problem{entry.file(), std::string("/suggest/") + name,
                              "the suggested clause triggers " + result.id};
        if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
      }
    }
  }
}

}  // namespace

std::vector<TestFailure> run_entry_tests(const Knowledge& knowledge, std::string_view family_or_id) {
  std::vector<TestFailure> failures;
  for (const Entry& entry : knowledge.entries) {
    if (!chosen(entry, family_or_id)) continue;
    for (std::size_t i = 0; i < entry.tests.size(); ++i) {
      const EntryTest& test = entry.tests[i];
      const Document document = document_of(test.text, knowledge.lexicon);
      if (std::optional<std::string> what = failure_of(test, result_of(entry, test, document, knowledge)))
        failures.push_back({entry.id, i, *what + " in: " + test.text});
    }
  }
  return failures;
}

std::vector<Problem> check_entries(const Knowledge& knowledge, std::string_view family_or_id) {
  std::vector<Problem> problems;
  Knowledge scratch = knowledge;
  for (Entry& entry : scratch.entries) {
    if (!chosen(entry, family_or_id)) continue;
    NeedChecker(scratch, entry).check(problems);
    check_suggestion(knowledge, entry, problems);
  }
  return problems;
}

}  // namespace klausul
