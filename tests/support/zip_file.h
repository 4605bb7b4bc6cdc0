#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// Builds zip files for tests, entry by entry.
class ZipFile {
 public:
  /// Adds or replaces an entry.
  ZipFile& set_entry(std::string_view name, std::string content);
  /// Adds a symbolic link.
  ZipFile& set_link(std::string_view name, std::string target);
  ZipFile& remove_entry(std::string_view name);

  /// The bytes of the zip file; with a password every entry is encrypted.
  [[nodiscard]] std::string bytes(std::string_view password = {}) const;

 private:
  struct Entry {
    std::string name;
    std::string content;
    bool is_link;
  };
  std::vector<Entry> entries_;
};

}  // namespace klausul
