#include "rules/parse_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace klausul {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) end = text.size();
    if (end > begin || separator != ' ') parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

constexpr std::array<std::pair<std::string_view, Actor>, 5> actors = {{{"vendor", Actor::vendor},
                                                                       {"customer", Actor::customer},
                                                                       {"subprocessor", Actor::subprocessor},
                                                                       {"authority", Actor::authority},
                                                                       {"data-subject", Actor::data_subject}}};

/// Parses the elements of one pattern, complaining to the place they stand in.
class ElementParser {
 public:
  ElementParser(JsonObject& object, std::string_view key, const PatternContext& context)
      : object_(object), key_(key), context_(context) {}

  Element parse(const std::string& written) {
    Element element;
    element.written = written;
    for (const std::string& part : split(written, '|')) {
      element.alternatives.push_back(alternative(part));
      element.concept_bits.set(element.alternatives.back().concept_id % element.concept_bits.size());
    }
    return element;
  }

 private:
  void complain(const std::string& what) { object_.complain(key_, what); }

  Alternative alternative(std::string_view text) {
    Alternative result;
    if (text.starts_with("not:")) {
      result.polarity = Polarity::negated;
      text.remove_prefix(4);
    } else if (text.starts_with("any:")) {
      result.polarity = Polarity::any;
      text.remove_prefix(4);
    }
    if (text.starts_with("law:")) {
      law(text.substr(4), result);
      return result;
    }
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
      actor(text.substr(at + 1), result);
      text = text.substr(0, at);
    }
    if (const std::size_t at = text.find_first_of("<>"); at != std::string_view::npos) {
      if (text.substr(0, at) == "document-date")
        date_comparison(text.substr(at), result);
      else
        comparison(text.substr(at), result);
      text = text.substr(0, at);
      if (text != "duration" && text != "document-date")
        complain("only 'duration' and 'document-date' can be compared, not '" + std::string(text) + "'");
    }
    result.concept_id = context_.lexicon.find(text);
    if (result.concept_id == no_concept) {
      const std::string nearest = context_.lexicon.nearest(text);
      complain("unknown concept '" + std::string(text) + "'" +
               (nearest.empty() ? std::string() : ", did you mean '" + nearest + "'?"));
    }
    return result;
  }

  void actor(std::string_view name, Alternative& result) {
    if (name.starts_with("only-")) {
      result.actor_named = true;
      name.remove_prefix(5);
    }
    const auto* const found =
        std::find_if(actors.begin(), actors.end(), [&](const auto& a) { return a.first == name; });
    if (found == actors.end())
      complain("unknown actor '@" + std::string(name) +
               "'; there are vendor, customer, subprocessor, authority, data-subject");
    else
      result.actor = found->second;
  }

  /// Reads "<", "<=", ">" or ">=" and returns what stands behind it.
  static std::string_view sign(std::string_view text, Alternative& result) {
    const bool or_equal = text.size() > 1 && text[1] == '=';
    const bool less = text[0] == '<';
    result.comparison = less ? (or_equal ? Comparison::at_most : Comparison::less)
                             : (or_equal ? Comparison::at_least : Comparison::more);
    return text.substr(or_equal ? 2 : 1);
  }

  void date_comparison(std::string_view text, Alternative& result) {
    const std::string_view value = sign(text, result);
    const std::optional<CalendarDate> date = parse_date(value);
    if (date)
      result.date = *date;
    else
      complain("'" + std::string(value) + "' is no date; write 2018-05-25");
  }

  void comparison(std::string_view text, Alternative& result) {
    const std::string_view value = sign(text, result);
    if (const std::optional<double> hours = parse_period(value)) {
      result.hours = *hours;
      return;
    }
    result.threshold = std::string(value);
    const auto named = std::find_if(context_.thresholds.begin(), context_.thresholds.end(),
                                    [&](const auto& threshold) { return threshold.first == value; });
    if (named == context_.thresholds.end()) {
      complain("'" + std::string(value) +
               "' is neither a period (14d, 72h, 2bd, 3w, 6m, 1y) nor one of this entry's thresholds");
      return;
    }
    const std::optional<double> hours = parse_period(named->second);
    if (hours) result.hours = *hours;  // a malformed threshold is told where it stands
  }

  void law(std::string_view text, Alternative& result) {
    result.concept_id = builtin_law_reference;
    const std::size_t slash = text.find('/');
    const std::string act(text.substr(0, slash));
    const std::vector<Act>& acts = context_.lexicon.acts();
    for (std::size_t i = 0; i < acts.size(); ++i)
      if (acts[i].id == act) result.act = static_cast<std::int32_t>(i);
    if (result.act < 0) complain("unknown act '" + act + "'; lexicons/laws.json lists them");
    if (slash == std::string_view::npos) return;
    std::string_view article = text.substr(slash + 1);
    if (const std::size_t bracket = article.find('('); bracket != std::string_view::npos) {
      const std::size_t close = article.find(')', bracket);
      result.paragraph = std::string(article.substr(bracket + 1, close - bracket - 1));
      article = article.substr(0, bracket);
    }
    result.article = std::string(article);
  }

  JsonObject& object_;
  std::string_view key_;
  const PatternContext& context_;
};

std::vector<Element> parse_elements(JsonObject& object, std::string_view key, const PatternContext& context) {
  std::vector<Element> elements;
  ElementParser parser(object, key, context);
  for (const std::string& written : object.texts(key)) elements.push_back(parser.parse(written));
  return elements;
}

