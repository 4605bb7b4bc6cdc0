#include "support/small_knowledge.h"

#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

namespace klausul::test {

namespace {

namespace fs = std::filesystem;

std::string concept_json(const std::string& id, const std::string& en, const std::string& sv,
                         const std::string& more = {}) {
  return R"({"id": ")" + id + R"(", "meaning": "for tests", "en": [")" + en + R"("], "sv": [")" + sv + "\"]" + more +
         "}";
}

/// What the annotators look up by name, each with words that no test text holds but where tests need them.
std::string needed_concepts() {
  std::string list;
  const auto add = [&](const std::string& one) { list += (list.empty() ? "" : ",\n") + one; };
  add(concept_json("vendor", "supplier*", "leverantör*"));
  add(concept_json("customer", "customer*", "kund*"));
  add(concept_json("subprocessor", "sub processor*", "underbiträd*", R"(, "alias_target": true)"));
  add(concept_json("authority", "authority", "myndighet*"));
  add(concept_json("data-subject", "data subject*", "registrerad*"));
  add(concept_json("may", "may", "får"));
  add(concept_json("may-not", "may not", "får inte", R"(, "hides_inside": true, "negates": true)"));
  add(concept_json("shall", "shall", "ska"));
  add(concept_json("preposition", "(of|to|by|with)", "(av|till|med|hos)"));
  add(concept_json("passive", "(is|are|be)", "(är|blir)"));
  add(concept_json("agent", "by", "av"));
  add(concept_json("clause-opener", "(if|and|that)", "(om|och|att)"));
  add(concept_json("agreement", "agreement", "avtal*"));
  add(concept_json("prior", "before", "före"));
  for (const std::string id : {"should",         "article-word",    "currency",          "means",
                               "called",         "company-form",    "not-a-name",        "backwards-negation",
                               "determiner",     "object-pronoun",  "entity-form",       "annex-reference-word",
                               "clause-word",    "this-one",        "of-another-text",   "scc",
                               "imported-terms", "fill-in-phrase",  "fill-in-verb",      "not-a-placeholder",
                               "acts-as",        "no-subject",      "registration-word", "controller-role",
                               "processor-role", "controller-name", "processor-name",    "between-word",
                               "public-body",    "demonstrative",   "third-party",       "process",
                               "engage",         "affiliate",       "dpa-text",          "end-user",
                               "eu-eea",         "third-country",   "dated-word",        "last-changed-word"}) {
    std::string words = id;
    words.erase(std::remove(words.begin(), words.end(), '-'), words.end());
    add(concept_json(id, "unused" + words, "oanvänt" + words));
  }
  return "{\"concepts\": [\n" + list + "\n]}\n";
}

std::string topic_concepts() {
  return "{\"concepts\": [\n" + concept_json("alpha", "alpha", "alfa") + ",\n" + concept_json("beta", "beta", "beta") +
         ",\n" + concept_json("gamma", "gamma", "gamma") + ",\n" + concept_json("delta", "delta", "delta") + "\n]}\n";
}

}  // namespace

SmallKnowledge::SmallKnowledge() {
  std::string pattern = (fs::temp_directory_path() / "klausul-knowledge-XXXXXX").string();
  BOOST_REQUIRE(mkdtemp(pattern.data()) != nullptr);
  folder_ = pattern;
  write("lexicons/concepts/needed.json", needed_concepts());
  write("lexicons/concepts/topics.json", topic_concepts());
  write("lexicons/negation.json",
        R"({"reach": 4, "en": {"negates": ["not"], "double": ["without"], "stops": ["but"]},
"sv": {"negates": ["inte"], "double": ["utan"], "stops": ["men"]}})");
  write("lexicons/terms.json", R"({"terms": {"scope": {"en": ["scope term"], "sv": ["omfångsterm"]}}})");
  write("lexicons/numbers.json",
        R"({"words": {"en": {"thirty": 30}, "sv": {"trettio": 30}}, "one": {"en": ["a"], "sv": ["en"]},
"months": {"en": {"june": 6}, "sv": {"juni": 6}},
"units": {"hour": {"en": ["hours"], "sv": ["timmar"]}, "day": {"en": ["day", "days"], "sv": ["dagar"]},
"business-day": {"en": ["business days"], "sv": ["arbetsdagar"]}, "week": {"en": ["weeks"], "sv": ["veckor"]},
"month": {"en": ["months"], "sv": ["månader"]}, "year": {"en": ["years"], "sv": ["år"]}},
"bounds": {"at-least": {"en": ["at least"], "sv": ["minst"]}, "at-most": {"en": ["within"], "sv": ["inom"]},
"about": {"en": ["about"], "sv": ["cirka"]}}, "triggers": {"aware": {"en": ["aware"], "sv": ["kännedom"]}}})");
  write(
      "lexicons/countries.json",
      R"({"as_of": "2026-02-01", "countries": [{"code": "SE", "standing": "eea", "en": ["sweden"], "sv": ["sverige"]}]})");
  write("lexicons/laws.json",
        R"({"as_of": "2026-01-01", "acts": [{"id": "gdpr", "title": {"en": "the GDPR", "sv": "GDPR"}, "en": ["gdpr"],
"sv": ["gdpr"], "standing": "in-force"}]})");
  write(
      "lexicons/languages/en.json",
      R"({"function_words": ["the", "and", "of", "is", "shall", "with"], "abbreviations": ["inc", "art", "e.g"], "noun_endings": ["s"]})");
  write(
      "lexicons/languages/sv.json",
      R"({"function_words": ["och", "att", "det", "som", "ska", "med"], "abbreviations": ["t.ex", "m.m", "bl.a"], "noun_endings": ["s", "en"]})");
  write("lexicons/languages/other.json", R"({"function_words": {"de": ["und", "der", "nicht", "wird"]}})");
}

SmallKnowledge::~SmallKnowledge() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void SmallKnowledge::write(std::string_view file, std::string_view content) const {
  const fs::path path = folder_ / file;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

void SmallKnowledge::replace(std::string_view file, std::string_view from, std::string_view to) const {
  std::ostringstream stream;
  stream << std::ifstream(folder_ / file, std::ios::binary).rdbuf();
  std::string content = stream.str();
  const std::size_t at = content.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, file << " holds " << from);
  write(file, content.replace(at, from.size(), to));
}

void SmallKnowledge::remove(std::string_view file) const { fs::remove(folder_ / file); }

std::vector<std::string> told(const std::vector<Problem>& problems) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems) lines.push_back(problem.file + ": " + problem.path + ": " + problem.what);
  return lines;
}

bool tells(const std::vector<Problem>& problems, std::string_view file, std::string_view path, std::string_view words) {
  return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
    return problem.file == file && problem.path == path && problem.what.find(words) != std::string::npos;
  });
}

std::string all_told(const std::vector<Problem>& problems) {
  std::string lines;
  for (const std::string& line : told(problems)) lines += line + "\n";
  return lines;
}

}  // namespace klausul::test
