#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "assess/entry_tests.h"
#include "cli/complain.h"
#include "cli/describe.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/verb.h"

namespace klausul {

namespace {

struct RulesOptions {
  std::string selector;
  std::string knowledge;
};

int list_rules(const RulesOptions& options) {
  const auto knowledge = open_knowledge(options.knowledge);
  if (!knowledge) return exit_wrong_use;
  std::string text;
  for (const Entry& entry : knowledge->entries) {
    text += fmt::format("{:<36} {:<10} {:<8} {:<24} {}\n", entry.id, name_of(entry.kind), name_of(entry.severity),
                        applies_to_text(entry), entry.title.en);
  }
  text += fmt::format("{} entries, rules {}, law as of {}\n", knowledge->entries.size(), knowledge->hash,
                      knowledge->law_as_of);
  return print_out(text) ? exit_clean : exit_wrong_use;
}

/// The tests inside the clause files.
int test_rules(const RulesOptions& options) {
  const auto knowledge = open_knowledge(options.knowledge, true);
  if (!knowledge) return exit_wrong_use;
  if (!options.selector.empty() && !are_known(*knowledge, {options.selector})) return exit_wrong_use;
  const std::vector<TestFailure> failures = run_entry_tests(*knowledge, options.selector);
  for (const TestFailure& failure : failures) {
    complain(fmt::format("{}: /tests/{}", failure.entry, failure.test), failure.what);
  }
  std::size_t entries = 0;
  std::size_t tests = 0;
  for (const Entry& entry : knowledge->entries) {
    if (!options.selector.empty() && !entry.is_called(options.selector)) continue;
    ++entries;
    tests += entry.tests.size();
  }
  print_out(fmt::format("{} tests in {} entries, {} failures\n", tests, entries, failures.size()));
  return failures.empty() ? exit_clean : exit_wrong_use;
}

/// Strict loading, then the gates beyond the tests: every pattern is needed, no suggestion triggers a flag.
int check_all_rules(const RulesOptions& options) {
  const auto knowledge = open_knowledge(options.knowledge, true);
  if (!knowledge) return exit_wrong_use;
  if (!options.selector.empty() && !are_known(*knowledge, {options.selector})) return exit_wrong_use;
  const std::vector<Problem> problems = check_entries(*knowledge);
  for (const Problem& problem : problems) {
    complain(problem.path.empty() ? problem.file : problem.file + ": " + problem.path, problem.what);
  }
  print_out(fmt::format("{} entries, {} concepts, {} problems\n", knowledge->entries.size(),
                        knowledge->lexicon.concepts().size(), problems.size()));
  return problems.empty() ? exit_clean : exit_wrong_use;
}

}  // namespace

void add_rules(CLI::App& program, int& status) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App& verb = *program.add_subcommand("rules", "List, test and check the rules");
  verb.require_subcommand(0, 1);
  add_knowledge_option(verb, options->knowledge);
  CLI::App& list = *verb.add_subcommand("list", "One line for each entry (the same as no word)");
  CLI::App& test = *verb.add_subcommand("test", "Run the tests inside the clause files");
  CLI::App& check = *verb.add_subcommand(
      "check", "Load strictly and run the gates: every pattern is needed, no suggestion triggers a flag");
  for (CLI::App* child : {&list, &test, &check}) add_knowledge_option(*child, options->knowledge);
  for (CLI::App* child : {&test, &check}) {
    child->add_option("ENTRY", options->selector, "Entry or family (default: all)");
  }
  test.callback([options, &status] { status = test_rules(*options); });
  check.callback([options, &status] { status = check_all_rules(*options); });
  verb.callback([options, &verb, &test, &check, &status] {
    if (!test.parsed() && !check.parsed()) status = list_rules(*options);
  });
}

}  // namespace klausul
