#include "sample_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace klausul {

namespace {

std::vector<std::string> paragraphs_of(const std::string& corpus) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(corpus, error), end; !error && entry != end;
       entry.increment(error)) {
    const auto& path = entry->path();
    if (path.stem() == "source" && (path.extension() == ".txt" || path.extension() == ".md")) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> paragraphs;
  for (const auto& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    std::erase(text, '\r');
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", begin), text.size());
      if (end > begin) paragraphs.push_back(text.substr(begin, end - begin));
      begin = end + 2;
    }
  }
  return paragraphs;
}

}  // namespace

std::string sample_text(const std::string& corpus, std::size_t bytes) {
  const std::vector<std::string> paragraphs = paragraphs_of(corpus);
  std::string text;
  if (paragraphs.empty()) return text;
  text.reserve(bytes + 4096);
  for (std::size_t round = 1; text.size() < bytes; ++round) {
    for (std::size_t index = 0; index < paragraphs.size() && text.size() < bytes; ++index) {
      text += paragraphs[index];
      if (round > 1) text += " Ref " + std::to_string(round) + "-" + std::to_string(index) + ".";
      text += "\n\n";
    }
  }
  return text;
}

}  // namespace klausul
