#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "annotate/document.h"
#include "assess/report.h"
#include "rules/knowledge.h"

namespace klausul {

struct AssessOptions {
  std::optional<DocumentType> type;  ///< none: found from the text
  std::vector<std::string> only;     ///< entry ids or families ("breach"); empty: all
  std::vector<std::string> sectors;  ///< of the customer, said by the caller: ids of clauses/sectors.json
  bool ignore_conditions = false;    ///< entries' `when` counts as met (for the tests in clause files)
};

/// Reviews one document. `path` and `sha256` are passed through to the report.
DocumentReport assess(const Document& document, const Knowledge& knowledge, const AssessOptions& options,
                      std::string path, std::string sha256);

/// One passage that an entry's patterns looked at, for `klausul why`.
struct Trace {
  std::string pattern;  ///< "strong/0", "weak/2"
  Evidence passage;
  bool matched = false;              ///< all elements were there
  std::vector<std::string> missing;  ///< elements that were not there (matched == false)
  std::string silenced_by;  ///< "unless/1" when a near miss silenced the match; "weakened_by/0" when it was weakened
};

/// What came near `entry` in the document: every match, and the passages that lacked only one element, in text order;
/// at most `most` of them.
std::vector<Trace> trace(const Document& document, const Knowledge& knowledge, const Entry& entry,
                         std::size_t most = 40);

}  // namespace klausul
