#include "support/zip_file.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>

#include "text/result.h"

namespace klausul {
namespace {

std::string read_all(zip_source_t* source) {
  std::string bytes;
  require(zip_source_open(source) == 0, "the zip file of a test can be read");
  char block[4096];
  for (zip_int64_t got = 0; (got = zip_source_read(source, block, sizeof block)) > 0;)
    bytes.append(block, static_cast<std::size_t>(got));
  zip_source_close(source);
  return bytes;
}

}  // namespace

ZipFile& ZipFile::set_entry(std::string_view name, std::string content) {
  remove_entry(name);
  entries_.push_back({std::string(name), std::move(content), false});
  return *this;
}

ZipFile& ZipFile::set_link(std::string_view name, std::string target) {
  entries_.push_back({std::string(name), std::move(target), true});
  return *this;
}

ZipFile& ZipFile::remove_entry(std::string_view name) {
  entries_.erase(
      std::remove_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; }),
      entries_.end());
  return *this;
}

std::string ZipFile::bytes(std::string_view password) const {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* const zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  require(zip != nullptr, "a test can build a zip file");
  for (const Entry& entry : entries_) {
    zip_source_t* const source = zip_source_buffer(zip, entry.content.data(), entry.content.size(), 0);
    const auto index = static_cast<zip_uint64_t>(zip_file_add(zip, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8));
    zip_file_set_mtime(zip, index, 1'000'000'000, 0);
    if (entry.name == "mimetype") zip_set_file_compression(zip, index, ZIP_CM_STORE, 0);
    if (entry.is_link)
      zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, static_cast<zip_uint32_t>(S_IFLNK | 0777) << 16U);
    if (!password.empty()) zip_file_set_encryption(zip, index, ZIP_EM_AES_256, std::string(password).c_str());
  }
  require(zip_close(zip) == 0, "a test can write a zip file");
  std::string result = read_all(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return result;
}

}  // namespace klausul
