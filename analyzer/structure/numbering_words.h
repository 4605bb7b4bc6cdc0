#pragma once

#include <array>
#include <string_view>

/// The words that structure/ must know to cut a contract into blocks. Everything else about words stands in lexicons/,
/// but the lexicon comes after the tree. All are lower case; Swedish first, then English, in every list.
namespace klausul::numbering_words {

using namespace std::string_view_literals;

/// Begin an annex: "Bilaga 2", "Annex II".
inline constexpr std::array annex{"bilaga"sv,  "underbilaga"sv, "delbilaga"sv, "avtalsbilaga"sv,
                                  "bil."sv,    "annex"sv,       "appendix"sv,  "schedule"sv,
                                  "exhibit"sv, "attachment"sv,  "addendum"sv,  "enclosure"sv};

/// May stand between an annex's number and the name of what it belongs to: "Annex I to the Standard Contractual
/// Clauses".
inline constexpr std::array annex_belongs{"till"sv, "to"sv};

/// Begin a numbered part: "Avsnitt 2", "Article 5".
inline constexpr std::array article{"artikel"sv,  "avsnitt"sv,   "klausul"sv, "kapitel"sv, "punkt"sv,
                                    "paragraf"sv, "del"sv,       "article"sv, "section"sv, "clause"sv,
                                    "chapter"sv,  "paragraph"sv, "part"sv};

/// Between such a word and its number: "Bilaga nr 2", "Exhibit No. 3".
inline constexpr std::array number_sign{"nr"sv, "nr."sv, "no."sv, "no"sv, "#"sv};

/// Follow the number of a Swedish chapter: "2 kap. Ansvar".
inline constexpr std::array chapter_after_number{"kap."sv, "kap"sv};

/// After a number these make it a date, an amount or a measure, and no numbering: "3 March 2024", "10 MB".
inline constexpr std::array measure{
    "januari"sv,   "februari"sv, "mars"sv,     "april"sv,    "maj"sv,      "juni"sv,    "juli"sv,    "augusti"sv,
    "september"sv, "oktober"sv,  "november"sv, "december"sv, "kr"sv,       "kronor"sv,  "sek"sv,     "dagar"sv,
    "dag"sv,       "timmar"sv,   "timme"sv,    "månader"sv,  "månad"sv,    "år"sv,      "veckor"sv,  "procent"sv,
    "miljoner"sv,  "gånger"sv,   "januar"sv,   "january"sv,  "february"sv, "march"sv,   "may"sv,     "june"sv,
    "july"sv,      "august"sv,   "october"sv,  "jan"sv,      "feb"sv,      "mar"sv,     "apr"sv,     "jun"sv,
    "jul"sv,       "aug"sv,      "sep"sv,      "sept"sv,     "okt"sv,      "oct"sv,     "nov"sv,     "dec"sv,
    "eur"sv,       "usd"sv,      "gbp"sv,      "euro"sv,     "days"sv,     "day"sv,     "hours"sv,   "hour"sv,
    "months"sv,    "month"sv,    "years"sv,    "year"sv,     "weeks"sv,    "percent"sv, "million"sv, "times"sv,
    "kb"sv,        "mb"sv,       "gb"sv,       "tb"sv};

/// Follow a term that is being defined. Phrases end at a word boundary.
inline constexpr std::array defines{"betyder"sv,
                                    "avser"sv,
                                    "avses"sv,
                                    "ska betyda"sv,
                                    "skall betyda"sv,
                                    "ska avse"sv,
                                    "skall avse"sv,
                                    "innebär"sv,
                                    "definieras som"sv,
                                    "har den betydelse"sv,
                                    "har den innebörd"sv,
                                    "ska ha den betydelse"sv,
                                    "ska ha den innebörd"sv,
                                    "skall ha den betydelse"sv,
                                    "har samma betydelse"sv,
                                    "ska ha samma betydelse"sv,
                                    "means"sv,
                                    "mean"sv,
                                    "shall mean"sv,
                                    "will mean"sv,
                                    "is defined as"sv,
                                    "are defined as"sv,
                                    "refers to"sv,
                                    "refer to"sv,
                                    "has the meaning"sv,
                                    "have the meanings"sv,
                                    "shall have the meanings"sv,
                                    "have the meaning"sv,
                                    "has the same meaning"sv,
                                    "have the same meaning"sv,
                                    "shall have the meaning"sv,
                                    "shall have the same meaning"sv,
                                    "will have the meaning"sv,
                                    "includes"sv};

/// Stand before the quoted term: 'Med "Tjänsten" avses ...', 'The term "Service" means ...'.
inline constexpr std::array before_term{"med"sv,      "begreppet"sv, "uttrycket"sv, "termen"sv,
                                        "the term"sv, "the terms"sv, "the"sv,       "by"sv};

/// Occur in the heading of a section whose paragraphs define terms.
inline constexpr std::array definitions_heading{"definition"sv, "begrepp"sv, "interpretation"sv};

/// The whole heading of a table of contents.
inline constexpr std::array contents_heading{"innehåll"sv, "innehållsförteckning"sv, "på den här sidan"sv,
                                             "contents"sv, "on this page"sv,         "table of contents"sv};

/// Begin a line that somebody signs on. Alone enough.
inline constexpr std::array signature{"underskrift"sv,
                                      "namnteckning"sv,
                                      "namnförtydligande"sv,
                                      "ort och datum"sv,
                                      "ort/datum"sv,
                                      "ort, datum"sv,
                                      "undertecknas"sv,
                                      "firmatecknare"sv,
                                      "behörig firmatecknare"sv,
                                      "signatur"sv,
                                      "signature"sv,
                                      "signed"sv,
                                      "authorized signature"sv,
                                      "authorised signature"sv,
                                      "authorized signatory"sv,
                                      "authorised signatory"sv,
                                      "place and date"sv,
                                      "print name"sv,
                                      "printed name"sv,
                                      "in witness whereof"sv};

/// Begin a line beside a signature ("Name: ..."). They need a signature line or open fields near them.
inline constexpr std::array signature_field{"namn"sv,        "titel"sv,         "befattning"sv, "datum"sv,
                                            "ort"sv,         "roll"sv,          "för"sv,        "organisationsnummer"sv,
                                            "org.nr"sv,      "org. nr"sv,       "adress"sv,     "e-post"sv,
                                            "telefon"sv,     "kontaktperson"sv, "name"sv,       "title"sv,
                                            "date"sv,        "place"sv,         "by"sv,         "position"sv,
                                            "for"sv,         "company"sv,       "address"sv,    "email"sv,
                                            "e-mail"sv,      "phone"sv,         "its"sv,        "role"sv,
                                            "on behalf of"sv};

/// Heading of the part that is signed.
inline constexpr std::array signature_heading{"underskrift"sv, "undertecknande"sv, "signatur"sv,   "signering"sv,
                                              "signature"sv,   "execution"sv,      "signatories"sv};

}  // namespace klausul::numbering_words
