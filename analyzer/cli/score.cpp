#include "score/score.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/complain.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/printable.h"

namespace klausul {

namespace {

struct ScoreVerbOptions {
  std::string documents, challenge, requirements, change;  ///< folders; exactly one is set
  std::string format = "text";
  std::string knowledge;
  ScoreOptions options;
};

Result<ScoreSheet> sheet_for(const ScoreVerbOptions& options, const Knowledge& knowledge) {
  if (!options.challenge.empty()) return score_challenge(options.challenge, knowledge, options.options);
  if (!options.requirements.empty()) return score_requirements(options.requirements, knowledge, options.options);
  if (!options.change.empty()) return score_change(options.change, knowledge, options.options);
  return score_documents(options.documents, knowledge, options.options);
}

int score(const ScoreVerbOptions& options) {
  const auto knowledge = open_knowledge(options.knowledge);
  if (!knowledge || !are_known(*knowledge, options.options.only)) return exit_wrong_use;
  const Result<ScoreSheet> sheet = sheet_for(options, *knowledge);
  if (!sheet) {
    complain(sheet.error().where, sheet.error().what);
    return exit_unreadable;
  }
  const std::string text = options.format == "json"       ? write_score_json(*sheet)
                           : options.format == "markdown" ? write_score_markdown(*sheet)
                                                          : write_score_text(*sheet);
  return print_out(is_terminal() ? printable(text) : text) ? exit_clean : exit_wrong_use;
}

}  // namespace

void add_score(CLI::App& program, int& status) {
  auto options = std::make_shared<ScoreVerbOptions>();
  CLI::App& verb = *program.add_subcommand("score", "Compare with labels made by people");
  CLI::Option_group& source = *verb.add_option_group("labels", "What to compare with: one of these");
  source.add_option("FOLDER", options->documents, "Folder with en/, sv/ and labels/<name>.tsv, or like corpus/");
  source.add_option("--challenge", options->challenge, "Folder with short passages (*.jsonl)")->option_text("FOLDER");
  source.add_option("--requirements", options->requirements, "Folder with status.tsv and labels.tsv")
      ->option_text("FOLDER");
  source.add_option("--change", options->change, "Folder with labelled sentences on changes")->option_text("FOLDER");
  source.require_option(1);
  add_only_option(verb, options->options.only);
  verb.add_flag("--list", options->options.list, "Also list every mistake");
  verb.add_flag("--types-from-names", options->options.types_from_names,
                "Take the type from dpa, tos, pp in the names, not from the text");
  verb.add_option("--format", options->format, "text (default), json or markdown")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  add_knowledge_option(verb, options->knowledge);
  verb.callback([options, &status] { status = score(*options); });
}

}  // namespace klausul
