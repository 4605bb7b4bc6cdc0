// This file and pdf_device.h speak to poppler's core (libpoppler-private-dev). poppler-cpp would do, but
// page::text_list makes a new device and a copy of the object table for each page (up to twice the time of pdftotext),
// its fonts cost three to nine times more, and it shows neither lines nor forms nor missing character maps.

#include "read/pdf_document.h"

#include <Annot.h>
#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <FileSpec.h>
#include <Form.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <UTF.h>
#include <goo/gmem.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include "read/pdf_device.h"
#include "read/pdf_strikes.h"
#include "read/reader_error.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr std::size_t kFewCharacters = 300;  ///< a page with fewer may be a scan with a stamp on it
constexpr std::size_t kManyShapes = 150;     ///< as many as the outlines of a few lines of text

/// Errors that poppler has told in this thread. It tells them to one function for the whole process.
thread_local std::size_t poppler_errors = 0;

void count_error(ErrorCategory category, Goffset, const char*) {
  if (category == errSyntaxError || category == errInternal || category == errIO) ++poppler_errors;
}

/// poppler's tables, for the life of the process: they cost a millisecond.
void start_poppler() { static const GlobalParamsIniter initer(count_error); }

/// "ﬁ" is two letters that touch.
std::string_view letters_of_ligature(Unicode value) {
  constexpr std::array<std::string_view, 7> kLetters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return value >= 0xFB00 && value <= 0xFB06 ? kLetters[value - 0xFB00] : std::string_view();
}

void append_character(std::string& text, Unicode value) {
  constexpr Unicode kSoftHyphen = 0xAD;  // at the end of a line it says that the word goes on
  if (is_invisible(static_cast<char32_t>(value)) && value != kSoftHyphen && value >= 0x20) return;
  const std::string_view letters = letters_of_ligature(value);
  if (letters.empty())
    append_utf8(text, static_cast<char32_t>(value));
  else
    text += letters;
}

