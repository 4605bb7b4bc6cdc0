#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/terminal.h"
#include "cli/verb.h"

namespace klausul {

namespace {

/// What lists the ids of all entries in a shell.
constexpr const char* list_entries = "klausul rules 2>/dev/null | sed '$d; s/ .*//'";

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

/// In apostrophes, as every one of the shells reads it.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

std::string replaced(std::string text, const std::string& signs) {
  std::string result;
  for (const char c : text) {
    if (signs.find(c) != std::string::npos) result += '\\';
    result += c;
  }
  return result;
}

/// The words that may begin an argument of `verb`.
std::string words_of(const VerbDescription& verb) {
  std::vector<std::string> words;
  for (const VerbDescription& child : verb.verbs) words.push_back(last_word(child.name));
  for (const OptionDescription& option : verb.options)
    words.insert(words.end(), option.names.begin(), option.names.end());
  return fmt::format("{}", fmt::join(words, " "));
}

/// "'/check'|'/print text'": each verb after the one that it belongs to.
std::string verb_cases(const VerbDescription& program, const char* separator) {
  std::vector<std::string> cases;
  for (const VerbDescription* verb : all_verbs(program)) {
    if (verb->name.empty()) continue;
    const std::string own = last_word(verb->name);
    const std::string above = verb->name.substr(0, verb->name.size() - own.size());
    cases.push_back(quoted((above.empty() ? "" : above.substr(0, above.size() - 1)) + "/" + own));
  }
  return fmt::format("{}", fmt::join(cases, separator));
}

std::string bash_values(const OptionDescription& option) {
  switch (option.kind) {
    case ValueKind::choice:
      return fmt::format("COMPREPLY=($(compgen -W {} -- \"$current\"))",
                         quoted(fmt::format("{}", fmt::join(option.choices, " "))));
    case ValueKind::entry: return fmt::format("COMPREPLY=($(compgen -W \"$({})\" -- \"$current\"))", list_entries);
    case ValueKind::none:
    case ValueKind::text:
    case ValueKind::file: break;
  }
  return ":";  // the shell's own completion of files
}

std::string zsh_values(const OptionDescription& option) {
  switch (option.kind) {
    case ValueKind::none: return "";
    case ValueKind::choice: return fmt::format(":{}:({})", option.value, fmt::join(option.choices, " "));
    case ValueKind::file: return fmt::format(":{}:_files", option.value);
    case ValueKind::entry: return fmt::format(":{}:_klausul_entries", option.value);
    case ValueKind::text: return fmt::format(":{}: ", option.value);
  }
  return "";
}

std::string zsh_option(const OptionDescription& option) {
  const std::string about = "[" + replaced(option.about, "[]:\\") + "]" + zsh_values(option);
  std::string lines;
  for (const std::string& name : option.names) {
    const std::string others = fmt::format("({})", fmt::join(option.names, " "));
    const bool takes_value = option.kind != ValueKind::none && name.starts_with("--");
    lines += " \\\n        " + quoted(others + name + (takes_value ? "=" : "") + about);
  }
  return lines;
}

std::string fish_option(const VerbDescription& verb, const OptionDescription& option) {
  std::string line = fmt::format("complete -c klausul -n {}", quoted("__klausul_at " + verb.name));
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  switch (option.kind) {
    case ValueKind::none: break;
    case ValueKind::file: line += " -r -F"; break;
    case ValueKind::text: line += " -x"; break;
    case ValueKind::choice: line += " -x -a " + quoted(fmt::format("{}", fmt::join(option.choices, " "))); break;
    case ValueKind::entry: line += fmt::format(" -x -a {}", quoted(fmt::format("({})", list_entries))); break;
  }
  return line + " -d " + quoted(option.about) + "\n";
}

}  // namespace

std::string bash_completions(const VerbDescription& program) {
  std::string values;
  std::string words;
  for (const VerbDescription* verb : all_verbs(program)) {
    for (const OptionDescription& option : verb->options) {
      if (option.kind == ValueKind::none) continue;
      std::vector<std::string> cases;
      for (const std::string& name : option.names) cases.push_back(quoted(verb->name + "/" + name));
      values += fmt::format("    {}) {}; return ;;\n", fmt::join(cases, "|"), bash_values(option));
    }
    std::string others = ":";
    for (const OptionDescription& positional : verb->positionals)
      if (positional.kind == ValueKind::entry || positional.kind == ValueKind::choice) others = bash_values(positional);
    const std::string all = fmt::format("COMPREPLY=($(compgen -W {} -- \"$current\"))", quoted(words_of(*verb)));
    words += fmt::format("    {})\n      if [[ $current == -* ]]; then {}; else {}; fi ;;\n", quoted(verb->name), all,
                         verb->verbs.empty() ? others : all);
  }
  return fmt::format(
      R"(# bash completion for klausul: klausul completions bash > ~/.local/share/bash-completion/completions/klausul
_klausul() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} verb= word
  if [[ $current == = ]]; then current=; fi
  if [[ $previous == = ]]; then previous=${{COMP_WORDS[COMP_CWORD-2]}}; fi
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case $verb/$word in
      {}) verb="${{verb:+$verb }}$word" ;;
    esac
  done
  COMPREPLY=()
  case $verb/$previous in
{}  esac
  case $verb in
{}  esac
}}
complete -o default -F _klausul klausul
)",
      verb_cases(program, "|"), values, words);
}

