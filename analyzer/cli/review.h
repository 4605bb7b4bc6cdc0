#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "read/folder_files.h"
#include "rules/knowledge.h"

namespace klausul {

/// The type that --type names; none for "auto".
std::optional<DocumentType> type_named(const std::string& name);

/// Reviews the documents in the files with `jobs` threads (0: as many as the machine has cores). The report is in the
/// order of `inputs` and does not depend on `jobs`.
Report review_files(const std::vector<InputPath>& inputs, const Knowledge& knowledge, const AssessOptions& options,
                    unsigned jobs);

}  // namespace klausul
