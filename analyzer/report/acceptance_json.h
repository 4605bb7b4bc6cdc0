#pragma once

#include <nlohmann/json.hpp>

#include "assess/report.h"

namespace klausul {

/// An acceptance as reports for programs have it: state, reason, and by, on and until where they are said.
nlohmann::ordered_json json_of(const Acceptance& acceptance);

}  // namespace klausul
