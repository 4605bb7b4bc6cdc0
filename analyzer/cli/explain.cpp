#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/complain.h"
#include "cli/describe.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/verb.h"

namespace klausul {

namespace {

struct ExplainOptions {
  std::vector<std::string> ids;
  std::string knowledge;
};

int explain(const ExplainOptions& options) {
  const auto knowledge = open_knowledge(options.knowledge);
  if (!knowledge) return exit_wrong_use;
  std::string text;
  for (const std::string& id : options.ids) {
    const Entry* entry = find_entry(*knowledge, id);
    if (entry == nullptr) return exit_wrong_use;
    if (!text.empty()) text += '\n';
    text += entry_page(*entry);
  }
  return print_out(text) ? exit_clean : exit_wrong_use;
}

}  // namespace

void add_explain(CLI::App& program, int& status) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App& verb = *program.add_subcommand("explain", "The catalogue page of an entry");
  verb.add_option("ID", options->ids, "Entry, such as subprocessor.notice")->required()->option_text("...");
  add_knowledge_option(verb, options->knowledge);
  verb.callback([options, &status] { status = explain(*options); });
}

}  // namespace klausul
