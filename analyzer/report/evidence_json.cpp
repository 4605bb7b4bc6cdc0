#include "report/evidence_json.h"

#include <cmath>

namespace klausul {

using Json = nlohmann::ordered_json;

Json json_of_number(double value) {
  const double rounded = std::round(value * 100) / 100;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15) return static_cast<std::int64_t>(rounded);
  return rounded;
}

Json json_of(const Bilingual& text) { return {{"en", text.en}, {"sv", text.sv}}; }

Json json_of(const Evidence& evidence) {
  Json json = {{"quote", evidence.quote}, {"label", evidence.label}};
  if (!evidence.part.empty()) json["part"] = evidence.part;
  if (evidence.page != 0) json["page"] = evidence.page;
  if (evidence.ocr) json["ocr"] = true;
  if (evidence.line != 0) json["line"] = evidence.line;
  if (evidence.column != 0) json["column"] = evidence.column;
  json["begin"] = evidence.span.begin;
  json["end"] = evidence.span.end;
  return json;
}

Json json_of(const std::vector<Evidence>& passages) {
  Json json = Json::array();
  for (const Evidence& evidence : passages) json.push_back(json_of(evidence));
  return json;
}

Json json_of(const Basis& basis) { return {{"act", basis.act}, {"ref", basis.ref}, {"kind", name_of(basis.kind)}}; }

Json json_of(const Fact& fact) {
  return {{"kind", fact.kind},
          {"duty", fact.duty},
          {"value", json_of_number(fact.value)},
          {"unit", fact.unit},
          {"bound", fact.bound},
          {"trigger", fact.trigger},
          {"evidence", Json::array({json_of(fact.evidence)})}};
}

}  // namespace klausul
