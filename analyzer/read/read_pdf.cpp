#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "read/formats.h"
#include "read/pdf_coverage.h"
#include "read/pdf_document.h"
#include "read/pdf_furniture.h"
#include "read/pdf_layout.h"
#include "read/pdf_legibility.h"
#include "read/pdf_ocr.h"
#include "read/pdf_paragraphs.h"
#include "read/pdf_segments.h"
#include "read/pdf_tables.h"
#include "read/reader_error.h"
#include "read/text_builder.h"

namespace klausul {
namespace {

constexpr double kPictureOfPage = 0.4;  ///< of the page: smaller pictures are no scans
constexpr double kStampZone = 0.1;      ///< of the height: the text of a stamp on a scan stands at its edge

/// Reads one file, page by page, then as a whole.
class PdfReader {
 public:
  PdfReader(PdfDocument document, const InputFile& file, const ReadLimits& limits)
      : document_(std::move(document)), file_(file), limits_(limits), builder_("pdf") {}

  Result<SourceText> read() {
    for (std::uint32_t number = 1; number <= document_.pages() && text_bytes_ <= limits_.text_bytes; ++number)
      take(document_.read_page(number));
    if (text_bytes_ > limits_.text_bytes)
      return reader_error(ErrorKind::too_large, file_.name, "holds more text than the limit. Split it.");
    const double body_size = size_of_most_text(sheets_);
    mark_furniture(sheets_, body_size);
    std::vector<PdfLine> lines;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      std::vector<PdfTable> tables = take_ruled_tables(rules_[i], sheets_[i].segments);
      std::vector<PdfLine> of_page = lay_out(sheets_[i], std::move(tables), body_size);
      std::move(of_page.begin(), of_page.end(), std::back_inserter(lines));
    }
    PdfParagraphs(builder_, lines, body_size).append(lines);
    note_pdf_coverage(builder_, document_, facts_, file_.options.ocr);
    if (builder_.paragraphs().empty()) return nothing_to_read();
    return builder_.finish({});
  }

 private:
  void take(PdfPage page) {
    PdfPageFacts facts{page.number, state_of(page), page.missing, page.damaged,
                       page.cut,    page.comments,  page.struck,  0};
    if (facts.state == PdfPageState::picture || facts.state == PdfPageState::illegible) recognise(page, facts);
    // What makes no words would only hide that the page was not read.
    if (facts.state == PdfPageState::illegible) page.words.clear();
    text_bytes_ += page.characters() + page.words.size();
    sheets_.push_back({page.number, page.width, page.height, make_segments(page)});
    rules_.push_back(std::move(page.rules));
    facts_.push_back(facts);
  }

  /// "Envelope ID: ..." above a scan; the title of a picture book stands in its middle.
  static bool has_stamps_only(const PdfPage& page) {
    return std::all_of(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
      return word.box.bottom < kStampZone * page.height || word.box.top > (1 - kStampZone) * page.height;
    });
  }

  static PdfPageState state_of(const PdfPage& page) {
    const std::size_t characters = page.characters();
    if (page.picture >= kPictureOfPage && has_stamps_only(page)) return PdfPageState::picture;
    if (characters == 0) {
      const bool unread = page.drawn || page.picture > 0 || page.cut || page.missing;
      return unread ? PdfPageState::picture : PdfPageState::blank;
    }
    return is_illegible(page) ? PdfPageState::illegible : PdfPageState::read;
  }

  /// Lets OCR read the page, when it is wished for.
  void recognise(PdfPage& page, PdfPageFacts& facts) {
    if (!file_.options.ocr || page.missing || page.cut) return;
    if (!ocr_) ocr_ = std::make_unique<PdfOcr>(document_.bytes(), file_.options.password);
    std::optional<OcrText> text = ocr_->read_page(page.number, limits_.ocr_seconds);
    if (!text || text->words.empty()) return;
    page.words = std::move(text->words);
    facts.state = PdfPageState::recognised;
    facts.confidence = text->confidence;
  }

  [[nodiscard]] Error nothing_to_read() const {
    const auto is_blank = [](const PdfPageFacts& page) { return page.state == PdfPageState::blank; };
    const auto is_damaged = [](const PdfPageFacts& page) { return page.damaged || page.missing; };
    if (std::all_of(facts_.begin(), facts_.end(), is_blank))
      return reader_error(ErrorKind::empty, file_.name, "has blank pages only. Check that the right file was saved.");
    if (std::any_of(facts_.begin(), facts_.end(), is_damaged))
      return reader_error(ErrorKind::damaged, file_.name,
                          "is damaged: nothing of its pages can be read. Ask for a new copy.");
    if (file_.options.ocr)
      return reader_error(ErrorKind::empty, file_.name,
                          "holds no text that OCR could read; it needs tesseract with swe and eng.");
    return reader_error(ErrorKind::empty, file_.name,
                        "holds no readable text: its pages are pictures. Read it with --ocr, which needs tesseract.");
  }

  PdfDocument document_;
  const InputFile& file_;
  const ReadLimits& limits_;
  TextBuilder builder_;
  std::vector<PdfPageFacts> facts_;  ///< of each page
  std::vector<PdfSheet> sheets_;
  std::vector<std::vector<PdfBox>> rules_;
  std::unique_ptr<PdfOcr> ocr_;
  std::size_t text_bytes_ = 0;
};

}  // namespace

bool recognises_pdf(const InputFile& file) { return name_of_unread_format(file.bytes) == "PDF"; }

Result<SourceText> read_pdf(InputFile file, const ReadLimits& limits) {
  Result<PdfDocument> document = PdfDocument::open(std::move(file.bytes), file.name, file.options.password, limits);
  if (!document) return document.error();
  return PdfReader(*std::move(document), file, limits).read();
}

}  // namespace klausul
