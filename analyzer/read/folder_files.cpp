#include "read/folder_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "read/reader_error.h"

namespace klausul {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 100'000;

InputPath refused(const std::string& path, ErrorKind kind, std::string_view rest) {
  return {path, Origin::found, reader_error(kind, path, rest), {}};
}

/// Adds the files directly in `folder` to `files` and the folders in it to `folders`.
void list_folder(const std::string& folder, std::vector<InputPath>& files, std::vector<std::string>& folders) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (is_litter(entry->path().filename().string())) continue;
    const std::string path = entry->path().string();
    std::error_code unknown;
    const fs::file_status status = entry->symlink_status(unknown);
    if (fs::is_directory(status)) {
      folders.push_back(path);
    } else {
      const std::string_view left_out = fs::is_symlink(status) ? "a link" : no_document_by_name(path);
      files.push_back({path, Origin::found, std::nullopt, std::string(left_out)});
    }
  }
  if (error)
    files.push_back(
        refused(folder, ErrorKind::cannot_read, "is a folder that may not be read. Ask for permission to read it."));
}

std::vector<InputPath> files_below(const std::string& top) {
  std::vector<InputPath> files;
  std::vector<std::string> folders{top};
  while (!folders.empty() && files.size() <= kMostFiles) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    list_folder(folder, files, folders);
  }
  if (files.empty()) return {refused(top, ErrorKind::empty, "is a folder without documents in it. Check the path.")};
  if (files.size() > kMostFiles)
    return {refused(top, ErrorKind::too_large,
                    "holds more than " + std::to_string(kMostFiles) + " files. Name the folders in it.")};
  std::sort(files.begin(), files.end(),
            [](const InputPath& one, const InputPath& other) { return one.path < other.path; });
  return files;
}

}  // namespace

std::vector<InputPath> files_to_read(const std::vector<std::string>& paths) {
  std::vector<InputPath> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      std::vector<InputPath> below = files_below(path);
      std::move(below.begin(), below.end(), std::back_inserter(files));
    } else {
      files.push_back({path, Origin::named, std::nullopt, {}});
    }
  }
  return files;
}

}  // namespace klausul
