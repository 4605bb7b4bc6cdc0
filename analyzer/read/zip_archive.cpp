#include "read/zip_archive.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <set>

#include "read/formats.h"
#include "read/reader_error.h"

namespace klausul {
namespace {

constexpr std::size_t kExpansionMattersFrom = 1U << 20U;
constexpr zip_int64_t kMostEntries = 20000;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// The type of a file of Unix, 0 when the archive was made elsewhere.
mode_t unix_type(zip_t* zip, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0 || system != ZIP_OPSYS_UNIX) return 0;
  return static_cast<mode_t>(attributes >> 16U) & S_IFMT;
}

}  // namespace

struct ZipArchive::Archive {
  zip_t* zip = nullptr;
  explicit Archive(zip_t* opened) : zip(opened) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { zip_discard(zip); }
};

ZipArchive::ZipArchive(std::unique_ptr<Archive> archive, std::string name, const ReadLimits& limits)
    : archive_(std::move(archive)), name_(std::move(name)), limits_(limits) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string_view name, const ReadLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (zip == nullptr)
    return reader_error(ErrorKind::damaged, name,
                        "is damaged: the zip file that it is cannot be opened. Ask for a new copy.");
  ZipArchive archive(std::make_unique<Archive>(zip), std::string(name), limits);
  if (zip_get_num_entries(zip, 0) > kMostEntries)
    return reader_error(ErrorKind::too_large, name,
                        "holds more than " + std::to_string(kMostEntries) + " files. Unpack and divide it.");
  return archive;
}

std::vector<ZipEntry> ZipArchive::entries() const {
  std::vector<ZipEntry> entries;
  const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_->zip, 0), 0));
  for (zip_uint64_t index = 0; index < count; ++index) {
    const char* const name = zip_get_name(archive_->zip, index, ZIP_FL_ENC_GUESS);
    if (name == nullptr) continue;
    ZipEntry entry{name, index, false, unix_type(archive_->zip, index) == S_IFLNK};
    entry.is_folder = !entry.name.empty() && (entry.name.back() == '/' || entry.name.back() == '\\');
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::optional<std::uint64_t> ZipArchive::find(const std::string& name) const {
  const zip_int64_t index = zip_name_locate(archive_->zip, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::nullopt;
  return static_cast<std::uint64_t>(index);
}

Result<std::string> ZipArchive::unpack(std::uint64_t index) {
  const char* const name = zip_get_name(archive_->zip, index, 0);
  const auto damaged = [&] {
    return reader_error(
        ErrorKind::damaged, name_,
        "is damaged: " + std::string(name == nullptr ? "a part" : name) + " cannot be unpacked. Ask for a new copy.");
  };
  zip_stat_t status;
  zip_stat_init(&status);
  zip_stat_index(archive_->zip, index, 0, &status);
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
    return reader_error(ErrorKind::encrypted, name_, "is encrypted. Save a copy without a password.");
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_->zip, index, 0));
  if (file == nullptr) return damaged();
  // What the zip file says of sizes may be a lie: count what comes out.
  const std::size_t packed = std::max<std::size_t>(status.comp_size, 1);
  std::string bytes;
  std::vector<char> block(1U << 16U);
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
    if (got < 0) return damaged();
    if (got == 0) break;
    bytes.append(block.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::size_t>(got);
    const bool bomb = bytes.size() > kExpansionMattersFrom && bytes.size() / packed > limits_.expansion;
    if (bomb || unpacked_ > limits_.unpacked_bytes)
      return reader_error(ErrorKind::too_large, name_,
                          "unpacks to far more than a document holds (a zip bomb?). It is not read.");
  }
  return bytes;
}

}  // namespace klausul
