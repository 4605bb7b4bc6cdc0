#include "report/acceptance_json.h"

namespace klausul {

nlohmann::ordered_json json_of(const Acceptance& acceptance) {
  nlohmann::ordered_json json = {{"state", name_of(acceptance.state)}, {"reason", acceptance.reason}};
  if (!acceptance.by.empty()) json["by"] = acceptance.by;
  if (!acceptance.on.empty()) json["on"] = acceptance.on;
  if (!acceptance.until.empty()) json["until"] = acceptance.until;
  return json;
}

}  // namespace klausul
