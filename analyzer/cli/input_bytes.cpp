#include "cli/input_bytes.h"

#include <algorithm>

#include "read/contained_files.h"
#include "read/reader.h"

namespace klausul {

InputBytes::InputBytes(const std::vector<std::string>& paths) {
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) standard_input_ = read_bytes("-", ReadLimits{});
}

Result<std::string> InputBytes::of(const std::string& path) const {
  return path == "-" && standard_input_ ? *standard_input_ : read_contained(path, ReadLimits{});
}

}  // namespace klausul
