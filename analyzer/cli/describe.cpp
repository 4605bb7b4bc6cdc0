#include "cli/describe.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace klausul {

namespace {

std::string elements_text(const std::vector<Element>& elements) {
  std::vector<std::string> written;
  for (const Element& element : elements) written.push_back(element.written);
  return fmt::format("{}", fmt::join(written, ", "));
}

std::string sequence_text(const std::vector<Element>& elements) {
  std::string text;
  for (const Element& element : elements) {
    if (!text.empty()) text += element.gap == 0 ? " " : fmt::format(" ~{} ", element.gap);
    text += element.written;
  }
  return text;
}

const char* scope_text(Scope scope) {
  switch (scope) {
    case Scope::sentence: return "sentence";
    case Scope::clause: return "clause";
    case Scope::section: return "section";
    case Scope::document: return "document";
  }
  return "";
}

std::string where_text(std::uint32_t where) {
  constexpr std::array names = {std::pair{where_body, "body"},   std::pair{where_heading, "heading"},
                                std::pair{where_table, "table"}, std::pair{where_list, "list"},
                                std::pair{where_annex, "annex"}, std::pair{where_definition, "definition"}};
  std::vector<std::string_view> chosen;
  for (const auto& [bit, name] : names) {
    if ((where & bit) != 0) chosen.emplace_back(name);
  }
  return fmt::format("{}", fmt::join(chosen, ", "));
}

void add_line(std::string& page, std::string_view label, std::string_view text) {
  if (!text.empty()) page += fmt::format("  {:<12}{}\n", label, text);
}

void add_both(std::string& page, std::string_view label, const Bilingual& text) {
  add_line(page, fmt::format("{} en", label), text.en);
  add_line(page, fmt::format("{} sv", label), text.sv);
}

void add_patterns(std::string& page, std::string_view title, const std::vector<Pattern>& patterns) {
  if (patterns.empty()) return;
  page += fmt::format("\n{}\n", title);
  for (std::size_t index = 0; index < patterns.size(); ++index) {
    page += fmt::format("  {}: {}\n", index, pattern_text(patterns[index]));
  }
}

std::string condition_text(const Condition& condition) {
  if (!condition.sector.empty()) return "the customer is of the sector " + condition.sector;
  if (condition.entry.empty()) return "found " + (condition.found.empty() ? "" : pattern_text(condition.found.front()));
  std::vector<std::string_view> statuses;
  for (const Status status : condition.statuses) statuses.emplace_back(name_of(status));
  return fmt::format("{} is {}", condition.entry, fmt::join(statuses, " or "));
}

void add_conditions(std::string& page, const Entry& entry) {
  if (entry.when.empty()) return;
  page += "\nOnly when one of these holds\n";
  for (const Condition& condition : entry.when) page += "  " + condition_text(condition) + "\n";
}

void add_gathering(std::string& page, const Gathering& gathers) {
  if (gathers.entries.empty()) return;
  page += fmt::format("\nAlso found where at least {} of these is\n", gathers.at_least);
  for (const Condition& condition : gathers.entries) page += "  " + condition_text(condition) + "\n";
}

void add_against(std::string& page, const Against& against) {
  if (against.empty()) return;
  page += against.needed ? "\nOnly when the same document says elsewhere\n"
                         : "\nFull form, with both passages quoted, when the same document says elsewhere\n";
  for (const Pattern& pattern : against.patterns) page += "  " + pattern_text(pattern) + "\n";
  for (const Condition& condition : against.entries) page += "  " + condition_text(condition) + "\n";
  if (against.longer) page += "  and names there a longer period\n";
  add_patterns(page, "Elsewhere counts for nothing where", against.unless);
}

void add_absence(std::string& page, const Absence& absent) {
  if (absent.near.empty()) return;
  page += fmt::format("\nFires where {} stands and none of these is found within {} sentences\n", absent.near,
                      absent.sentences);
  for (const Pattern& pattern : absent.patterns) page += "  " + pattern_text(pattern) + "\n";
  add_patterns(page, "Weaker when one of these is found anywhere", absent.weak);
}

void add_citations(std::string& page, const Citations& citations) {
  for (const CitedTopic& topic : citations.topics)
    add_patterns(page, fmt::format("About {}: {}", topic.name, fmt::join(topic.articles, ", ")), topic.patterns);
}

void add_duties(std::string& page, const std::vector<OnePeriod>& duties) {
  for (const OnePeriod& duty : duties)
    add_patterns(page, fmt::format("One period for {} ({})", duty.duty, name_of(duty.severity)), duty.patterns);
}

}  // namespace

