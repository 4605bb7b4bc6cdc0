#include "report/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/evidence_json.h"
#include "report/phrases.h"
#include "report/printable.h"
#include "report/text_page.h"

namespace klausul {

namespace {

using Json = nlohmann::ordered_json;

/// The words of the comparison alone; a word that is missing in one language does not compile.
struct ComparisonWording {
  const char* title;
  const char* none;
  const char* one;
  const char* many;
  const char* annexes;  ///< what differs
  const char* no_passage;
  const char* no_period;
  const char* one_sided;  ///< above what was found in one version only
};

constexpr ComparisonWording english = {"Two versions compared",
                                       "The versions do not differ in anything that was compared.",
                                       "difference",
                                       "differences",
                                       "Number of annexes",
                                       "nothing of the kind was found",
                                       "no other period",
                                       "Found in one version only; read the other before you rely on it."};
constexpr ComparisonWording swedish = {"Två versioner jämförda",
                                       "Versionerna skiljer sig inte i något som jämfördes.",
                                       "skillnad",
                                       "skillnader",
                                       "Antal bilagor",
                                       "inget sådant hittades",
                                       "ingen annan frist",
                                       "Hittades bara i en version; läs den andra innan du litar på det."};

/// What one version says, in one line.
std::string side_text(const VersionDifference& difference, const VersionSide& side, Language language) {
  const ComparisonWording& words = language == Language::sv ? swedish : english;
  switch (difference.kind) {
    case DifferenceKind::annexes: return std::to_string(side.annexes);
    case DifferenceKind::period: {
      std::vector<std::string> periods;
      for (const Fact& fact : side.periods) periods.push_back(sentence_for(fact, language));
      return periods.empty() ? words.no_period : joined(periods, "; ");
    }
    case DifferenceKind::status: break;
  }
  if (side.evidence.empty()) return words.no_passage;
  return word_for(side.status, difference.entry_kind, language);
}

class ComparisonText {
 public:
  ComparisonText(const VersionComparison& comparison, const ReportOptions& options)
      : comparison_(comparison),
        language_(options.language.value_or(main_language(comparison.report.documents.front()))),
        words_(language_ == Language::sv ? swedish : english),
        page_(options.width, options.colour) {}

  std::string write() {
    page_.rule("═");
    page_.line(words_.title, TextStyle::strong);
    for (const DocumentReport& document : comparison_.report.documents)
      page_.line(document.path + " · " + type_text(document, language_) + " · " +
                 joined(extent_text(document, language_), " · "));
    page_.rule("═");
    const std::size_t count = comparison_.differences.size();
    page_.line(count == 0 ? words_.none : fmt::format("{} {}", count, count == 1 ? words_.one : words_.many),
               TextStyle::strong);
    std::size_t number = 0;
    for (const DifferenceWeight weight :
         {DifferenceWeight::number, DifferenceWeight::one_sided, DifferenceWeight::wording})
      number = write_group(weight, number);
    if (count != 0) write_advice();
    return page_.take();
  }

 private:
  std::size_t write_group(DifferenceWeight weight, std::size_t number) {
    bool first = true;
    for (const VersionDifference& difference : comparison_.differences) {
      if (difference.weight != weight) continue;
      if (first) {
        page_.blank();
        page_.line(word_for(severity_of(difference, comparison_.entry), language_), TextStyle::strong);
        if (weight == DifferenceWeight::one_sided) page_.paragraph("", "", words_.one_sided);
        if (weight == DifferenceWeight::wording) page_.paragraph("", "", comparison_.entry.message_weak.in(language_));
      }
      first = false;
      write(difference, ++number);
    }
    return number;
  }

  void write(const VersionDifference& difference, std::size_t number) {
    page_.blank();
    const std::string title =
        difference.kind == DifferenceKind::annexes ? words_.annexes : difference.title.in(language_);
    page_.line_with_side(fmt::format("{}. {}", number, title), difference.id, TextStyle::strong);
    write_side(difference, difference.first, comparison_.report.documents[0]);
    write_side(difference, difference.second, comparison_.report.documents[1]);
  }

  void write_side(const VersionDifference& difference, const VersionSide& side, const DocumentReport& document) {
    page_.paragraph("    ", "    ", document.path + ": " + side_text(difference, side, language_));
    std::size_t shown = 0;
    for (const Evidence& evidence : side.evidence) {
      if (++shown > quoted_passages) break;
      if (const std::string place = place_of(evidence, language_); !place.empty())
        page_.line(place, TextStyle::faint, 6);
      page_.paragraph("      │ ", "      │ ", in_quotes(evidence.quote, language_));
    }
  }

  void write_advice() {
    page_.blank();
    page_.paragraph("", "", comparison_.entry.message.in(language_));
    page_.paragraph("", "", comparison_.entry.suggest.in(language_));
  }

  const VersionComparison& comparison_;
  Language language_;
  const ComparisonWording& words_;
  TextPage page_;
};

Json json_of_side(const VersionDifference& difference, const VersionSide& side) {
  Json json = Json::object();
  if (difference.kind == DifferenceKind::annexes) {
    json["annexes"] = side.annexes;
    return json;
  }
  json["status"] = name_of(side.status);
  if (difference.kind == DifferenceKind::period) {
    json["periods"] = Json::array();
    for (const Fact& fact : side.periods) json["periods"].push_back(json_of(fact));
  }
  json["evidence"] = json_of(side.evidence);
  return json;
}

Json json_of_difference(const VersionDifference& difference, const Entry& entry) {
  Json json = {{"kind", name_of(difference.kind)}};
  if (!difference.id.empty()) json["id"] = difference.id;
  if (!difference.id.empty()) json["title"] = json_of(difference.title);
  json["severity"] = name_of(severity_of(difference, entry));
  json["first"] = json_of_side(difference, difference.first);
  json["second"] = json_of_side(difference, difference.second);
  return json;
}

}  // namespace

Severity severity_of(const VersionDifference& difference, const Entry& entry) {
  switch (difference.weight) {
    case DifferenceWeight::number: return entry.severity;
    case DifferenceWeight::one_sided: return Severity::medium;
    case DifferenceWeight::wording: break;
  }
  return entry.severity_weak;
}

std::string write_comparison_text(const VersionComparison& comparison, const ReportOptions& options) {
  return ComparisonText(comparison, options).write();
}

std::string write_comparison_json(const VersionComparison& comparison) {
  const Report& report = comparison.report;
  Json documents = Json::array();
  for (const DocumentReport& document : report.documents)
    documents.push_back({{"path", document.path},
                         {"sha256", document.sha256},
                         {"type", name_of(document.type)},
                         {"language", name_of(main_language(document))},
                         {"complete", document.coverage.complete}});
  Json differences = Json::array();
  for (const VersionDifference& difference : comparison.differences)
    differences.push_back(json_of_difference(difference, comparison.entry));
  Json basis = Json::array();
  for (const Basis& source : comparison.entry.basis) basis.push_back(json_of(source));
  const Json json = {
      {"schema", "klausul.comparison/1"},
      {"tool",
       {{"name", "klausul"}, {"version", report.version}, {"rules", report.rules}, {"law_as_of", report.law_as_of}}},
      {"documents", std::move(documents)},
      {"entry",
       {{"id", comparison.entry.id},
        {"message", json_of(comparison.entry.message)},
        {"suggest", json_of(comparison.entry.suggest)},
        {"basis", std::move(basis)}}},
      {"differences", std::move(differences)}};
  return escape_terminal_characters(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace klausul
