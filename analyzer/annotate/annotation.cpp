#include "annotate/annotation.h"

namespace klausul {

double Clock::hours() const {
  switch (unit) {
    case TimeUnit::hour: return amount;
    case TimeUnit::day: return amount * 24;
    case TimeUnit::business_day: return amount * 24 * 7 / 5;
    case TimeUnit::week: return amount * 24 * 7;
    case TimeUnit::month: return amount * 24 * 30;
    case TimeUnit::year: return amount * 24 * 365;
  }
  return amount;
}

const char* name_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::hour: return "hour";
    case TimeUnit::day: return "day";
    case TimeUnit::business_day: return "business-day";
    case TimeUnit::week: return "week";
    case TimeUnit::month: return "month";
    case TimeUnit::year: return "year";
  }
  return "";
}

const char* name_of(Bound bound) {
  switch (bound) {
    case Bound::exact: return "exact";
    case Bound::at_least: return "at-least";
    case Bound::at_most: return "at-most";
    case Bound::about: return "about";
  }
  return "";
}

const char* name_of(Actor actor) {
  switch (actor) {
    case Actor::none: return "";
    case Actor::vendor: return "vendor";
    case Actor::customer: return "customer";
    case Actor::subprocessor: return "subprocessor";
    case Actor::authority: return "authority";
    case Actor::data_subject: return "data-subject";
  }
  return "";
}

}  // namespace klausul
