#include <fmt/format.h>

#include <algorithm>

#include "report/markdown_text.h"
#include "report/negotiation.h"
#include "report/phrases.h"
#include "report/reporter.h"

namespace klausul {

namespace {

void write_quotes(const NegotiationPoint& point, Language language, std::string& page) {
  const Wording& words = wording_in(language);
  const std::size_t quoted = std::min(quoted_passages, point.quotes.size());
  for (std::size_t index = 0; index < quoted; ++index) {
    std::string place = place_of(point.quotes[index], language);
    if (point.nearest) place = place.empty() ? words.nearest : fmt::format("{} ({})", place, words.nearest);
    if (!place.empty()) page += markdown_escaped(place) + ":\n\n";
    page += markdown_quote(in_quotes(point.quotes[index].quote, language));
  }
  std::vector<std::string> places;
  for (std::size_t index = quoted; index < point.quotes.size(); ++index)
    places.push_back(place_of(point.quotes[index], language));
  if (!places.empty()) page += fmt::format("{}: {}\n\n", words.more_places, markdown_escaped(joined(places, "; ")));
}

void write_point(const NegotiationPoint& point, Language language, std::string& page) {
  const Wording& words = wording_in(language);
  const auto labelled = [&](const char* label, const std::string& text) {
    if (!text.empty()) page += fmt::format("**{}:** {}\n\n", label, markdown_escaped(text));
  };
  page += fmt::format("### {}. {}\n\n", point.number, markdown_escaped(point.title));
  page += fmt::format("{} · {}\n\n", word_for(point.severity, language), markdown_escaped(point.id));
  write_quotes(point, language, page);
  labelled(words.why, point.reason);
  labelled(words.also_missing, joined(point.also_missing, "; "));
  if (!point.clause.empty()) page += fmt::format("**{}:**\n\n", words.propose) + markdown_quote(point.clause);
  if (!point.questions.empty()) page += fmt::format("**{}:**\n\n", words.questions);
  for (const std::string& question : point.questions) page += "- " + markdown_escaped(question) + "\n";
  if (!point.questions.empty()) page += "\n";
  labelled(words.basis, joined(point.basis, "; "));
}

std::string write_list(const NegotiationList& list) {
  const Wording& words = wording_in(list.language);
  std::string page = fmt::format("# {}: {}\n\n", words.negotiation, markdown_escaped(list.path));
  if (!list.parties.empty()) page += markdown_escaped(list.parties) + "\n\n";
  page += (list.themes.empty() ? words.no_points : joined(list.counts, ", ")) + "\n\n";
  for (const NegotiationTheme& theme : list.themes) {
    page += fmt::format("## {}\n\n", markdown_escaped(theme.title));
    for (const NegotiationPoint& point : theme.points) write_point(point, list.language, page);
  }
  return page;
}

}  // namespace

std::string write_negotiation_markdown(const Report& report, const ReportOptions& options) {
  std::string page;
  for (const NegotiationList& list : negotiation_lists(report, options.language)) page += write_list(list);
  const Language language = main_language(report, options.language);
  return page + markdown_other_files(report, language) + markdown_foot(report, language);
}

}  // namespace klausul
