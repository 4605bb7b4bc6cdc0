#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <initializer_list>
#include <sstream>

namespace klausul {

namespace {

/// The parser keeps them in the name of the type: "TEXT:{text,json}".
std::vector<std::string> choices_of(const CLI::Option& option) {
  std::vector<std::string> choices;
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{');
  const std::size_t end = type.find('}');
  if (begin == std::string::npos || end == std::string::npos) return choices;
  std::istringstream list(type.substr(begin + 1, end - begin - 1));
  for (std::string choice; std::getline(list, choice, ',');) choices.push_back(choice);
  return choices;
}

bool names_any(const std::string& value, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return value.find(word) != std::string::npos; });
}

ValueKind kind_of(const OptionDescription& option) {
  if (!option.choices.empty()) return ValueKind::choice;
  if (option.value.empty()) return ValueKind::none;
  if (names_any(option.value, {"FILE", "FOLDER", "DIR"})) return ValueKind::file;
  if (names_any(option.value, {"ID", "ENTRY", "FINDING"})) return ValueKind::entry;
  return ValueKind::text;
}

OptionDescription describe_option(const CLI::Option& option) {
  OptionDescription described;
  described.about = option.get_description();
  described.required = option.get_required();
  described.choices = choices_of(option);
  if (option.get_positional()) {
    described.names = {option.get_name(true)};
    described.value = described.names.front();
    described.repeated = option.get_expected_max() > 1;
  } else {
    for (const std::string& name : option.get_snames()) described.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
    if (option.get_expected_max() > 0 && option.get_type_size() != 0) described.value = option.get_option_text();
  }
  described.kind = kind_of(described);
  return described;
}

void add_options(const CLI::App& verb, VerbDescription& described) {
  for (const CLI::Option* option : verb.get_options()) {
    if (!option->get_group().empty())
      (option->get_positional() ? described.positionals : described.options).push_back(describe_option(*option));
  }
}

VerbDescription describe(const CLI::App& verb, const std::string& name) {
  VerbDescription described;
  described.name = name;
  described.about = verb.get_description();
  add_options(verb, described);
  for (const CLI::App* child : verb.get_subcommands([](const CLI::App*) { return true; })) {
    if (child->get_name().empty())
      add_options(*child, described);  // a group of options
    else
      described.verbs.push_back(describe(*child, (name.empty() ? "" : name + " ") + child->get_name()));
  }
  return described;
}

void add_verbs(const VerbDescription& verb, std::vector<const VerbDescription*>& verbs) {
  verbs.push_back(&verb);
  for (const VerbDescription& child : verb.verbs) add_verbs(child, verbs);
}

}  // namespace

VerbDescription describe_command_line(const CLI::App& program) { return describe(program, ""); }

std::vector<const VerbDescription*> all_verbs(const VerbDescription& program) {
  std::vector<const VerbDescription*> verbs;
  add_verbs(program, verbs);
  return verbs;
}

}  // namespace klausul
