#include "text/spelling.h"

#include <algorithm>
#include <filesystem>
#include <hunspell.hxx>
#include <mutex>

namespace klausul {
namespace {

/// Where Debian's packages hunspell-sv and hunspell-en-gb put their dictionaries.
constexpr const char* kFolder = "/usr/share/hunspell/";

std::mutex& spelling_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// Call with the mutex held.
const Spelling& shared_spelling() {
  static const Spelling spelling(kFolder, {"sv_SE", "en_GB"});
  return spelling;
}

}  // namespace

Spelling::Spelling(const std::string& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    const std::string affixes = path.string() + ".aff";
    const std::string words = path.string() + ".dic";
    if (std::filesystem::exists(affixes) && std::filesystem::exists(words))
      dictionaries_.push_back(std::make_unique<Hunspell>(affixes.c_str(), words.c_str()));
  }
}

Spelling::~Spelling() = default;

bool Spelling::knows(const std::string& word) const {
  return std::any_of(dictionaries_.begin(), dictionaries_.end(),
                     [&](const std::unique_ptr<Hunspell>& dictionary) { return dictionary->spell(word); });
}

bool is_dictionary_word(const std::string& word) {
  const std::lock_guard lock(spelling_mutex());
  return shared_spelling().knows(word);
}

bool has_dictionaries() {
  const std::lock_guard lock(spelling_mutex());
  return !shared_spelling().empty();
}

}  // namespace klausul
