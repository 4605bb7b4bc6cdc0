#include "cli/review.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <thread>
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

constexpr std::size_t kMostShares = 8;  ///< each worker that takes part has all of the unpacked archive in memory

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

/// The part of a file that one worker reviews: every `shares`-th of its documents, from number `share` on.
struct FileShare {
  std::size_t input = 0;
  std::size_t share = 0;
  std::size_t shares = 1;
};

/// What a worker does. One file may hold several documents, each with an outcome of its own; the first `skip` of its
/// share are done.
void review_file(const InputPath& file, const FileShare& part, const InputBytes& input, std::size_t skip,
                 const Knowledge& knowledge, const ReviewOptions& options, WorkVoice& voice) {
  Result<std::string> bytes = input.of(file.path);
  if (!bytes) {
    if (part.share == 0) voice.give(encode(FileError{file.path, bytes.error()}));
    return;
  }
  std::vector<ContainedFile> documents = documents_in(*std::move(bytes), file.path, file.origin, ReadLimits{});
  for (std::size_t index = part.share + skip * part.shares; index < documents.size(); index += part.shares) {
    voice.begin(documents[index].path, index + part.shares >= documents.size());
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

bool holds_files(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  return extension == ".zip" || extension == ".ZIP" || extension == ".eml";
}

/// Fewer files than workers: those that hold others are shared, though each worker has to unpack them.
std::vector<FileShare> shares_of(const std::vector<std::size_t>& to_review, const std::vector<InputPath>& inputs,
                                 unsigned jobs) {
  const std::size_t workers = jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
  std::vector<FileShare> parts;
  for (const std::size_t input : to_review) {
    const bool is_shared = to_review.size() < workers && holds_files(inputs[input].path);
    const std::size_t shares = is_shared ? std::min(workers, kMostShares) : 1;
    for (std::size_t share = 0; share < shares; ++share) parts.push_back({input, share, shares});
  }
  return parts;
}

/// The outcomes of a file's shares in the order of its documents. What befell all of them is said once.
std::vector<Outcome> in_order(std::vector<std::vector<Outcome>> shares) {
  std::vector<Outcome> all;
  std::set<std::string> errors;
  std::size_t most = 0;
  for (const std::vector<Outcome>& share : shares) most = std::max(most, share.size());
  for (std::size_t index = 0; index < most; ++index) {
    for (std::vector<Outcome>& share : shares) {
      if (index >= share.size()) continue;
      const auto* error = std::get_if<FileError>(&share[index]);
      if (error == nullptr || errors.insert(error->path + '\n' + error->error.what).second)
        all.push_back(std::move(share[index]));
    }
  }
  return all;
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
  const std::vector<FileShare> parts = shares_of(to_review, inputs, options.jobs);
  std::vector<std::vector<std::vector<Outcome>>> of_shares(inputs.size());
  WorkOrder order;
  for (const FileShare& part : parts) {
    order.names.push_back(inputs[part.input].path);
    of_shares[part.input].resize(part.shares);
  }
  order.limits = options.limits;
  order.jobs = options.jobs;
  order.help = run_for_worker;
  order.work = [&](std::size_t item, std::size_t skip, WorkVoice& voice) {
    run_programs_through(voice);
    review_file(inputs[parts[item].input], parts[item], input, skip, knowledge, options, voice);
  };
  order.deliver = [&](std::size_t item, Result<std::string> answer) {
    of_shares[parts[item].input][parts[item].share].push_back(outcome_of(std::move(answer), order.names[item]));
  };
  std::size_t done = inputs.size() - to_review.size();
  std::vector<std::size_t> shares_done(inputs.size());
  order.finished = [&](std::size_t item) {
    const bool is_last = ++shares_done[parts[item].input] == parts[item].shares;
    if (is_last && options.on_done) options.on_done(++done);
  };
  if (!work_in_processes(order)) complain_of_missing_filter();
  for (const std::size_t index : to_review) outcomes[index] = in_order(std::move(of_shares[index]));
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
