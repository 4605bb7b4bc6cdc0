#include "rules/load_entry.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/parse_pattern.h"

namespace klausul {

namespace {

/// The value of `names` that the text of `key` names; a problem when there is none.
template <typename T, std::size_t N>
std::optional<T> choose(JsonObject& object, std::string_view key, const std::string& name,
                        const std::array<T, N>& values) {
  std::string known;
  for (const T value : values) {
    if (name == name_of(value)) return value;
    known += (known.empty() ? "" : ", ") + std::string(name_of(value));
  }
  object.complain(key, "'" + name + "' is none of " + known);
  return std::nullopt;
}

constexpr std::array entry_kinds = {EntryKind::required, EntryKind::red_flag, EntryKind::misleading,
                                    EntryKind::stale,    EntryKind::drafting, EntryKind::fact};
constexpr std::array severities = {Severity::info, Severity::low, Severity::medium, Severity::high, Severity::critical};
constexpr std::array statuses = {Status::present, Status::weak,           Status::missing,     Status::triggered,
                                 Status::clear,   Status::not_applicable, Status::undetermined};
constexpr std::array document_types = {DocumentType::dpa, DocumentType::terms, DocumentType::privacy, DocumentType::scc,
                                       DocumentType::other};
constexpr std::array basis_kinds = {BasisKind::statute, BasisKind::guidance, BasisKind::judgment, BasisKind::house};

std::vector<Pattern> patterns(JsonObject& object, std::string_view key, const PatternContext& context,
                              std::uint32_t window = 40) {
  std::vector<Pattern> result;
  for (JsonObject& pattern : object.objects(key)) result.push_back(parse_pattern(pattern, context, window));
  return result;
}

void load_applies_to(JsonObject& object, Entry& entry) {
  for (std::string name : object.texts("applies_to", true)) {
    if (name == "terms*") {
      entry.terms_only_with_processor_clauses = true;
      name = "terms";
    }
    if (const auto type = choose(object, "applies_to", name, document_types))
      entry.applies_to |= 1U << static_cast<std::uint32_t>(*type);
  }
}

/// The entry and the statuses that `item` names, if it names one.
Condition entry_condition(JsonObject& item, bool required) {
  Condition condition;
  condition.entry = item.text("entry", required);
  for (const std::string& name : item.texts("status"))
    if (const auto status = choose(item, "status", name, statuses)) condition.statuses.push_back(*status);
  if (!condition.entry.empty() && condition.statuses.empty())
    item.complain("status", "which statuses of the entry count?");
  return condition;
}

void load_conditions(JsonObject& object, Entry& entry, const PatternContext& context) {
  for (JsonObject& item : object.objects("when")) {
    Condition condition = entry_condition(item, false);
    if (std::optional<JsonObject> found = item.object("found"))
      condition.found.push_back(parse_pattern(*found, context));
    condition.sector = item.text("sector", false);
    const int kinds =
        (condition.entry.empty() ? 0 : 1) + (condition.found.empty() ? 0 : 1) + (condition.sector.empty() ? 0 : 1);
    if (kinds != 1)
      item.complain("entry", "a condition names an 'entry' with 'status', a pattern in 'found' or a 'sector'");
    item.finish();
    entry.when.push_back(std::move(condition));
  }
}

/// "severity_by_type": { "privacy": "medium" }
void load_severity_by_type(JsonObject& object, Entry& entry) {
  std::optional<JsonObject> by_type = object.object("severity_by_type");
  if (!by_type) return;
  for (const auto& [name, unused] : by_type->json().items()) {
    const auto type = choose(*by_type, name, name, document_types);
    const auto severity = choose(*by_type, name, by_type->text(name), severities);
    if (type && severity) entry.severity_by_type.emplace_back(*type, *severity);
  }
  by_type->finish();
}

void load_basis(JsonObject& object, Entry& entry) {
  for (JsonObject& item : object.objects("basis", true)) {
    Basis basis;
    basis.act = item.text("act");
    basis.ref = item.text("ref");
    if (const auto kind = choose(item, "kind", item.text("kind"), basis_kinds)) basis.kind = *kind;
    item.finish();
    entry.basis.push_back(std::move(basis));
  }
  if (entry.basis.empty()) object.complain("basis", "at least one source is needed");
}

void load_thresholds(JsonObject& object, Entry& entry) {
  std::optional<JsonObject> thresholds = object.object("thresholds");
  if (!thresholds) return;
  for (const auto& [name, unused] : thresholds->json().items()) {
    std::string value = thresholds->text(name);
    if (!parse_period(value))
      thresholds->complain(name, "'" + value + "' is no period; write \"14 days\" or \"72 hours\"");
    entry.thresholds.emplace_back(name, std::move(value));
  }
}

/// What strengthens a match is looked for in its clause, unless the pattern names a scope.
std::vector<Pattern> strengthening_patterns(JsonObject& object, const PatternContext& context) {
  std::vector<Pattern> result = patterns(object, "strengthened_by", context, 0);
  const Json* written = object.value("strengthened_by");
  for (std::size_t i = 0; i < result.size(); ++i)
    if (!(*written)[i].contains("within")) result[i].scope = Scope::clause;
  return result;
}

void load_absence(JsonObject& object, Entry& entry, const PatternContext& context) {
  std::optional<JsonObject> absent = object.object("absent");
  if (!absent) return;
  entry.absent.near = absent->text("near");
  entry.absent.sentences = static_cast<std::uint32_t>(absent->number("sentences", 3));
  entry.absent.patterns = patterns(*absent, "patterns", context);
  entry.absent.weak = patterns(*absent, "weak", context);
  if (entry.absent.patterns.empty()) absent->complain("patterns", "what is expected there?");
  absent->finish();
}

void load_gathering(JsonObject& object, Entry& entry) {
  std::optional<JsonObject> gathers = object.object("gathers");
  if (!gathers) return;
  for (JsonObject& item : gathers->objects("entries", true)) {
    entry.gathers.entries.push_back(entry_condition(item, true));
    item.finish();
  }
  entry.gathers.at_least = static_cast<std::uint32_t>(gathers->number("at_least", 1));
  if (entry.gathers.at_least == 0 || entry.gathers.at_least > entry.gathers.entries.size())
    gathers->complain("at_least", "so many of the entries cannot be asked for");
  gathers->finish();
}

void load_against(JsonObject& object, Entry& entry, const PatternContext& context) {
  std::optional<JsonObject> against = object.object("against");
  if (!against) return;
  for (JsonObject& item : against->objects("entries")) {
    entry.against.entries.push_back(entry_condition(item, true));
    item.finish();
  }
  entry.against.patterns = patterns(*against, "patterns", context);
  entry.against.unless = patterns(*against, "unless", context, 0);
  entry.against.longer = against->flag("longer");
  entry.against.needed = against->flag("needed");
  if (entry.against.empty()) against->complain("patterns", "what is the claim set against?");
  against->finish();
}

void load_citations(JsonObject& object, Entry& entry, const PatternContext& context) {
  std::optional<JsonObject> citations = object.object("citations");
  if (!citations) return;
  const std::string act = citations->text("act");
  const std::vector<Act>& acts = context.lexicon.acts();
  for (std::size_t i = 0; i < acts.size(); ++i)
    if (acts[i].id == act) entry.citations.act = static_cast<std::int32_t>(i);
  if (entry.citations.act < 0) citations->complain("act", "unknown act '" + act + "'; lexicons/laws.json lists them");
  entry.citations.last = citations->texts("last", true);
  for (JsonObject& item : citations->objects("topics", true)) {
    entry.citations.topics.push_back(
        {item.text("topic"), patterns(item, "patterns", context), item.texts("articles", true), item.texts("also")});
    if (entry.citations.topics.back().articles.empty()) item.complain("articles", "which articles deal with it?");
    item.finish();
  }
  citations->finish();
}

void load_one_period(JsonObject& object, Entry& entry, const PatternContext& context) {
  for (JsonObject& item : object.objects("one_period")) {
    OnePeriod duty;
    duty.duty = item.text("duty");
    duty.patterns = patterns(item, "patterns", context);
    if (const auto severity = choose(item, "severity", item.text("severity"), severities)) duty.severity = *severity;
    item.finish();
    entry.one_period.push_back(std::move(duty));
  }
}

/// "The [[marked words]] of a text." -> text without marks, and where they stood.
void unmark(const std::string& written, EntryTest& test, JsonObject& object, std::string_view key) {
  std::uint32_t open = 0;
  bool inside = false;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool opens = written.compare(at, 2, "[[") == 0;
    const bool closes = written.compare(at, 2, "]]") == 0;
    if (opens && !inside) {
      inside = true;
      open = static_cast<std::uint32_t>(test.text.size());
      ++at;
    } else if (closes && inside) {
      inside = false;
      test.marks.emplace_back(open, static_cast<std::uint32_t>(test.text.size()));
      ++at;
    } else {
      test.text.push_back(written[at]);
    }
  }
  if (inside) object.complain(key, "']]' is missing");
}

void load_tests(JsonObject& object, Entry& entry) {
  std::array<std::uint32_t, 4> counts{};  // hits and misses, sv and en
  for (JsonObject& item : object.objects("tests", true)) {
    EntryTest test;
    const std::string language = item.text("lang");
    if (language != "sv" && language != "en") item.complain("lang", "'" + language + "' is neither sv nor en");
    test.language = language == "sv" ? Language::sv : Language::en;
    const std::string hit = item.text("hit", false);
    const std::string miss = item.text("miss", false);
    if (hit.empty() == miss.empty()) item.complain("hit", "a test has either 'hit' or 'miss'");
    const bool is_hit = !hit.empty();
    unmark(is_hit ? hit : miss, test, item, is_hit ? "hit" : "miss");
    if (is_hit == test.marks.empty())
      item.complain(is_hit ? "hit" : "miss", "a hit marks its quote with [[ ]], a miss has none");
    const bool expected = is_expected(entry.kind);
    test.status =
        is_hit ? (expected ? Status::present : Status::triggered) : (expected ? Status::missing : Status::clear);
    if (const std::string status = item.text("status", false); !status.empty())
      if (const auto named = choose(item, "status", status, statuses)) test.status = *named;
    for (const DocumentType type : document_types)
      if ((entry.applies_to & (1U << static_cast<std::uint32_t>(type))) != 0) {
        test.type = type;
        break;
      }
    if (const std::string type = item.text("type", false); !type.empty())
      if (const auto named = choose(item, "type", type, document_types)) test.type = *named;
    test.conditions = item.flag("conditions");
    item.finish();
    ++counts[(is_hit ? 0U : 2U) + (test.language == Language::sv ? 0U : 1U)];
    entry.tests.push_back(std::move(test));
  }
  if (std::any_of(counts.begin(), counts.end(), [](std::uint32_t count) { return count < 2; }))
    object.complain("tests", "write at least two hits and two misses in each language");
}

/// What `both` says in each language. With `names`, "{name}" stands for what a finding names.
Bilingual both_languages(JsonObject& both, bool sentence, bool names = false) {
  Bilingual text;
  text.en = both.text("en");
  text.sv = both.text("sv");
  for (const auto& [name, value] : {std::pair{"en", &text.en}, std::pair{"sv", &text.sv}}) {
    if (value->empty()) continue;
    if (sentence && !value->ends_with('.') && !value->ends_with('?'))
      both.complain(name, "the sentence needs a full stop");
    std::string written = *value;
    if (const std::size_t at = written.find(name_place); names && at != std::string::npos)
      written.erase(at, name_place.size());
    if (written.find('{') != std::string::npos) both.complain(name, "an unfilled brace");
    for (const std::string_view word : {"illegal", "olaglig", "unlawful "})
      if (value->find(word) != std::string::npos)
        both.complain(name,
                      "'" + std::string(word) + "' is for courts; write contradicts, not found, weaker than or check");
  }
  both.finish();
  return text;
}

}  // namespace

