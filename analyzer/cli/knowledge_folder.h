#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/knowledge.h"
#include "rules/playbook.h"

namespace klausul {

/// The folder that holds lexicons/ and clauses/: what was asked for, else KLAUSUL_KNOWLEDGE of the environment, else
/// the folder of the program, else the one known when the program was built.
std::string knowledge_folder(const std::string& asked_for);

/// Loads the knowledge, or says every problem on standard error and returns null.
std::shared_ptr<const Knowledge> open_knowledge(const std::string& asked_for, bool with_tests = false);

/// The knowledge with the profile `profile` applied to it: a file, or the name of one in clauses/playbooks. Says every
/// problem on standard error and returns null when there are any.
std::shared_ptr<const Knowledge> with_profile(const std::shared_ptr<const Knowledge>& knowledge,
                                              const std::string& knowledge_asked_for, const std::string& profile,
                                              Playbook& playbook);

/// Says on standard error which of `selectors` is neither an entry nor a family; true when all are.
bool are_known(const Knowledge& knowledge, const std::vector<std::string>& selectors);

/// One entry, or null after saying on standard error that there is none of that id.
const Entry* find_entry(const Knowledge& knowledge, const std::string& id);

}  // namespace klausul
