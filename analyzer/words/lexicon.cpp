#include "words/lexicon.h"

#include <algorithm>
#include <utility>

#include "text/strict_json.h"
#include "words/automaton_assembly.h"
#include "words/tokenize.h"

namespace klausul {

namespace {

constexpr std::array<const char*, builtin_count> builtin_ids = {
    "duration", "date",          "url",          "email",         "amount",        "percentage",    "placeholder",
    "number",   "law-reference", "absent-annex", "absent-clause", "document-date", "undefined-term"};
constexpr std::array<const char*, 6> unit_ids = {"hour", "day", "business-day", "week", "month", "year"};
constexpr std::array<const char*, 3> bound_ids = {"at-least", "at-most", "about"};

}  // namespace

/// Fills a Lexicon from the files; one function a file.
class LexiconLoader {
 public:
  LexiconLoader(std::string folder, std::vector<Problem>& problems) : folder_(std::move(folder)), problems_(problems) {}

  Lexicon load() {
    for (const char* id : builtin_ids) declare(id, "found by an annotator", "");
    // words inside an address are no words of the contract
    lexicon_.concepts_[builtin_url].hides_inside = lexicon_.concepts_[builtin_email].hides_inside = true;
    for (const std::string& file : json_files_below(folder_, "lexicons/concepts")) {
      load_concepts(file);
      automaton_.add(std::exchange(forms_, {}));
    }
    load_negation("lexicons/negation.json");
    load_numbers("lexicons/numbers.json");
    load_terms("lexicons/terms.json");
    load_countries("lexicons/countries.json");
    load_laws("lexicons/laws.json");
    load_language("lexicons/languages/sv.json", 1);
    load_language("lexicons/languages/en.json", 2);
    load_other_languages("lexicons/languages/other.json");
    automaton_.add(std::exchange(forms_, {}));
    resolve_implications();
    find_known_concepts();
    ConceptAutomatonBuilder builder = automaton_.finish(problems_);
    for (const std::string& word : number_words_) builder.add_number_word(word);
    lexicon_.automaton_ = builder.build();
    return std::move(lexicon_);
  }

 private:
  ConceptId declare(const std::string& id, std::string meaning, const std::string& file) {
    const auto number = static_cast<ConceptId>(lexicon_.concepts_.size());
    const auto [place, added] = lexicon_.by_id_.emplace(id, number);
    if (!added) {
      problems_.push_back(
          {file, "", "concept '" + id + "' exists already in " + lexicon_.concepts_[place->second].file});
      return place->second;
    }
    Concept declared;
    declared.id = id;
    declared.meaning = std::move(meaning);
    declared.file = file;
    lexicon_.concepts_.push_back(std::move(declared));
    return number;
  }

  void add_forms(ConceptId id, Language language, std::vector<std::string> forms, const std::string& file,
                 std::string path, std::uint32_t value = 0) {
    forms_.push_back({{id, language, false, value}, std::move(forms), file, std::move(path)});
  }

  void load_concepts(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    for (JsonObject& object : whole.objects("concepts", true)) {
      const std::string id = object.text("id");
      const ConceptId number = declare(id, object.text("meaning"), file);
      Concept& declared = lexicon_.concepts_[number];
      declared.hides_inside = object.flag("hides_inside");
      declared.negates = object.flag("negates");
      declared.alias_target = object.flag("alias_target");
      declared.names_companies = object.flag("names_companies");
      declared.en = object.texts("en", true);
      declared.sv = object.texts("sv", true);
      if (declared.en.empty() || declared.sv.empty()) object.complain("en", "both languages need at least one form");
      for (std::string& implied : object.texts("implies"))
        implications_.push_back({number, std::move(implied), file, object.path_of("implies")});
      add_forms(number, Language::en, declared.en, file, object.path_of("en"));
      add_forms(number, Language::sv, declared.sv, file, object.path_of("sv"));
      object.finish();
    }
    whole.finish();
  }

