#include <algorithm>

#include "report/reporter.h"

namespace klausul {

const std::vector<Reporter>& reporters() {
  static const std::vector<Reporter> all = {
      {"text", write_text},
      {"json", [](const Report& report, const TextOptions&) { return write_json(report); }},
  };
  return all;
}

const Reporter* find_reporter(std::string_view name) {
  const auto found = std::find_if(reporters().begin(), reporters().end(),
                                  [&](const Reporter& reporter) { return reporter.name == name; });
  return found == reporters().end() ? nullptr : &*found;
}

}  // namespace klausul
