#include "support/fuzz_targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <utility>

#include "assess/assess.h"
#include "isolate/outcome.h"
#include "isolate/sound_report.h"
#include "read/contained_files.h"
#include "read/reader.h"
#include "report/pdf/annotate_pdf.h"
#include "report/pdf/pdf_notes.h"
#include "report/reporter.h"
#include "rules/knowledge.h"
#include "rules/load_entry.h"
#include "structure/build_blocks.h"
#include "structure/print_blocks.h"
#include "support/docx_file.h"
#include "support/source_text_invariants.h"

namespace klausul::test {
namespace {

/// A broken promise is a crash: that is what fuzzers look for.
void promise(bool holds, std::string_view sentence) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(sentence.size()), sentence.data());
  std::abort();
}

const Knowledge& knowledge() {
  static const LoadedKnowledge loaded = load_knowledge(KLAUSUL_ROOT);
  promise(loaded.knowledge != nullptr, "the repository's knowledge loads");
  return *loaded.knowledge;
}

/// Limits that keep one run short.
ReadLimits small_limits() {
  ReadLimits limits;
  limits.unpacked_bytes = 4U << 20U;
  limits.text_bytes = 4U << 20U;
  return limits;
}

void check_read(std::string bytes, std::string_view name) {
  const Result<SourceText> text = read_document(std::move(bytes), name, small_limits());
  if (!text) {
    promise(text.error().kind != ErrorKind::internal, text.error().what);
    promise(!text.error().what.empty() && text.error().what.find('\n') == std::string::npos, "an error is a sentence");
    return;
  }
  for (const std::string& sentence : broken_invariants(*text)) promise(false, sentence);
}

/// The reader of one format. The bytes decide the format, so a mutation may well be read as another.
template <const char* name>
void read_as(const std::string& bytes) {
  check_read(bytes, name);
}
constexpr char as_text[] = "a.txt";
constexpr char as_markdown[] = "a.md";
constexpr char as_html[] = "a.html";
constexpr char as_docx[] = "a.docx";
constexpr char as_odt[] = "a.fodt";
constexpr char as_rtf[] = "a.rtf";
constexpr char as_pdf[] = "a.pdf";
constexpr char as_eml[] = "a.eml";

/// The bytes within a Word file: mutations of packed bytes seldom get that far.
void read_docx_body(const std::string& bytes) { check_read(DocxFile(bytes).bytes(), "a.docx"); }

void read_docx_numbering(const std::string& bytes) {
  DocxFile file(
      "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
      "<w:r><w:t>text</w:t></w:r></w:p>");
  file.add("numbering", "numbering.xml", word_xml("numbering", bytes));
  file.add("styles", "styles.xml", word_xml("styles", bytes));
  file.add("footnotes", "footnotes.xml", word_xml("footnotes", bytes));
  check_read(file.bytes(), "a.docx");
}

/// What an archive or a message holds. Its bytes, an error or a reason is said of each file.
std::vector<ContainedFile> check_contained(const std::string& bytes, std::string_view name) {
  std::vector<ContainedFile> files = documents_in(bytes, std::string(name), Origin::named, small_limits());
  promise(!files.empty(), "there is a record of every file");
  std::set<std::string_view> paths;
  for (const ContainedFile& file : files) {
    promise(file.path.starts_with(name), "a file within another is named after it");
    promise(file.path.find("/../") == std::string::npos && !file.path.ends_with("/.."), "no path leads upwards");
    promise(file.path.find('\n') == std::string::npos, "a path is one line");
    promise(file.error || paths.insert(file.path).second, "the paths of documents are all different");
  }
  return files;
}

void read_archive(const std::string& bytes) { check_contained(bytes, "a.zip"); }

/// The message and all that is attached to it, to the deepest.
void read_mail_files(const std::string& bytes) {
  for (ContainedFile& file : check_contained(bytes, "a.eml"))
    if (!file.error && file.left_out.empty()) check_read(std::move(file.bytes), file.path);
}

