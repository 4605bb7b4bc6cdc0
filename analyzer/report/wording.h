#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "assess/report.h"

namespace klausul {

/// The fixed words of the text report in one language. A word that is not there in both does not compile.
struct Wording {
  const char* pages;
  const char* page;
  const char* page_label;  ///< before the number, at a quote
  const char* line_label;
  const char* characters;
  const char* without_text;  ///< pages that hold no text
  const char* also_called;
  const char* named_only_as;  ///< a party that only pronouns stand for
  const char* fully_read;
  const char* partly_read;
  const char* customer_is;
  const char* chosen;  ///< by the caller
  const char* holds_standard;
  const char* checklist;
  const char* findings;
  const char* no_findings;
  const char* accepted_one;  ///< after the number of findings
  const char* accepted_many;
  const char* accepted_title;  ///< above them
  const char* nearest;
  const char* more_places;
  const char* looked_for;
  const char* also_missing;
  const char* why;
  const char* basis;
  const char* propose;
  const char* review;       ///< title of a report
  const char* negotiation;  ///< title of the list
  const char* questions;    ///< to put to the vendor
  const char* no_points;    ///< nothing to negotiate
  const char* in_place;
  const char* not_found;
  const char* not_applicable;
  const char* undetermined;
  const char* periods;
  const char* not_reviewed;
  const char* no_documents;  ///< files in folders and archives
  const char* document;
  const char* documents;
  const char* rules;
  const char* law_as_of;
  const char* no_advice;
  const char* thousands;  ///< between groups of three digits
  const char* decimal;
  const char* quote_open;
  const char* quote_close;
};

const Wording& wording_in(Language language);

/// "Critical".
std::string_view word_for(Severity severity, Language language);
/// "2 critical".
std::string counted(std::size_t count, Severity severity, Language language);
/// "Missing", "Red flag", "Misleading claim, milder form" ...
std::string word_for(Status status, EntryKind kind, Language language);
std::string_view word_for(DocumentType type, Language language);
std::string_view word_for(BasisKind kind, Language language);
/// "Swedish".
std::string_view word_for(Language named, Language language);
std::string_view word_for(EntryKind kind, Language language);
/// What a lawyer calls the party in a document of this type: processor or vendor.
std::string word_for_role(std::string_view role, DocumentType type, Language language);
/// "at most 48 hours from becoming aware".
std::string sentence_for(const Fact& fact, Language language);
/// `sentence` without the file name it begins with, for where the name has just been said: "is empty. Check ...".
std::string_view without_name(std::string_view path, std::string_view sentence);
/// "50 321", "50,321".
std::string grouped(std::uint64_t number, Language language);

}  // namespace klausul
