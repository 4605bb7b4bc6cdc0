#include "report/swedish_errors.h"

#include <array>
#include <string_view>
#include <vector>

namespace klausul {

namespace {

constexpr std::array sentences = {
    // Files: after "{}" stands the name, or one of the next two.
    ErrorSentence{"Standard input", "Standard in"},
    ErrorSentence{"The text", "Texten"},
    ErrorSentence{"{} does not exist. Check the path.", "{} finns inte. Kontrollera sökvägen."},
    ErrorSentence{"{} may not be read. Ask for permission to read it.", "{} får inte läsas. Begär behörighet."},
    ErrorSentence{"{} is a link that leads in a circle. Check the path.",
                  "{} är en länk som leder i cirkel. Kontrollera sökvägen."},
    ErrorSentence{"{} ... is too long a path.", "{} ... är en för lång sökväg."},
    ErrorSentence{"{} cannot be opened. Check the path and the disk.",
                  "{} kan inte öppnas. Kontrollera sökvägen och disken."},
    ErrorSentence{"{} cannot be read. Check the disk or the connection.",
                  "{} kan inte läsas. Kontrollera disken eller anslutningen."},
    ErrorSentence{"{} is a folder. Name the files in it.", "{} är en mapp. Ange filerna i den."},
    ErrorSentence{"{} is a folder that may not be read. Ask for permission to read it.",
                  "{} är en mapp som inte får läsas. Begär behörighet."},
    ErrorSentence{"{} is a folder without documents in it. Check the path.",
                  "{} är en mapp utan handlingar. Kontrollera sökvägen."},
    ErrorSentence{"{} holds more than {} files. Name the folders in it.",
                  "{} innehåller fler än {} filer. Ange mapparna i den."},
    ErrorSentence{"{} holds more than {} files. Unpack and divide it.",
                  "{} innehåller fler än {} filer. Packa upp och dela den."},
    ErrorSentence{"{} is a device, pipe or socket. Use - to read standard input.",
                  "{} är en enhet, ett rör eller en sockel. Använd - för att läsa standard in."},
    ErrorSentence{"{} is empty. Check that the right file was saved.",
                  "{} är tom. Kontrollera att rätt fil har sparats."},
    ErrorSentence{"{} is larger than {}. Split it.",
                  "{} är större än {}. Dela den."},
    ErrorSentence{"{} holds more text than the limit. Split it.",
                  "{} innehåller mer text än gränsen tillåter. Dela den."},
    ErrorSentence{"{} needs more memory than there is. Split it.", "{} kräver mer minne än vad som finns. Dela den."},
    ErrorSentence{"{} needs more memory than a page should. Save it as plain text.",
                  "{} kräver mer minne än en sida borde. Spara den som vanlig text."},
    ErrorSentence{"{} was stopped after {} s of work. Split it, or allow more with --timeout.",
                  "{} stoppades efter {} s arbete. Dela den eller tillåt mer med --timeout."},
    ErrorSentence{"{} was stopped after {} s without an end. Check the disk, or allow more with --timeout.",
                  "{} stoppades efter {} s utan slut. Kontrollera disken eller tillåt mer med --timeout."},
    ErrorSentence{
        "{} was stopped from outside, mostly a sign that the machine has too little memory. Use fewer --jobs.",
        "{} stoppades utifrån, oftast ett tecken på att maskinen har för lite minne. Använd färre --jobs."},
    ErrorSentence{"{} needed more than {} MB of memory. Split it, or allow more with --memory.",
                  "{} krävde mer än {} MB minne. Dela den eller tillåt mer med --memory."},
    ErrorSentence{"{} gives a review larger than {} MB. Split it.", "{} ger en granskning på mer än {} MB. Dela den."},
    ErrorSentence{"{} crashed the review. The file is damaged or hostile; other files are not affected.",
                  "{} kraschade granskningen. Filen är skadad eller fientlig; andra filer påverkas inte."},
    ErrorSentence{"{} crashed the review ({}). The file is damaged or hostile; other files are not affected.",
                  "{} kraschade granskningen ({}). Filen är skadad eller fientlig; andra filer påverkas inte."},
    ErrorSentence{"{} spoilt its review. The file is damaged or hostile.",
                  "{} förstörde sin granskning. Filen är skadad eller fientlig."},
    ErrorSentence{"{} was not reviewed: the system gives no more processes. Close other programs.",
                  "{} granskades inte: systemet ger inga fler processer. Stäng andra program."},
    ErrorSentence{
        "{} was not read to its end: {} of its documents could not be reviewed. Unpack it and leave those out.",
        "{} lästes inte till slut: {} av dess handlingar kunde inte granskas. Packa upp det och utelämna dem."},
    ErrorSentence{
        "The kernel refuses the filter on system calls, so nothing but klausul itself keeps a hostile file from the "
        "network and from writing. The limits on time, memory and files hold.",
        "Kärnan vägrar filtret för systemanrop, så att inget annat än klausul självt hindrar en fientlig fil från att "
        "nå nätet eller skriva. Gränserna för tid, minne och filer gäller."},
    ErrorSentence{"{} could not be read: {}", "{} kunde inte läsas: {}"},
    ErrorSentence{"{} is encrypted. Save a copy without a password.", "{} är krypterad. Spara en kopia utan lösenord."},
    ErrorSentence{"{} is encrypted. Give its password with --password.",
                  "{} är krypterad. Ange lösenordet med --password."},
    ErrorSentence{"{} is encrypted, so no notes can be written on it. Save a copy without a password.",
                  "{} är krypterad, så inga anteckningar kan skrivas i den. Spara en kopia utan lösenord."},
    ErrorSentence{"{} is too damaged to be written on. Print it to a new PDF, or choose another format, such as html.",
                  "{} är för skadad för att skrivas i. Skriv ut den till en ny PDF eller välj ett annat format, till "
                  "exempel html."},
    ErrorSentence{"{} has no paragraph that a comment can stand at. Choose another format, such as html.",
                  "{} har inget stycke som en kommentar kan stå vid. Välj ett annat format, till exempel html."},
    ErrorSentence{"{} would have more comments than Word can open. Review it with --only ID.",
                  "{} skulle få fler kommentarer än Word kan öppna. Granska den med --only ID."},
    ErrorSentence{"The Word file cannot be written: its zip file is damaged.",
                  "Word-filen kan inte skrivas: dess zip-fil är skadad."},
    ErrorSentence{"{} is encrypted, and the password given does not open it. Check the password.",
                  "{} är krypterad, och det angivna lösenordet öppnar den inte. Kontrollera lösenordet."},
    ErrorSentence{"{} has blank pages only. Check that the right file was saved.",
                  "{} har bara tomma sidor. Kontrollera att rätt fil har sparats."},
    ErrorSentence{"{} is damaged: nothing of its pages can be read. Ask for a new copy.",
                  "{} är skadad: inget av dess sidor kan läsas. Be om en ny kopia."},
    ErrorSentence{"{} holds no text that OCR could read; it needs tesseract with swe and eng.",
                  "{} innehåller ingen text som OCR kunde läsa; det kräver tesseract med swe och eng."},
    ErrorSentence{"{} holds no readable text: its pages are pictures. Read it with --ocr, which needs tesseract.",
                  "{} innehåller ingen läsbar text: sidorna är bilder. Läs den med --ocr, som kräver tesseract."},
    ErrorSentence{"{} is a damaged PDF: no page can be found. Ask for a new copy.",
                  "{} är en skadad PDF: ingen sida kan hittas. Be om en ny kopia."},
    ErrorSentence{"{} has more than {} pages. Split it.",
                  "{} har fler än {} sidor. Dela den."},
    ErrorSentence{"{} has more than {} objects. Print it to a new PDF.",
                  "{} har fler än {} objekt. Skriv ut den till en ny PDF."},
    ErrorSentence{"{} nests groups deeper than {}. It is not read.",
                  "{} har grupper i fler än {} nivåer. Den läses inte."},
    ErrorSentence{"{} is damaged: nothing of its {} can be read. Ask for a new copy.",
                  "{} är skadad: inget av dess {} kan läsas. Be om en ny kopia."},
    ErrorSentence{"{} has {} without readable text: a scan. Read it with --ocr, which needs tesseract.",
                  "{} har {} utan läsbar text: en skanning. Läs den med --ocr, som kräver tesseract."},
    ErrorSentence{"{} has {} without readable text: a scan. OCR read nothing either; it needs tesseract with swe and "
                  "eng.",
                  "{} har {} utan läsbar text: en skanning. OCR läste inte heller något; det kräver tesseract med swe "
                  "och eng."},
    ErrorSentence{"{} has {}, all blank.", "{} har {}, alla tomma."},
    ErrorSentence{"1 page", "1 sida"},
    ErrorSentence{"{} pages", "{} sidor"},
    ErrorSentence{"{} is a zip archive. `klausul check` reads the files in it; elsewhere name one of them.",
                  "{} är ett zip-arkiv. `klausul check` läser filerna i det; ange annars en av dem."},
    ErrorSentence{"{} is a zip archive without documents in it.", "{} är ett zip-arkiv utan handlingar."},
    ErrorSentence{"{} holds no text. If it is a picture of a document, make its text readable first (OCR).",
                  "{} innehåller ingen text. Är det en bild av en handling, gör först texten läsbar (OCR)."},
    ErrorSentence{"{} is not text: its bytes are binary. {}", "{} är inte text: innehållet är binärt. {}"},
    ErrorSentence{"{} is damaged: the zip file that it is cannot be opened. Ask for a new copy.",
                  "{} är skadad: zip-filen går inte att öppna. Be om en ny kopia."},
    ErrorSentence{"{} is damaged: {} is missing. Ask for a new copy.", "{} är skadad: {} saknas. Be om en ny kopia."},
    ErrorSentence{"{} is damaged: {} cannot be unpacked. Ask for a new copy.",
                  "{} är skadad: {} kan inte packas upp. Be om en ny kopia."},
    ErrorSentence{"{} is damaged: {} is not XML ({}). Ask for a new copy.",
                  "{} är skadad: {} är inte XML ({}). Be om en ny kopia."},
    ErrorSentence{"{} is damaged: {} Ask for a new copy.", "{} är skadad: {} Be om en ny kopia."},
    ErrorSentence{"{} unpacks to far more than a document holds (a zip bomb?). It is not read.",
                  "{} blir uppackad långt större än någon handling (en zip-bomb?). Den läses inte."},
    ErrorSentence{"{} unpacks to more than {} MB; from {} on it is not read. Unpack it and name the folder.",
                  "{} blir uppackad större än {} MB; från {} läses den inte. Packa upp den och ange mappen."},
    ErrorSentence{"{} lies within {} others. Unpack them and name the folder.",
                  "{} ligger i {} andra. Packa upp dem och ange mappen."},
    ErrorSentence{"{} nests elements deeper than {} in {}. It is not read.",
                  "{} har element i fler än {} nivåer i {}. Den läses inte."},
    ErrorSentence{"{} holds more elements than can be read in {}. Split it.",
                  "{} har fler element än vad som kan läsas i {}. Dela den."},
    ErrorSentence{"{} is {}. klausul reads {}.", "{} är {}. klausul läser {}."},
    ErrorSentence{
        "klausul reads plain text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF and e-mail (eml).",
        "klausul läser vanlig text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF och e-post (eml)."},
    ErrorSentence{"plain text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF and e-mail (eml)",
                  "vanlig text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF och e-post (eml)"},
    ErrorSentence{
        "{} is {}. `klausul check` reads it when LibreOffice or antiword is installed; elsewhere save it as docx.",
        "{} är {}. `klausul check` läser den när LibreOffice eller antiword är installerat; spara den annars som "
        "docx."},
    ErrorSentence{
        "`klausul check` reads it when LibreOffice or antiword is installed; elsewhere save it as docx.",
        "`klausul check` läser den när LibreOffice eller antiword är installerat; spara den annars som docx."},
    ErrorSentence{
        "{} is {}. Save its attachments and, as text or HTML, the message itself; or export it as eml.",
        "{} är {}. Spara bilagorna och, som text eller HTML, själva meddelandet; eller exportera det som eml."},
    ErrorSentence{"Save its attachments and, as text or HTML, the message itself; or export it as eml.",
                  "Spara bilagorna och, som text eller HTML, själva meddelandet; eller exportera det som eml."},
    ErrorSentence{"{} is an old Word file (doc). Install LibreOffice (libreoffice-writer) or antiword, with which "
                  "klausul reads it, or save it as docx.",
                  "{} är en gammal Word-fil (doc). Installera LibreOffice (libreoffice-writer) eller antiword, som "
                  "klausul läser den med, eller spara den som docx."},
    ErrorSentence{"{} is an old Word file (doc) whose conversion takes too long. Save it as docx.",
                  "{} är en gammal Word-fil (doc) som tar för lång tid att konvertera. Spara den som docx."},
    ErrorSentence{
        "{} is an old Word file (doc) that could not be converted. Save it as docx, or ask for a new copy.",
        "{} är en gammal Word-fil (doc) som inte kunde konverteras. Spara den som docx eller be om en ny kopia."},
    ErrorSentence{"{} could not be read: what {} made of it is of no use. Save it as docx.",
                  "{} kunde inte läsas: det som {} gjorde av den går inte att använda. Spara den som docx."},
    ErrorSentence{"{} is encrypted. Save it decrypted from the mail program.",
                  "{} är krypterat. Spara det dekrypterat från e-postprogrammet."},
    ErrorSentence{"{} is encrypted. Unpack the archive with its password and name the folder.",
                  "{} är krypterad. Packa upp arkivet med dess lösenord och ange mappen."},
    ErrorSentence{"{} cannot be unpacked: the archive is damaged there. Ask for a new copy.",
                  "{} kan inte packas upp: arkivet är skadat där. Be om en ny kopia."},
    ErrorSentence{"{} is a message without text.", "{} är ett meddelande utan text."},
    ErrorSentence{"{} holds no text of its own. `klausul check` reads what is attached to it.",
                  "{} innehåller ingen egen text. `klausul check` läser det som är bifogat."},
    ErrorSentence{"{} lies within {} other messages or archives; its attachments are not read. Save them in a folder.",
                  "{} ligger i {} andra meddelanden eller arkiv; dess bilagor läses inte. Spara dem i en mapp."},
    ErrorSentence{"{} holds more than can be read. Save the attachments in a folder.",
                  "{} innehåller mer än vad som kan läsas. Spara bilagorna i en mapp."},
    ErrorSentence{"{} holds more than {} files; the others are not read. Divide it.",
                  "{} innehåller fler än {} filer; de övriga läses inte. Dela den."},
    ErrorSentence{"a PNG image", "en PNG-bild"},
    ErrorSentence{"a JPEG image", "en JPEG-bild"},
    ErrorSentence{"a GIF image", "en GIF-bild"},
    ErrorSentence{"a TIFF image", "en TIFF-bild"},
    ErrorSentence{"a WebP image", "en WebP-bild"},
    ErrorSentence{"a HEIC image", "en HEIC-bild"},
    ErrorSentence{"a video or sound file", "en video- eller ljudfil"},
    ErrorSentence{"a sound file", "en ljudfil"},
    ErrorSentence{"a {} archive", "ett {}-arkiv"},
    ErrorSentence{"an xz archive", "ett xz-arkiv"},
    ErrorSentence{"a program", "ett program"},
    ErrorSentence{"an SQLite database", "en SQLite-databas"},
    ErrorSentence{"a web archive (MIME)", "ett webbarkiv (MIME)"},
    ErrorSentence{"old Word (doc)", "gammal Word (doc)"},
    ErrorSentence{"old Excel (xls)", "gammal Excel (xls)"},
    ErrorSentence{"an Outlook message (msg)", "ett Outlook-meddelande (msg)"},
    ErrorSentence{"an old Office file", "en gammal Office-fil"},
    // The machine.
    ErrorSentence{"The memory of this machine does not suffice for this file.",
                  "Datorns minne räcker inte för den här filen."},
    ErrorSentence{"A mistake in klausul stopped the review: {}", "Ett fel i klausul avbröt granskningen: {}"},
    ErrorSentence{"Cannot be written: {}.", "Kan inte skrivas: {}."},
    ErrorSentence{"The folder cannot be made: {}.", "Mappen kan inte skapas: {}."},
    ErrorSentence{"The output could not be written.", "Utdata kunde inte skrivas."},
    ErrorSentence{
        "The spreadsheet could not be written; the folder for temporary files may be full. Empty it, or choose "
        "another with TMPDIR.",
        "Kalkylbladet kunde inte skrivas; mappen för tillfälliga filer kan vara full. Töm den eller välj en "
        "annan med TMPDIR."},
    ErrorSentence{"No such file or directory", "Filen eller mappen finns inte"},
    ErrorSentence{"Permission denied", "Behörighet saknas"},
    ErrorSentence{"Is a directory", "Det är en mapp"},
    ErrorSentence{"Not a directory", "Det är ingen mapp"},
    ErrorSentence{"No space left on device", "Disken är full"},
    ErrorSentence{"Read-only file system", "Disken är skrivskyddad"},
    // The command line.
    ErrorSentence{"{} See klausul --help.", "{} Se klausul --help."},
    ErrorSentence{"A subcommand is required.", "Ett verb krävs, till exempel check."},
    ErrorSentence{"{} is required.", "{} krävs."},
    ErrorSentence{"The following argument was not expected: {}.", "Argumentet {} väntades inte."},
    ErrorSentence{"The following arguments were not expected: {}.", "Argumenten {} väntades inte."},
    ErrorSentence{"{}: Value {} not in range {} to {}.", "{}: {} ligger inte mellan {} och {}."},
    ErrorSentence{"{}: {} not in {}.", "{}: {} är inget av {}."},
    ErrorSentence{"{}: {} is no date; write it as 2027-06-30.", "{}: {} är inget datum; skriv det som 2027-06-30."},
    ErrorSentence{"{}: {} required {} missing.", "{}: {} {} saknas."},
    ErrorSentence{"Could not convert: {} = {}.", "Kan inte tolkas: {} = {}."},
    ErrorSentence{"Standard input (-) can be read only once.", "Standard in (-) kan läsas bara en gång."},
    ErrorSentence{
        "The format {} holds one document. Review one file at a time, or name a folder with -o FOLDER/ for one "
        "report a file.",
        "Formatet {} rymmer en handling. Granska en fil åt gången, eller ange en mapp med -o MAPP/ för en "
        "rapport per fil."},
    ErrorSentence{"The format {} is not for a terminal. Name a file with -o FILE.",
                  "Formatet {} är inte för en terminal. Ange en fil med -o FIL."},
    ErrorSentence{"The format {} writes on a {} file, and this is {}. Choose another format, such as html.",
                  "Formatet {} skriver i en {}-fil, och detta är {}. Välj ett annat format, till exempel html."},
    ErrorSentence{"Several formats are several files. Name a folder for them with -o FOLDER.",
                  "Flera format är flera filer. Ange en mapp för dem med -o MAPP."},
    ErrorSentence{"Several formats need a folder, and this is a file. Name a folder with -o.",
                  "Flera format kräver en mapp, och detta är en fil. Ange en mapp med -o."},
    ErrorSentence{"This is one of the files to review and is not overwritten. Choose another name for -o.",
                  "Detta är en av filerna som ska granskas, och den skrivs inte över. Välj ett annat namn för -o."},
    ErrorSentence{"No knowledge here: a folder with lexicons/ and clauses/ is needed. Name one with --knowledge.",
                  "Här finns ingen kunskap: en mapp med lexicons/ och clauses/ behövs. Ange en med --knowledge."},
    ErrorSentence{"No entry and no family is called that. {}", "Ingen regel och ingen familj heter så. {}"},
    ErrorSentence{"No entry is called that. {}", "Ingen regel heter så. {}"},
    ErrorSentence{"klausul rules lists all.", "klausul rules visar alla."},
    ErrorSentence{"Near it: {}.", "Liknande: {}."},
    ErrorSentence{"a public body", "ett offentligt organ"},
    ErrorSentence{"a financial entity", "ett finansiellt företag"},
    ErrorSentence{"a consumer", "en konsument"},
    ErrorSentence{"an entity under NIS2", "en verksamhet som omfattas av NIS2"},
    // Acceptances, and JSON files that users write.
    ErrorSentence{
        "{} has no such finding. Name an entry such as subprocessor.notice, or a fingerprint; klausul check {} "
        "lists the findings.",
        "{} har ingen sådan iakttagelse. Ange en regel, till exempel subprocessor.notice, eller ett "
        "fingeravtryck; klausul check {} visar iakttagelserna."},
    ErrorSentence{"Say why the finding is accepted: whoever reads the review next must know.",
                  "Ange varför iakttagelsen godtas: nästa läsare av granskningen måste få veta det."},
    ErrorSentence{"There is no such file of accepted findings. klausul accept writes one.",
                  "Det finns ingen sådan fil med godtagna iakttagelser. klausul accept skriver en."},
    ErrorSentence{"{}. Mend it, or pass it over with --no-accepted.",
                  "{}. Rätta filen, eller gå förbi den med --no-accepted."},
    ErrorSentence{"a date such as 2027-06-30 is expected", "ett datum som 2027-06-30 väntas"},
    ErrorSentence{"say why it is accepted", "ange varför den godtas"},
    ErrorSentence{"must be {}", "måste vara {}"},
    ErrorSentence{"the file cannot be read", "filen kan inte läsas"},
    ErrorSentence{"duplicate key {}", "nyckeln {} förekommer två gånger"},
    ErrorSentence{"not valid JSON: {}", "inte giltig JSON: {}"},
    ErrorSentence{"an object is expected here", "ett objekt väntas här"},
    ErrorSentence{"{} is missing", "{} saknas"},
    ErrorSentence{"a text is expected here", "en text väntas här"},
    ErrorSentence{"true or false is expected here", "true eller false väntas här"},
    ErrorSentence{"a number is expected here", "ett tal väntas här"},
    ErrorSentence{"a list of texts is expected here", "en lista med texter väntas här"},
    ErrorSentence{"a list is expected here", "en lista väntas här"},
    ErrorSentence{"unknown key {}", "okänd nyckel {}"},
    ErrorSentence{"{} has no threshold {}", "{} har ingen tröskel {}"},
    ErrorSentence{"{} is no period; write \"60 days\" or \"24 hours\"",
                  "{} är ingen tidsperiod; skriv \"60 days\" eller \"24 hours\""},
    ErrorSentence{"{} is none of critical, high, medium, low, info",
                  "{} är inget av critical, high, medium, low, info"},
    ErrorSentence{"no entry and no family is called {}", "ingen regel och ingen familj heter {}"},
    ErrorSentence{"there are no clause files in {}", "det finns inga regelfiler i {}"},
    ErrorSentence{"there is no entry {}", "det finns ingen regel {}"},
    ErrorSentence{"there is no sector {}", "det finns ingen sektor {}"},
};

/// What stands between the "{}" of a sentence.
std::vector<std::string_view> pieces_of(std::string_view pattern) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0;;) {
    const std::size_t gap = pattern.find("{}", at);
    pieces.push_back(pattern.substr(at, gap - at));
    if (gap == std::string_view::npos) return pieces;
    at = gap + 2;
  }
}