/// Text with hints that no reader would give: every paragraph gets its kind, level and place from the bytes.
void build_structure(const std::string& bytes) {
  Result<SourceText> text = read_document(bytes, "a.txt", small_limits());
  if (!text) return;
  std::uint32_t table = 1;
  for (std::size_t index = 0; index < text->paragraphs.size(); ++index) {
    const auto choice = static_cast<unsigned char>(bytes[index * 7 % bytes.size()]);
    Paragraph& paragraph = text->paragraphs[index];
    paragraph.kind = static_cast<ParagraphKind>(choice % 8);
    paragraph.level = 0;
    paragraph.bold = choice > 200;
    if (paragraph.kind == ParagraphKind::heading || paragraph.kind == ParagraphKind::list_item) {
      paragraph.level = static_cast<std::uint8_t>(1 + choice / 8 % 9);
      if (choice > 128) paragraph.label = std::to_string(choice - 120) + "." + std::to_string(index % 5);
    }
    if (paragraph.kind != ParagraphKind::table_cell) continue;
    if (choice > 150) ++table;
    paragraph.table = table;
    paragraph.row = 1 + choice / 16 % 4;
    paragraph.column = 1 + choice / 64;
  }
  DocumentReport report;
  std::vector<Block> blocks = build_blocks(*text);
  promise(!print_blocks(*text, blocks).empty(), "a tree can be printed");
  report.reviewed = std::make_shared<const ReviewedText>(ReviewedText{"", *std::move(text), std::move(blocks)});
  promise(is_sound(report), "the blocks are a tree over the text");
}

/// A clause file. One that loads is asked about a text.
void load_rule(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) return;
  std::vector<Problem> problems;
  const Entry entry =
      load_entry(json, "clauses/breach/fuzzed.json", "breach.fuzzed", knowledge().lexicon, true, problems);
  for (const Problem& problem : problems) promise(!problem.what.empty(), "a problem is told");
  if (!problems.empty()) return;
  static const Document document = [] {
    Result<SourceText> text = read_document(
        "1. The processor shall notify the controller of a personal data breach without undue delay and within 48 "
        "hours.\n\n2. The processor may not engage a sub-processor without prior notice of 30 days.\n",
        "a.txt");
    return prepare_document(*std::move(text), knowledge().lexicon);
  }();
  (void)trace(document, knowledge(), entry);
}

/// From the bytes of a file to the page that a lawyer reads, by way of the bytes that a worker sends.
void review(const std::string& bytes) {
  Result<SourceText> text = read_document(bytes, "", small_limits());
  if (!text) return;
  Document document = prepare_document(*std::move(text), knowledge().lexicon);
  AssessOptions options;
  options.type = DocumentType::dpa;
  DocumentReport report = assess(document, knowledge(), options, "a", "");
  for (const EntryResult& entry : report.entries)
    for (const Evidence& passage : entry.evidence)
      promise(passage.quote == document.text(passage.span), "a quote is the text at its span");
  report.reviewed =
      std::make_shared<const ReviewedText>(ReviewedText{bytes, std::move(document.source), std::move(document.blocks)});
  const std::string sent = encode(Outcome(std::move(report)));
  std::optional<Outcome> arrived = decode_outcome(sent);
  promise(arrived.has_value() && encode(*arrived) == sent, "a report arrives as it was sent");
  Report whole{"1", "2", "3", {}, {}, {}, {}};
  whole.documents.push_back(std::get<DocumentReport>(*std::move(arrived)));
  // What is missing is said in the same words of every text, and takes most of the time.
  std::erase_if(whole.documents.front().findings,
                [](const Finding& finding) { return finding.status == Status::missing; });
  promise(!write_json(whole).empty() && !write_text(whole, {}).empty(), "a report can be written");
}

