#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assess/report.h"

namespace klausul {

/// A point of a negotiation: one finding, in the language of the list. Nothing is escaped.
struct NegotiationPoint {
  std::size_t number = 0;  ///< from 1 through the whole list
  std::string id;          ///< of the entry
  Severity severity = Severity::medium;
  std::string title;                      ///< "Prior notice of changes: Missing"
  std::string reason;                     ///< one sentence
  std::vector<Evidence> quotes;           ///< may be empty: what is missing has none
  bool nearest = false;                   ///< the quote is the nearest passage, which does not suffice
  std::vector<std::string> also_missing;  ///< what is missing with it
  std::vector<std::string> basis;         ///< "GDPR Art. 28(2) (statute)"
  std::string clause;                     ///< to propose
  std::vector<std::string> questions;     ///< to put to the vendor
};

struct NegotiationTheme {
  std::string title;
  std::vector<NegotiationPoint> points;  ///< most severe first; never empty
};

/// What to ask the vendor of one document for.
struct NegotiationList {
  std::string path;
  Language language = Language::en;
  std::string parties;                   ///< "Processor: Molnverket AB · Controller: Kommunen"; "" when none is named
  std::vector<std::string> counts;       ///< "9 critical", "2 high"
  std::vector<NegotiationTheme> themes;  ///< that with the most severe point first, then in the order of the themes
};

/// One list for each document, in the order of the report; every finding of a document is one point of its list.
/// `language` none: each document's main language.
std::vector<NegotiationList> negotiation_lists(const Report& report, std::optional<Language> language);

}  // namespace klausul
