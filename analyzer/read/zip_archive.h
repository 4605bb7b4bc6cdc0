#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "text/result.h"

namespace klausul {

/// One name in a zip file.
struct ZipEntry {
  std::string name;  ///< as it stands in the file, in UTF-8
  std::uint64_t index = 0;
  bool is_folder = false;
  bool is_link = false;
};

/// A zip file in memory. Everything is unpacked under the limits, which hold for the whole file; nothing is written.
class ZipArchive {
 public:
  /// `bytes` must outlive the archive. `name` is for messages.
  static Result<ZipArchive> open(std::string_view bytes, std::string_view name, const ReadLimits& limits);

  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  [[nodiscard]] std::vector<ZipEntry> entries() const;
  /// The index of the entry `name`, whatever its case; none if there is none.
  [[nodiscard]] std::optional<std::uint64_t> find(const std::string& name) const;
  /// Fails with encrypted, damaged or too_large.
  Result<std::string> unpack(std::uint64_t index);
  /// Bytes unpacked so far.
  [[nodiscard]] std::size_t unpacked() const { return unpacked_; }

 private:
  struct Archive;
  ZipArchive(std::unique_ptr<Archive> archive, std::string name, const ReadLimits& limits);

  std::unique_ptr<Archive> archive_;
  std::string name_;
  ReadLimits limits_;
  std::size_t unpacked_ = 0;
};

/// What a zip file is, by the names in it.
enum class ZipKind {
  none,            ///< no zip file
  docx,            ///< also one that is damaged
  odt,             ///< OpenDocument text
  other_document,  ///< of a format that klausul does not read
  archive          ///< of files
};
ZipKind kind_of_zip(std::string_view bytes);

/// What a zip file is called in a sentence: "Excel (xlsx)", "a zip archive".
std::string_view name_of_zip(std::string_view bytes);

}  // namespace klausul
