#include "rules/theme.h"

#include <algorithm>

#include "rules/load_entry.h"

namespace klausul {

std::vector<Theme> load_themes(const Json& json, const std::string& file, std::vector<Problem>& problems) {
  std::vector<Theme> themes;
  JsonObject object(json, file, "", problems);
  for (JsonObject& item : object.objects("themes", true)) {
    Theme theme;
    theme.id = item.text("id");
    theme.title = load_bilingual(item, "title", true, false);
    theme.covers = item.texts("covers", true);
    theme.questions = load_questions(item, true);
    item.finish();
    themes.push_back(std::move(theme));
  }
  object.finish();
  return themes;
}

std::vector<Family> load_families(const Json& json, const std::string& file, std::vector<Problem>& problems) {
  std::vector<Family> families;
  JsonObject object(json, file, "", problems);
  for (JsonObject& item : object.objects("families", true)) {
    families.push_back({item.text("id"), load_bilingual(item, "name", true, false)});
    item.finish();
  }
  object.finish();
  return families;
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
