#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/annotation.h"
#include "structure/block.h"
#include "words/lexicon.h"

namespace klausul {

enum class EntryKind : std::uint8_t { required, red_flag, misleading, stale, drafting, fact };
enum class Severity : std::uint8_t { info, low, medium, high, critical };  ///< ascending
enum class Status : std::uint8_t { present, weak, missing, triggered, clear, not_applicable, undetermined };
enum class DocumentType : std::uint8_t { dpa, terms, privacy, scc, other };
enum class BasisKind : std::uint8_t { statute, guidance, judgment, house };

/// Names as they stand in clause files and reports: "red-flag", "not-applicable", "case" (judgment) ...
const char* name_of(EntryKind kind);
const char* name_of(Severity severity);
const char* name_of(Status status);
const char* name_of(DocumentType type);
const char* name_of(BasisKind kind);
const char* name_of(Language language);  ///< "sv", "en", "other", "unknown"

/// None when no severity is called that.
std::optional<Severity> severity_named(std::string_view name);

/// A required entry or a fact has the statuses present, weak, missing; every other kind triggered, weak, clear.
inline bool is_expected(EntryKind kind) { return kind == EntryKind::required || kind == EntryKind::fact; }

/// The same text in both languages.
struct Bilingual {
  std::string en;
  std::string sv;
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::sv ? sv : en; }
  [[nodiscard]] bool empty() const { return en.empty() && sv.empty(); }
};

struct Basis {
  std::string act;
  std::string ref;  ///< pinpoint; empty when it is not verified
  BasisKind kind = BasisKind::statute;
};

enum class Scope : std::uint8_t { sentence, clause, section, document };
enum class Polarity : std::uint8_t { affirmed, negated, any };
enum class Comparison : std::uint8_t { none, less, at_most, at_least, more };

/// One way to satisfy an element: `not:engage@vendor`, `duration<30d`, `law:gdpr/28`.
struct Alternative {
  ConceptId concept_id = no_concept;
  Polarity polarity = Polarity::affirmed;
  Actor actor = Actor::none;  ///< none: whoever
  bool actor_named = false;   ///< "@only-vendor"
  Comparison comparison = Comparison::none;
  double hours = 0;       ///< what a duration is compared with
  CalendarDate date;      ///< what a date of the document is compared with
  std::string threshold;  ///< the name it was given by, if any
  std::int32_t act = -1;  ///< of a law reference: index into Lexicon::acts()
  std::string article, paragraph;
};

struct Element {
  std::string written;  ///< as in the file, for messages
  std::vector<Alternative> alternatives;
  std::bitset<256> concept_bits;  ///< bit concept_id % 256 of every alternative: tells most annotations apart quickly
  bool optional = false;          ///< in a sequence
  std::uint32_t gap = 0;          ///< in a sequence: at most so many words between the element before and this one
};

struct Pattern {
  std::vector<Element> elements;  ///< of `all` or `seq`
  bool ordered = false;           ///< `seq`
  Scope scope = Scope::sentence;
  std::uint32_t window = 40;  ///< `all`: words from first to last; 0 no limit
  std::vector<Element> none;
  std::vector<Element> about;
  std::vector<Element> not_about;
  std::uint32_t where = 0;                ///< bits of Where; 0: everywhere but headings
  Language language = Language::unknown;  ///< unknown: every language
};

enum Where : std::uint32_t {
  where_body = 1,
  where_heading = 2,
  where_table = 4,
  where_list = 8,
  where_definition = 16,
  where_annex = 32,
  where_note = 64
};

/// One way for a condition to be met: exactly one of its three kinds is set.
struct Condition {
  std::string entry;  ///< with `statuses`
  std::vector<Status> statuses;
  std::vector<Pattern> found;  ///< none or one
  std::string sector;          ///< id in clauses/sectors.json
};

struct Absence {
  std::string near;  ///< entry whose evidence is looked around; "" when the entry has none
  std::uint32_t sentences = 3;
  std::vector<Pattern> patterns;
  std::vector<Pattern> weak;
};

/// Other entries whose evidence counts as this one's own.
struct Gathering {
  std::vector<Condition> entries;  ///< in these statuses
  std::uint32_t at_least = 1;      ///< so many of them must hold
};

/// What the same document says elsewhere that a claim is set against.
struct Against {
  std::vector<Condition> entries;  ///< entries whose evidence contradicts, in these statuses
  std::vector<Pattern> patterns;
  std::vector<Pattern> unless;  ///< near misses: a passage where one is found contradicts nothing
  bool longer = false;          ///< only passages that name a longer period than every claim
  bool needed = false;          ///< without such a passage the claim is no finding
  [[nodiscard]] bool empty() const { return entries.empty() && patterns.empty(); }
};

