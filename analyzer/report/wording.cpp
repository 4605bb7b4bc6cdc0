#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace klausul {

namespace {

constexpr Wording english = {.pages = "pages",
                             .page = "page",
                             .page_label = "p.",
                             .line_label = "line",
                             .characters = "characters",
                             .without_text = "without text",
                             .also_called = "also",
                             .named_only_as = "named only as",
                             .fully_read = "The whole file was read.",
                             .partly_read = "Not everything in the file could be read:",
                             .customer_is = "The customer is taken for a",
                             .chosen = "chosen by the caller",
                             .holds_standard = "Holds",
                             .checklist = "Article 28 checklist",
                             .findings = "Findings",
                             .no_findings = "No findings.",
                             .accepted_one = "accepted",
                             .accepted_many = "accepted",
                             .accepted_title = "Accepted, and not counted",
                             .nearest = "nearest passage, which falls short",
                             .more_places = "Also at",
                             .looked_for = "Searched",
                             .also_missing = "With it",
                             .why = "Why",
                             .basis = "Basis",
                             .propose = "Propose",
                             .review = "Review",
                             .negotiation = "Negotiation list",
                             .questions = "Questions to the vendor",
                             .no_points = "Nothing to negotiate was found.",
                             .in_place = "In place",
                             .not_found = "Looked for and not found",
                             .not_applicable = "Not applicable here",
                             .undetermined = "Cannot be decided from what was read",
                             .periods = "Periods the document states",
                             .not_reviewed = "Not reviewed",
                             .no_documents = "Left out, as no documents",
                             .document = "document",
                             .documents = "documents",
                             .rules = "rules",
                             .law_as_of = "law as of",
                             .no_advice = "A reading aid, not legal advice.",
                             .thousands = ",",
                             .decimal = ".",
                             .quote_open = "“",
                             .quote_close = "”"};

constexpr Wording swedish = {.pages = "sidor",
                             .page = "sida",
                             .page_label = "s.",
                             .line_label = "rad",
                             .characters = "tecken",
                             .without_text = "utan text",
                             .also_called = "även",
                             .named_only_as = "omnämns bara som",
                             .fully_read = "Hela filen har lästs.",
                             .partly_read = "Allt i filen kunde inte läsas:",
                             .customer_is = "Kunden behandlas som",
                             .chosen = "vald av den som anropade",
                             .holds_standard = "Innehåller",
                             .checklist = "Checklista artikel 28",
                             .findings = "Iakttagelser",
                             .no_findings = "Inga iakttagelser.",
                             .accepted_one = "godtagen",
                             .accepted_many = "godtagna",
                             .accepted_title = "Godtaget, räknas inte",
                             .nearest = "närmaste passage, som inte räcker",
                             .more_places = "Även på",
                             .looked_for = "Sökt",
                             .also_missing = "Likaså",
                             .why = "Varför",
                             .basis = "Stöd",
                             .propose = "Förslag",
                             .review = "Granskning",
                             .negotiation = "Förhandlingslista",
                             .questions = "Frågor till leverantören",
                             .no_points = "Inget att förhandla om hittades.",
                             .in_place = "På plats",
                             .not_found = "Sökt och inte funnet",
                             .not_applicable = "Inte tillämpligt här",
                             .undetermined = "Kan inte avgöras av det som lästs",
                             .periods = "Tidsfrister i handlingen",
                             .not_reviewed = "Inte granskat",
                             .no_documents = "Utelämnat, eftersom det inte är handlingar",
                             .document = "handling",
                             .documents = "handlingar",
                             .rules = "regler",
                             .law_as_of = "rättsläge per",
                             .no_advice = "Ett läshjälpmedel, inte juridisk rådgivning.",
                             .thousands = "\u00A0",
                             .decimal = ",",
                             .quote_open = "”",
                             .quote_close = "”"};

/// A word in both languages, for tables.
struct Word {
  const char* en;
  const char* sv;
  [[nodiscard]] std::string_view in(Language language) const { return language == Language::sv ? sv : en; }
};

struct NamedWord {
  std::string_view name;
  Word one, many;
};

constexpr std::array units = {
    NamedWord{"hour", {"hour", "timme"}, {"hours", "timmar"}},
    NamedWord{"day", {"day", "dag"}, {"days", "dagar"}},
    NamedWord{"business-day", {"business day", "arbetsdag"}, {"business days", "arbetsdagar"}},
    NamedWord{"week", {"week", "vecka"}, {"weeks", "veckor"}},
    NamedWord{"month", {"month", "månad"}, {"months", "månader"}},
    NamedWord{"year", {"year", "år"}, {"years", "år"}},
};

constexpr std::array bounds = {
    NamedWord{"at-least", {"at least", "minst"}, {"", ""}},
    NamedWord{"at-most", {"at most", "högst"}, {"", ""}},
    NamedWord{"about", {"about", "ungefär"}, {"", ""}},
};

constexpr std::array triggers = {
    NamedWord{"aware", {"from becoming aware", "från kännedom"}, {"", ""}},
    NamedWord{"confirmed", {"from confirmation", "från bekräftelse"}, {"", ""}},
    NamedWord{"notice", {"from notice", "från meddelande"}, {"", ""}},
    NamedWord{"publication", {"from publication", "från publicering"}, {"", ""}},
    NamedWord{"termination", {"from termination", "från upphörande"}, {"", ""}},
    NamedWord{"change", {"before the change", "före ändringen"}, {"", ""}},
    NamedWord{"collection", {"from collection", "från insamlingen"}, {"", ""}},
    NamedWord{"receipt", {"from receipt", "från mottagande"}, {"", ""}},
};

template <std::size_t size>
const NamedWord* find_named(const std::array<NamedWord, size>& words, std::string_view name) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const NamedWord& word) { return word.name == name; });
  return found == words.end() ? nullptr : &*found;
}

