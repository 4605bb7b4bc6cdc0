#pragma once

#include <string>
#include <vector>

#include "rules/knowledge.h"
#include "score/score_sheet.h"
#include "text/result.h"

namespace klausul {

struct ScoreOptions {
  std::vector<std::string> only;  ///< entry ids or families; empty: all
  bool list = false;              ///< also every mistake
  bool types_from_names =
      false;  ///< take the type from "dpa", "tos", "terms", "pp", "privacy" in the name, not from the text
};

/// `folder` holds documents in en/ and sv/ and labels/<name>.tsv (id, status, lines, note), or as corpus/ a folder for
/// each document with source.* and labels.tsv.
Result<ScoreSheet> score_documents(const std::string& folder, const Knowledge& knowledge, const ScoreOptions& options);

/// `folder` holds *.jsonl: one short passage a line, and whether its entry is to be found in it.
Result<ScoreSheet> score_challenge(const std::string& folder, const Knowledge& knowledge, const ScoreOptions& options);

/// `folder` holds agreements (*.txt, one sentence a line), status.tsv (file, entry, status) and labels.tsv (file, line,
/// entry).
Result<ScoreSheet> score_requirements(const std::string& folder, const Knowledge& knowledge,
                                      const ScoreOptions& options);

/// `folder` holds terms (*.txt, one sentence a line) and labels.tsv (file, line): the sentences on changes by the
/// vendor.
Result<ScoreSheet> score_change(const std::string& folder, const Knowledge& knowledge, const ScoreOptions& options);

}  // namespace klausul
