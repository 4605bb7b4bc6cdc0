#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "cli/complain.h"
#include "cli/in_worker.h"
#include "cli/knowledge_folder.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "report/printable.h"
#include "structure/print_blocks.h"

namespace klausul {

namespace {

std::string gap_text(std::uint8_t gap) {
  constexpr std::array signs = {std::pair{gap_hyphen, '-'},  std::pair{gap_quote, '"'},     std::pair{gap_comma, ','},
                                std::pair{gap_colon, ':'},   std::pair{gap_semicolon, ';'}, std::pair{gap_stop, '.'},
                                std::pair{gap_bracket, '('}, std::pair{gap_other, '*'}};
  std::string text;
  for (const auto& [bit, sign] : signs) {
    if ((gap & bit) != 0) text += sign;
  }
  return text;
}

std::string print_text(const Document& document, const Lexicon&) { return document.source.text; }

std::string print_blocks(const Document& document, const Lexicon&) {
  std::string text;
  for (const Block& block : document.blocks) {
    const std::string_view body = document.text(block.heading.empty() ? block.body : block.heading);
    text += fmt::format("{:{}}{} [{}] {} {}-{} {}\n", "", block.level * 2U, name_of(block.kind), block.label,
                        name_of(block.language), block.body.begin, block.body.end, body);
  }
  return text;
}

std::string print_tokens(const Document& document, const Lexicon&) {
  std::string text;
  for (const Token& token : document.tokens) {
    text += fmt::format("{}-{}\t{}\t{}\t{}{}\n", token.span().begin, token.span().end, gap_text(token.gap),
                        document.text(token.span()), document.words.word(token.word), token.number ? "\tnumber" : "");
  }
  return text;
}

std::string print_sentences(const Document& document, const Lexicon&) {
  std::string text;
  for (std::size_t index = 0; index < document.sentences.size(); ++index) {
    const Sentence& sentence = document.sentences[index];
    const Block& block = document.blocks[sentence.block];
    text += fmt::format("{}\t{}-{}\t[{}]\t{}{}\t{}\n", index, sentence.span.begin, sentence.span.end, block.label,
                        sentence.heading ? std::string_view("heading") : name_of(block.kind),
                        sentence.lead_in < 0 ? "" : fmt::format(" after {}", sentence.lead_in),
                        document.text(sentence.span));
  }
  return text;
}

/// What a period or law reference says, "" for other concepts.
std::string value_text(const Annotation& annotation, const Document& document, const Lexicon& lexicon) {
  if (annotation.concept_id == builtin_duration) {
    const Clock& clock = document.clock_of(annotation);
    return fmt::format("{} {} {} {}", name_of(clock.bound), clock.amount, name_of(clock.unit), clock.trigger);
  }
  if (annotation.concept_id == builtin_law_reference) {
    const LawReference& reference = document.law_reference_of(annotation);
    std::string text = reference.act < lexicon.acts().size() ? lexicon.acts()[reference.act].id : "?";
    if (!reference.article.empty()) text += "/" + reference.article;
    if (!reference.paragraph.empty()) text += "(" + reference.paragraph + ")";
    if (!reference.point.empty()) text += "(" + reference.point + ")";
    return text;
  }
  return "";
}

std::string print_annotations(const Document& document, const Lexicon& lexicon) {
  std::string text;
  for (const Annotation& annotation : document.annotations) {
    const Span span = document.span_of(annotation);
    const std::string actor = annotation.actor == Actor::none ? "" : fmt::format("@{}", name_of(annotation.actor));
    text += fmt::format("{}-{}\t{}{}{}\t{}\t{}\n", span.begin, span.end, annotation.negated ? "not:" : "",
                        lexicon.concepts()[annotation.concept_id].id, actor, document.text(span),
                        value_text(annotation, document, lexicon));
  }
  return text;
}

struct View {
  const char* name;
  const char* about;
  std::string (*print)(const Document& document, const Lexicon& lexicon);
};

constexpr std::array views = {
    View{"text", "The extracted text, to which begin and end of a report refer", print_text},
    View{"blocks", "The tree of sections, clauses, items and cells", print_blocks},
    View{"tokens", "Words with offsets and the signs before them", print_tokens},
    View{"annotations", "Concepts found, with who acts and what is negated", print_annotations},
    View{"sentences", "Sentences with offsets, label and lead-in", print_sentences},
};

struct PrintOptions {
  std::string file;
  std::string knowledge;
  ReadOptions read;
  WorkerLimits limits;
};

int print(const PrintOptions& options, const View& view) {
  const auto knowledge = open_knowledge(options.knowledge);
  if (!knowledge) return exit_wrong_use;
  const Result<std::string> text =
      write_in_worker(options.file, *knowledge, options.read, options.limits,
                      [&](const Document& document) { return view.print(document, knowledge->lexicon); });
  if (!text) {
    complain(options.file, text.error().what);
    return exit_unreadable;
  }
  // Exact bytes for programs, nothing that a terminal would obey for people.
  return print_out(is_terminal() ? printable(*text) : *text) ? exit_clean : exit_wrong_use;
}

}  // namespace

void add_print(CLI::App& program, int& status) {
  auto options = std::make_shared<PrintOptions>();
  CLI::App& verb = *program.add_subcommand("print", "Show what klausul made of a file");
  verb.require_subcommand(1);
  for (const View& view : views) {
    CLI::App& child = *verb.add_subcommand(view.name, view.about);
    child.add_option("FILE", options->file, "File; - is standard input")->required();
    add_knowledge_option(child, options->knowledge);
    add_read_options(child, options->read);
    add_limit_options(child, options->limits);
    child.callback([options, &view, &status] { status = print(*options, view); });
  }
}

}  // namespace klausul
