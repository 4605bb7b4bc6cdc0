#include "report/word/zip_entries.h"

#include <zip.h>

#include <array>
#include <memory>

namespace klausul {
namespace {

constexpr zip_uint16_t kNoTime = 0;
constexpr zip_uint16_t kNoDate = (0U << 9U) | (1U << 5U) | 1U;  // 1980-01-01, the first day that zip files know

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct Release {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

Error cannot_build() { return {ErrorKind::damaged, "", "The Word file cannot be written: its zip file is damaged."}; }

/// Replaces or adds one entry; `content` must live until the zip file is closed.
bool put(zip_t* zip, const std::string& name, const std::string& content) {
  zip_source_t* const source = zip_source_buffer(zip, content.data(), content.size(), 0);
  if (source == nullptr) return false;
  zip_int64_t index = zip_name_locate(zip, name.c_str(), ZIP_FL_NOCASE);
  const bool done = index >= 0 ? zip_file_replace(zip, static_cast<zip_uint64_t>(index), source, 0) == 0
                               : (index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8)) >= 0;
  if (!done) zip_source_free(source);
  return done && zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), kNoTime, kNoDate, 0) == 0;
}

Result<std::string> read_all(zip_source_t* source) {
  if (zip_source_open(source) != 0) return cannot_build();
  std::string bytes;
  std::array<char, 1U << 16U> block{};
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, block.data(), block.size())) > 0)
    bytes.append(block.data(), static_cast<std::size_t>(got));
  zip_source_close(source);
  if (got < 0) return cannot_build();
  return bytes;
}

/// Opens `bytes` (none: a new file) in memory, lets `change` work on it and gives the bytes of the result.
template <typename Change>
Result<std::string> changed(std::string_view bytes, int flags, Change change) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, Release> source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  std::unique_ptr<zip_t, Discard> zip;
  if (source != nullptr) {
    zip_source_keep(source.get());  // the zip file takes one reference, the other is for reading the result
    zip.reset(zip_open_from_source(source.get(), flags, &error));
    if (zip == nullptr) zip_source_free(source.get());
  }
  zip_error_fini(&error);
  if (zip == nullptr || !change(zip.get()) || zip_close(zip.get()) != 0) return cannot_build();
  static_cast<void>(zip.release());  // closed
  return read_all(source.get());
}

}  // namespace

Result<std::string> with_entries(std::string_view bytes, const std::map<std::string, std::string>& entries) {
  return changed(bytes, 0, [&](zip_t* zip) {
    for (const auto& [name, content] : entries)
      if (!put(zip, name, content)) return false;
    return true;
  });
}

Result<std::string> zip_of(const std::map<std::string, std::string>& entries, const std::string& first) {
  return changed({}, ZIP_CREATE | ZIP_TRUNCATE, [&](zip_t* zip) {
    if (!put(zip, first, entries.at(first))) return false;
    for (const auto& [name, content] : entries)
      if (name != first && !put(zip, name, content)) return false;
    return true;
  });
}

}  // namespace klausul
