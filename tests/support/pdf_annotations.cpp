#include "support/pdf_annotations.h"

#include <Annot.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <goo/GooString.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <memory>

#include "read/pdf_document.h"
#include "text/unicode.h"

namespace klausul::test {
namespace {

std::vector<PdfBox> boxes_of(const AnnotTextMarkup& highlight) {
  std::vector<PdfBox> boxes;
  AnnotQuadrilaterals* const quads = highlight.getQuadrilaterals();
  for (int i = 0; i < quads->getQuadrilateralsLength(); ++i) {
    const auto [left, right] = std::minmax({quads->getX1(i), quads->getX2(i), quads->getX3(i), quads->getX4(i)});
    const auto [bottom, top] = std::minmax({quads->getY1(i), quads->getY2(i), quads->getY3(i), quads->getY4(i)});
    boxes.push_back({left, top, right, bottom});
  }
  return boxes;
}

std::string words_in(const PdfPage& page, const std::vector<PdfBox>& boxes) {
  std::string words;
  for (const PdfBox& box : boxes) {
    for (const PdfWord& word : page.words) {
      const double y = page.height - word.box.middle_y();
      const double x = word.box.middle_x();
      if (x < box.left || x > box.right || y < box.bottom || y > box.top) continue;
      words += (words.empty() ? "" : " ") + word.text;
    }
  }
  return words;
}

}  // namespace

std::vector<PdfAnnotation> annotations_in(const std::string& pdf) {
  std::string bytes = pdf;
  Result<PdfDocument> pages = PdfDocument::open(bytes, "a.pdf", "", {});
  BOOST_REQUIRE_MESSAGE(pages.has_value(), (pages ? "" : pages.error().what));
  BOOST_TEST(!pages->repaired());
  PDFDoc document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  BOOST_REQUIRE(document.isOk());
  std::vector<PdfAnnotation> found;
  for (int number = 1; number <= document.getNumPages(); ++number) {
    const PdfPage page = pages->read_page(static_cast<std::uint32_t>(number));
    for (Annot* const each : document.getPage(number)->getAnnots()->getAnnots()) {
      const auto* const markup = dynamic_cast<const AnnotMarkup*>(each);
      if (markup == nullptr) continue;
      PdfAnnotation annotation;
      annotation.page = static_cast<std::uint32_t>(number);
      annotation.author = utf8_of(markup->getLabel());
      annotation.contents = utf8_of(markup->getContents());
      annotation.highlight = markup->getType() == Annot::typeHighlight;
      if (annotation.highlight) annotation.boxes = boxes_of(*dynamic_cast<const AnnotTextMarkup*>(markup));
      annotation.words = words_in(page, annotation.boxes);
      found.push_back(annotation);
    }
  }
  return found;
}

}  // namespace klausul::test
