#include "rules/knowledge.h"

#include <algorithm>

#include "rules/load_entry.h"

namespace klausul {

namespace {

constexpr const char* checklist_file = "clauses/checklist.json";
constexpr const char* sectors_file = "clauses/sectors.json";

/// clauses/subprocessor/notice.json -> subprocessor.notice
std::string id_of(const std::string& file) {
  std::string id = file.substr(file.find('/') + 1);
  id.resize(id.size() - std::string(".json").size());
  std::replace(id.begin(), id.end(), '/', '.');
  return id;
}

void check_references(const std::vector<Entry>& entries, std::vector<Problem>& problems) {
  const auto exists = [&](const std::string& id) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  };
  for (const Entry& entry : entries) {
    std::string file = "clauses/" + entry.id + ".json";
    std::replace(file.begin() + 8, file.end() - 5, '.', '/');
    for (const Condition& condition : entry.when)
      if (!condition.entry.empty() && !exists(condition.entry))
        problems.push_back({file, "/when", "there is no entry '" + condition.entry + "'"});
    for (const Condition& condition : entry.against.entries)
      if (!exists(condition.entry))
        problems.push_back({file, "/against/entries", "there is no entry '" + condition.entry + "'"});
    if (!entry.absent.near.empty() && !exists(entry.absent.near))
      problems.push_back({file, "/absent/near", "there is no entry '" + entry.absent.near + "'"});
  }
}

}  // namespace

const Entry* Knowledge::find(const std::string& id) const {
  const auto found = std::lower_bound(entries.begin(), entries.end(), id,
                                      [](const Entry& entry, const std::string& wanted) { return entry.id < wanted; });
  return found != entries.end() && found->id == id ? &*found : nullptr;
}

const Sector* Knowledge::find_sector(const std::string& id) const {
  const auto found =
      std::find_if(sectors.begin(), sectors.end(), [&](const Sector& sector) { return sector.id == id; });
  return found == sectors.end() ? nullptr : &*found;
}

LoadedKnowledge load_knowledge(const std::string& folder, bool with_tests) {
  LoadedKnowledge loaded;
  auto knowledge = std::make_shared<Knowledge>();
  knowledge->lexicon = Lexicon::load(folder, loaded.problems);
  ContentHash hash = knowledge->lexicon.content();
  const std::vector<std::string> files = json_files_below(folder, "clauses");
  if (files.empty()) loaded.problems.push_back({"clauses", "", "there are no clause files in " + folder});
  for (const std::string& file : files) {
    if (file.starts_with("clauses/playbooks/")) continue;  // read when they are asked for
    const std::optional<Json> json = read_json(folder, file, loaded.problems, &hash);
    if (!json) continue;
    if (file == checklist_file)
      knowledge->checklist = load_checklist(*json, file, loaded.problems);
    else if (file == sectors_file)
      knowledge->sectors = load_sectors(*json, file, knowledge->lexicon, loaded.problems);
    else if (file.starts_with("clauses/standards/"))
      knowledge->standards.push_back(load_standard_contract(*json, file, knowledge->lexicon, loaded.problems));
    else if (file.starts_with("clauses/profiles/"))
      knowledge->types.push_back(load_type_profile(*json, file, knowledge->lexicon, loaded.problems));
    else
      knowledge->entries.push_back(
          load_entry(*json, file, id_of(file), knowledge->lexicon, with_tests, loaded.problems));
  }
  std::sort(knowledge->entries.begin(), knowledge->entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
  check_references(knowledge->entries, loaded.problems);
  for (const Entry& entry : knowledge->entries)
    for (const Condition& condition : entry.when)
      if (!condition.sector.empty() && knowledge->find_sector(condition.sector) == nullptr)
        loaded.problems.push_back({entry.id, "/when", "there is no sector '" + condition.sector + "'"});
  for (const StandardContract& standard : knowledge->standards)
    for (const std::string& id : standard.settles)
      if (knowledge->find(id) == nullptr)
        loaded.problems.push_back(
            {"clauses/standards/" + standard.id + ".json", "/settles", "there is no entry '" + id + "'"});
  for (const ChecklistRow& row : knowledge->checklist)
    for (const std::string& id : row.entries)
      if (knowledge->find(id) == nullptr)
        loaded.problems.push_back({checklist_file, "/rows", "there is no entry '" + id + "'"});
  knowledge->hash = hash.digits();
  knowledge->law_as_of = knowledge->lexicon.as_of();
  std::sort(loaded.problems.begin(), loaded.problems.end());
  loaded.problems.erase(std::unique(loaded.problems.begin(), loaded.problems.end()), loaded.problems.end());
  if (loaded.problems.empty()) loaded.knowledge = std::move(knowledge);
  return loaded;
}

}  // namespace klausul
