#include "cli/knowledge_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/complain.h"

namespace klausul {

namespace {

bool holds_knowledge(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_directory(folder / "lexicons", error) &&
         std::filesystem::is_directory(folder / "clauses", error);
}

void complain_of(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    complain(problem.path.empty() ? problem.file : problem.file + ": " + problem.path, problem.what);
}

/// What may have been meant by an unknown `id`: the entries of its family, or those whose name ends the same way.
std::string suggestion_for(const Knowledge& knowledge, const std::string& id) {
  const std::string family = id.substr(0, id.find('.'));
  const std::string name = id.substr(id.find('.') == std::string::npos ? 0 : id.find('.') + 1);
  std::vector<std::string> near;
  for (const Entry& entry : knowledge.entries) {
    if (entry.family() == family || entry.id.find(name) != std::string::npos) near.push_back(entry.id);
  }
  if (near.empty() || near.size() > 12) return "klausul rules lists all.";
  return fmt::format("Near it: {}.", fmt::join(near, ", "));
}

}  // namespace

std::string knowledge_folder(const std::string& asked_for) {
  if (!asked_for.empty()) return asked_for;
  if (const char* set = std::getenv("KLAUSUL_KNOWLEDGE"); set != nullptr && *set != '\0') return set;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    for (const auto& folder : {program.parent_path(), program.parent_path().parent_path() / "share" / "klausul"}) {
      if (holds_knowledge(folder)) return folder.string();
    }
  }
  return KLAUSUL_KNOWLEDGE;
}

std::shared_ptr<const Knowledge> open_knowledge(const std::string& asked_for, bool with_tests) {
  const std::string folder = knowledge_folder(asked_for);
  if (!holds_knowledge(folder)) {
    complain(folder, "No knowledge here: a folder with lexicons/ and clauses/ is needed. Name one with --knowledge.");
    return nullptr;
  }
  LoadedKnowledge loaded = load_knowledge(folder, with_tests);
  complain_of(loaded.problems);
  // Kept until the process ends, and not taken apart then: that takes as long as the review of a page.
  static auto& kept = *new std::vector<std::shared_ptr<const Knowledge>>;
  kept.push_back(loaded.knowledge);
  return loaded.problems.empty() ? loaded.knowledge : nullptr;
}

std::shared_ptr<const Knowledge> with_profile(const std::shared_ptr<const Knowledge>& knowledge,
                                              const std::string& knowledge_asked_for, const std::string& profile,
                                              Playbook& playbook) {
  std::error_code error;
  std::string file = profile;
  const std::string named = knowledge_folder(knowledge_asked_for) + "/clauses/playbooks/" + profile + ".json";
  if (!std::filesystem::exists(file, error) && std::filesystem::exists(named, error)) file = named;
  auto changed = std::make_shared<Knowledge>(*knowledge);
  std::vector<Problem> problems;
  playbook = apply_playbook(file, *changed, problems);
  complain_of(problems);
  return problems.empty() ? changed : nullptr;
}

bool are_known(const Knowledge& knowledge, const std::vector<std::string>& selectors) {
  bool known = true;
  for (const std::string& selector : selectors) {
    const bool found = std::any_of(knowledge.entries.begin(), knowledge.entries.end(),
                                   [&](const Entry& entry) { return entry.is_called(selector); });
    if (found) continue;
    complain(selector, "No entry and no family is called that. " + suggestion_for(knowledge, selector));
    known = false;
  }
  return known;
}

const Entry* find_entry(const Knowledge& knowledge, const std::string& id) {
  const Entry* entry = knowledge.find(id);
  if (entry == nullptr) complain(id, "No entry is called that. " + suggestion_for(knowledge, id));
  return entry;
}

}  // namespace klausul
