#pragma once

#include <string>
#include <vector>

#include "rules/knowledge.h"

namespace klausul {

/// A firm's own positions: `klausul check --profile FILE`. Format: clauses/README.md, "Profiles".
struct Playbook {
  std::string name;                  ///< shown in the report
  std::vector<std::string> sectors;  ///< of the customer, as if given on the command line
};

/// Reads the profile `file` and applies it to `knowledge`: thresholds, severities, entries switched off, messages,
/// proposed clauses, and own entries. All mistakes are added to `problems`; the knowledge is then not to be used.
Playbook apply_playbook(const std::string& file, Knowledge& knowledge, std::vector<Problem>& problems);

}  // namespace klausul
