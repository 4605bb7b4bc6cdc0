#define POINTERHOLDER_TRANSITION 4  // qpdf: its own kind of pointer is not used here

#include "report/pdf/annotate_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "read/pdf_document.h"
#include "read/reader_error.h"
#include "report/printable.h"

namespace klausul {
namespace {

constexpr double kIconSize = 20;  ///< points, and the room between notes without a place of their own

/// Light enough for black letters on it, and of one family, so that what two findings quote only becomes darker.
std::array<double, 3> colour_of(Severity severity) {
  switch (severity) {
    case Severity::critical: return {1.0, 0.68, 0.66};
    case Severity::high: return {1.0, 0.83, 0.55};
    case Severity::medium: return {1.0, 0.95, 0.55};
    case Severity::low:
    case Severity::info: return {1.0, 0.99, 0.78};
  }
  return {1.0, 0.95, 0.55};
}

struct Rectangle {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
};

/// From a page as it is shown, from its upper left corner down, to the coordinates of the file.
class PageSpace {
 public:
  PageSpace(QPDFPageObjectHelper page, int turn) {
    const QPDFObjectHandle::Rectangle crop = page.getCropBox().getArrayAsRectangle();
    box_ = {std::min(crop.llx, crop.urx), std::min(crop.lly, crop.ury), std::max(crop.llx, crop.urx),
            std::max(crop.lly, crop.ury)};
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const int own = rotate.isInteger() ? static_cast<int>(rotate.getIntValue() % 360) : 0;
    rotation_ = ((own + turn) % 360 + 360) % 360;
  }

  [[nodiscard]] Rectangle of(const PdfBox& shown) const {
    switch (rotation_) {
      case 90:
        return {box_.left + shown.top, box_.bottom + shown.left, box_.left + shown.bottom, box_.bottom + shown.right};
      case 180:
        return {box_.right - shown.right, box_.bottom + shown.top, box_.right - shown.left, box_.bottom + shown.bottom};
      case 270:
        return {box_.right - shown.bottom, box_.top - shown.right, box_.right - shown.top, box_.top - shown.left};
      default: return {box_.left + shown.left, box_.top - shown.bottom, box_.left + shown.right, box_.top - shown.top};
    }
  }

 private:
  Rectangle box_;
  int rotation_ = 0;
};

QPDFObjectHandle numbers(const std::vector<double>& values) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const double value : values) array.appendItem(QPDFObjectHandle::newReal(value, 2));
  return array;
}

QPDFObjectHandle array_of(const Rectangle& box) { return numbers({box.left, box.bottom, box.right, box.top}); }

/// The highlight as drawn by programs that do not draw their own: colour that leaves what is under it readable.
QPDFObjectHandle appearance(QPDF& pdf, const std::vector<Rectangle>& boxes, const Rectangle& around,
                            const std::array<double, 3>& colour) {
  std::string content = fmt::format("/Blend gs {:.2f} {:.2f} {:.2f} rg\n", colour[0], colour[1], colour[2]);
  for (const Rectangle& box : boxes)
    content += fmt::format("{:.2f} {:.2f} {:.2f} {:.2f} re f\n", box.left, box.bottom, box.right - box.left,
                           box.top - box.bottom);
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, content);
  QPDFObjectHandle dictionary = form.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey("/BBox", array_of(around));
  dictionary.replaceKey("/Resources", QPDFObjectHandle::parse("<< /ExtGState << /Blend << /BM /Multiply >> >> >>"));
  dictionary.replaceKey("/Group", QPDFObjectHandle::parse("<< /S /Transparency >>"));
  return form;
}

