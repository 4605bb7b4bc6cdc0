#include "cli/review.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "annotate/document.h"
#include "cli/in_worker.h"
#include "cli/input_bytes.h"
#include "cli/programs_for_workers.h"
#include "isolate/outcome.h"
#include "isolate/worker_pool.h"
#include "read/contained_files.h"
#include "read/reader.h"
#include "read/reader_error.h"
#include "text/digest.h"
#include "text/result.h"

namespace klausul {

namespace {

Outcome review_document(ContainedFile file, const Knowledge& knowledge, const ReviewOptions& options) {
  if (file.error) return FileError{std::move(file.path), std::move(*file.error)};
  if (!file.left_out.empty()) return SkippedFile{std::move(file.path), std::move(file.left_out)};
  std::string sha256 = sha256_of(file.bytes);
  std::string kept = options.keep_text ? file.bytes : "";
  // What of a PDF is read in half the time is worth more than a worker that is stopped.
  ReadLimits limits;
  limits.seconds = std::min(limits.seconds, 1 + static_cast<std::size_t>(options.limits.time.count()) / 2);
  Result<SourceText> source = read_contained_document(file, options.read, limits);
  if (!source) return FileError{std::move(file.path), source.error()};
  Document document = prepare_document(*std::move(source), knowledge.lexicon);
  DocumentReport report = assess(document, knowledge, options.assess, file.path, std::move(sha256));
  if (options.keep_text)
    report.reviewed = std::make_shared<const ReviewedText>(
        ReviewedText{std::move(kept), std::move(document.source), std::move(document.blocks)});
  return report;
}

/// A mistake of ours that shows as an exception can say more than a process that ended.
Outcome review_guarded(ContainedFile file, const Knowledge& knowledge, const ReviewOptions& options) {
  const std::string path = file.path;
  try {
    return review_document(std::move(file), knowledge, options);
  } catch (const std::exception& mistake) {
    return FileError{
        path, {ErrorKind::internal, path, std::string("A mistake in klausul stopped the review: ") + mistake.what()}};
  }
}

/// What a worker does. One file may hold several documents, each with an outcome of its own.
void review_file(const InputPath& file, const InputBytes& input, std::size_t skip, const Knowledge& knowledge,
                 const ReviewOptions& options, WorkVoice& voice) {
  Result<std::string> bytes = input.of(file.path);
  if (!bytes) return voice.give(encode(FileError{file.path, bytes.error()}));
  std::vector<ContainedFile> documents = documents_in(*std::move(bytes), file.path, file.origin, ReadLimits{});
  for (std::size_t index = skip; index < documents.size(); ++index) {
    voice.begin(documents[index].path, index + 1 == documents.size());
    voice.give(encode(review_guarded(converted_for_worker(std::move(documents[index]), voice), knowledge, options)));
  }
}

/// What a worker answered. The path comes from it and is believed only when it is the file's or one within it.
Outcome outcome_of(Result<std::string> answer, const std::string& path) {
  if (!answer) return FileError{answer.error().where, answer.error()};
  std::optional<Outcome> outcome = decode_outcome(*answer);
  const auto is_within = [&](const auto& document) { return document.path.starts_with(path); };
  if (outcome && std::visit(is_within, *outcome)) return *std::move(outcome);
  return FileError{path, reader_error(ErrorKind::crashed, path, "spoilt its review. The file is damaged or hostile.")};
}

std::vector<std::string> paths_of(const std::vector<InputPath>& inputs) {
  std::vector<std::string> paths;
  for (const InputPath& input : inputs) paths.push_back(input.path);
  return paths;
}

/// The outcomes for each file.
std::vector<std::vector<Outcome>> review_in_workers(const std::vector<InputPath>& inputs, const Knowledge& knowledge,
                                                    const ReviewOptions& options) {
  std::vector<std::vector<Outcome>> outcomes(inputs.size());
  std::vector<std::size_t> to_review;  // what needs no reading needs no worker
  for (std::size_t index = 0; index < inputs.size(); ++index) {
    if (inputs[index].error)
      outcomes[index] = {FileError{inputs[index].path, *inputs[index].error}};
    else if (!inputs[index].left_out.empty())
      outcomes[index] = {SkippedFile{inputs[index].path, inputs[index].left_out}};
    else
      to_review.push_back(index);
  }
  const InputBytes input(paths_of(inputs));
  WorkOrder order;
  for (const std::size_t index : to_review) order.names.push_back(inputs[index].path);
  order.limits = options.limits;
  order.jobs = options.jobs;
  order.help = run_for_worker;
  order.work = [&](std::size_t item, std::size_t skip, WorkVoice& voice) {
    run_programs_through(voice);
    review_file(inputs[to_review[item]], input, skip, knowledge, options, voice);
  };
  order.deliver = [&](std::size_t item, Result<std::string> answer) {
    outcomes[to_review[item]].push_back(outcome_of(std::move(answer), order.names[item]));
  };
  std::size_t done = inputs.size() - to_review.size();
  if (options.on_done) order.finished = [&](std::size_t) { options.on_done(++done); };
  if (!work_in_processes(order)) complain_of_missing_filter();
  return outcomes;
}

}  // namespace

std::optional<DocumentType> type_named(const std::string& name) {
  for (const DocumentType type :
       {DocumentType::dpa, DocumentType::terms, DocumentType::privacy, DocumentType::scc, DocumentType::other}) {
    if (name == name_of(type)) return type;
  }
  return std::nullopt;
}

Report review_files(const std::vector<InputPath>& inputs, const Knowledge& knowledge, const ReviewOptions& options) {
  Report report{KLAUSUL_VERSION, knowledge.hash, knowledge.law_as_of, {}, {}, knowledge.themes, {}, knowledge.families};
  for (std::vector<Outcome>& of_file : review_in_workers(inputs, knowledge, options)) {
    for (Outcome& outcome : of_file) {
      if (auto* document = std::get_if<DocumentReport>(&outcome)) report.documents.push_back(std::move(*document));
      if (auto* error = std::get_if<FileError>(&outcome)) report.errors.push_back(std::move(*error));
      if (auto* skipped = std::get_if<SkippedFile>(&outcome)) report.skipped.push_back(std::move(*skipped));
    }
  }
  return report;
}

}  // namespace klausul
