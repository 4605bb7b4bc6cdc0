#include "cli/accepted_files.h"

#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <map>
#include <system_error>

#include "cli/complain.h"

namespace klausul {

namespace {

namespace fs = std::filesystem;

/// The folder on disk that holds `path`, or the archive that it leads into.
fs::path folder_of(const fs::path& path) {
  std::error_code error;
  fs::path folder = path.parent_path();
  while (!folder.empty() && folder != folder.root_path() && !fs::is_directory(folder, error))
    folder = folder.parent_path();
  return folder.empty() ? "." : folder;
}

}  // namespace

std::string today_or(const std::string& asked_for) {
  if (!asked_for.empty()) return asked_for;
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

AcceptedPlace accepted_place(const std::string& path, const AcceptedChoice& choice) {
  if (path == "-" && choice.file.empty()) return {".", std::string(accepted_file_name), path};
  const fs::path contract(path);
  const fs::path folder = choice.file.empty() ? folder_of(contract) : folder_of(fs::path(choice.file));
  const std::string file =
      choice.file.empty() ? std::string(accepted_file_name) : fs::path(choice.file).filename().string();
  if (path == "-") return {folder.string(), file, path};
  std::error_code error;
  const fs::path relative = fs::absolute(contract, error)
                                .lexically_normal()
                                .lexically_relative(fs::absolute(folder, error).lexically_normal());
  return {folder.string(), file, relative.generic_string()};
}

std::optional<std::vector<AcceptedFinding>> read_accepted_at(const AcceptedPlace& place) {
  std::error_code error;
  if (!fs::exists(fs::path(place.folder) / place.file, error)) return std::vector<AcceptedFinding>{};
  std::vector<Problem> problems;
  std::vector<AcceptedFinding> accepted = read_accepted(place.folder, place.file, problems);
  const std::string path = (fs::path(place.folder) / place.file).lexically_normal().string();
  for (const Problem& problem : problems)
    complain(problem.path.empty() ? path : path + ": " + problem.path, problem.what +
                                                                           ". Mend it, or pass it over with "
                                                                           "--no-accepted.");
  if (!problems.empty()) return std::nullopt;
  return accepted;
}

bool has_accepted_file(const AcceptedChoice& choice) {
  std::error_code error;
  if (choice.none || choice.file.empty() || fs::exists(choice.file, error)) return true;
  complain(choice.file, "There is no such file of accepted findings. klausul accept writes one.");
  return false;
}

bool mark_accepted(Report& report, const AcceptedChoice& choice) {
  if (choice.none) return true;
  std::map<std::string, std::optional<std::vector<AcceptedFinding>>> read;  // each file once
  for (DocumentReport& document : report.documents) {
    const AcceptedPlace place = accepted_place(document.path, choice);
    const auto [known, added] = read.try_emplace(place.folder);
    if (added) known->second = read_accepted_at(place);
    if (!known->second) return false;
    mark_accepted(document, *known->second, place.contract, choice.today);
  }
  return true;
}

}  // namespace klausul
