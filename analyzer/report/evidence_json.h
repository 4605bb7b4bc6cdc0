#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "assess/report.h"

namespace klausul {

/// Two decimals, and no decimals where there are none: 48 and not 48.0.
nlohmann::ordered_json json_of_number(double value);

/// A text in both languages, as reports for programs have it.
nlohmann::ordered_json json_of(const Bilingual& text);

/// A passage: its quote and where it stands.
nlohmann::ordered_json json_of(const Evidence& evidence);

nlohmann::ordered_json json_of(const std::vector<Evidence>& passages);

/// Where a finding rests.
nlohmann::ordered_json json_of(const Basis& basis);

/// A period that the contract states.
nlohmann::ordered_json json_of(const Fact& fact);

}  // namespace klausul
