#include "cli/review.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <new>
#include <thread>
#include <utility>
#include <variant>

#include "annotate/document.h"
#include "cli/digest.h"
#include "read/reader.h"
#include "text/result.h"

namespace klausul {

namespace {

using Outcome = std::variant<std::monostate, DocumentReport, Error>;

Outcome review_file(const std::string& path, const Knowledge& knowledge, const ReviewOptions& options) {
  const ReadLimits limits;
  Result<std::string> bytes = read_bytes(path, limits);
  if (!bytes) return bytes.error();
  std::string sha256 = sha256_of(*bytes);
  std::string kept = options.keep_text ? *bytes : "";
  Result<SourceText> source = read_document(*std::move(bytes), path == "-" ? "" : path, limits);
  if (!source) return source.error();
  Document document = prepare_document(*std::move(source), knowledge.lexicon);
  DocumentReport report = assess(document, knowledge, options.assess, path, std::move(sha256));
  if (options.keep_text)
    report.reviewed = std::make_shared<const ReviewedText>(
        ReviewedText{std::move(kept), std::move(document.source), std::move(document.blocks)});
  return report;
}

/// The other files of the call are still reviewed when one is too much for the machine.
Outcome review_file_alone(const std::string& path, const Knowledge& knowledge, const ReviewOptions& options) {
  try {
    return review_file(path, knowledge, options);
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::too_large, path, "The memory of this machine does not suffice for this file."};
  } catch (const std::exception& mistake) {
    return Error{ErrorKind::internal, path, std::string("A mistake in klausul stopped the review: ") + mistake.what()};
  }
}

}  // namespace

std::optional<DocumentType> type_named(const std::string& name) {
  for (const DocumentType type :
       {DocumentType::dpa, DocumentType::terms, DocumentType::privacy, DocumentType::scc, DocumentType::other}) {
    if (name == name_of(type)) return type;
  }
  return std::nullopt;
}

Report review_files(const std::vector<std::string>& paths, const Knowledge& knowledge, const ReviewOptions& options) {
  std::vector<Outcome> outcomes(paths.size());
  {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t index = next++; index < paths.size(); index = next++) {
        outcomes[index] = review_file_alone(paths[index], knowledge, options);
      }
    };
    const std::size_t wanted = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
    std::vector<std::jthread> workers;
    for (std::size_t count = 1; count < std::min(wanted, paths.size()); ++count) workers.emplace_back(work);
    work();
  }
  Report report{KLAUSUL_VERSION, knowledge.hash, knowledge.law_as_of, {}, {}, knowledge.themes};
  for (std::size_t index = 0; index < paths.size(); ++index) {
    if (auto* document = std::get_if<DocumentReport>(&outcomes[index])) {
      report.documents.push_back(std::move(*document));
    } else if (auto* error = std::get_if<Error>(&outcomes[index])) {
      report.errors.push_back({paths[index], std::move(*error)});
    }
  }
  return report;
}

}  // namespace klausul