  void load_negation(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    lexicon_.negation_reach_ = static_cast<std::uint32_t>(whole.number("reach", 6));
    const std::array<std::pair<const char*, ConceptId>, 3> kinds = {
        {{"negates", declare("negation", "a word that negates what follows", file)},
         {"double", declare("negation-double", "a negation that cancels one before it", file)},
         {"stops", declare("negation-stop", "a word beyond which a negation does not reach", file)}}};
    for (const auto& [name, language] : {std::pair{"en", Language::en}, std::pair{"sv", Language::sv}}) {
      std::optional<JsonObject> object = whole.object(name, true);
      if (!object) continue;
      for (const auto& [key, id] : kinds) add_forms(id, language, object->texts(key, true), file, object->path_of(key));
      object->finish();
    }
    whole.finish();
  }

  /// One group of numbers.json ("units"): id -> forms in both languages. Concepts are named "<prefix>.<id>".
  std::vector<std::pair<ConceptId, std::string>> load_group(JsonObject& whole, const char* key,
                                                            const std::string& prefix,
                                                            const char* meaning = "part of a clock") {
    std::vector<std::pair<ConceptId, std::string>> group;
    std::optional<JsonObject> object = whole.object(key, true);
    if (!object) return group;
    for (const auto& [id, unused] : object->json().items()) {
      std::optional<JsonObject> forms = object->object(id);
      const ConceptId number = declare(prefix + "." + id, meaning, whole.file());
      add_forms(number, Language::en, forms->texts("en", true), whole.file(), forms->path_of("en"));
      add_forms(number, Language::sv, forms->texts("sv", true), whole.file(), forms->path_of("sv"));
      forms->finish();
      group.emplace_back(number, id);
    }
    return group;
  }

  /// Words with what they count, by language: `"en": { "thirty": 30 }`. Each is a form of `id`.
  template <typename Note>
  void load_numbered(JsonObject& whole, const char* key, ConceptId id, const Note& note) {
    std::optional<JsonObject> words = whole.object(key, true);
    if (!words) return;
    for (const auto& [name, language] : {std::pair{"en", Language::en}, std::pair{"sv", Language::sv}}) {
      std::optional<JsonObject> object = words->object(name, true);
      if (!object) continue;
      for (const auto& [word, unused] : object->json().items()) {
        note(fold_word(word));
        add_forms(id, language, {word}, whole.file(), object->path_of(word),
                  static_cast<std::uint32_t>(object->number(word, 0)));
      }
      object->finish();
    }
    words->finish();
  }

  void load_terms(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    for (const auto& [id, unused] : load_group(whole, "terms", "scope-term", "a term that decides the scope"))
      lexicon_.known_.scope_terms.push_back(id);
    whole.finish();
  }

  void load_numbers(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    const ConceptId number_word = declare("number-word", "a number in words", file);
    load_numbered(whole, "words", number_word, [&](std::string word) { number_words_.push_back(std::move(word)); });
    load_numbered(whole, "months", declare("month-name", "a month, for dates in words", file),
                  [](const std::string&) {});
    if (std::optional<JsonObject> one = whole.object("one", true)) {
      for (const char* language : {"en", "sv"})
        for (const std::string& word : one->texts(language, true)) lexicon_.one_words_[fold_word(word)] = true;
      one->finish();
    }
    load_group(whole, "units", "unit");
    // "no later than" is a bound, not a negation of "later"
    for (const auto& [bound, unused] : load_group(whole, "bounds", "bound"))
      lexicon_.concepts_[bound].hides_inside = true;
    lexicon_.known_.triggers = load_group(whole, "triggers", "trigger");
    whole.finish();
  }

  void load_countries(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    note_date(whole.text("as_of"));
    declare("country", "any country", file);
    const std::map<std::string, std::vector<std::string>> standings = {
        {"eea", {"eea-country", "eu-eea"}},
        {"adequate", {"adequate-country"}},
        {"us", {"us-country", "third-country-name", "third-country"}},
        {"third", {"other-third-country", "third-country-name", "third-country"}}};
    for (const char* id :
         {"eea-country", "adequate-country", "us-country", "other-third-country", "third-country-name"})
      declare(id, "a country of that standing in lexicons/countries.json", file);
    for (const auto& [standing, concepts] : standings) {
      const ConceptId number = lexicon_.find(concepts.front());
      for (std::size_t i = 1; i < concepts.size(); ++i) implications_.push_back({number, concepts[i], file, ""});
      implications_.push_back({number, "country", file, ""});
    }
    for (JsonObject& object : whole.objects("countries", true)) {
      object.text("code");
      object.text("since", false);
      const std::string standing = object.text("standing");
      const auto known = standings.find(standing);
      if (known == standings.end()) {
        object.complain("standing", "'" + standing + "' is none of eea, adequate, us, third");
        continue;
      }
      const ConceptId number = lexicon_.find(known->second.front());
      add_forms(number, Language::en, object.texts("en", true), file, object.path_of("en"));
      add_forms(number, Language::sv, object.texts("sv", true), file, object.path_of("sv"));
      object.finish();
    }
    whole.finish();
  }

