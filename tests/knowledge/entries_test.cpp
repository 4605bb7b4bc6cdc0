// The clause files' own tests and gates. One test case a file, named after it: entries/subprocessor/notice. A new file
// in clauses/ is a new test case; nothing is registered here.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>

#include "assess/entry_tests.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using klausul::test::repository_knowledge;

namespace {

namespace fs = std::filesystem;
namespace unit = boost::unit_test;

/// "subprocessor/notice" for every clause file. Only file names are looked at: this runs before main().
std::vector<std::string> clause_files() {
  std::vector<std::string> names;
  const fs::path folder = fs::path(KLAUSUL_ROOT) / "clauses";
  for (const auto& item : fs::recursive_directory_iterator(folder)) {
    fs::path name = fs::relative(item.path(), folder);
    // only <family>/<entry>.json is an entry
    const std::string family = name.begin()->string();
    const bool other = family == "profiles" || family == "standards" || family == "playbooks" || family == name;
    if (name.extension() != ".json" || other) continue;
    names.push_back(name.replace_extension().generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string id_of(std::string name) {
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

void run_tests_of(const std::string& name) {
  const Knowledge& knowledge = repository_knowledge();
  BOOST_REQUIRE_MESSAGE(knowledge.find(id_of(name)) != nullptr, name << " was loaded");
  for (const TestFailure& failure : run_entry_tests(knowledge, id_of(name)))
    BOOST_ERROR("clauses/" << name << ".json: /tests/" << failure.test << ": " << failure.what);
}

void check_gates_of(const std::string& name) {
  for (const Problem& problem : check_entries(repository_knowledge(), id_of(name)))
    BOOST_ERROR(problem.file << ": " << problem.path << ": " << problem.what);
}

/// Adds a suite with one suite a family and one case an entry.
void add_suite(const std::string& suite_name, void (*check)(const std::string&)) {
  auto* const suite = BOOST_TEST_SUITE(suite_name);
  std::map<std::string, unit::test_suite*> families;
  for (const std::string& name : clause_files()) {
    const std::string family = name.substr(0, name.find('/'));
    unit::test_suite*& family_suite = families[family];
    if (family_suite == nullptr) {
      family_suite = BOOST_TEST_SUITE(family);
      suite->add(family_suite);
    }
    family_suite->add(unit::make_test_case([check, name] { check(name); },
                                           name.substr(std::min(name.size(), family.size() + 1)), __FILE__, __LINE__));
  }
  unit::framework::master_test_suite().add(suite);
}

/// Cases known only at run time are added when the program starts, before Boost counts what it will run.
const bool suites_added = [] {
  add_suite("entries", run_tests_of);
  add_suite("gates", check_gates_of);
  return true;
}();

}  // namespace

BOOST_AUTO_TEST_CASE(clauses_and_lexicons_load_without_problems) {
  const Knowledge& knowledge = repository_knowledge();
  BOOST_TEST(suites_added);
  BOOST_TEST(knowledge.entries.size() == clause_files().size());
  BOOST_TEST(knowledge.hash.size() == 16U);
  BOOST_TEST(knowledge.law_as_of.size() == 10U);
}

BOOST_AUTO_TEST_CASE(entries_stand_in_id_order) {
  const std::vector<Entry>& entries = repository_knowledge().entries;
  BOOST_TEST(
      std::is_sorted(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; }));
}

BOOST_AUTO_TEST_CASE(every_document_type_has_a_profile_or_is_other) {
  for (const DocumentType type : {DocumentType::dpa, DocumentType::terms, DocumentType::privacy, DocumentType::scc}) {
    const std::vector<TypeProfile>& types = repository_knowledge().types;
    BOOST_TEST(
        std::any_of(types.begin(), types.end(), [&](const TypeProfile& profile) { return profile.type == type; }),
        name_of(type) << " has signs");
  }
}