/// 48, 1.5: as a person writes it.
std::string plain_number(double value, Language language) {
  if (value == std::floor(value)) return fmt::format("{:.0f}", value);
  std::string text = fmt::format("{:.1f}", value);
  if (const auto point = text.find('.'); point != std::string::npos) {
    text.replace(point, 1, wording_in(language).decimal);
  }
  return text;
}

Word word_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::required: return {"Provision", "Villkor"};
    case EntryKind::red_flag: return {"Red flag", "Riskklausul"};
    case EntryKind::misleading: return {"Misleading claim", "Vilseledande påstående"};
    case EntryKind::stale: return {"Out-of-date reference", "Inaktuell hänvisning"};
    case EntryKind::drafting: return {"Drafting defect", "Brist i avtalstexten"};
    case EntryKind::fact: return {"Fact", "Uppgift"};
  }
  return {"", ""};
}

}  // namespace

const Wording& wording_in(Language language) { return language == Language::sv ? swedish : english; }

std::string_view word_for(Severity severity, Language language) {
  switch (severity) {
    case Severity::critical: return Word{"Critical", "Kritiskt"}.in(language);
    case Severity::high: return Word{"High", "Allvarligt"}.in(language);
    case Severity::medium: return Word{"Medium", "Bör åtgärdas"}.in(language);
    case Severity::low: return Word{"Low", "Mindre viktigt"}.in(language);
    case Severity::info: return Word{"For information", "För kännedom"}.in(language);
  }
  return "";
}

std::string counted(std::size_t count, Severity severity, Language language) {
  const bool one = count == 1;
  const auto say = [&](const char* en, const char* sv) {
    return std::to_string(count) + " " + std::string(Word{en, sv}.in(language));
  };
  switch (severity) {
    case Severity::critical: return say("critical", one ? "kritisk" : "kritiska");
    case Severity::high: return say("high", one ? "allvarlig" : "allvarliga");
    case Severity::medium: return say("medium", "som bör åtgärdas");
    case Severity::low: return say("low", one ? "mindre viktig" : "mindre viktiga");
    case Severity::info: return say("for information", "för kännedom");
  }
  return "";
}

