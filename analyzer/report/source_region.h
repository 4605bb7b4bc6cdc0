#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "assess/report.h"

namespace klausul {

/// Where a passage stands: in lines of the file for formats that have lines, else in characters of the extracted text.
/// Lines and columns are 1-based, columns count characters; `end_column` is behind the last. 0: not known.
struct SourceRegion {
  std::uint32_t start_line = 0, start_column = 0, end_line = 0, end_column = 0;
  std::optional<std::size_t> character_offset;
  std::size_t character_length = 0;
};

/// The regions of one document, which must outlive this. Without `reviewed` the ends of lines and the characters before
/// a passage are not known.
class SourceRegions {
 public:
  explicit SourceRegions(const DocumentReport& document);

  [[nodiscard]] SourceRegion of(const Evidence& evidence) const;

 private:
  const ReviewedText* reviewed_;
  std::vector<std::size_t> characters_before_;  ///< each stretch of `stretch` bytes
};

}  // namespace klausul