Bilingual load_bilingual(JsonObject& object, std::string_view key, bool required, bool sentence) {
  std::optional<JsonObject> both = object.object(key, required);
  return both ? both_languages(*both, sentence, key == "suggest") : Bilingual{};
}

std::vector<Bilingual> load_questions(JsonObject& object, bool required) {
  std::vector<Bilingual> questions;
  for (JsonObject& both : object.objects("questions", required)) {
    questions.push_back(both_languages(both, true));
    for (const auto& [name, text] : {std::pair{"en", &questions.back().en}, std::pair{"sv", &questions.back().sv}})
      if (!text->empty() && !text->ends_with('?')) both.complain(name, "a question ends with a question mark");
  }
  return questions;
}

Entry load_entry(const Json& json, const std::string& file, const std::string& id, const Lexicon& lexicon,
                 bool with_tests, std::vector<Problem>& problems) {
  Entry entry;
  JsonObject object(json, file, "", problems);
  entry.id = object.text("id");
  if (entry.id != id) object.complain("id", "the id must be '" + id + "', as the file is called");
  if (const auto kind = choose(object, "kind", object.text("kind"), entry_kinds)) entry.kind = *kind;
  if (const auto severity = choose(object, "severity", object.text("severity"), severities)) entry.severity = *severity;
  entry.severity_weak =
      entry.severity == Severity::info ? Severity::info : static_cast<Severity>(static_cast<int>(entry.severity) - 1);
  if (const std::string weak = object.text("severity_weak", false); !weak.empty())
    if (const auto severity = choose(object, "severity_weak", weak, severities)) entry.severity_weak = *severity;
  load_severity_by_type(object, entry);
  entry.title = load_bilingual(object, "title", true, false);
  load_applies_to(object, entry);
  load_basis(object, entry);
  entry.theme = object.texts("theme");
  load_thresholds(object, entry);
  const PatternContext context{lexicon, entry.thresholds};
  load_conditions(object, entry, context);
  entry.strong = patterns(object, "strong", context);
  entry.weak = patterns(object, "weak", context);
  entry.unless = patterns(object, "unless", context, 0);
  entry.weakened_by = patterns(object, "weakened_by", context, 0);
  entry.strengthened_by = strengthening_patterns(object, context);
  load_gathering(object, entry);
  load_absence(object, entry, context);
  load_against(object, entry, context);
  load_citations(object, entry, context);
  load_one_period(object, entry, context);
  entry.elsewhere = patterns(object, "elsewhere", context);
  entry.compares_versions = object.flag("compares_versions");
  if (entry.strong.empty() && entry.weak.empty() && entry.absent.patterns.empty() && entry.citations.act < 0 &&
      entry.one_period.empty() && !entry.compares_versions && entry.gathers.entries.empty())
    object.complain("strong", "the entry looks for nothing");
  entry.clock = object.flag("clock");
  entry.message = load_bilingual(object, "message", true, true);
  entry.message_weak = load_bilingual(object, "message_weak", false, true);
  entry.suggest = load_bilingual(object, "suggest", true, true);
  entry.questions = load_questions(object, false);
  entry.limits = object.text("limits", false);
  entry.missing_with = object.text("missing_with", false);
  entry.report_missing = !object.flag("quiet_when_missing");
  if (with_tests && !entry.compares_versions)
    load_tests(object, entry);
  else
    object.value("tests");  // known, and not read
  object.finish();
  return entry;
}