QPDFObjectHandle annotation(QPDF& pdf, const PdfNote& note, const std::vector<Rectangle>& boxes, std::size_t number) {
  const std::array<double, 3> colour = colour_of(note.severity);
  Rectangle around = boxes.front();
  std::vector<double> corners;
  for (const Rectangle& box : boxes) {
    around = {std::min(around.left, box.left), std::min(around.bottom, box.bottom), std::max(around.right, box.right),
              std::max(around.top, box.top)};
    for (const double value : {box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom})
      corners.push_back(value);
  }
  QPDFObjectHandle result = QPDFObjectHandle::parse("<< /Type /Annot /F 4 >>");
  result.replaceKey("/Rect", array_of(around));
  result.replaceKey("/C", numbers({colour[0], colour[1], colour[2]}));
  result.replaceKey("/T", QPDFObjectHandle::newUnicodeString("klausul"));
  result.replaceKey("/NM", QPDFObjectHandle::newString(fmt::format("klausul-{}", number)));
  result.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(printable(note.text)));
  if (note.boxes.empty()) {
    result.replaceKey("/Subtype", QPDFObjectHandle::newName("/Text"));
    result.replaceKey("/Name", QPDFObjectHandle::newName("/Comment"));
  } else {
    result.replaceKey("/Subtype", QPDFObjectHandle::newName("/Highlight"));
    result.replaceKey("/QuadPoints", numbers(corners));
    QPDFObjectHandle normal = QPDFObjectHandle::newDictionary();
    normal.replaceKey("/N", appearance(pdf, boxes, around, colour));
    result.replaceKey("/AP", normal);
  }
  return pdf.makeIndirectObject(result);
}

void append_annotation(QPDFObjectHandle page, QPDFObjectHandle added) {
  QPDFObjectHandle before = page.getKey("/Annots");
  QPDFObjectHandle all = QPDFObjectHandle::newArray();
  if (before.isArray())
    for (int index = 0; index < before.getArrayNItems(); ++index) all.appendItem(before.getArrayItem(index));
  all.appendItem(added);
  page.replaceKey("/Annots", all);
}

void add_notes(QPDF& pdf, const std::vector<PdfNote>& notes) {
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  std::map<std::uint32_t, int> in_corner;  // notes without a place of their own, by page
  // The first note is the gravest and lies uppermost.
  for (std::size_t index = notes.size(); index-- > 0;) {
    const PdfNote& note = notes[index];
    if (note.page == 0 || note.page > pages.size()) continue;
    const PageSpace space(pages[note.page - 1], note.turn);
    std::vector<Rectangle> boxes;
    for (const PdfBox& box : note.boxes) boxes.push_back(space.of(box));
    if (boxes.empty()) {
      const double top = kIconSize * (1 + in_corner[note.page]++);
      boxes.push_back(space.of({kIconSize, top, 2 * kIconSize, top + kIconSize}));
    }
    append_annotation(pages[note.page - 1].getObjectHandle(), annotation(pdf, note, boxes, index + 1));
  }
}

std::string written(QPDF& pdf, bool is_secret) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_preserve);
  writer.setPreserveUnreferencedObjects(true);
  if (is_secret) {
    // The same beginning of every stream would tell what is the same in them.
  } else if (pdf.isEncrypted()) {
    // Such a file opens without a password, so nothing is secret; without this each copy would differ.
    writer.setStaticID(true);
    writer.setStaticAesIV(true);
  } else {
    writer.setDeterministicID(true);
  }
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// False when `password` does not open it.
bool open_with(QPDF& pdf, std::string_view bytes, const std::string& password) {
  pdf.setSuppressWarnings(true);
  try {
    pdf.processMemoryFile("file", bytes.data(), bytes.size(), password.c_str());
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() != qpdf_e_password) throw;
    return false;
  }
  return true;
}

}  // namespace

Result<std::string> annotate_pdf(std::string_view bytes, std::string_view name, const std::vector<PdfNote>& notes,
                                 const std::string& password) {
  try {
    // Many a file that is encrypted opens without a password; one that was given for another changes nothing of that.
    std::vector<std::string> passwords = spellings_of_password(password);
    passwords.insert(passwords.begin(), "");
    for (const std::string& spelling : passwords) {
      QPDF pdf;
      if (!open_with(pdf, bytes, spelling)) continue;
      add_notes(pdf, notes);
      return written(pdf, !spelling.empty());
    }
  } catch (const std::exception&) {
    // Falls through: nothing that the library says would help a reader.
  }
  return reader_error(ErrorKind::damaged, name,
                      "is too damaged to be written on. Print it to a new PDF, or choose another format, such as "
                      "html.");
}

}  // namespace klausul
