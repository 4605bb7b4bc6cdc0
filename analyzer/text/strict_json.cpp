#include "text/strict_json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace klausul {

std::vector<std::string> json_files_below(const std::string& folder, const std::string& part) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& item : fs::recursive_directory_iterator(folder + "/" + part, failed))
    if (item.is_regular_file() && item.path().extension() == ".json")
      files.push_back(item.path().lexically_relative(folder).generic_string());
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<Json> read_json(const std::string& folder, const std::string& file, std::vector<Problem>& problems,
                              ContentHash* hash, std::string_view left_out) {
  std::ifstream stream(folder + "/" + file, std::ios::binary);
  if (!stream) {
    problems.push_back({file, "", "the file cannot be read"});
    return std::nullopt;
  }
  std::ostringstream stored;
  stored << stream.rdbuf();
  const std::string content = std::move(stored).str();
  if (hash != nullptr) {
    hash->add(file);
    hash->add(content);
  }
  // nlohmann_json keeps the last of two equal keys without a word; a rule author must hear of it.
  std::vector<std::set<std::string>> keys;
  const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event != Json::parse_event_t::key) return true;
    const std::string& key = parsed.get_ref<const std::string&>();
    if (!keys.back().insert(key).second) problems.push_back({file, "", "duplicate key '" + key + "'"});
    return keys.size() != 1 || left_out.empty() || key != left_out;
  };
  try {
    return Json::parse(content, watch);
  } catch (const Json::exception& error) {
    problems.push_back({file, "", std::string("not valid JSON: ") + error.what()});
    return std::nullopt;
  }
}

namespace {
const Json& empty_object() {
  static const Json empty = Json::object();
  return empty;
}
}  // namespace

JsonObject::JsonObject(const Json& value, std::string file, std::string path, std::vector<Problem>& problems)
    : value_(&value), file_(std::move(file)), path_(std::move(path)), problems_(&problems) {
  if (!value.is_object()) {
    problems_->push_back({file_, path_, "an object is expected here"});
    value_ = &empty_object();
  }
}

const Json* JsonObject::value(std::string_view key, bool required) {
  asked_.insert(std::string(key));
  const auto found = value_->find(key);
  if (found != value_->end()) return &*found;
  if (required) problems_->push_back({file_, path_, "'" + std::string(key) + "' is missing"});
  return nullptr;
}

std::string JsonObject::text(std::string_view key, bool required) {
  const Json* found = value(key, required);
  if (found == nullptr) return {};
  if (!found->is_string()) {
    complain(key, "a text is expected here");
    return {};
  }
  return found->get<std::string>();
}

bool JsonObject::flag(std::string_view key) {
  const Json* found = value(key);
  if (found == nullptr) return false;
  if (!found->is_boolean()) complain(key, "true or false is expected here");
  return found->is_boolean() && found->get<bool>();
}

double JsonObject::number(std::string_view key, double otherwise) {
  const Json* found = value(key);
  if (found == nullptr) return otherwise;
  if (!found->is_number()) {
    complain(key, "a number is expected here");
    return otherwise;
  }
  return found->get<double>();
}

std::vector<std::string> JsonObject::texts(std::string_view key, bool required) {
  std::vector<std::string> result;
  const Json* found = value(key, required);
  if (found == nullptr) return result;
  if (!found->is_array()) {
    complain(key, "a list of texts is expected here");
    return result;
  }
  for (const Json& item : *found) {
    if (item.is_string())
      result.push_back(item.get<std::string>());
    else
      complain(key, "a list of texts is expected here");
  }
  return result;
}

std::vector<JsonObject> JsonObject::objects(std::string_view key, bool required) {
  std::vector<JsonObject> result;
  const Json* found = value(key, required);
  if (found == nullptr) return result;
  if (!found->is_array()) {
    complain(key, "a list is expected here");
    return result;
  }
  for (std::size_t at = 0; at < found->size(); ++at)
    result.emplace_back((*found)[at], file_, path_of(key) + "/" + std::to_string(at), *problems_);
  return result;
}

std::optional<JsonObject> JsonObject::object(std::string_view key, bool required) {
  const Json* found = value(key, required);
  if (found == nullptr) return std::nullopt;
  return JsonObject(*found, file_, path_of(key), *problems_);
}

void JsonObject::finish() {
  for (const auto& [key, unused] : value_->items()) {
    if (key != "note" && !asked_.contains(key)) complain(key, "unknown key '" + key + "'");
  }
}

void JsonObject::complain(std::string_view key, std::string what) {
  problems_->push_back({file_, path_of(key), std::move(what)});
}

}  // namespace klausul