std::string word_for(Status status, EntryKind kind, Language language) {
  const bool flag = !is_expected(kind);
  const auto say = [&](const char* en, const char* sv) { return std::string(Word{en, sv}.in(language)); };
  switch (status) {
    case Status::present: return say("In place", "Finns");
    case Status::missing: return say("Missing", "Saknas");
    case Status::weak:
      if (flag) return std::string(word_of(kind).in(language)) + say(", milder form", ", mildare form");
      return say("Weak", "Bristfälligt");
    case Status::triggered: return std::string(word_of(kind).in(language));
    case Status::clear: return say("Not found", "Förekommer inte");
    case Status::not_applicable: return say("Not applicable", "Inte tillämpligt");
    case Status::undetermined: return say("Cannot be decided", "Kan inte avgöras");
  }
  return "";
}

std::string_view word_for(EntryKind kind, Language language) { return word_of(kind).in(language); }

std::string_view word_for(DocumentType type, Language language) {
  switch (type) {
    case DocumentType::dpa: return Word{"Data processing agreement", "Personuppgiftsbiträdesavtal"}.in(language);
    case DocumentType::terms: return Word{"Vendor terms", "Leverantörsvillkor"}.in(language);
    case DocumentType::privacy: return Word{"Privacy notice", "Integritetspolicy"}.in(language);
    case DocumentType::scc: return Word{"Standard contractual clauses", "Standardavtalsklausuler"}.in(language);
    case DocumentType::other: return Word{"Other document", "Annan handling"}.in(language);
  }
  return "";
}

std::string_view word_for(BasisKind kind, Language language) {
  switch (kind) {
    case BasisKind::statute: return Word{"statute", "lag"}.in(language);
    case BasisKind::guidance: return Word{"guidance", "vägledning"}.in(language);
    case BasisKind::judgment: return Word{"case law", "rättspraxis"}.in(language);
    case BasisKind::house: return Word{"our own threshold", "vår egen tröskel"}.in(language);
  }
  return "";
}

std::string_view word_for(Language named, Language language) {
  switch (named) {
    case Language::sv: return Word{"Swedish", "svenska"}.in(language);
    case Language::en: return Word{"English", "engelska"}.in(language);
    case Language::other: return Word{"another language", "annat språk"}.in(language);
    case Language::unknown: return Word{"language not told", "språk obestämt"}.in(language);
  }
  return "";
}

std::string word_for_role(std::string_view role, DocumentType type, Language language) {
  const bool of_processing = type == DocumentType::dpa || type == DocumentType::scc;
  if (role == "processor") {
    return std::string(of_processing ? Word{"Processor", "Personuppgiftsbiträde"}.in(language)
                                     : Word{"Vendor", "Leverantör"}.in(language));
  }
  if (role == "controller") {
    return std::string(of_processing ? Word{"Controller", "Personuppgiftsansvarig"}.in(language)
                                     : Word{"Customer", "Kund"}.in(language));
  }
  return std::string(role);
}

std::string sentence_for(const Fact& fact, Language language) {
  std::string text;
  if (const NamedWord* bound = find_named(bounds, fact.bound)) text += std::string(bound->one.in(language)) + " ";
  text += plain_number(fact.value, language) + " ";
  if (const NamedWord* unit = find_named(units, fact.unit)) {
    text += (fact.value == 1 ? unit->one : unit->many).in(language);
  } else {
    text += fact.unit;
  }
  if (const NamedWord* trigger = find_named(triggers, fact.trigger)) {
    text += " " + std::string(trigger->one.in(language));
  } else if (!fact.trigger.empty()) {
    text += " (" + fact.trigger + ")";
  }
  return text;
}

std::string_view without_name(std::string_view path, std::string_view sentence) {
  const bool named = sentence.starts_with(path) && sentence.substr(path.size()).starts_with(' ');
  return named ? sentence.substr(path.size() + 1) : sentence;
}

std::string grouped(std::uint64_t number, Language language) {
  std::string digits = std::to_string(number);
  for (std::size_t position = digits.size(); position > 3;) {
    position -= 3;
    digits.insert(position, wording_in(language).thousands);
  }
  return digits;
}

}  // namespace klausul