std::string zsh_completions(const VerbDescription& program) {
  std::string functions;
  for (const VerbDescription* verb : all_verbs(program)) {
    std::string name = "_klausul";
    for (const char c : verb->name.empty() ? "" : "_" + verb->name) name += c == ' ' ? '_' : c;
    std::string arguments;
    for (const OptionDescription& option : verb->options) arguments += zsh_option(option);
    if (verb->verbs.empty()) {
      for (const OptionDescription& positional : verb->positionals)
        arguments += " \\\n        " + quoted((positional.repeated ? "*" : "") + zsh_values(positional));
      functions += fmt::format("{}() {{\n    _arguments -s{}\n}}\n\n", name, arguments);
      continue;
    }
    std::string children;
    std::string calls;
    for (const VerbDescription& child : verb->verbs) {
      const std::string own = last_word(child.name);
      children += "\n        " + quoted(own + ":" + replaced(child.about, ":"));
      calls += fmt::format("        {}) {}_{} ;;\n", own, name, own);
    }
    functions += fmt::format(
        "{}() {{\n    local curcontext=$curcontext state line\n    local -a verbs=({})\n    _arguments -C{} \\\n"
        "        '1: :->verb' '*:: :->rest'\n    case $state in\n    verb) _describe verb verbs ;;\n"
        "    rest)\n        case $words[1] in\n{}        esac ;;\n    esac\n}}\n\n",
        name, children, arguments, calls);
  }
  return fmt::format(
      "#compdef klausul\n# zsh completion for klausul: klausul completions zsh > a folder of $fpath, as _klausul\n\n"
      "_klausul_entries() {{\n    local -a entries=(${{(f)\"$({})\"}})\n    compadd -a entries\n}}\n\n{}"
      "_klausul \"$@\"\n",
      list_entries, functions);
}

std::string fish_completions(const VerbDescription& program) {
  std::string lines;
  for (const VerbDescription* verb : all_verbs(program)) {
    for (const VerbDescription& child : verb->verbs)
      lines += fmt::format("complete -c klausul -n {} -f -a {} -d {}\n", quoted("__klausul_at " + verb->name),
                           last_word(child.name), quoted(child.about));
    for (const OptionDescription& option : verb->options) lines += fish_option(*verb, option);
    for (const OptionDescription& positional : verb->positionals) {
      const std::string at = quoted("__klausul_at " + verb->name);
      if (positional.kind == ValueKind::entry)
        lines += fmt::format("complete -c klausul -n {} -f -a {}\n", at, quoted(fmt::format("({})", list_entries)));
      if (positional.kind == ValueKind::choice)
        lines += fmt::format("complete -c klausul -n {} -f -a '{}'\n", at, fmt::join(positional.choices, " "));
    }
  }
  return fmt::format(
      R"(# fish completion for klausul: klausul completions fish > ~/.config/fish/completions/klausul.fish
function __klausul_at
    set -l verb
    for word in (commandline -opc)[2..]
        switch "$verb/$word"
            case {}
                set verb (string trim "$verb $word")
        end
    end
    test "$verb" = "$argv"
end
{})",
      verb_cases(program, " "), lines);
}

void add_completions(CLI::App& program, int& status) {
  auto shell = std::make_shared<std::string>();
  CLI::App& verb = *program.add_subcommand("completions", "Completions for a shell: save what it prints, see its head");
  verb.add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  verb.callback([shell, &program, &status] {
    const VerbDescription described = describe_command_line(program);
    const std::string text = *shell == "bash"  ? bash_completions(described)
                             : *shell == "zsh" ? zsh_completions(described)
                                               : fish_completions(described);
    status = print_out(text) ? exit_clean : exit_wrong_use;
  });
}

}  // namespace klausul
