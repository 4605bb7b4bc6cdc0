#include "cli/message_language.h"

#include <cstdlib>
#include <string_view>

namespace klausul {

namespace {

Language chosen = Language::en;

bool is_swedish_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    return locale == "sv" || locale.starts_with("sv_") || locale.starts_with("sv.");
  }
  return false;
}

}  // namespace

Language message_language() { return chosen; }

void choose_message_language(int argument_count, const char* const* arguments) {
  constexpr std::string_view option = "--report-language";
  chosen = is_swedish_locale() ? Language::sv : Language::en;
  for (int index = 1; index < argument_count; ++index) {
    std::string_view value = arguments[index];
    if (!value.starts_with(option)) continue;
    value.remove_prefix(option.size());
    if (value.empty() && index + 1 < argument_count)
      value = arguments[index + 1];
    else if (value.starts_with('='))
      value.remove_prefix(1);
    if (value == "sv") chosen = Language::sv;
    if (value == "en") chosen = Language::en;
  }
}

}  // namespace klausul
