#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/result.h"

namespace klausul {

/// The bytes of the files of a call. Files are opened by the worker that reviews them; standard input is read at once,
/// before there are workers: whoever writes it may take all the time he likes, and it can be read only once.
class InputBytes {
 public:
  explicit InputBytes(const std::vector<std::string>& paths);

  [[nodiscard]] Result<std::string> of(const std::string& path) const;

 private:
  std::optional<Result<std::string>> standard_input_;
};

}  // namespace klausul