  void load_laws(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    note_date(whole.text("as_of"));
    for (JsonObject& object : whole.objects("acts", true)) {
      Act act;
      act.id = object.text("id");
      act.standing = object.text("standing");
      object.text("since", false);
      object.text("replaced_by", false);
      if (std::optional<JsonObject> title = object.object("title", true)) {
        act.title_en = title->text("en");
        act.title_sv = title->text("sv");
        title->finish();
      }
      act.concept_id = declare("act-" + act.id, act.title_en, file);
      add_forms(act.concept_id, Language::en, object.texts("en", true), file, object.path_of("en"));
      add_forms(act.concept_id, Language::sv, object.texts("sv", true), file, object.path_of("sv"));
      object.finish();
      lexicon_.acts_.push_back(std::move(act));
    }
    whole.finish();
  }

  void load_language(const std::string& file, std::uint8_t bit) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    for (const std::string& word : whole.texts("function_words", true))
      lexicon_.function_words_[fold_word(word)] |= bit;
    for (const std::string& word : whole.texts("abbreviations", true)) lexicon_.abbreviations_[fold_word(word)] = true;
    (bit == 1U ? lexicon_.endings_sv_ : lexicon_.endings_en_) = whole.texts("noun_endings", true);
    whole.finish();
  }

  void load_other_languages(const std::string& file) {
    const std::optional<Json> json = read_json(folder_, file, problems_, &lexicon_.content_);
    if (!json) return;
    JsonObject whole(*json, file, "", problems_);
    if (std::optional<JsonObject> words = whole.object("function_words", true)) {
      for (const auto& [language, unused] : words->json().items())
        for (const std::string& word : words->texts(language)) lexicon_.function_words_[fold_word(word)] |= 4U;
      words->finish();
    }
    whole.finish();
  }

  void note_date(const std::string& date) {
    if (lexicon_.as_of_.empty() || date < lexicon_.as_of_) lexicon_.as_of_ = date;
  }

  void resolve_implications() {
    for (const Implication& implication : implications_) {
      const ConceptId implied = lexicon_.find(implication.implied);
      if (implied == no_concept) {
        const std::string nearest = lexicon_.nearest(implication.implied);
        problems_.push_back({implication.file, implication.path,
                             "unknown concept '" + implication.implied + "'" +
                                 (nearest.empty() ? std::string() : ", did you mean '" + nearest + "'?")});
        continue;
      }
      lexicon_.concepts_[implication.from].implies.push_back(implied);
    }
    for (Concept& declared : lexicon_.concepts_) {  // make the relation transitive
      for (std::size_t i = 0; i < declared.implies.size(); ++i) {
        for (const ConceptId next : lexicon_.concepts_[declared.implies[i]].implies) {
          if (std::find(declared.implies.begin(), declared.implies.end(), next) == declared.implies.end())
            declared.implies.push_back(next);
        }
      }
    }
  }

