#include "read/pdf_coverage.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace klausul {
namespace {

using Pages = std::vector<std::uint32_t>;

Pages pages_that(const std::vector<PdfPageFacts>& pages, const std::function<bool(const PdfPageFacts&)>& holds) {
  Pages numbers;
  for (const PdfPageFacts& page : pages)
    if (holds(page)) numbers.push_back(page.number);
  return numbers;
}

Pages pages_in(const std::vector<PdfPageFacts>& pages, PdfPageState state) {
  return pages_that(pages, [state](const PdfPageFacts& page) { return page.state == state; });
}

/// Adds `before`, the pages and `after` when there are any; what is incomplete makes the coverage so.
void note_pages(TextBuilder& builder, const Pages& pages, const std::string& before, const std::string& after,
                bool incomplete = true) {
  if (pages.empty()) return;
  builder.add_limit(before + list_of_pages(pages) + after);
  if (incomplete) builder.coverage().complete = false;
}

void note_ocr(TextBuilder& builder, const std::vector<PdfPageFacts>& pages) {
  ReadCoverage& coverage = builder.coverage();
  coverage.ocr_pages = pages_in(pages, PdfPageState::recognised);
  if (coverage.ocr_pages.empty()) return;
  double sum = 0;
  for (const PdfPageFacts& page : pages) sum += page.state == PdfPageState::recognised ? page.confidence : 0;
  coverage.ocr_confidence = std::round(sum / static_cast<double>(coverage.ocr_pages.size()));
  builder.add_limit("Pages read by OCR: " + list_of_pages(coverage.ocr_pages) + ", with a confidence of " +
                    std::to_string(static_cast<int>(coverage.ocr_confidence)) +
                    " %. Check what is quoted from them against the page.");
}

void note_embedded_files(TextBuilder& builder, const PdfDocument& document) {
  std::string names;
  for (const std::string& name : document.embedded_files()) names += (names.empty() ? "" : ", ") + name;
  if (names.empty()) return;
  builder.add_limit("Files that are packed into the PDF were not read: " + names + ".");
  builder.coverage().complete = false;
}

}  // namespace

std::string list_of_pages(const std::vector<std::uint32_t>& pages) {
  std::string list;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t past = i + 1;
    while (past < pages.size() && pages[past] == pages[past - 1] + 1) ++past;
    if (!list.empty()) list += ", ";
    list += std::to_string(pages[i]);
    if (past - i > 1) list += (past - i > 2 ? "-" : ", ") + std::to_string(pages[past - 1]);
    i = past;
  }
  return list;
}

void note_pdf_coverage(TextBuilder& builder, const PdfDocument& document, const std::vector<PdfPageFacts>& pages,
                       bool ocr) {
  ReadCoverage& coverage = builder.coverage();
  coverage.pages = static_cast<std::uint32_t>(pages.size());
  const auto has_text = [](const PdfPageFacts& page) {
    return page.state == PdfPageState::read || page.state == PdfPageState::recognised;
  };
  coverage.pages_with_text = static_cast<std::uint32_t>(pages_that(pages, has_text).size());
  const std::string remedy = ocr ? "OCR could not read them either; it needs tesseract with swe and eng."
                                 : "They were not read; --ocr reads them.";
  note_pages(builder, pages_in(pages, PdfPageState::picture), "Pages that are pictures without text: ", ". " + remedy);
  note_pages(builder, pages_in(pages, PdfPageState::illegible),
             "Pages whose signs make no known words, often because the file does not say which letters they are: ",
             ". " + remedy);
  note_pages(builder, pages_in(pages, PdfPageState::blank), "Blank pages: ", ".", false);
  note_pages(builder, pages_that(pages, [](const PdfPageFacts& page) { return page.missing; }),
             "Pages that the file names and does not hold: ", ".");
  note_pages(builder, pages_that(pages, [](const PdfPageFacts& page) { return page.cut; }),
             "Pages that were not read to their end, because a limit was met: ", ".");
  note_pages(builder, pages_that(pages, [](const PdfPageFacts& page) { return page.damaged; }),
             "Pages on which the file is damaged: ", ". Text may be missing there.");
  note_ocr(builder, pages);
  std::size_t comments = 0;
  std::size_t struck = 0;
  for (const PdfPageFacts& page : pages) {
    comments += page.comments;
    struck += page.struck;
  }
  coverage.tracked_deletions += static_cast<std::uint32_t>(struck);
  if (struck > 0) builder.add_limit(std::to_string(struck) + " stretches of struck text were left out.");
  if (comments > 0) builder.add_limit(std::to_string(comments) + " comments in the margin were not read.");
  if (document.repaired()) {
    builder.add_limit("The file is damaged and was repaired; parts of it may be missing.");
    coverage.complete = false;
  }
  if (document.has_dynamic_form()) {
    builder.add_limit("The file holds a form without pages (XFA), which was not read.");
    coverage.complete = false;
  }
  note_embedded_files(builder, document);
}

}  // namespace klausul
