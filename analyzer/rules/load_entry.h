#pragma once

#include <string>

#include "rules/checklist.h"
#include "rules/entry.h"
#include "text/strict_json.h"

namespace klausul {

/// Reads one clause file whose id must be `id` (from its path). Mistakes become problems.
Entry load_entry(const Json& json, const std::string& file, const std::string& id, const Lexicon& lexicon,
                 bool with_tests, std::vector<Problem>& problems);

/// Reads clauses/profiles/<type>.json.
TypeProfile load_type_profile(const Json& json, const std::string& file, const Lexicon& lexicon,
                              std::vector<Problem>& problems);

/// Reads clauses/standards/<id>.json.
StandardContract load_standard_contract(const Json& json, const std::string& file, const Lexicon& lexicon,
                                        std::vector<Problem>& problems);

/// Reads clauses/checklist.json.
std::vector<ChecklistRow> load_checklist(const Json& json, const std::string& file, std::vector<Problem>& problems);

}  // namespace klausul
