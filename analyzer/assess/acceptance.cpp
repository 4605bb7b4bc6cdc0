#include "assess/acceptance.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <tuple>

#include "text/strict_json.h"

namespace klausul {

namespace {

constexpr const char* schema = "klausul.accepted/1";

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string date_of(JsonObject& object, std::string_view key) {
  std::string date = object.text(key, false);
  if (!date.empty() && !is_date(date)) object.complain(key, "a date such as 2027-06-30 is expected");
  return date;
}

AcceptedFinding read_one(JsonObject object) {
  AcceptedFinding one;
  one.file = object.text("file");
  one.id = object.text("id");
  one.status = object.text("status");
  one.fingerprint = object.text("fingerprint");
  one.reason = object.text("reason");
  one.by = object.text("by", false);
  one.on = date_of(object, "on");
  one.until = date_of(object, "until");
  if (object.value("reason") != nullptr && one.reason.empty()) object.complain("reason", "say why it is accepted");
  object.finish();
  return one;
}

/// How well `one` covers `finding`: none when it is about another entry.
std::optional<AcceptanceState> state_of(const AcceptedFinding& one, const Finding& finding, const std::string& today) {
  if (one.id != finding.id) return std::nullopt;
  if (one.fingerprint != finding.fingerprint || one.status != name_of(finding.status))
    return AcceptanceState::text_changed;
  return !one.until.empty() && one.until < today ? AcceptanceState::date_passed : AcceptanceState::in_force;
}

}  // namespace

const char* name_of(AcceptanceState state) {
  switch (state) {
    case AcceptanceState::in_force: return "in-force";
    case AcceptanceState::date_passed: return "date-passed";
    case AcceptanceState::text_changed: return "text-changed";
  }
  return "";
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!all_digits(text.substr(0, 4)) || !all_digits(text.substr(5, 2)) || !all_digits(text.substr(8))) return false;
  const auto number = [&](std::size_t at, std::size_t count) { return std::stoi(std::string(text.substr(at, count))); };
  return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(number(8, 2))))
      .ok();
}

std::vector<AcceptedFinding> read_accepted(const std::string& folder, const std::string& file,
                                           std::vector<Problem>& problems) {
  std::vector<AcceptedFinding> accepted;
  const std::optional<Json> json = read_json(folder, file, problems);
  if (!json) return accepted;
  JsonObject object(*json, file, "", problems);
  if (object.text("schema") != schema) object.complain("schema", std::string("must be ") + schema);
  for (JsonObject& one : object.objects("accepted", true)) accepted.push_back(read_one(std::move(one)));
  object.finish();
  return accepted;
}

std::string write_accepted(std::vector<AcceptedFinding> accepted) {
  std::stable_sort(accepted.begin(), accepted.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.file, a.id) < std::tie(b.file, b.id); });
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const AcceptedFinding& one : accepted) {
    nlohmann::ordered_json json = {{"file", one.file},
                                   {"id", one.id},
                                   {"status", one.status},
                                   {"fingerprint", one.fingerprint},
                                   {"reason", one.reason}};
    if (!one.by.empty()) json["by"] = one.by;
    if (!one.on.empty()) json["on"] = one.on;
    if (!one.until.empty()) json["until"] = one.until;
    list.push_back(std::move(json));
  }
  const nlohmann::ordered_json json = {{"schema", schema}, {"accepted", std::move(list)}};
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

AcceptedFinding accepted_finding(const std::string& file, const Finding& finding, const Acceptance& acceptance) {
  return {file,          finding.id,    name_of(finding.status), finding.fingerprint, acceptance.reason,
          acceptance.by, acceptance.on, acceptance.until};
}

void replace_accepted(std::vector<AcceptedFinding>& accepted, AcceptedFinding added) {
  std::erase_if(accepted, [&](const AcceptedFinding& one) { return one.file == added.file && one.id == added.id; });
  accepted.push_back(std::move(added));
}

void mark_accepted(DocumentReport& document, const std::vector<AcceptedFinding>& accepted, const std::string& file,
                   const std::string& today) {
  for (Finding& finding : document.findings) {
    for (const AcceptedFinding& one : accepted) {
      if (one.file != file) continue;
      const auto state = state_of(one, finding, today);
      if (!state) continue;
      // Of two about the same entry the one that holds counts.
      if (!finding.is_accepted()) finding.acceptance = {*state, one.reason, one.by, one.on, one.until};
    }
  }
}

}  // namespace klausul
