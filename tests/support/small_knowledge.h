#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace klausul::test {

/// A knowledge folder of its own with the smallest lexicons that load: every concept that the annotators need, and the
/// concepts alpha, beta, gamma and delta with the words "alpha" (English) and "alfa" (Swedish) and so on. Files can be
/// replaced and added. Removed when the object goes.
class SmallKnowledge {
 public:
  SmallKnowledge();
  ~SmallKnowledge();
  SmallKnowledge(const SmallKnowledge&) = delete;
  SmallKnowledge& operator=(const SmallKnowledge&) = delete;

  /// Writes `folder`/`file`, folders between included.
  void write(std::string_view file, std::string_view content) const;
  /// `content` with the first occurrence of `from` replaced, written back; fails the test when it is not there.
  void replace(std::string_view file, std::string_view from, std::string_view to) const;
  void remove(std::string_view file) const;

  [[nodiscard]] std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

/// "file: path: what" for each problem.
std::vector<std::string> told(const std::vector<Problem>& problems);

/// Whether a problem of that file and path says `words`.
bool tells(const std::vector<Problem>& problems, std::string_view file, std::string_view path, std::string_view words);

/// The problems, one a line, for messages.
std::string all_told(const std::vector<Problem>& problems);

}  // namespace klausul::test
