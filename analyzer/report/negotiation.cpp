#include "report/negotiation.h"

#include <algorithm>

#include "report/phrases.h"
#include "report/wording.h"

namespace klausul {

namespace {

NegotiationPoint point_of(const Finding& finding, const DocumentReport& document, Language language) {
  NegotiationPoint point;
  point.id = finding.id;
  point.severity = finding.severity;
  point.title = title_of(finding, document, language);
  point.reason = finding.message.in(language);
  point.quotes = finding.evidence;
  point.nearest = finding.nearest;
  point.also_missing = also_missing(finding, document, language);
  for (const Basis& basis : finding.basis) point.basis.push_back(basis_text(basis, language));
  point.clause = finding.suggest.in(language);
  for (const Bilingual& question : finding.questions) point.questions.push_back(question.in(language));
  return point;
}

/// The parties that have a name.
std::string named_parties(const DocumentReport& document, Language language) {
  std::vector<std::string> names;
  for (const Party& party : document.parties)
    if (!party.name.empty()) names.push_back(word_for_role(party.role, document.type, language) + ": " + party.name);
  return joined(names, " · ");
}

NegotiationList list_of(const Report& report, const DocumentReport& document, Language language) {
  NegotiationList list;
  list.path = document.path;
  list.language = language;
  list.parties = named_parties(document, language);
  list.counts = counts_by_severity({&document, 1}, language);
  std::vector<NegotiationTheme> themes(report.themes.size() + 1);  // the last for reports that know no themes
  for (std::size_t index = 0; index < report.themes.size(); ++index)
    themes[index].title = report.themes[index].title.in(language);
  themes.back().title = wording_in(language).findings;
  // Findings come most severe first, so each theme's points do too.
  for (const Finding& finding : document.findings) {
    if (finding.is_accepted()) continue;  // nothing is asked for what one lives with
    const Theme* theme = theme_of(finding.theme, report.themes);
    const auto index = theme == nullptr ? report.themes.size() : static_cast<std::size_t>(theme - report.themes.data());
    themes[index].points.push_back(point_of(finding, document, language));
  }
  std::erase_if(themes, [](const NegotiationTheme& theme) { return theme.points.empty(); });
  std::stable_sort(themes.begin(), themes.end(), [](const NegotiationTheme& a, const NegotiationTheme& b) {
    return a.points.front().severity > b.points.front().severity;
  });
  std::size_t number = 0;
  for (NegotiationTheme& theme : themes)
    for (NegotiationPoint& point : theme.points) point.number = ++number;
  list.themes = std::move(themes);
  return list;
}

}  // namespace

std::vector<NegotiationList> negotiation_lists(const Report& report, std::optional<Language> language) {
  std::vector<NegotiationList> lists;
  for (const DocumentReport& document : report.documents)
    lists.push_back(list_of(report, document, language.value_or(main_language(document))));
  return lists;
}

}  // namespace klausul
