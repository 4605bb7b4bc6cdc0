#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/reviewed_text.h"
#include "read/source_text.h"
#include "rules/entry.h"
#include "rules/theme.h"
#include "text/result.h"
#include "text/span.h"

namespace klausul {

/// A passage of the document. `quote` is exactly the text at `span`.
struct Evidence {
  Span span;  ///< in the extracted text
  std::string quote;
  std::string label;       ///< clause label; "" when the clause has none
  std::uint32_t page = 0;  ///< 0: the format has no pages
  std::uint32_t line = 0;  ///< 0: the format has no lines
  std::uint32_t column = 0;
  std::string part;  ///< part of a packed file when it is not the main one ("word/footnotes.xml")
  bool ocr = false;  ///< read by OCR: letters may be misread
};

/// The status of one catalogue entry in one document.
struct EntryResult {
  std::string id;
  EntryKind kind = EntryKind::required;
  Severity severity = Severity::medium;
  Status status = Status::undetermined;
  Bilingual title;
  std::string reason;              ///< why not-applicable or undetermined, in English; else ""
  std::vector<Evidence> evidence;  ///< at least one for present, weak and triggered
};

/// Whether a person's acceptance of a finding holds.
enum class AcceptanceState : std::uint8_t {
  in_force,
  date_passed,  ///< it held until a day before today
  text_changed  ///< the clause, or what is said of it, is not the one that was accepted
};

/// The name as it stands in reports: "in-force", "date-passed", "text-changed".
const char* name_of(AcceptanceState state);

/// A person's decision to live with a finding (assess/acceptance.h).
struct Acceptance {
  AcceptanceState state = AcceptanceState::in_force;
  std::string reason;
  std::string by;     ///< "" when nobody is named
  std::string on;     ///< the day it was given, YYYY-MM-DD; "" when not said
  std::string until;  ///< the last day it holds, YYYY-MM-DD; "" when it has no end
};

/// What a reader must act on.
struct Finding {
  std::string id;
  Status status = Status::missing;  ///< missing, weak, triggered or undetermined
  Severity severity = Severity::medium;
  Bilingual title;
  Bilingual message;
  Bilingual detail;  ///< for "missing": what was looked for and where, and the nearest passage; else ""
  Bilingual suggest;
  std::vector<Bilingual> questions;  ///< to put to the vendor
  std::vector<Basis> basis;
  std::vector<std::string> theme;
  std::vector<std::string>
      also_missing;                ///< ids of entries that are missing with this one, and have no finding of their own
  std::vector<Evidence> evidence;  ///< for "missing": the nearest passage that fell short, if any (marked by `nearest`)
  bool nearest = false;
  std::string fingerprint;               ///< 16 hexadecimal digits
  std::optional<Acceptance> acceptance;  ///< in force or lapsed

  /// Shown apart, and of no weight for --fail-on.
  [[nodiscard]] bool is_accepted() const { return acceptance && acceptance->state == AcceptanceState::in_force; }
};

/// A row of the Article 28 checklist.
struct ChecklistLine {
  std::string ref;  ///< "28(3)(a)"
  Bilingual title;
  Status status = Status::missing;  ///< present, weak, missing, undetermined or not_applicable
  std::vector<std::string> entries;
  std::vector<Evidence> evidence;  ///< the first passage of each entry that is there
};

/// A number the contract states: a notice period, a deadline.
struct Fact {
  std::string kind;  ///< "duration"
  std::string duty;  ///< entry id
  double value = 0;
  std::string unit;     ///< "hour", "day", "business-day", "week", "month", "year"
  std::string bound;    ///< "at-least", "at-most", "about", "exact"
  std::string trigger;  ///< "aware", "confirmed", "notice", "publication", "termination", "change", "receipt"; "" when
                        ///< none is stated
  Evidence evidence;
};

struct Party {
  std::string role;  ///< "processor" or "controller"
  std::string name;  ///< as the document writes it; "" when only words such as "we" stand for it
  std::vector<std::string> aliases;
};

struct LanguageShare {
  Language language = Language::unknown;
  double share = 0;  ///< of the characters, 0..1, rounded to two decimals
};

/// Whose contract it was taken for, and why.
struct SectorFinding {
  std::string id;
  Bilingual name;
  std::vector<Evidence> evidence;  ///< the sign in the text; none when the caller said so
};

/// The review of one file. Points to nothing in the Document and outlives it.
struct DocumentReport {
  std::string path;
  std::string sha256;
  std::string format;
  DocumentType type = DocumentType::other;
  Bilingual type_reason;  ///< why this type, in one sentence
  std::vector<SectorFinding> sectors;
  std::vector<Bilingual> standards;      ///< official standard contracts whose text it holds
  std::vector<LanguageShare> languages;  ///< largest first
  std::vector<Party> parties;
  ReadCoverage coverage;
  std::uint32_t characters = 0;
  std::vector<EntryResult> entries;              ///< every entry of the rule set, in id order
  std::vector<ChecklistLine> checklist;          ///< of processor agreements; else empty
  std::vector<Finding> findings;                 ///< most severe first, then in text order, then by id
  std::vector<Fact> facts;                       ///< in text order
  std::shared_ptr<const ReviewedText> reviewed;  ///< null unless a format was asked for that needs it
};

struct FileError {
  std::string path;
  Error error;
};

/// What lay beside the documents in a folder or archive and was not taken for one.
struct SkippedFile {
  std::string path;
  std::string what;  ///< "an image", in English
};

/// What one call of the program answers.
struct Report {
  std::string version;
  std::string rules;                      ///< hash over all clause files and lexicons
  std::string law_as_of;                  ///< YYYY-MM-DD
  std::vector<DocumentReport> documents;  ///< in the order of the command line
  std::vector<FileError> errors;
  std::vector<Theme> themes;  ///< what points of a negotiation are gathered under
  std::vector<SkippedFile> skipped{};
  std::vector<Family> families{};  ///< the names of families of entries
};

}  // namespace klausul