/// Notes on the pages of a PDF file: on what its review found, and on places that may not be there.
void annotate_pdf(const std::string& bytes) {
  const auto check = [](const Result<std::string>& written) {
    if (written) return promise(!written->empty(), "a file that was written on is a file");
    promise(written.error().kind != ErrorKind::internal, written.error().what);
    promise(written.error().what.find('\n') == std::string::npos, "an error is a sentence");
  };
  const PdfBox inside{60, 50, 200, 62};
  const PdfBox outside{-1e9, 1e9, -2e9, 1e300};
  const std::vector<PdfNote> notes{{1, 0, {inside}, Severity::critical, "a"},
                                   {2, 90, {inside, outside}, Severity::high, "\xC3\xA5\n\x1B"},
                                   {2, -180, {}, Severity::low, ""},
                                   {3, 1 << 30, {outside}, Severity::info, "b"}};
  const Result<std::string> noted = klausul::annotate_pdf(bytes, "a.pdf", notes);
  check(noted);
  if (noted) check(klausul::annotate_pdf(*noted, "a.pdf", notes));

  Result<SourceText> text = read_document(bytes, "a.pdf", small_limits());
  if (!text || text->format != "pdf") return;
  Document document = prepare_document(*std::move(text), knowledge().lexicon);
  AssessOptions options;
  options.type = DocumentType::dpa;
  options.only = {"subprocessor"};  // found and missing: enough to be written
  DocumentReport report = assess(document, knowledge(), options, "a.pdf", "");
  report.reviewed =
      std::make_shared<const ReviewedText>(ReviewedText{bytes, std::move(document.source), std::move(document.blocks)});
  check(add_pdf_notes(report, Language::sv));
}

/// What a worker that a file has taken over may send: a true answer with bytes changed. Every five bytes say where and
/// to what.
void receive_answer(const std::string& bytes) {
  static const std::string truth = [] {
    Result<SourceText> text = read_document("1. The processor may engage sub-processors without notice.\n", "a.txt");
    Document document = prepare_document(*std::move(text), knowledge().lexicon);
    DocumentReport report = assess(document, knowledge(), {}, "a", "");
    report.reviewed =
        std::make_shared<const ReviewedText>(ReviewedText{"", std::move(document.source), std::move(document.blocks)});
    return encode(Outcome(std::move(report)));
  }();
  std::string changed = truth;
  for (std::size_t at = 0; at + 5 <= bytes.size(); at += 5) {
    std::size_t place = 0;
    for (std::size_t digit = 0; digit < 4; ++digit) place = place * 256 + static_cast<unsigned char>(bytes[at + digit]);
    changed[place % changed.size()] = bytes[at + 4];
  }
  (void)decode_text(changed);
  std::optional<Outcome> arrived = decode_outcome(changed);
  if (!arrived) return;
  promise(decode_outcome(encode(*arrived)).has_value(), "what was accepted can be sent on");
  Report report{"1", "2", "3", {}, {}, {}, {}};
  if (auto* document = std::get_if<DocumentReport>(&*arrived)) report.documents.push_back(std::move(*document));
  promise(!write_json(report).empty() && !write_text(report, {}).empty(), "a report can be written");
}

}  // namespace

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> targets{
      {"read_text", read_as<as_text>},
      {"read_markdown", read_as<as_markdown>},
      {"read_html", read_as<as_html>},
      {"read_docx", read_as<as_docx>},
      {"read_docx_body", read_docx_body},
      {"read_docx_numbering", read_docx_numbering},
      {"read_odt", read_as<as_odt>},
      {"read_rtf", read_as<as_rtf>},
      {"read_pdf", read_as<as_pdf>},
      {"read_eml", read_as<as_eml>},
      {"read_archive", read_archive},
      {"read_mail_files", read_mail_files},
      {"build_structure", build_structure},
      {"load_rule", load_rule},
      {"review", review},
      {"annotate_pdf", annotate_pdf},
      {"receive_answer", receive_answer},
  };
  return targets;
}

const FuzzTarget* find_fuzz_target(std::string_view name) {
  const auto found = std::find_if(fuzz_targets().begin(), fuzz_targets().end(),
                                  [&](const FuzzTarget& target) { return target.name == name; });
  return found == fuzz_targets().end() ? nullptr : &*found;
}

}  // namespace klausul::test
