#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace klausul {

/// What the value of an option or a positional argument is.
enum class ValueKind : std::uint8_t { none, text, file, entry, choice };

/// An option, or a positional argument (which has no dashes).
struct OptionDescription {
  std::vector<std::string> names;  ///< "-o", "--output"; of a positional argument its one name
  std::string value;               ///< "FILE"; "" when it has none
  ValueKind kind = ValueKind::none;
  std::vector<std::string> choices;
  bool repeated = false;  ///< a positional argument that may be given several times
  bool required = false;
  std::string about;
};

/// The program, or one of its verbs.
struct VerbDescription {
  std::string name;  ///< "rules test"; "" for the program itself
  std::string about;
  std::vector<OptionDescription> options;
  std::vector<OptionDescription> positionals;
  std::vector<VerbDescription> verbs;
};

/// The command line as the parser knows it: help, completions and the manual page say the same.
VerbDescription describe_command_line(const CLI::App& program);

/// All verbs below `program`, each before its own; with the program itself.
std::vector<const VerbDescription*> all_verbs(const VerbDescription& program);

/// Completions for a shell: bash, zsh or fish.
std::string bash_completions(const VerbDescription& program);
std::string zsh_completions(const VerbDescription& program);
std::string fish_completions(const VerbDescription& program);

/// The manual page, for man.
std::string manual_page(const VerbDescription& program);

}  // namespace klausul