StandardContract load_standard_contract(const Json& json, const std::string& file, const Lexicon& lexicon,
                                        std::vector<Problem>& problems) {
  StandardContract standard;
  JsonObject object(json, file, "", problems);
  standard.id = object.text("id");
  standard.name = load_bilingual(object, "name", true, false);
  const std::vector<std::pair<std::string, std::string>> no_thresholds;
  standard.signs = patterns(object, "signs", {lexicon, no_thresholds});
  standard.needed = static_cast<std::uint32_t>(object.number("needed", 1));
  standard.settles = object.texts("settles", true);
  if (standard.signs.size() < standard.needed) object.complain("needed", "there are fewer signs than are needed");
  object.finish();
  return standard;
}

std::vector<Sector> load_sectors(const Json& json, const std::string& file, const Lexicon& lexicon,
                                 std::vector<Problem>& problems) {
  const std::vector<std::pair<std::string, std::string>> no_thresholds;
  return read_list(json, file, "sectors", problems, [&](JsonObject& item) {
    return Sector{item.text("id"), load_bilingual(item, "name", true, false),
                  patterns(item, "signs", {lexicon, no_thresholds})};
  });
}

std::vector<ChecklistRow> load_checklist(const Json& json, const std::string& file, std::vector<Problem>& problems) {
  return read_list(json, file, "rows", problems, [](JsonObject& item) {
    return ChecklistRow{item.text("ref"), load_bilingual(item, "title", true, false), item.texts("entries", true)};
  });
}

TypeProfile load_type_profile(const Json& json, const std::string& file, const Lexicon& lexicon,
                              std::vector<Problem>& problems) {
  TypeProfile profile;
  JsonObject object(json, file, "", problems);
  if (const auto type = choose(object, "type", object.text("type"), document_types)) profile.type = *type;
  const std::vector<std::pair<std::string, std::string>> no_thresholds;
  const PatternContext context{lexicon, no_thresholds};
  for (JsonObject& item : object.objects("signs", true)) {
    TypeProfile::Sign sign;
    if (std::optional<JsonObject> pattern = item.object("pattern", true))
      sign.pattern = parse_pattern(*pattern, context);
    sign.weight = item.number("weight", 1);
    sign.title_only = item.flag("title_only");
    sign.reason = load_bilingual(item, "reason", true, false);
    item.finish();
    profile.signs.push_back(std::move(sign));
  }
  if (std::optional<JsonObject> clauses = object.object("processor_clauses", false)) {
    profile.processor_entries = clauses->texts("entries", true);
    profile.processor_entries_needed = static_cast<std::uint32_t>(clauses->number("needed", 1));
    clauses->finish();
  }
  object.finish();
  return profile;
}

}  // namespace klausul