  void find_known_concepts() {
    KnownConcepts& known = lexicon_.known_;
    const std::vector<std::pair<ConceptId*, const char*>> names = {{&known.vendor, "vendor"},
                                                                   {&known.customer, "customer"},
                                                                   {&known.subprocessor, "subprocessor"},
                                                                   {&known.authority, "authority"},
                                                                   {&known.data_subject, "data-subject"},
                                                                   {&known.may, "may"},
                                                                   {&known.may_not, "may-not"},
                                                                   {&known.shall, "shall"},
                                                                   {&known.should, "should"},
                                                                   {&known.negation, "negation"},
                                                                   {&known.negation_double, "negation-double"},
                                                                   {&known.negation_stop, "negation-stop"},
                                                                   {&known.number_word, "number-word"},
                                                                   {&known.article_word, "article-word"},
                                                                   {&known.currency, "currency"},
                                                                   {&known.means, "means"},
                                                                   {&known.called, "called"},
                                                                   {&known.company_form, "company-form"},
                                                                   {&known.not_a_name, "not-a-name"},
                                                                   {&known.agent, "agent"},
                                                                   {&known.preposition, "preposition"},
                                                                   {&known.clause_opener, "clause-opener"},
                                                                   {&known.passive, "passive"},
                                                                   {&known.backwards, "backwards-negation"},
                                                                   {&known.agreement, "agreement"},
                                                                   {&known.determiner, "determiner"},
                                                                   {&known.acts_as, "acts-as"},
                                                                   {&known.no_subject, "no-subject"},
                                                                   {&known.registration_word, "registration-word"},
                                                                   {&known.controller_role, "controller-role"},
                                                                   {&known.processor_role, "processor-role"},
                                                                   {&known.controller_name, "controller-name"},
                                                                   {&known.processor_name, "processor-name"},
                                                                   {&known.prior, "prior"},
                                                                   {&known.month_name, "month-name"},
                                                                   {&known.entity_form, "entity-form"},
                                                                   {&known.annex_word, "annex-reference-word"},
                                                                   {&known.clause_word, "clause-word"},
                                                                   {&known.this_one, "this-one"},
                                                                   {&known.elsewhere, "of-another-text"},
                                                                   {&known.scc, "scc"},
                                                                   {&known.object_pronoun, "object-pronoun"},
                                                                   {&known.fill_in_phrase, "fill-in-phrase"},
                                                                   {&known.fill_in_verb, "fill-in-verb"},
                                                                   {&known.not_a_placeholder, "not-a-placeholder"},
                                                                   {&known.between, "between-word"},
                                                                   {&known.public_body, "public-body"},
                                                                   {&known.demonstrative, "demonstrative"},
                                                                   {&known.third_party, "third-party"},
                                                                   {&known.process, "process"},
                                                                   {&known.engage, "engage"},
                                                                   {&known.affiliate, "affiliate"},
                                                                   {&known.dpa_text, "dpa-text"},
                                                                   {&known.end_user, "end-user"},
                                                                   {&known.dated_word, "dated-word"},
                                                                   {&known.last_changed_word, "last-changed-word"},
                                                                   {&known.imported_terms, "imported-terms"}};
    const auto look_up = [&](const std::string& id) {
      const ConceptId number = lexicon_.find(id);
      if (number == no_concept)
        problems_.push_back({"lexicons", "", "concept '" + id + "' is missing; the annotators need it"});
      return number;
    };
    for (const auto& [target, id] : names) *target = look_up(id);
    for (std::size_t i = 0; i < unit_ids.size(); ++i) known.units[i] = look_up(std::string("unit.") + unit_ids[i]);
    for (std::size_t i = 0; i < bound_ids.size(); ++i) known.bounds[i] = look_up(std::string("bound.") + bound_ids[i]);
  }

  struct Implication {
    ConceptId from;
    std::string implied, file, path;
  };

  std::string folder_;
  std::vector<Problem>& problems_;
  std::vector<Implication> implications_;
  AutomatonAssembly automaton_;
  std::vector<ConceptForms> forms_;  ///< read and not yet handed over
  std::vector<std::string> number_words_;
  Lexicon lexicon_;
};

Lexicon Lexicon::load(const std::string& folder, std::vector<Problem>& problems) {
  return LexiconLoader(folder, problems).load();
}

ConceptId Lexicon::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? no_concept : found->second;
}

std::string Lexicon::nearest(std::string_view id) const {
  std::string best;
  std::size_t distance = id.size() / 2 + 1;
  for (const Concept& candidate : concepts_) {
    const std::size_t d = edit_distance(id, candidate.id);
    if (d < distance) {
      distance = d;
      best = candidate.id;
    }
  }
  return best;
}

std::uint8_t Lexicon::function_word(std::string_view folded) const {
  const auto found = function_words_.find(folded);
  return found == function_words_.end() ? std::uint8_t{0} : found->second;
}

const std::vector<std::string>& Lexicon::noun_endings(Language language) const {
  if (language == Language::sv) return endings_sv_;
  return language == Language::en ? endings_en_ : no_endings_;
}

bool Lexicon::is_one_word(std::string_view folded) const { return one_words_.contains(folded); }

bool Lexicon::is_abbreviation(std::string_view folded) const { return abbreviations_.contains(folded); }

}  // namespace klausul
