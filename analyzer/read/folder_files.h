#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/contained_files.h"
#include "text/result.h"

namespace klausul {

/// A file on disk that is to be read, or why one is not.
struct InputPath {
  std::string path;
  Origin origin = Origin::named;
  std::optional<Error> error;
  std::string left_out;  ///< why it is not read as a document: "a link"; "" when it is
};

/// The files to read for the paths that somebody named: each file itself, each folder as the files below it, sorted by
/// path. Links in folders are not followed; litter of systems (hidden files, lock files) is not mentioned.
std::vector<InputPath> files_to_read(const std::vector<std::string>& paths);

}  // namespace klausul
