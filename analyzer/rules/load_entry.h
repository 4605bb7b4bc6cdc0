#pragma once

#include <string>

#include "rules/checklist.h"
#include "rules/entry.h"
#include "rules/theme.h"
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

/// Reads clauses/sectors.json.
std::vector<Sector> load_sectors(const Json& json, const std::string& file, const Lexicon& lexicon,
                                 std::vector<Problem>& problems);

/// The text of `key` in both languages; with `sentence` it must be a whole one, and must not say "illegal".
Bilingual load_bilingual(JsonObject& object, std::string_view key, bool required, bool sentence);

/// The questions to put to the vendor, in both languages.
std::vector<Bilingual> load_questions(JsonObject& object, bool required);

/// Reads clauses/checklist.json.
std::vector<ChecklistRow> load_checklist(const Json& json, const std::string& file, std::vector<Problem>& problems);

/// Reads clauses/themes.json.
std::vector<Theme> load_themes(const Json& json, const std::string& file, std::vector<Problem>& problems);

/// Reads clauses/families.json.
std::vector<Family> load_families(const Json& json, const std::string& file, std::vector<Problem>& problems);

}  // namespace klausul
