#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/result.h"

namespace klausul {

/// The one of `inputs` that `output` names too, if any.
std::optional<std::string> input_overwritten_by(const std::string& output, const std::vector<std::string>& inputs);

/// Puts `text` in the file at `path`: the whole of it, or the file stays as it was.
std::optional<Error> write_file(const std::string& path, const std::string& text);

/// Makes the folder at `path` when it is not there, with those above it.
std::optional<Error> make_folder(const std::string& path);

}  // namespace klausul