/// What stands for each "{}" in `sentence`; none when it is another sentence. Each is as short as can
/// be, but not empty.
std::optional<std::vector<std::string>> values_in(std::string_view sentence, std::string_view pattern) {
  const std::vector<std::string_view> pieces = pieces_of(pattern);
  if (pieces.size() == 1)
    return sentence == pattern ? std::optional<std::vector<std::string>>(std::in_place) : std::nullopt;
  if (!sentence.starts_with(pieces.front()) || !sentence.ends_with(pieces.back())) return std::nullopt;
  std::vector<std::string> values;
  std::size_t at = pieces.front().size();
  const std::size_t end = sentence.size() - pieces.back().size();
  for (std::size_t index = 1; index < pieces.size(); ++index) {
    const bool last = index + 1 == pieces.size();
    const std::size_t stop = last ? end : sentence.find(pieces[index], at + 1);
    if (stop == std::string_view::npos || stop <= at || stop > end) return std::nullopt;
    values.emplace_back(sentence.substr(at, stop - at));
    at = stop + pieces[index].size();
  }
  return values;
}

}  // namespace

std::span<const ErrorSentence> error_sentences() { return sentences; }

std::optional<std::string> swedish_of(const std::string& sentence, std::span<const ErrorSentence> known) {
  for (const ErrorSentence& candidate : known) {
    const auto values = values_in(sentence, candidate.english);
    if (!values) continue;
    const std::vector<std::string_view> pieces = pieces_of(candidate.swedish);
    std::string swedish(pieces.front());
    for (std::size_t index = 0; index < values->size(); ++index) {
      swedish += error_in_swedish((*values)[index]).value_or((*values)[index]);
      swedish += pieces[index + 1];
    }
    return swedish;
  }
  return std::nullopt;
}

std::optional<std::string> error_in_swedish(const std::string& sentence) { return swedish_of(sentence, sentences); }

}  // namespace klausul
