#include "rules/theme.h"

#include <algorithm>

#include "rules/load_entry.h"

namespace klausul {

std::vector<Theme> load_themes(const Json& json, const std::string& file, std::vector<Problem>& problems) {
  return read_list(json, file, "themes", problems, [](JsonObject& item) {
    return Theme{item.text("id"), load_bilingual(item, "title", true, false), item.texts("covers", true),
                 load_questions(item, true)};
  });
}

std::vector<Family> load_families(const Json& json, const std::string& file, std::vector<Problem>& problems) {
  return read_list(json, file, "families", problems, [](JsonObject& item) {
    return Family{item.text("id"), load_bilingual(item, "name", true, false)};
  });
}

const Theme* theme_of(const std::vector<std::string>& names, const std::vector<Theme>& themes) {
  if (themes.empty()) return nullptr;
  if (names.empty()) return &themes.back();
  const auto found = std::find_if(themes.begin(), themes.end(), [&](const Theme& theme) {
    return std::find(theme.covers.begin(), theme.covers.end(), names.front()) != theme.covers.end();
  });
  return found == themes.end() ? &themes.back() : &*found;
}

}  // namespace klausul
