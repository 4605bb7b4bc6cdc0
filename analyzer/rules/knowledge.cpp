#include "rules/knowledge.h"

#include <algorithm>
#include <future>
#include <set>
#include <utility>

#include "rules/load_entry.h"

namespace klausul {

namespace {

constexpr const char* checklist_file = "clauses/checklist.json";
constexpr const char* sectors_file = "clauses/sectors.json";
constexpr const char* themes_file = "clauses/themes.json";
constexpr const char* families_file = "clauses/families.json";

/// clauses/subprocessor/notice.json -> subprocessor.notice
std::string id_of(const std::string& file) {
  std::string id = file.substr(file.find('/') + 1);
  id.resize(id.size() - std::string(".json").size());
  std::replace(id.begin(), id.end(), '/', '.');
  return id;
}

/// A theme that an entry names must be covered, or nobody would find the entry where it belongs.
void check_themes(const Knowledge& knowledge, std::vector<Problem>& problems) {
  if (knowledge.themes.empty()) return;
  std::set<std::string> covered;
  for (const Theme& theme : knowledge.themes) covered.insert(theme.covers.begin(), theme.covers.end());
  for (const Entry& entry : knowledge.entries)
    for (const std::string& name : entry.theme)
      if (!covered.contains(name))
        problems.push_back(
            {entry.file(), "/theme", "no theme of " + std::string(themes_file) + " covers '" + name + "'"});
}

/// A family that has no name would be shown by its id.
void check_families(const Knowledge& knowledge, std::vector<Problem>& problems) {
  if (knowledge.families.empty()) return;
  for (const Entry& entry : knowledge.entries)
    if (std::none_of(knowledge.families.begin(), knowledge.families.end(),
                     [&](const Family& family) { return family.id == entry.family(); }))
      problems.push_back({families_file, "/families", "the family '" + entry.family() + "' has no name"});
}

/// Every id that one file takes from another must be there.
void check_references(const Knowledge& knowledge, std::vector<Problem>& problems) {
  const auto check_entry = [&](const std::string& id, const std::string& file, const char* path) {
    if (!id.empty() && knowledge.find(id) == nullptr)
      problems.push_back({file, path, "there is no entry '" + id + "'"});
  };
  for (const Entry& entry : knowledge.entries) {
    const std::string file = entry.file();
    for (const Condition& condition : entry.when) {
      check_entry(condition.entry, file, "/when");
      if (!condition.sector.empty() && knowledge.find_sector(condition.sector) == nullptr)
        problems.push_back({file, "/when", "there is no sector '" + condition.sector + "'"});
    }
    for (const Condition& condition : entry.gathers.entries) check_entry(condition.entry, file, "/gathers/entries");
    for (const Condition& condition : entry.against.entries) check_entry(condition.entry, file, "/against/entries");
    check_entry(entry.absent.near, file, "/absent/near");
    check_entry(entry.missing_with, file, "/missing_with");
  }
  for (const StandardContract& standard : knowledge.standards)
    for (const std::string& id : standard.settles)
      check_entry(id, "clauses/standards/" + standard.id + ".json", "/settles");
  for (const TypeProfile& type : knowledge.types)
    for (const std::string& id : type.processor_entries)
      check_entry(id, std::string("clauses/profiles/") + name_of(type.type) + ".json", "/processor_clauses/entries");
  check_themes(knowledge, problems);
  check_families(knowledge, problems);
  for (const ChecklistRow& row : knowledge.checklist)
    for (const std::string& id : row.entries) check_entry(id, checklist_file, "/rows");
}

struct ClauseFiles {
  std::vector<std::pair<std::string, Json>> parsed;  ///< by file name
  std::vector<Problem> problems;
  ContentHash hash;
};

/// Parses all files of clauses/ but the playbooks, which are read when they are asked for.
ClauseFiles read_clause_files(const std::string& folder, bool with_tests) {
  ClauseFiles files;
  const std::vector<std::string> names = json_files_below(folder, "clauses");
  if (names.empty()) files.problems.push_back({"clauses", "", "there are no clause files in " + folder});
  for (const std::string& name : names) {
    if (name.starts_with("clauses/playbooks/")) continue;
    std::optional<Json> json = read_json(folder, name, files.problems, &files.hash, with_tests ? "" : "tests");
    if (json) files.parsed.emplace_back(name, *std::move(json));
  }
  return files;
}

}  // namespace

const Entry* Knowledge::find(const std::string& id) const {
  const auto found = std::lower_bound(entries.begin(), entries.end(), id,
                                      [](const Entry& entry, const std::string& wanted) { return entry.id < wanted; });
  return found != entries.end() && found->id == id ? &*found : nullptr;
}

const Entry* Knowledge::version_entry() const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [](const Entry& entry) { return entry.compares_versions; });
  return found == entries.end() ? nullptr : &*found;
}

const Sector* Knowledge::find_sector(const std::string& id) const {
  const auto found =
      std::find_if(sectors.begin(), sectors.end(), [&](const Sector& sector) { return sector.id == id; });
  return found == sectors.end() ? nullptr : &*found;
}

LoadedKnowledge load_knowledge(const std::string& folder, bool with_tests) {
  LoadedKnowledge loaded;
  auto knowledge = std::make_shared<Knowledge>();
  // Start-up waits for this: the clause files are parsed while the lexicon is built.
  std::future<ClauseFiles> parsing = std::async(std::launch::async, read_clause_files, folder, with_tests);
  knowledge->lexicon = Lexicon::load(folder, loaded.problems);
  const ClauseFiles files = parsing.get();
  loaded.problems.insert(loaded.problems.end(), files.problems.begin(), files.problems.end());
  for (const auto& [file, json] : files.parsed) {
    if (file == checklist_file)
      knowledge->checklist = load_checklist(json, file, loaded.problems);
    else if (file == sectors_file)
      knowledge->sectors = load_sectors(json, file, knowledge->lexicon, loaded.problems);
    else if (file == themes_file)
      knowledge->themes = load_themes(json, file, loaded.problems);
    else if (file == families_file)
      knowledge->families = load_families(json, file, loaded.problems);
    else if (file.starts_with("clauses/standards/"))
      knowledge->standards.push_back(load_standard_contract(json, file, knowledge->lexicon, loaded.problems));
    else if (file.starts_with("clauses/profiles/"))
      knowledge->types.push_back(load_type_profile(json, file, knowledge->lexicon, loaded.problems));
    else
      knowledge->entries.push_back(
          load_entry(json, file, id_of(file), knowledge->lexicon, with_tests, loaded.problems));
  }
  std::sort(knowledge->entries.begin(), knowledge->entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
  check_references(*knowledge, loaded.problems);
  ContentHash hash = knowledge->lexicon.content();
  hash.add(files.hash.digits());
  knowledge->hash = hash.digits();
  knowledge->law_as_of = knowledge->lexicon.as_of();
  std::sort(loaded.problems.begin(), loaded.problems.end());
  loaded.problems.erase(std::unique(loaded.problems.begin(), loaded.problems.end()), loaded.problems.end());
  if (loaded.problems.empty()) loaded.knowledge = std::move(knowledge);
  return loaded;
}

}  // namespace klausul
