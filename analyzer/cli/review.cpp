#include "cli/review.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <variant>

#include "annotate/document.h"
#include "cli/old_word.h"
#include "read/contained_files.h"
#include "read/reader.h"
#include "text/digest.h"
#include "text/result.h"

namespace klausul {

namespace {

using Outcome = std::variant<DocumentReport, FileError, SkippedFile>;

Outcome review_document(ContainedFile file, const Knowledge& knowledge, const ReviewOptions& options) {
  if (file.error) return FileError{std::move(file.path), std::move(*file.error)};
  if (!file.left_out.empty()) return SkippedFile{std::move(file.path), std::move(file.left_out)};
  std::string sha256 = sha256_of(file.bytes);
  std::string kept = options.keep_text ? file.bytes : "";
  Result<SourceText> source = read_contained_document(file, options.read);
  if (!source) return FileError{std::move(file.path), source.error()};
  Document document = prepare_document(*std::move(source), knowledge.lexicon);
  DocumentReport report = assess(document, knowledge, options.assess, file.path, std::move(sha256));
  if (options.keep_text)
    report.reviewed = std::make_shared<const ReviewedText>(
        ReviewedText{std::move(kept), std::move(document.source), std::move(document.blocks)});
  return report;
}

/// The other documents of the call are still reviewed when one is too much for the machine.
template <typename Work>
auto guarded(const std::string& path, const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return {
        FileError{path, {ErrorKind::too_large, path, "The memory of this machine does not suffice for this file."}}};
  } catch (const std::exception& mistake) {
    return {FileError{
        path, {ErrorKind::internal, path, std::string("A mistake in klausul stopped the review: ") + mistake.what()}}};
  }
}

/// One file may hold several documents, each with an outcome of its own.
std::vector<Outcome> review_file(const InputPath& input, const Knowledge& knowledge, const ReviewOptions& options) {
  if (input.error) return {FileError{input.path, *input.error}};
  if (!input.left_out.empty()) return {SkippedFile{input.path, input.left_out}};
  const ReadLimits limits;
  Result<std::string> bytes = read_contained(input.path, limits);
  if (!bytes) return {FileError{input.path, bytes.error()}};
  std::vector<Outcome> outcomes;
  for (ContainedFile& file : documents_in(*std::move(bytes), input.path, input.origin, limits)) {
    const std::string path = file.path;
    outcomes.push_back(guarded(
        path, [&]() -> Outcome { return review_document(with_conversion(std::move(file)), knowledge, options); }));
  }
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
  std::vector<std::vector<Outcome>> outcomes(inputs.size());
  {
    std::atomic<std::size_t> next = 0;
    std::mutex telling;
    std::size_t done = 0;
    const auto work = [&] {
      for (std::size_t index = next++; index < inputs.size(); index = next++) {
        outcomes[index] = guarded(inputs[index].path, [&] { return review_file(inputs[index], knowledge, options); });
        const std::scoped_lock one_at_a_time(telling);
        if (options.on_done) options.on_done(++done);
      }
    };
    const std::size_t wanted = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
    std::vector<std::jthread> workers;
    for (std::size_t count = 1; count < std::min(wanted, inputs.size()); ++count) workers.emplace_back(work);
    work();
  }
  Report report{KLAUSUL_VERSION, knowledge.hash, knowledge.law_as_of, {}, {}, knowledge.themes, {}, knowledge.families};
  for (std::vector<Outcome>& of_file : outcomes) {
    for (Outcome& outcome : of_file) {
      if (auto* document = std::get_if<DocumentReport>(&outcome)) report.documents.push_back(std::move(*document));
      if (auto* error = std::get_if<FileError>(&outcome)) report.errors.push_back(std::move(*error));
      if (auto* skipped = std::get_if<SkippedFile>(&outcome)) report.skipped.push_back(std::move(*skipped));
    }
  }
  return report;
}

}  // namespace klausul
