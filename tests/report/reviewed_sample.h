#pragma once

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assess/report.h"
#include "read/reader.h"
#include "structure/build_blocks.h"

/// A passage of the document's text.
inline klausul::Evidence evidence_of(const klausul::DocumentReport& document, std::string_view words) {
  const std::size_t at = document.reviewed->source.text.find(words);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the text holds: " << words);
  const klausul::Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  const klausul::Place place = document.reviewed->source.map.place_of(span.begin);
  return {span, std::string(words), "", place.page, 0, 0, document.reviewed->source.map.parts()[place.part]};
}

/// A red flag with those passages, in whatever document.
inline klausul::Finding flag_on(const klausul::DocumentReport& document, const std::vector<std::string>& quotes) {
  klausul::Finding finding;
  finding.id = "change.no-notice";
  finding.status = klausul::Status::triggered;
  finding.title = {"Change without notice", "Ändring utan besked"};
  finding.message = {"The vendor alone decides.", "Leverantören bestämmer ensam."};
  finding.suggest = {"Changes need notice.", "Ändringar kräver besked."};
  finding.basis = {{"GDPR", "Art. 28", klausul::BasisKind::statute}};
  for (const std::string& quote : quotes) finding.evidence.push_back(evidence_of(document, quote));
  return finding;
}

/// The file as it is handed to the formats that write on it, without findings: they are tested without the analysis.
inline klausul::DocumentReport reviewed_sample(const std::string& bytes, const std::string& name) {
  klausul::Result<klausul::SourceText> source = klausul::read_document(bytes, name);
  BOOST_REQUIRE_MESSAGE(source.has_value(), (source ? "" : source.error().what));
  std::vector<klausul::Block> blocks = klausul::build_blocks(*source);
  klausul::DocumentReport document;
  document.path = name;
  document.format = source->format;
  document.reviewed = std::make_shared<const klausul::ReviewedText>(
      klausul::ReviewedText{bytes, *std::move(source), std::move(blocks)});
  return document;
}
