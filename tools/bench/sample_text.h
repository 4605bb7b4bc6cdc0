#pragma once

#include <cstddef>
#include <string>

namespace klausul {

/// Contract text of at least `bytes` bytes, made from the plain text and Markdown files in `corpus`: their paragraphs
/// over and over, each time with a number of its own, so that no paragraph stands twice. Empty when there are no such
/// files.
std::string sample_text(const std::string& corpus, std::size_t bytes);

}  // namespace klausul
