#include "cli/swedish_help.h"

#include <CLI/CLI.hpp>
#include <array>
#include <string>

#include "report/swedish_errors.h"

namespace klausul {

namespace {

constexpr std::array descriptions = {
    ErrorSentence{
        "Reviews vendor terms and data processing agreements in Swedish and English: what is there, what is "
        "weak,\nwhat is missing and what misleads, clause by clause, with the exact quote. Works offline.",
        "Granskar leverantörsvillkor och personuppgiftsbiträdesavtal på svenska och engelska: vad som finns,\n"
        "vad som är bristfälligt, vad som saknas och vad som vilseleder, klausul för klausul och med exakt "
        "citat.\nArbetar utan nätanslutning."},
    ErrorSentence{
        "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or broken rules, 3 a file could "
        "not be read.",
        "Slutstatus: 0 inget på eller över --fail-on, 1 iakttagelser, 2 felaktigt bruk eller trasiga regler, "
        "3 en fil kunde inte läsas."},
    ErrorSentence{"Print this help message and exit", "Visa den här hjälpen"},
    ErrorSentence{"Display program version information and exit", "Visa programmets version"},
    // Verbs.
    ErrorSentence{"Review documents", "Granska handlingar"},
    ErrorSentence{"Compare two language versions of one contract", "Jämför två språkversioner av ett avtal"},
    ErrorSentence{"The two versions", "De två versionerna"},
    ErrorSentence{"text (default) or json", "text (utan flaggan) eller json"},
    ErrorSentence{"sv or en (default: that of the first version)", "sv eller en (utan flaggan: den första versionens)"},
    ErrorSentence{"Accept findings of a file: reviews show them apart, until the clause changes or a day passes",
                  "Godta iakttagelser i en fil: granskningar visar dem för sig, tills klausulen ändras eller en dag "
                  "passerar"},
    ErrorSentence{"Accept all findings that there are today, so that reviews show what is new",
                  "Godta alla iakttagelser som finns i dag, så att granskningar visar det som är nytt"},
    ErrorSentence{"The catalogue page of an entry", "Katalogsidan för en regel"},
    ErrorSentence{"List, test and check the rules", "Visa, testa och kontrollera reglerna"},
    ErrorSentence{"One line for each entry (the same as no word)", "En rad för varje regel (detsamma som inget ord)"},
    ErrorSentence{"Run the tests inside the clause files", "Kör testerna i regelfilerna"},
    ErrorSentence{"Load strictly and run the gates: every pattern is needed, no suggestion triggers a flag",
                  "Läs in strängt och kör spärrarna: varje mönster behövs, inget förslag utlöser en varning"},
    ErrorSentence{"What came near an entry in a file, and what silenced it",
                  "Vad som kom nära en regel i en fil, och vad som tystade det"},
    ErrorSentence{"Show what klausul made of a file", "Visa vad klausul gjorde av en fil"},
    ErrorSentence{"The extracted text, to which begin and end of a report refer",
                  "Den utlästa texten, som begin och end i en rapport syftar på"},
    ErrorSentence{"The tree of sections, clauses, items and cells", "Trädet av avsnitt, klausuler, punkter och celler"},
    ErrorSentence{"Words with offsets and the signs before them", "Ord med lägen och tecknen före dem"},
    ErrorSentence{"Concepts found, with who acts and what is negated",
                  "Funna begrepp, med vem som handlar och vad som nekas"},
    ErrorSentence{"Sentences with offsets, label and lead-in", "Meningar med lägen, beteckning och inledning"},
    ErrorSentence{"Compare with labels made by people", "Jämför med etiketter gjorda av människor"},
    ErrorSentence{"Completions for a shell: save what it prints, see its head",
                  "Kompletteringar för ett skal: spara det som skrivs ut, se dess början"},
    ErrorSentence{"The manual page, for man -l or a folder of man pages",
                  "Manualsidan, för man -l eller en mapp med manualsidor"},
    // Arguments.
    ErrorSentence{"Files, folders and zip archives to review; - is standard input",
                  "Filer, mappar och zip-arkiv att granska; - är standard in"},
    ErrorSentence{"Files, folders and zip archives", "Filer, mappar och zip-arkiv"},
    ErrorSentence{"File; - is standard input", "Fil; - är standard in"},
    ErrorSentence{"The contract", "Avtalet"},
    ErrorSentence{"Entry, such as subprocessor.notice, or fingerprint of a finding",
                  "Regel, till exempel subprocessor.notice, eller en iakttagelses fingeravtryck"},
    ErrorSentence{"Entry, such as subprocessor.notice", "Regel, till exempel subprocessor.notice"},
    ErrorSentence{"Entry or family (default: all)", "Regel eller familj (förval: alla)"},
    ErrorSentence{"Entry", "Regel"},
    ErrorSentence{"Folder with en/, sv/ and labels/<name>.tsv, or like corpus/",
                  "Mapp med en/, sv/ och labels/<namn>.tsv, eller som corpus/"},
    ErrorSentence{"bash, zsh or fish", "bash, zsh eller fish"},
    // Options.
    ErrorSentence{"{}; text without it. Several, separated by commas, need -o FOLDER",
                  "{}; text utan den. Flera, åtskilda av komman, kräver -o MAPP"},
    ErrorSentence{"Write the report to this file; or into this folder, one file a format: NAME.review.EXTENSION",
                  "Skriv rapporten till den här filen; eller i den här mappen, en fil per format: NAMN.review.ÄNDELSE"},
    ErrorSentence{"sv or en (default: that of each document)", "sv eller en (förval: varje handlings eget)"},
    ErrorSentence{"Exit with 1 from this severity on: critical, high (default), medium, low, info, never",
                  "Sluta med 1 från denna allvarlighetsgrad: critical, high (förval), medium, low, info, never"},
    ErrorSentence{"Only these entries or families, separated by commas",
                  "Bara dessa regler eller familjer, åtskilda av komman"},
    ErrorSentence{"Print nothing but errors; the exit status tells", "Skriv bara ut fel; slutstatus säger resten"},
    ErrorSentence{"auto (default), always or never; NO_COLOR is honoured",
                  "auto (förval), always eller never; NO_COLOR respekteras"},
    ErrorSentence{"What kind of document it is: auto, dpa, terms, privacy, scc",
                  "Vilket slags handling det är: auto, dpa, terms, privacy, scc"},
    ErrorSentence{"A playbook with thresholds, severities and clauses of your own (clauses/README.md)",
                  "En profil med egna trösklar, allvarlighetsgrader och klausuler (clauses/README.md)"},
    ErrorSentence{"The customer is {}; without it the text decides", "Kunden är {}; utan den avgör texten"},
    ErrorSentence{"Folder with lexicons/ and clauses/ (default: $KLAUSUL_KNOWLEDGE, else built in)",
                  "Mapp med lexicons/ och clauses/ (förval: $KLAUSUL_KNOWLEDGE, annars den inbyggda)"},
    ErrorSentence{"Files reviewed at the same time (default: one for each core)",
                  "Filer som granskas samtidigt (förval: en för varje kärna)"},
    ErrorSentence{"Opens encrypted PDF files", "Öppnar krypterade PDF-filer"},
    ErrorSentence{"Read pages of PDF files that are pictures; needs tesseract with swe and eng",
                  "Läs sidor i PDF-filer som är bilder; kräver tesseract med swe och eng"},
    ErrorSentence{"Processor time that a file may take (default: 60); five times that by the clock",
                  "Processortid som en fil får ta (förval: 60); fem gånger så mycket efter klockan"},
    ErrorSentence{"Memory that a file may take (default: 2048)", "Minne som en fil får ta (förval: 2048)"},
    ErrorSentence{"The file of accepted findings (default: klausul-accepted.json beside each contract)",
                  "Filen med godtagna iakttagelser (förval: klausul-accepted.json bredvid varje avtal)"},
    ErrorSentence{"The day that acceptances are held against (default: the clock's)",
                  "Dagen som godtaganden prövas mot (förval: klockans)"},
    ErrorSentence{"Count findings that were accepted like all others", "Räkna godtagna iakttagelser som alla andra"},
    ErrorSentence{"Why; it stands in every later review", "Varför; det står i varje senare granskning"},
    ErrorSentence{"Who accepts it", "Vem som godtar"},
    ErrorSentence{"The last day that the acceptance holds (default: no end)",
                  "Sista dagen som godtagandet gäller (förval: utan slut)"},
    ErrorSentence{"At most so many passages (default: 40)", "Högst så många passager (förval: 40)"},
    ErrorSentence{"What to compare with: one of these", "Vad att jämföra med: en av dessa"},
    ErrorSentence{"Folder with short passages (*.jsonl)", "Mapp med korta passager (*.jsonl)"},
    ErrorSentence{"Folder with status.tsv and labels.tsv", "Mapp med status.tsv och labels.tsv"},
    ErrorSentence{"Folder with labelled sentences on changes", "Mapp med etiketterade meningar om ändringar"},
    ErrorSentence{"Also list every mistake", "Visa också varje misstag"},
    ErrorSentence{"Take the type from dpa, tos, pp in the names, not from the text",
                  "Ta slaget från dpa, tos, pp i namnen, inte från texten"},
    ErrorSentence{"text (default), json or markdown", "text (förval), json eller markdown"},
};

std::string swedish(const std::string& english) { return swedish_of(english, descriptions).value_or(english); }

}  // namespace

void translate_help(CLI::App& program) {
  program.description(swedish(program.get_description()));
  program.footer(swedish(program.get_footer()));
  for (CLI::Option* option : program.get_options()) {
    option->description(swedish(option->get_description()));
    if (option->get_group() == "Options") option->group("Flaggor");
  }
  for (CLI::App* verb : program.get_subcommands([](CLI::App*) { return true; })) {
    translate_help(*verb);
    if (verb->get_group() == "Subcommands") verb->group("Verb");
  }
}

}  // namespace klausul