std::string applies_to_text(const Entry& entry) {
  std::vector<std::string> types;
  for (const DocumentType type :
       {DocumentType::dpa, DocumentType::terms, DocumentType::privacy, DocumentType::scc, DocumentType::other}) {
    if ((entry.applies_to & (1U << static_cast<unsigned>(type))) == 0) continue;
    const bool starred = type == DocumentType::terms && entry.terms_only_with_processor_clauses;
    types.push_back(std::string(name_of(type)) + (starred ? "*" : ""));
  }
  return fmt::format("{}", fmt::join(types, ", "));
}

std::string pattern_text(const Pattern& pattern) {
  std::string text =
      pattern.ordered ? "seq: " + sequence_text(pattern.elements) : "all: " + elements_text(pattern.elements);
  if (pattern.scope != Scope::sentence) text += fmt::format(" · within {}", scope_text(pattern.scope));
  if (!pattern.ordered && pattern.window != 40) text += fmt::format(" · window {}", pattern.window);
  if (!pattern.none.empty()) text += " · none: " + elements_text(pattern.none);
  if (!pattern.about.empty()) text += " · about: " + elements_text(pattern.about);
  if (!pattern.not_about.empty()) text += " · not about: " + elements_text(pattern.not_about);
  if (pattern.where != 0) text += " · where: " + where_text(pattern.where);
  if (pattern.language != Language::unknown) text += fmt::format(" · language: {}", name_of(pattern.language));
  return text;
}

std::string entry_page(const Entry& entry) {
  std::string page = fmt::format("{}\n", entry.id);
  add_both(page, "title", entry.title);
  add_line(page, "kind", name_of(entry.kind));
  add_line(page, "severity", fmt::format("{} (weak: {})", name_of(entry.severity), name_of(entry.severity_weak)));
  add_line(page, "applies to", applies_to_text(entry));
  for (const Basis& basis : entry.basis) {
    const std::string name = basis.ref.empty() ? basis.act : basis.act + " " + basis.ref;
    add_line(page, "basis", fmt::format("{} ({})", name, name_of(basis.kind)));
  }
  add_line(page, "theme", fmt::format("{}", fmt::join(entry.theme, ", ")));
  for (const auto& [name, value] : entry.thresholds) add_line(page, "threshold", name + " = " + value);
  add_both(page, "message", entry.message);
  add_both(page, "weak", entry.message_weak);
  add_both(page, "suggest", entry.suggest);
  for (const Bilingual& question : entry.questions) add_both(page, "question", question);
  add_line(page, "limits", entry.limits);
  add_conditions(page, entry);
  add_patterns(page, "Full form (strong)", entry.strong);
  add_patterns(page, "Lesser form (weak)", entry.weak);
  add_patterns(page, "Silenced by (unless)", entry.unless);
  add_patterns(page, "Made weak by (weakened_by)", entry.weakened_by);
  add_patterns(page, "Made strong by (strengthened_by)", entry.strengthened_by);
  add_gathering(page, entry.gathers);
  add_absence(page, entry.absent);
  add_against(page, entry.against);
  add_citations(page, entry.citations);
  add_duties(page, entry.one_period);
  return page;
}

}  // namespace klausul
