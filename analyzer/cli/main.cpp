#include <malloc.h>

#include <CLI/CLI.hpp>
#include <clocale>
#include <cstdio>
#include <utility>

#include "cli/complain.h"
#include "cli/message_language.h"
#include "cli/swedish_help.h"
#include "cli/verb.h"

namespace {

constexpr const char* about =
    "Reviews vendor terms and data processing agreements in Swedish and English: what is there, what is weak,\n"
    "what is missing and what misleads, clause by clause, with the exact quote. Works offline.";

constexpr const char* footer =
    "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or broken rules, 3 a file could not be "
    "read.";

/// What the parser's library writes around the help.
constexpr std::pair<const char*, const char*> swedish_labels[] = {{"Usage", "Användning"},     {"OPTIONS", "FLAGGOR"},
                                                                  {"SUBCOMMAND", "VERB"},      {"SUBCOMMANDS", "VERB"},
                                                                  {"Positionals", "Argument"}, {"REQUIRED", "KRÄVS"}};

}  // namespace

int main(int argument_count, char** arguments) {
  // Large vectors come and go while a document is prepared; kept in the heap they would raise the peak by a tenth.
  mallopt(M_MMAP_THRESHOLD, 256 * 1024);

  klausul::choose_message_language(argument_count, arguments);
  CLI::App program{about, "klausul"};
  program.set_version_flag("--version", std::string("klausul ") + KLAUSUL_VERSION);
  program.footer(footer);
  program.require_subcommand(1);
  program.get_formatter()->column_width(34);

  int status = klausul::exit_clean;
  for (const auto add : {klausul::add_check, klausul::add_compare, klausul::add_accept, klausul::add_baseline,
                         klausul::add_explain, klausul::add_rules, klausul::add_why, klausul::add_print,
                         klausul::add_score, klausul::add_completions, klausul::add_manual}) {
    add(program, status);
  }
  if (klausul::message_language() == klausul::Language::sv) {
    klausul::translate_help(program);
    for (const auto& [english, swedish] : swedish_labels) program.get_formatter()->label(english, swedish);
  }
  try {
    program.parse(argument_count, arguments);
  } catch (const CLI::Success& wanted) {
    return program.exit(wanted);
  } catch (const CLI::ParseError& mistake) {
    std::string sentence = mistake.what();
    while (sentence.ends_with('\n')) sentence.pop_back();
    if (!sentence.ends_with('.')) sentence += '.';
    klausul::complain(sentence + " See klausul --help.");
    return klausul::exit_wrong_use;
  }
  if (std::fflush(stdout) != 0) {
    klausul::complain("The output could not be written.");
    return klausul::exit_unreadable;
  }
  return status;
}
