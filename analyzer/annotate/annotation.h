#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "words/lexicon.h"

namespace klausul {

/// Who does what a word says.
enum class Actor : std::uint8_t { none, vendor, customer, subprocessor, authority, data_subject };

/// A concept found in the text. Periods, dates, law references and the like are concepts too (BuiltinConcept); what
/// they say is asked of the Document (clock_of, law_reference_of).
struct Annotation {
  std::uint32_t first_token = 0;
  ConceptId concept_id = no_concept;
  std::uint8_t token_count = 1;
  Actor actor : 7 = Actor::none;  ///< none: nobody is named
  bool negated : 1 = false;
};
static_assert(sizeof(Annotation) == 8, "a long contract has more annotations than words");

enum class TimeUnit : std::uint8_t { hour, day, business_day, week, month, year };
enum class Bound : std::uint8_t { exact, at_least, at_most, about };

/// A period the contract states.
struct Clock {
  std::uint32_t first_token = 0;
  std::uint8_t token_count = 1;
  double amount = 0;
  TimeUnit unit = TimeUnit::day;
  Bound bound = Bound::exact;
  std::string
      trigger;  ///< trigger id of lexicons/numbers.json ("aware", "confirmed", "notice" ...); "" when none is stated

  /// For comparing: hours, with a business day as 7/5 days, a month as 30 days, a year as 365.
  [[nodiscard]] double hours() const;
};

/// A day as a contract writes it: "24 November 2026", "May 2018".
struct CalendarDate {
  int year = 0;
  int month = 0;  ///< 1 to 12; 0: not stated
  int day = 0;    ///< 1 to 31; 0: not stated
  friend auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

/// A number in words: "thirty". The number of a month, for its name.
struct NumberWord {
  std::uint32_t first_token = 0;
  std::uint8_t token_count = 1;
  std::uint32_t value = 0;
};

const char* name_of(TimeUnit unit);  ///< "hour", "day", "business-day", "week", "month", "year"
const char* name_of(Bound bound);    ///< "exact", "at-least", "at-most", "about"
const char* name_of(Actor actor);    ///< "", "vendor", "customer", "subprocessor", "authority", "data-subject"

struct LawReference {
  std::uint32_t first_token = 0;
  std::uint8_t token_count = 1;
  std::uint16_t act = 0;    ///< index into Lexicon::acts()
  std::string article;      ///< "28", "" when only the act is named
  std::string article_end;  ///< of "32-36" the 36; else ""
  std::string paragraph;    ///< "3", ""
  std::string point;        ///< "a", ""
};

}  // namespace klausul
