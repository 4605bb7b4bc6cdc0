#include "report/swedish_sentences.h"

#include <re2/re2.h>

#include <memory>
#include <vector>

#include "report/swedish_errors.h"

namespace klausul {

namespace {

struct Translation {
  std::unique_ptr<const RE2> english;
  std::string swedish;  ///< \1, \2: what stood in the brackets of the English
};

std::vector<Translation> make_translations() {
  std::vector<Translation> all;
  const auto add = [&](const char* english, const char* swedish) {
    all.push_back({std::make_unique<const RE2>(english), swedish});
  };
  add(R"(The document has tracked changes: (\d+) insertions were read as accepted, (\d+) deletions were left out\.)",
      R"(Dokumentet har spårade ändringar: \1 tillägg har lästs som godkända, \2 strykningar har utelämnats.)");
  add(R"((\d+) stretches of struck text were left out\.)", R"(\1 överstrukna textavsnitt har utelämnats.)");
  add(R"((\d+) stretches of hidden text were left out\.)", R"(\1 dolda textavsnitt har utelämnats.)");
  add(R"((\d+) embedded documents were left out\.)", R"(\1 inbäddade dokument har utelämnats.)");
  add(R"((\d+) diagrams or charts were left out; they may hold text\.)",
      R"(\1 diagram har utelämnats; de kan innehålla text.)");
  add(R"((\d+) comments in the margin were not read\.)", R"(\1 kommentarer i marginalen har inte lästs.)");
  add(R"((\d+) characters that the page does not show were left out\.)",
      R"(\1 tecken som sidan inte visar har utelämnats.)");
  add(R"((\d+) bytes that are not text were replaced by the character U\+FFFD\.)",
      R"(\1 byte som inte är text har ersatts av tecknet U+FFFD.)");
  add(R"(The file is not well-formed UTF-8: (\d+) bytes were replaced by the character U\+FFFD\.)",
      R"(Filen är inte felfri UTF-8: \1 byte har ersatts av tecknet U+FFFD.)");
  add(R"(The file does not say its encoding; it was read as (.+)\.)",
      R"(Filen anger inte sin teckenkodning; den har lästs som \1.)");
  add(R"(The part (.+) could not be read; its text is left out\.)",
      R"(Delen \1 kunde inte läsas; dess text har utelämnats.)");
  add(R"(The HTML nests elements deeper than (\d+); the innermost were read as running text\.)",
      R"(HTML-koden har element i fler än \1 nivåer; de innersta har lästs som löpande text.)");
  add(R"(A block of HTML was left out: it needs more memory than a page should\.)",
      R"(Ett stycke HTML har utelämnats: det kräver mer minne än en sida borde.)");
  add(R"(The Markdown is too entangled to be read as such; it was read as plain text\.)",
      R"(Markdown-koden är för tilltrasslad; filen har lästs som vanlig text.)");
  add(R"(The file is named (\.\S+) but is (\S+); it was read as what it is\.)",
      R"(Filen heter \1 men är \2; den har lästs som det den är.)");
  add(R"(Pages that are pictures without text: (.+)\. They were not read; --ocr reads them\.)",
      R"(Sidor som är bilder utan text: \1. De har inte lästs; --ocr läser dem.)");
  add(R"(Pages that are pictures without text: (.+)\. OCR could not read them either; it needs tesseract with swe and eng\.)",
      R"(Sidor som är bilder utan text: \1. Inte heller OCR kunde läsa dem; det kräver tesseract med swe och eng.)");
  add(R"(Pages whose signs make no known words, often because the file does not say which letters they are: (.+)\. They were not read; --ocr reads them\.)",
      R"(Sidor vars tecken inte bildar några kända ord, ofta för att filen inte säger vilka bokstäver de är: \1. De har inte lästs; --ocr läser dem.)");
  add(R"(Pages whose signs make no known words, often because the file does not say which letters they are: (.+)\. OCR could not read them either; it needs tesseract with swe and eng\.)",
      R"(Sidor vars tecken inte bildar några kända ord, ofta för att filen inte säger vilka bokstäver de är: \1. Inte heller OCR kunde läsa dem; det kräver tesseract med swe och eng.)");
  add(R"(Blank pages: (.+)\.)", R"(Tomma sidor: \1.)");
  add(R"(Pages that the file names and does not hold: (.+)\.)", R"(Sidor som filen nämner men inte innehåller: \1.)");
  add(R"(Pages that were not read to their end, because a limit was met: (.+)\.)",
      R"(Sidor som inte har lästs till slut, för att en gräns nåddes: \1.)");
  add(R"(Pages on which the file is damaged: (.+)\. Text may be missing there\.)",
      R"(Sidor där filen är skadad: \1. Text kan saknas där.)");
  add(R"(Pages read by OCR: (.+), with a confidence of (\d+) %\. Check what is quoted from them against the page\.)",
      R"(Sidor lästa med OCR: \1, med \2 % säkerhet. Jämför det som citeras från dem med sidan.)");
  add(R"(The file is damaged and was repaired; parts of it may be missing\.)",
      R"(Filen är skadad och har lagats; delar av den kan saknas.)");
  add(R"(The file holds a form without pages \(XFA\), which was not read\.)",
      R"(Filen innehåller ett formulär utan sidor (XFA), som inte har lästs.)");
  add(R"(Files that are packed into the PDF were not read: (.+)\.)", R"(Filer inuti PDF-filen har inte lästs: \1.)");
  add(R"([Tt]he text is neither Swedish nor English(?:; klausul cannot judge it)?\.?)",
      R"(Texten är varken svensk eller engelsk; klausul kan inte bedöma den.)");
  add(R"(not found in what could be read; part of the file could not be read)",
      R"(inte funnet i det som kunde läsas; en del av filen kunde inte läsas)");
  add(R"(the type of the document was not found in what could be read)",
      R"(dokumentets typ framgår inte av det som kunde läsas)");
  add(R"(it may stand in an annex that is named but not in the file)",
      R"(det kan stå i en bilaga som nämns men inte finns i filen)");
  add(R"(switched off by the profile)", R"(avstängt i profilen)");
  add(R"(two language versions decide it: klausul compare)", R"(avgörs av två språkversioner: klausul compare)");
  add(R"(The file ends in the middle; what is missing could not be read\.)",
      R"(Filen slutar mitt i; det som fattas har inte kunnat läsas.)");
  add(R"(A part of the message is not text and was left out\.)",
      R"(En del av meddelandet är inte text och har utelämnats.)");
  add(R"(A part of the message is encrypted and was left out\.)",
      R"(En del av meddelandet är krypterad och har utelämnats.)");
  add(R"((\d+) attachments are documents of their own and not part of this text\.)",
      R"(\1 bilagor är egna handlingar och ingår inte i den här texten.)");
  add(R"(The file was converted with (\S+), which leaves out automatic numbers and headings; LibreOffice keeps them\.)",
      R"(Filen har konverterats med \1, som utelämnar automatisk numrering och rubriker; LibreOffice behåller dem.)");
  add(R"(The file was converted with (\S+)\.)", R"(Filen har konverterats med \1.)");
  add("an image", "en bild");
  add("an archive within three others", "ett arkiv i tre andra");
  add("a sound or video file", "en ljud- eller videofil");
  add("part of a web page or program", "en del av en webbsida eller ett program");
  add("a report of klausul", "en rapport från klausul");
  add("settings or data", "inställningar eller data");
  add("a signature, card or calendar entry", "en signatur, ett visitkort eller en kalenderpost");
  add("a link", "en länk");
  return all;
}

}  // namespace

std::string in_swedish(const std::string& sentence) {
  static const std::vector<Translation> translations = make_translations();
  for (const Translation& translation : translations) {
    if (!RE2::FullMatch(sentence, *translation.english)) continue;
    std::string swedish = sentence;
    RE2::Replace(&swedish, *translation.english, translation.swedish);
    return swedish;
  }
  return error_in_swedish(sentence).value_or(sentence);
}

}  // namespace klausul
