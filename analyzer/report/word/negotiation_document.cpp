#include "report/word/negotiation_document.h"

#include <fmt/format.h>

#include <filesystem>

#include "report/negotiation.h"
#include "report/phrases.h"
#include "report/word/word_package.h"
#include "report/word/word_writer.h"

namespace klausul {
namespace {

/// Words that only this document needs.
struct ListWords {
  const char* title;
  const char* quote;
  const char* questions;
  const char* page;
};

constexpr ListWords kEnglish{"Negotiation list", "The contract", "Questions", "Page"};
constexpr ListWords kSwedish{"Förhandlingslista", "Avtalet", "Frågor", "Sida"};

const ListWords& list_words(Language language) { return language == Language::sv ? kSwedish : kEnglish; }

/// The name of the file alone: where it lies is of no use to the other side.
std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

void write_row(WordWriter& writer, std::string_view label, std::string_view style, const std::string& text) {
  if (text.empty()) return;
  writer.begin_row(label);
  writer.paragraph(style, text);
  writer.end_row();
}

void write_quotes(WordWriter& writer, const NegotiationPoint& point, Language language) {
  if (point.quotes.empty()) return;
  const Wording& words = wording_in(language);
  writer.begin_row(list_words(language).quote);
  for (const Evidence& quote : point.quotes) {
    std::string place = place_of(quote, language);
    if (point.nearest) place = place.empty() ? words.nearest : fmt::format("{} ({})", place, words.nearest);
    if (!place.empty()) writer.paragraph("Small", place);
    writer.paragraph("Quote", in_quotes(quote.quote, language));
  }
  writer.end_row();
}

void write_point(WordWriter& writer, const NegotiationPoint& point, Language language) {
  const Wording& words = wording_in(language);
  writer.paragraph("Heading2",
                   fmt::format("{}. {} · {}", point.number, point.title, word_for(point.severity, language)));
  writer.begin_table();
  write_quotes(writer, point, language);
  write_row(writer, words.why, "Normal", point.reason);
  write_row(writer, words.also_missing, "Normal", joined(point.also_missing, "; "));
  write_row(writer, words.propose, "Clause", point.clause);
  if (!point.questions.empty()) {
    writer.begin_row(list_words(language).questions);
    for (const std::string& question : point.questions) writer.paragraph("Question", "– " + question);
    writer.end_row();
  }
  write_row(writer, words.basis, "Small", joined(point.basis, "; "));
  writer.end_table();
  writer.paragraph("Small", point.id);
}

void write_list(WordWriter& writer, const NegotiationList& list) {
  const Wording& words = wording_in(list.language);
  writer.set_language(list.language);
  writer.paragraph("Title", list_words(list.language).title);
  writer.paragraph("Subtitle", file_name(list.path));
  if (!list.parties.empty()) writer.paragraph("Subtitle", list.parties);
  writer.paragraph("Subtitle", list.counts.empty() ? words.no_findings : joined(list.counts, ", "));
  for (const NegotiationTheme& theme : list.themes) {
    writer.paragraph("Heading1", theme.title);
    for (const NegotiationPoint& point : theme.points) write_point(writer, point, list.language);
  }
}

}  // namespace

Result<std::string> write_negotiation_document(const Report& report, const ReportOptions& options) {
  const Language language = main_language(report, options.language);
  const Wording& words = wording_in(language);
  WordWriter writer(language);
  std::vector<std::string> names;
  for (const NegotiationList& list : negotiation_lists(report, options.language)) {
    if (!names.empty()) writer.page_break();
    write_list(writer, list);
    names.push_back(file_name(list.path));
  }
  WordDocument document;
  document.title = names.empty() ? list_words(language).title
                                 : fmt::format("{}: {}", list_words(language).title, joined(names, ", "));
  document.header = document.title;
  document.footer = fmt::format("klausul {} · {} {} · {} {} · {}", report.version, words.rules, report.rules,
                                words.law_as_of, report.law_as_of, words.no_advice);
  document.page = list_words(language).page;
  document.language = language;
  document.body = writer.body();
  return write_word_document(document);
}

}  // namespace klausul
