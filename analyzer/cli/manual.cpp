#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/message_language.h"
#include "cli/terminal.h"
#include "cli/verb.h"

namespace klausul {

namespace {

/// Text that man shows as it is: dashes stay dashes, and no line begins a command.
std::string shown(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\')
      result += "\\e";
    else if (c == '-')
      result += "\\-";
    else if (c == '\n')
      result += ' ';
    else
      result += c;
  }
  return (result.starts_with('.') || result.starts_with('\'') ? "\\&" : "") + result;
}

const char* word(const char* english, const char* swedish) {
  return message_language() == Language::sv ? swedish : english;
}

std::string item(const std::string& head, const std::string& text) { return fmt::format(".TP\n{}\n{}\n", head, text); }

std::string synopsis(const VerbDescription& verb) {
  std::string text = fmt::format("\\fBklausul {}\\fR", shown(verb.name));
  if (!verb.options.empty()) text += fmt::format(" [\\fI{}\\fR]", word("OPTIONS", "FLAGGOR"));
  if (!verb.verbs.empty()) text += fmt::format(" \\fI{}\\fR", word("VERB", "VERB"));
  for (const OptionDescription& positional : verb.positionals) {
    const std::string name =
        fmt::format("\\fI{}\\fR{}", shown(positional.names.front()), positional.repeated ? "..." : "");
    text += positional.required ? " " + name : " [" + name + "]";
  }
  return text;
}

std::string option_item(const OptionDescription& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back("\\fB" + shown(name) + "\\fR");
  std::string head = fmt::format("{}", fmt::join(names, ", "));
  if (!option.value.empty()) head += " \\fI" + shown(option.value) + "\\fR";
  return item(head, shown(option.about));
}

std::string verb_section(const VerbDescription& verb) {
  std::string text = fmt::format(".SS {}\n{}.\n", synopsis(verb), shown(verb.about));
  for (const OptionDescription& option : verb.options)
    if (option.names.back() != "--help") text += option_item(option);
  return text;
}

std::string status_section() {
  return fmt::format(".SH {}\n", word("EXIT STATUS", "SLUTSTATUS")) +
         item("0", word("nothing at or above \\-\\-fail\\-on", "inget på eller över \\-\\-fail\\-on")) +
         item("1", word("findings at or above it", "iakttagelser på eller över den")) +
         item("2", word("wrong use, or rules that do not load", "felaktigt bruk, eller regler som inte kan läsas")) +
         item("3", word("some file could not be read", "någon fil kunde inte läsas"));
}

std::string surroundings() {
  return fmt::format(".SH {}\n", word("FILES", "FILER")) +
         item("klausul\\-accepted.json",
              word("Findings that were accepted, in the folder of the contracts they were found in.",
                   "Godtagna iakttagelser, i samma mapp som de avtal där de gjordes.")) +
         fmt::format(".SH {}\n", word("ENVIRONMENT", "MILJÖ")) +
         item("KLAUSUL_KNOWLEDGE", word("Folder with lexicons/ and clauses/.", "Mapp med lexicons/ och clauses/.")) +
         item("NO_COLOR", word("No colours when it is set.", "Inga färger när den är satt.")) +
         item("LC_ALL, LC_MESSAGES, LANG", word("A Swedish locale gives Swedish help and messages.",
                                                "En svensk språkinställning ger hjälp och meddelanden på svenska."));
}

std::string examples() {
  std::string text = fmt::format(".SH {}\n.nf\n", word("EXAMPLES", "EXEMPEL"));
  for (const char* line : {"klausul check avtal.docx", "klausul check \\-\\-format xlsx \\-o avtal.xlsx avtal.docx",
                           "klausul accept avtal.docx breach.late\\-trigger \\-\\-reason \"...\" \\-\\-by \"Eva Ek\"",
                           "klausul explain subprocessor.notice"})
    text += std::string(line) + "\n";
  return text + ".fi\n";
}

}  // namespace

std::string manual_page(const VerbDescription& program) {
  std::string page = fmt::format(".TH KLAUSUL 1 \"\" \"klausul {}\" \"\"\n.nh\n.ad l\n", KLAUSUL_VERSION);
  page += fmt::format(".SH {}\nklausul \\- {}\n", word("NAME", "NAMN"),
                      word("reviews vendor terms and data processing agreements",
                           "granskar leverantörsvillkor och personuppgiftsbiträdesavtal"));
  page += fmt::format(".SH {}\n.nf\n", word("SYNOPSIS", "ANVÄNDNING"));
  for (const VerbDescription& verb : program.verbs) page += synopsis(verb) + "\n";
  page += fmt::format(".fi\n.SH {}\n{}\n", word("DESCRIPTION", "BESKRIVNING"), shown(program.about));
  page += fmt::format(".SH {}\n", word("VERBS", "VERB"));
  for (const VerbDescription* verb : all_verbs(program))
    if (!verb->name.empty()) page += verb_section(*verb);
  return page + status_section() + surroundings() + examples();
}

void add_manual(CLI::App& program, int& status) {
  CLI::App& verb = *program.add_subcommand("manual", "The manual page, for man -l or a folder of man pages");
  verb.callback([&program, &status] {
    status = print_out(manual_page(describe_command_line(program))) ? exit_clean : exit_wrong_use;
  });
}

}  // namespace klausul