bool names_bold_font(const GooString* name) {
  if (name == nullptr) return false;
  std::string lower = name->toStr();
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr std::array<std::string_view, 5> kBold{"bold", "black", "heavy", "demi", "extrabd"};
  return std::any_of(kBold.begin(), kBold.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// The letters [first, past) of a word.
PdfWord word_of(const TextWord& word, int first, int past) {
  PdfWord result;
  for (int i = first; i < past; ++i) append_character(result.text, *word.getChar(i));
  word.getBBox(&result.box.left, &result.box.top, &result.box.right, &result.box.bottom);
  if (first > 0) result.box.left = word.getEdge(first);
  if (past < word.getLength()) result.box.right = word.getEdge(past);
  result.baseline = word.getBaseline();
  result.size = word.getFontSize();
  if (word.getLength() == 0) return result;
  result.bold = word.getFontInfo(0)->isBold() || names_bold_font(word.getFontName(0));
  result.upright = word.getRotation() == 0;
  result.space_after = past == word.getLength() && word.hasSpaceAfter();
  return result;
}

/// Appends a word to those of the page: in pieces, when it is struck through in part.
void append_word(const TextWord& word, const PdfStrikes& strikes, PdfPage& page) {
  const auto is_struck = [&](int letter) { return !strikes.empty() && strikes.is_struck(word, letter); };
  for (int first = 0; first < word.getLength();) {
    const bool struck = is_struck(first);
    int past = first + 1;
    while (past < word.getLength() && is_struck(past) == struck) ++past;
    PdfWord piece = word_of(word, first, past);
    first = past;
    piece.struck = struck;
    if (piece.text.empty()) continue;
    if (struck && (page.words.empty() || !page.words.back().struck)) ++page.struck;
    page.words.push_back(std::move(piece));
  }
}

/// What is filled into `widget` or chosen there; "" of buttons and signatures, which show themselves.
std::string value_of(FormWidget* widget) {
  if (widget->getType() == formText)
    return static_cast<FormWidgetText*>(widget)->isPassword()
               ? std::string()
               : utf8_of(static_cast<FormWidgetText*>(widget)->getContent());
  std::string chosen;
  if (widget->getType() != formChoice) return chosen;
  const auto* choice = static_cast<FormWidgetChoice*>(widget);
  for (int i = 0; i < choice->getNumChoices(); ++i) {
    if (!choice->isSelected(i)) continue;
    if (!chosen.empty()) chosen += ", ";
    chosen += utf8_of(choice->getChoice(i));
  }
  return chosen.empty() ? utf8_of(choice->getEditChoice()) : chosen;
}

bool is_comment(const Annot& annotation) {
  switch (annotation.getType()) {
    case Annot::typeText:
    case Annot::typeHighlight:
    case Annot::typeUnderline:
    case Annot::typeSquiggly:
    case Annot::typeStrikeOut:
    case Annot::typeCaret: return annotation.getContents() != nullptr && annotation.getContents()->getLength() > 0;
    default: return false;
  }
}

constexpr std::size_t kMostStruckAreas = 10'000;

/// What is learnt of a page's notes while it is drawn.
struct PageNotes {
  PdfPage& page;
  std::array<double, 6> matrix{};  ///< from the coordinates of the file to those of the page
  std::vector<PdfBox> struck{};    ///< areas that notes strike out

  void add_struck(double x, double y, double other_x, double other_y) {
    const auto at = [&](double a, double b) {
      const double right = matrix[0] * a + matrix[2] * b + matrix[4];
      const double down = matrix[1] * a + matrix[3] * b + matrix[5];
      return PdfBox{right, down, right, down};
    };
    PdfBox box = at(x, y);
    box.include(at(other_x, other_y));
    if (struck.size() < kMostStruckAreas) struck.push_back(box);
  }
};

bool see_annotation(Annot* annotation, void* seen) {
  PageNotes& notes = *static_cast<PageNotes*>(seen);
  if (is_comment(*annotation)) ++notes.page.comments;
  if (annotation->getType() != Annot::typeStrikeOut || (annotation->getFlags() & Annot::flagHidden) != 0) return true;
  AnnotQuadrilaterals* areas = static_cast<AnnotTextMarkup*>(annotation)->getQuadrilaterals();
  for (int i = 0; areas != nullptr && i < areas->getQuadrilateralsLength(); ++i)
    notes.add_struck(std::min(areas->getX1(i), areas->getX3(i)), std::max(areas->getY1(i), areas->getY2(i)),
                     std::max(areas->getX2(i), areas->getX4(i)), std::min(areas->getY3(i), areas->getY4(i)));
  return true;
}

}  // namespace

std::vector<std::string> spellings_of_password(const std::string& password) {
  std::vector<std::string> spellings{password};
  std::string latin;
  for (std::size_t at = 0; at < password.size();) {
    const CodePoint point = code_point_at(password, at);
    if (point.value > 0xFF || !point.valid) return spellings;
    latin += static_cast<char>(point.value);
    at += point.length;
  }
  if (latin != password) spellings.push_back(latin);
  return spellings;
}

std::string utf8_of(const GooString* text) {
  std::string result;
  if (text == nullptr) return result;
  Unicode* points = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &points);
  for (int i = 0; i < length; ++i) append_utf8(result, static_cast<char32_t>(points[i]));
  gfree(points);
  return result;
}

struct PdfDocument::Parts {
  std::string bytes;  ///< poppler reads in it
  std::unique_ptr<PDFDoc> document;
  std::unique_ptr<PdfDevice> device;
  std::chrono::steady_clock::duration time_left{};  ///< for reading pages; what the caller does between them is free
  std::chrono::steady_clock::time_point deadline;   ///< of the page that is being read
  bool repaired = false;
  bool out_of_time = false;