/// A subject of an act: by what it is recognised, and the articles that deal with it.
struct CitedTopic {
  std::string name;
  std::vector<Pattern> patterns;
  std::vector<std::string> articles;  ///< "33", "28(3)(f)", "44-50": its own; the first is the one to cite
  std::vector<std::string> also;      ///< that are rightly cited beside it
};

/// What citations of one act are held against.
struct Citations {
  std::int32_t act = -1;          ///< index into Lexicon::acts(); -1: the entry looks at no citations
  std::vector<std::string> last;  ///< "99": the last article; "28(3)(h)": the last point of a paragraph
  std::vector<CitedTopic> topics;
};

/// A duty for which a contract should state one period.
struct OnePeriod {
  std::string duty;
  std::vector<Pattern> patterns;         ///< each with the element "duration"
  Severity severity = Severity::medium;  ///< when two periods are stated
};

/// Stands in a suggestion for what the finding names: the right article, the term.
inline constexpr std::string_view name_place = "{name}";

struct EntryTest {
  Language language = Language::en;
  std::string text;                                            ///< without the marks
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  ///< byte offsets in `text`; empty for a miss
  Status status = Status::present;                             ///< what is expected
  DocumentType type = DocumentType::dpa;
  bool conditions = false;
};

/// One catalogue entry: clauses/<family>/<name>.json.
struct Entry {
  std::string id;
  EntryKind kind = EntryKind::required;
  Severity severity = Severity::medium;
  Severity severity_weak = Severity::low;
  std::vector<std::pair<DocumentType, Severity>> severity_by_type;  ///< where it differs from `severity`
  Bilingual title;
  std::uint32_t applies_to = 0;                    ///< bits: 1 << DocumentType
  bool terms_only_with_processor_clauses = false;  ///< "terms*"
  std::vector<Condition> when;
  std::vector<Basis> basis;
  std::vector<std::string> theme;
  std::vector<std::pair<std::string, std::string>> thresholds;
  std::vector<Pattern> strong, weak, unless, weakened_by, strengthened_by;
  Gathering gathers;
  Absence absent;
  Against against;
  Citations citations;
  std::vector<OnePeriod> one_period;
  bool compares_versions = false;  ///< decided by two language versions of a contract, not by one document
  bool clock = false;
  Bilingual message, message_weak, suggest;
  std::vector<Bilingual> questions;  ///< to put to the vendor in a negotiation
  std::string limits;
  std::vector<Pattern> elsewhere;  ///< what decides may stand in a text that was not supplied
  bool switched_off = false;       ///< by a profile
  std::string missing_with;        ///< id; when that entry is missing too, its finding speaks for this one
  bool report_missing = true;      ///< false: its absence is a status, but no finding
  std::vector<EntryTest> tests;    ///< only when loaded with tests

  /// Of a finding of this status in a document of this type.
  [[nodiscard]] Severity severity_of(Status status, DocumentType type) const;
  [[nodiscard]] std::string family() const { return id.substr(0, id.find('.')); }
  /// Where it is written: "clauses/subprocessor/notice.json".
  [[nodiscard]] std::string file() const;
  /// Whether `name` is this entry's id or its family.
  [[nodiscard]] bool is_called(std::string_view name) const { return name == id || name == family(); }
};

/// Whose contract it is (a public body's, a bank's ...), and how that shows in a text: clauses/sectors.json.
struct Sector {
  std::string id;
  Bilingual name;
  std::vector<Pattern> signs;  ///< any of which suffices
};

/// An official standard contract and how its text is recognised: clauses/standards/<id>.json.
struct StandardContract {
  std::string id;
  Bilingual name;
  std::vector<Pattern> signs;
  std::uint32_t needed = 1;          ///< signs that must be found
  std::vector<std::string> settles;  ///< entries that the official text answers in full
};

/// How one document type is recognised: clauses/profiles/<type>.json.
struct TypeProfile {
  DocumentType type = DocumentType::other;
  struct Sign {
    Pattern pattern;
    double weight = 1;
    bool title_only = false;  ///< counts only in the title or the first headings
    Bilingual reason;         ///< "the title says ..."
  };
  std::vector<Sign> signs;
  std::vector<std::string> processor_entries;  ///< terms: entries that only a processor agreement answers
  std::uint32_t processor_entries_needed = 0;  ///< so many of them found: the terms hold processor clauses
};

}  // namespace klausul
