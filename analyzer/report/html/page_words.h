#pragma once

#include "rules/entry.h"

namespace klausul::page_words {

/// What only the web page says. Every word stands in both languages.
struct Pair {
  const char* en;
  const char* sv;
};

inline constexpr Pair skip{"Skip to the findings", "Gå till iakttagelserna"};
inline constexpr Pair language{"Language", "Språk"};
inline constexpr Pair documents{"Documents", "Handlingar"};
inline constexpr Pair filter{"Filter", "Filtrera"};
inline constexpr Pair severity{"Severity", "Allvar"};
inline constexpr Pair status{"Status", "Status"};
inline constexpr Pair family{"Subject", "Ämne"};
inline constexpr Pair every_family{"All subjects", "Alla ämnen"};
inline constexpr Pair show_all{"Show all", "Visa alla"};
inline constexpr Pair shown{"Findings shown", "Visade iakttagelser"};
inline constexpr Pair of{"of", "av"};
inline constexpr Pair keys{"Arrow keys move between findings; Enter shows the passage; Escape leads back.",
                           "Piltangenterna går mellan iakttagelserna; Retur visar passagen; Esc leder tillbaka."};
inline constexpr Pair finding{"Finding", "Iakttagelse"};
inline constexpr Pair text_of_document{"Text of the document", "Handlingens text"};
inline constexpr Pair panel{"Findings and checklist", "Iakttagelser och checklista"};
inline constexpr Pair absent_here{"Missing here", "Saknas här"};
inline constexpr Pair absent_somewhere{"Missing in the document", "Saknas i handlingen"};
inline constexpr Pair in_the_text{"in the text", "i texten"};
inline constexpr Pair accepted{"Accepted", "Godtaget"};
inline constexpr Pair occurs{"Found in the text", "Förekommer i texten"};

}  // namespace klausul::page_words
