#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/content_hash.h"
#include "text/problem.h"

namespace klausul {

using Json = nlohmann::json;

/// Reads and parses `folder`/`file`. A missing file, a syntax error and a duplicate key are problems; nullopt when the
/// file could not be parsed at all.
/// `hash`, when given, takes in the file's name and content, so that nobody need read it again. `left_out`, when given,
/// is a key of the outermost object whose value is parsed but not kept.
std::optional<Json> read_json(const std::string& folder, const std::string& file, std::vector<Problem>& problems,
                              ContentHash* hash = nullptr, std::string_view left_out = {});

/// The .json files below `folder`/`part`, relative to `folder` with '/' between, sorted; none when there is no such
/// folder.
std::vector<std::string> json_files_below(const std::string& folder, const std::string& part);

/// One JSON object, read field by field. Every wrong type, missing required field and (by finish) unknown key becomes a
/// problem with file and JSON path; reading goes on with an empty value, so that all problems are told at once.
class JsonObject {
 public:
  JsonObject(const Json& value, std::string file, std::string path, std::vector<Problem>& problems);

  std::string text(std::string_view key, bool required = true);
  bool flag(std::string_view key);
  double number(std::string_view key, double otherwise);
  std::vector<std::string> texts(std::string_view key, bool required = false);  ///< an array of strings
  /// The value itself, or null when the key is absent. For nested objects and arrays.
  const Json* value(std::string_view key, bool required = false);
  /// The elements of an array of objects, each ready to be read.
  std::vector<JsonObject> objects(std::string_view key, bool required = false);
  std::optional<JsonObject> object(std::string_view key, bool required = false);

  /// Call last: every key that was not asked for is a problem ("note" is always allowed).
  void finish();

  void complain(std::string_view key, std::string what);
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::string path_of(std::string_view key) const { return path_ + "/" + std::string(key); }
  [[nodiscard]] std::vector<Problem>& problems() const { return *problems_; }
  [[nodiscard]] const Json& json() const { return *value_; }

 private:
  const Json* value_;
  std::string file_, path_;
  std::vector<Problem>* problems_;
  std::vector<std::string> asked_;
};

/// The values of a file that holds one list, `{ key: [ {...}, ... ] }`; `read` makes a value of each of its objects.
template <typename Read>
auto read_list(const Json& json, const std::string& file, std::string_view key, std::vector<Problem>& problems,
               const Read& read) {
  std::vector<decltype(read(std::declval<JsonObject&>()))> values;
  JsonObject object(json, file, "", problems);
  for (JsonObject& item : object.objects(key, true)) {
    values.push_back(read(item));
    item.finish();
  }
  object.finish();
  return values;
}

}  // namespace klausul
