#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "read/folder_files.h"
#include "read/reader.h"
#include "rules/knowledge.h"

namespace klausul {

/// The type that --type names; none for "auto".
std::optional<DocumentType> type_named(const std::string& name);

struct ReviewOptions {
  AssessOptions assess;
  ReadOptions read;
  bool keep_text = false;                           ///< fill DocumentReport::reviewed
  unsigned jobs = 0;                                ///< threads; 0: as many as the machine has cores
  std::function<void(std::size_t done)> on_done{};  ///< called after each file, one call at a time
};

/// Reviews the documents in the files. The report is in the order of `inputs` and does not depend on the number of
/// threads.
Report review_files(const std::vector<InputPath>& inputs, const Knowledge& knowledge, const ReviewOptions& options);

}  // namespace klausul