  bool is_over() {
    out_of_time = out_of_time || std::chrono::steady_clock::now() > deadline;
    return out_of_time;
  }

  void display(PdfPage& page, int rotation, bool look_at_pictures = false) {
    page.rules.clear();
    page.comments = 0;
    page.unmapped = 0;
    page.struck = 0;
    PageNotes notes{page};
    if (Page* source = document->getPage(static_cast<int>(page.number)))
      source->getDefaultCTM(notes.matrix.data(), 72, 72, rotation, false, true);
    device->start(page, look_at_pictures);
    const auto stop = [](void* parts) {
      auto* self = static_cast<Parts*>(parts);
      return self->device->full() || self->is_over();
    };
    document->displayPage(device.get(), static_cast<int>(page.number), 72, 72, rotation, false, true, false, stop, this,
                          see_annotation, &notes);
    take_words(page, notes.struck);
  }

  void take_words(PdfPage& page, const std::vector<PdfBox>& struck) {
    page.words.clear();
    const std::unique_ptr<TextWordList> words = device->makeWordList();
    const int count = words ? words->getLength() : 0;
    page.words.reserve(static_cast<std::size_t>(count));
    PdfStrikes strikes(page.rules, struck);
    for (int i = 0; i < count && !strikes.empty(); ++i) strikes.see(*words->get(i));
    for (int i = 0; i < count; ++i) append_word(*words->get(i), strikes, page);
    page.rules = strikes.other_rules(page.rules);
    PdfDevice::drop_short_rules(page.rules);
  }

  /// How the page must be turned so that most of its letters stand upright; 0 when they do.
  int turn_of_most_letters() {
    std::array<std::size_t, 4> letters{};
    const std::unique_ptr<TextWordList> words = device->makeWordList();
    for (int i = 0; words && i < words->getLength(); ++i)
      letters[static_cast<std::size_t>(words->get(i)->getRotation() & 3)] +=
          static_cast<std::size_t>(words->get(i)->getLength());
    const auto most = std::max_element(letters.begin(), letters.end()) - letters.begin();
    return most == 0 ? 0 : static_cast<int>(4 - most) * 90;
  }

  /// Fields whose value the file holds but does not draw.
  void add_undrawn_fields(PdfPage& page, Page& source) {
    if (document->getCatalog()->getFormType() == Catalog::NoForm || source.getRotate() != 0) return;
    const std::unique_ptr<FormPageWidgets> widgets = source.getFormWidgets();
    for (int i = 0; widgets && i < widgets->getNumWidgets(); ++i) {
      const std::string value = value_of(widgets->getWidget(i));
      if (value.empty()) continue;
      PdfWord word;
      double bottom = 0;
      double top = 0;
      widgets->getWidget(i)->getRect(&word.box.left, &bottom, &word.box.right, &top);
      const PDFRectangle* crop = source.getCropBox();
      word.box = {word.box.left - crop->x1, crop->y2 - top, word.box.right - crop->x1, crop->y2 - bottom};
      const bool drawn = std::any_of(page.words.begin(), page.words.end(), [&](const PdfWord& other) {
        return other.box.middle_x() > word.box.left && other.box.middle_x() < word.box.right &&
               other.box.middle_y() > word.box.top && other.box.middle_y() < word.box.bottom;
      });
      if (drawn) continue;
      word.text = value;
      word.size = std::clamp(word.box.height() * 0.7, 4.0, 12.0);
      word.baseline = word.box.bottom - 0.3 * word.size;
      page.words.push_back(std::move(word));
    }
  }
};

