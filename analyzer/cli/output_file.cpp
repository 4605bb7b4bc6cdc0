#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace klausul {

namespace {

Error cannot_write(const std::string& path, int reason) {
  return {ErrorKind::cannot_read, path, std::string("Cannot be written: ") + std::strerror(reason) + "."};
}

/// 0, or the reason why not everything was written.
int write_all(int file, const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count = write(file, text.data() + done, text.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    done += static_cast<std::size_t>(count);
  }
  return 0;
}

/// A pipe or device cannot be replaced, only written to.
std::optional<Error> write_into(const std::string& path, const std::string& text) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return cannot_write(path, errno);
  const int failure = write_all(file, text);
  close(file);
  if (failure != 0) return cannot_write(path, failure);
  return std::nullopt;
}

mode_t ordinary_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

std::optional<std::string> input_overwritten_by(const std::string& output, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    std::error_code error;
    if (input != "-" && (input == output || std::filesystem::equivalent(input, output, error))) return input;
  }
  return std::nullopt;
}

std::optional<Error> write_file(const std::string& path, const std::string& text) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    if (std::filesystem::is_directory(status)) return cannot_write(path, EISDIR);
    return write_into(path, text);
  }
  // Through a link the file behind it is written, not the link replaced.
  auto target = std::filesystem::weakly_canonical(path, error).string();
  if (error || target.empty()) target = path;
  std::string temporary = target + ".XXXXXX";
  const int file = mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return cannot_write(path, errno);
  int failure = write_all(file, text);
  if (failure == 0 && fchmod(file, ordinary_mode()) != 0) failure = errno;
  if (close(file) != 0 && failure == 0) failure = errno;
  if (failure == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) failure = errno;
  if (failure == 0) return std::nullopt;
  unlink(temporary.c_str());
  return cannot_write(path, failure);
}

std::optional<Error> make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (std::filesystem::is_directory(path)) return std::nullopt;
  return Error{ErrorKind::cannot_read, path, "The folder cannot be made: " + error.message() + "."};
}

}  // namespace klausul
