#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

#include "cli/complain.h"
#include "cli/in_worker.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/review.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/text_page.h"

namespace klausul {

namespace {

struct WhyOptions {
  std::string id;
  std::string file;
  std::string type = "auto";
  std::string knowledge;
  ReadOptions read;
  std::size_t most = 40;
  WorkerLimits limits;
};

std::string place_text(const Evidence& passage) {
  std::string text = passage.label;
  if (passage.page != 0) text += fmt::format("{}p. {}", text.empty() ? "" : ", ", passage.page);
  if (passage.line != 0) text += fmt::format("{}line {}", text.empty() ? "" : ", ", passage.line);
  return text;
}

std::string verdict_text(const Trace& passage) {
  if (!passage.matched) return fmt::format("lacks {}", fmt::join(passage.missing, ", "));
  if (passage.silenced_by.empty()) return "matches";
  const bool weakened = passage.silenced_by.starts_with("weakened_by");
  return fmt::format("matches, {} by {}", weakened ? "made weak" : "silenced", passage.silenced_by);
}

std::string why_text(const Document& document, const Knowledge& knowledge, const Entry& entry,
                     const WhyOptions& options) {
  AssessOptions assess_options;
  assess_options.type = type_named(options.type);
  const DocumentReport report = assess(document, knowledge, assess_options, options.file, "");

  TextPage page(terminal_width(), wants_colour("auto"));
  for (const EntryResult& result : report.entries) {
    if (result.id != entry.id) continue;
    page.line(fmt::format("{}: {} (document type {})", result.id, name_of(result.status), name_of(report.type)),
              TextStyle::strong);
    if (!result.reason.empty()) page.line(result.reason);
  }
  const std::vector<Trace> passages = trace(document, knowledge, entry, options.most);
  if (passages.empty()) page.line("No passage came near.");
  for (const Trace& passage : passages) {
    page.blank();
    page.line(fmt::format("{} {}: {}", passage.pattern, place_text(passage.passage), verdict_text(passage)));
    page.paragraph("  │ ", "  │ ", passage.passage.quote);
  }
  return page.take();
}

int why(const WhyOptions& options) {
  const auto knowledge = open_knowledge(options.knowledge);
  if (!knowledge) return exit_wrong_use;
  const Entry* entry = find_entry(*knowledge, options.id);
  if (entry == nullptr) return exit_wrong_use;
  const Result<std::string> text =
      write_in_worker(options.file, *knowledge, options.read, options.limits,
                      [&](const Document& document) { return why_text(document, *knowledge, *entry, options); });
  if (!text) {
    complain(options.file, text.error().what);
    return exit_unreadable;
  }
  return print_out(*text) ? exit_clean : exit_wrong_use;
}

}  // namespace

void add_why(CLI::App& program, int& status) {
  auto options = std::make_shared<WhyOptions>();
  CLI::App& verb = *program.add_subcommand("why", "What came near an entry in a file, and what silenced it");
  verb.add_option("ID", options->id, "Entry")->required();
  verb.add_option("FILE", options->file, "File; - is standard input")->required();
  add_type_option(verb, options->type);
  verb.add_option("--most", options->most, "At most so many passages (default: 40)")->option_text("N");
  add_knowledge_option(verb, options->knowledge);
  add_read_options(verb, options->read);
  add_limit_options(verb, options->limits);
  verb.callback([options, &status] { status = why(*options); });
}

}  // namespace klausul