PdfDocument::PdfDocument(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PdfDocument::~PdfDocument() = default;
PdfDocument::PdfDocument(PdfDocument&&) noexcept = default;

Result<PdfDocument> PdfDocument::open(std::string bytes, std::string_view name, const std::string& password,
                                      const ReadLimits& limits) {
  start_poppler();
  auto parts = std::make_unique<Parts>();
  parts->bytes = std::move(bytes);
  parts->time_left = std::chrono::seconds(limits.seconds);
  for (const std::string& spelling : spellings_of_password(password)) {
    const std::optional<GooString> key = spelling.empty() ? std::nullopt : std::optional<GooString>(spelling);
    auto* stream =
        new MemStream(parts->bytes.data(), 0, static_cast<Goffset>(parts->bytes.size()), Object(objNull));  // is owned
    parts->document =
        std::make_unique<PDFDoc>(stream, key, key, nullptr, [state = parts.get()] { state->repaired = true; });
    if (parts->document->isOk() || parts->document->getErrorCode() != errEncrypted) break;
  }
  if (parts->document->getErrorCode() == errEncrypted)
    return reader_error(ErrorKind::encrypted, name,
                        password.empty()
                            ? "is encrypted. Give its password with --password."
                            : "is encrypted, and the password given does not open it. Check the password.");
  const int pages = parts->document->isOk() ? parts->document->getNumPages() : 0;
  if (pages <= 0)
    return reader_error(ErrorKind::damaged, name, "is a damaged PDF: no page can be found. Ask for a new copy.");
  if (static_cast<std::size_t>(pages) > limits.pages)
    return reader_error(ErrorKind::too_large, name,
                        "has more than " + std::to_string(limits.pages) + " pages. Split it.");
  if (static_cast<std::size_t>(std::max(0, parts->document->getXRef()->getNumObjects())) > limits.objects)
    return reader_error(ErrorKind::too_large, name,
                        "has more than " + std::to_string(limits.objects) + " objects. Print it to a new PDF.");
  parts->device = std::make_unique<PdfDevice>(limits.page_characters);
  return PdfDocument(std::move(parts));
}

std::string_view PdfDocument::bytes() const { return parts_->bytes; }

std::uint32_t PdfDocument::pages() const { return static_cast<std::uint32_t>(parts_->document->getNumPages()); }

PdfPage PdfDocument::read_page(std::uint32_t number) {
  PdfPage page;
  page.number = number;
  const auto begin = std::chrono::steady_clock::now();
  parts_->deadline = begin + parts_->time_left;
  if (parts_->is_over()) {
    page.cut = true;
    return page;
  }
  poppler_errors = 0;
  Page* source = parts_->document->getPage(static_cast<int>(number));
  if (source == nullptr) {
    page.missing = true;
    return page;
  }
  page.width = source->getCropWidth();
  page.height = source->getCropHeight();
  if (source->getRotate() % 180 != 0) std::swap(page.width, page.height);
  parts_->display(page, 0);
  if (page.characters() < kFewCharacters) {
    parts_->display(page, 0, true);
    page.drawn = parts_->device->shapes() >= kManyShapes;
  }
  if (const int turn = parts_->turn_of_most_letters(); turn != 0) {
    parts_->display(page, turn);
    page.turn = turn;
    if (turn % 180 != 0) std::swap(page.width, page.height);
  } else {
    parts_->add_undrawn_fields(page, *source);
  }
  page.damaged = poppler_errors > 0;
  page.cut = page.cut || parts_->out_of_time;
  parts_->time_left -= std::chrono::steady_clock::now() - begin;
  return page;
}

std::vector<std::string> PdfDocument::embedded_files() const {
  std::vector<std::string> names;
  Catalog* catalog = parts_->document->getCatalog();
  for (int i = 0; i < std::min(catalog->numEmbeddedFiles(), 100); ++i) {
    const std::unique_ptr<FileSpec> file = catalog->embeddedFile(i);
    if (file && file->isOk()) names.push_back(utf8_of(file->getFileName()));
  }
  return names;
}

bool PdfDocument::repaired() const { return parts_->repaired; }
bool PdfDocument::has_dynamic_form() const { return parts_->document->getCatalog()->getFormType() == Catalog::XfaForm; }

}  // namespace klausul
