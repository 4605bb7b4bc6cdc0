#include "text/strict_json.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

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

namespace {

std::optional<std::string> content_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string content;
  std::array<char, 1U << 14U> part{};
  while (stream) {
    stream.read(part.data(), part.size());
    content.append(part.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return stream.bad() ? std::nullopt : std::optional(std::move(content));
}

/// simdjson, which is fast, says less of what is wrong than nlohmann_json does.
std::string why_invalid(const std::string& content, simdjson::error_code error) {
  try {
    const Json parsed = Json::parse(content);
  } catch (const Json::exception& mistake) {
    return mistake.what();
  }
  return simdjson::error_message(error);
}

/// Makes a Json of what simdjson parsed.
class JsonCopy {
 public:
  JsonCopy(const std::string& file, std::vector<Problem>& problems) : file_(file), problems_(problems) {}

  Json of(simdjson::dom::element value, std::string_view left_out = {}) {
    using Type = simdjson::dom::element_type;
    switch (value.type()) {
      case Type::OBJECT: return of_object(simdjson::dom::object(value), left_out);
      case Type::ARRAY: {
        Json copy = Json::array();
        for (const simdjson::dom::element item : simdjson::dom::array(value)) copy.push_back(of(item));
        return copy;
      }
      case Type::STRING: return std::string(std::string_view(value));
      case Type::INT64: return std::int64_t(value);
      case Type::UINT64: return std::uint64_t(value);
      case Type::DOUBLE: return double(value);
      case Type::BOOL: return bool(value);
      case Type::NULL_VALUE: break;
    }
    return nullptr;
  }

 private:
  /// Of two equal keys the last would count without a word; a rule author must hear of it.
  Json of_object(simdjson::dom::object object, std::string_view left_out) {
    Json copy = Json::object();
    for (const auto [key, value] : object) {
      const bool is_kept = left_out.empty() || key != left_out;
      if (!copy.emplace(key, is_kept ? of(value) : Json()).second)
        problems_.push_back({file_, "", "duplicate key '" + std::string(key) + "'"});
    }
    if (!left_out.empty()) copy.erase(std::string(left_out));
    return copy;
  }

  const std::string& file_;
  std::vector<Problem>& problems_;
};

}  // namespace

std::optional<Json> read_json(const std::string& folder, const std::string& file, std::vector<Problem>& problems,
                              ContentHash* hash, std::string_view left_out) {
  std::optional<std::string> content = content_of(folder + "/" + file);
  if (!content) {
    problems.push_back({file, "", "the file cannot be read"});
    return std::nullopt;
  }
  if (hash != nullptr) {
    hash->add(file);
    hash->add(*content);
  }
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (content->starts_with(byte_order_mark)) content->erase(0, byte_order_mark.size());
  simdjson::dom::parser parser;
  simdjson::dom::element parsed;
  if (const simdjson::error_code error = parser.parse(*content).get(parsed); error != simdjson::SUCCESS) {
    problems.push_back({file, "", "not valid JSON: " + why_invalid(*content, error)});
    return std::nullopt;
  }
  return JsonCopy(file, problems).of(parsed, left_out);
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
  asked_.emplace_back(key);
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
    if (key != "note" && std::find(asked_.begin(), asked_.end(), key) == asked_.end())
      complain(key, "unknown key '" + key + "'");
  }
}

void JsonObject::complain(std::string_view key, std::string what) {
  problems_->push_back({file_, path_of(key), std::move(what)});
}

}  // namespace klausul
