#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "assess/report.h"
#include "text/result.h"

namespace klausul {

/// What became of one document.
using Outcome = std::variant<DocumentReport, FileError, SkippedFile>;

/// An outcome as bytes, to send from a worker to the program.
std::string encode(const Outcome& outcome);

/// The outcome again; none when the bytes are not what `encode` gives. Trusts nothing: whatever the bytes, no
/// enumeration has a value without a name, the strings of a report are UTF-8 (but for paths), and what it says of the
/// text it comes with stands in that text.
std::optional<Outcome> decode_outcome(std::string_view bytes);

/// The same for one text or the reason why there is none.
/// @{
std::string encode(const Result<std::string>& text);
std::optional<Result<std::string>> decode_text(std::string_view bytes);
/// @}

}  // namespace klausul