/// "vendor ~3 may ~6 change ~6 terms?": elements with the gap allowed before each; without "~N" eight words.
std::vector<Element> parse_sequence(JsonObject& object, const std::string& written, const PatternContext& context) {
  constexpr std::uint32_t usual_gap = 8;
  std::vector<Element> elements;
  ElementParser parser(object, "seq", context);
  std::uint32_t gap = usual_gap;
  for (std::string& part : split(written, ' ')) {
    if (part.starts_with('~')) {
      const auto [end, failed] = std::from_chars(part.data() + 1, part.data() + part.size(), gap);
      if (failed != std::errc() || end != part.data() + part.size())
        object.complain("seq", "'" + part + "' is no gap; write ~3");
      continue;
    }
    const bool optional = part.size() > 1 && part.ends_with('?');
    if (optional) part.pop_back();
    Element element = parser.parse(part);
    element.optional = optional;
    element.gap = gap;
    elements.push_back(std::move(element));
    gap = usual_gap;
  }
  return elements;
}

void parse_places(JsonObject& object, Pattern& pattern) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 7> places = {{{"body", where_body},
                                                                                 {"heading", where_heading},
                                                                                 {"table", where_table},
                                                                                 {"list", where_list},
                                                                                 {"definition", where_definition},
                                                                                 {"annex", where_annex},
                                                                                 {"note", where_note}}};
  for (const std::string& name : object.texts("where")) {
    const auto* const found =
        std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.first == name; });
    if (found == places.end())
      object.complain("where", "'" + name + "' is none of body, heading, table, list, definition, annex, note");
    else
      pattern.where |= found->second;
  }
}

void parse_scope(JsonObject& object, Pattern& pattern) {
  constexpr std::array<std::pair<std::string_view, Scope>, 4> scopes = {{{"sentence", Scope::sentence},
                                                                         {"clause", Scope::clause},
                                                                         {"section", Scope::section},
                                                                         {"document", Scope::document}}};
  const std::string name = object.text("within", false);
  if (name.empty()) return;
  const auto* const found =
      std::find_if(scopes.begin(), scopes.end(), [&](const auto& scope) { return scope.first == name; });
  if (found == scopes.end())
    object.complain("within", "'" + name + "' is none of sentence, clause, section, document");
  else
    pattern.scope = found->second;
}

}  // namespace

std::optional<CalendarDate> parse_date(std::string_view written) {
  CalendarDate date;
  if (written.size() != 10 || written[4] != '-' || written[7] != '-') return std::nullopt;
  const auto read = [&](std::size_t at, std::size_t count, int& number) {
    const auto [end, failed] = std::from_chars(written.data() + at, written.data() + at + count, number);
    return failed == std::errc() && end == written.data() + at + count;
  };
  const bool complete = read(0, 4, date.year) && read(5, 2, date.month) && read(8, 2, date.day);
  if (!complete || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return std::nullopt;
  return date;
}

std::optional<double> parse_period(std::string_view written) {
  double amount = 0;
  const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), amount);
  if (failed != std::errc()) return std::nullopt;
  std::string_view unit(end, static_cast<std::size_t>(written.data() + written.size() - end));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const std::array<std::pair<std::string_view, TimeUnit>, 18> units = {{{"h", TimeUnit::hour},
                                                                        {"hour", TimeUnit::hour},
                                                                        {"hours", TimeUnit::hour},
                                                                        {"d", TimeUnit::day},
                                                                        {"day", TimeUnit::day},
                                                                        {"days", TimeUnit::day},
                                                                        {"bd", TimeUnit::business_day},
                                                                        {"business day", TimeUnit::business_day},
                                                                        {"business days", TimeUnit::business_day},
                                                                        {"w", TimeUnit::week},
                                                                        {"week", TimeUnit::week},
                                                                        {"weeks", TimeUnit::week},
                                                                        {"m", TimeUnit::month},
                                                                        {"month", TimeUnit::month},
                                                                        {"months", TimeUnit::month},
                                                                        {"y", TimeUnit::year},
                                                                        {"year", TimeUnit::year},
                                                                        {"years", TimeUnit::year}}};
  for (const auto& [name, kind] : units) {
    if (name != unit) continue;
    Clock clock;
    clock.amount = amount;
    clock.unit = kind;
    return clock.hours();
  }
  return std::nullopt;
}

Pattern parse_pattern(JsonObject& object, const PatternContext& context, std::uint32_t default_window) {
  Pattern pattern;
  parse_scope(object, pattern);
  parse_places(object, pattern);
  pattern.elements = parse_elements(object, "all", context);
  const std::string sequence = object.text("seq", false);
  if (!sequence.empty()) {
    if (!pattern.elements.empty()) object.complain("seq", "a pattern has either 'all' or 'seq', not both");
    pattern.ordered = true;
    pattern.elements = parse_sequence(object, sequence, context);
    if (std::all_of(pattern.elements.begin(), pattern.elements.end(), [](const Element& e) { return e.optional; }))
      object.complain("seq", "every element is optional, so the pattern would match anything");
  }
  if (pattern.elements.empty()) object.complain("all", "a pattern needs 'all' or 'seq' with at least one element");
  pattern.none = parse_elements(object, "none", context);
  pattern.about = parse_elements(object, "about", context);
  pattern.not_about = parse_elements(object, "not_about", context);
  const double usual = pattern.scope == Scope::sentence ? default_window : 0;
  pattern.window = static_cast<std::uint32_t>(std::max(0.0, object.number("window", usual)));
  const std::string language = object.text("language", false);
  if (language == "sv") pattern.language = Language::sv;
  if (language == "en") pattern.language = Language::en;
  if (!language.empty() && pattern.language == Language::unknown)
    object.complain("language", "'" + language + "' is neither sv nor en");
  object.finish();
  return pattern;
}

}  // namespace klausul
