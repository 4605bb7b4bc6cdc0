#include "read/left_out.h"

#include <string>

namespace klausul {
namespace {

void leave_out(TextBuilder& builder, std::size_t count, const char* what) {
  if (count == 0) return;
  builder.coverage().complete = false;
  builder.add_limit(std::to_string(count) + " " + what);
}

}  // namespace

void note_left_out(TextBuilder& builder, const LeftOut& left_out) {
  const ReadCoverage& coverage = builder.coverage();
  if (coverage.tracked_insertions + coverage.tracked_deletions > 0)
    builder.add_limit("The document has tracked changes: " + std::to_string(coverage.tracked_insertions) +
                      " insertions were read as accepted, " + std::to_string(coverage.tracked_deletions) +
                      " deletions were left out.");
  leave_out(builder, left_out.hidden_runs, "stretches of hidden text were left out.");
  leave_out(builder, left_out.embedded_documents, "embedded documents were left out.");
  leave_out(builder, left_out.diagrams, "diagrams or charts were left out; they may hold text.");
  if (left_out.comments > 0)
    builder.add_limit(std::to_string(left_out.comments) + " comments in the margin were not read.");
}

}  // namespace klausul
