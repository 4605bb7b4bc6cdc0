#define POINTERHOLDER_TRANSITION 4  // qpdf: its own kind of pointer is not used here

#include "report/pdf/pdf_notes.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "read/pdf_document.h"
#include "report/reviewed_sample.h"
#include "report/swedish_errors.h"
#include "support/pdf_annotations.h"
#include "support/pdf_file.h"

using namespace klausul;
using klausul::test::annotations_in;
using klausul::test::PdfAnnotation;

namespace {

/// A file of two pages; a sentence goes over from one to the other.
PdfFile two_pages() {
  PdfFile file;
  file.text(60, 60, "1. Changes", 14, true);
  file.lines(60, 90,
             {"The vendor may change these terms without", "notice. The customer accepts. The vendor may",
              "not sell data. The vendor shall keep all"});
  file.page();
  file.lines(60, 60, {"data within the Union at all times and", "under all circumstances. The end is here."});
  return file;
}

std::string with_notes(const std::string& bytes, const std::vector<std::string>& quotes) {
  DocumentReport document = reviewed_sample(bytes, "avtal.pdf");
  for (const std::string& quote : quotes) document.findings.push_back(flag_on(document, {quote}));
  const Result<std::string> result = add_pdf_notes(document, Language::sv);
  BOOST_REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().what));
  return *result;
}

/// The file with its first page changed.
std::string changed(const std::string& bytes, const std::function<void(QPDF&, QPDFObjectHandle)>& change) {
  QPDF pdf;
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  change(pdf, QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_notes)

BOOST_AUTO_TEST_CASE(the_quoted_words_are_highlighted_line_by_line) {
  const std::string bytes = two_pages().bytes();
  const std::string pdf = with_notes(bytes, {"The vendor may change these terms without notice."});
  const std::vector<PdfAnnotation> notes = annotations_in(pdf);
  BOOST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(notes[0].author == "klausul");
  BOOST_TEST(notes[0].page == 1U);
  BOOST_TEST(notes[0].boxes.size() == 2U);
  BOOST_TEST(notes[0].words == "The vendor may change these terms without notice.");
  BOOST_TEST(notes[0].contents.find("Leverantören bestämmer ensam.\nStöd: GDPR Art. 28 (lag)\n"
                                    "Förslag: Ändringar kräver besked.\nchange.no-notice") != std::string::npos);
  BOOST_TEST(pdf == with_notes(bytes, {"The vendor may change these terms without notice."}));
  // The page itself reads as before.
  BOOST_TEST(reviewed_sample(pdf, "a.pdf").reviewed->source.text ==
             reviewed_sample(bytes, "a.pdf").reviewed->source.text);
}

BOOST_AUTO_TEST_CASE(the_same_words_are_told_apart_by_what_stands_before) {
  PdfFile file;
  file.lines(60, 60, {"First. Fees may rise.", "Second. Fees may rise.", "Third. Fees may rise."});
  DocumentReport document = reviewed_sample(file.bytes(), "avtal.pdf");
  Finding finding = flag_on(document, {"Fees may rise."});
  const std::size_t second = document.reviewed->source.text.find("Fees may rise.", finding.evidence[0].span.end);
  finding.evidence[0].span = {static_cast<std::uint32_t>(second), static_cast<std::uint32_t>(second + 14)};
  document.findings = {finding};
  const std::vector<PdfAnnotation> notes = annotations_in(*add_pdf_notes(document, Language::en));
  BOOST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(std::abs(notes[0].boxes[0].bottom - (PdfFile::height - 73)) < 6);
}

BOOST_AUTO_TEST_CASE(a_quote_over_two_pages_has_a_highlight_on_each) {
  const std::string quote = "The vendor shall keep all data within the Union at all times and under all circumstances.";
  const std::vector<PdfAnnotation> notes = annotations_in(with_notes(two_pages().bytes(), {quote}));
  BOOST_REQUIRE(notes.size() == 2U);
  BOOST_TEST(notes[0].words == "The vendor shall keep all");
  BOOST_TEST(notes[1].words == "data within the Union at all times and under all circumstances.");
  BOOST_TEST(notes[1].contents.find("fortsättning från föregående sida") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(turned_pages_are_highlighted_at_their_words) {
  const std::vector<std::string> quotes = {"The customer accepts."};
  const PdfBox upright = annotations_in(with_notes(two_pages().bytes(), quotes))[0].boxes[0];
  const auto near = [](double a, double b) { return std::abs(a - b) < 1; };
  // Shown lying on its side.
  for (const int turn : {90, 180, 270}) {
    const PdfBox box = annotations_in(with_notes(
        changed(two_pages().bytes(),
                [&](QPDF&, QPDFObjectHandle page) { page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(turn)); }),
        quotes))[0]
                           .boxes[0];
    BOOST_TEST((near(box.left, upright.left) && near(box.top, upright.top) && near(box.right, upright.right)), turn);
  }
  // Drawn lying on its side, and turned upright.
  const PdfBox box = annotations_in(with_notes(
      changed(two_pages().bytes(),
              [&](QPDF& pdf, QPDFObjectHandle page) {
                page.addPageContents(QPDFObjectHandle::newStream(&pdf, "q 0 1 -1 0 842 0 cm\n"), true);
                page.addPageContents(QPDFObjectHandle::newStream(&pdf, "\nQ"), false);
                page.replaceKey("/MediaBox", QPDFObjectHandle::parse("[0 0 842 595]"));
                page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
              }),
      quotes))[0]
                         .boxes[0];
  BOOST_TEST(near(box.right, PdfFile::height - upright.bottom));
  BOOST_TEST(near(box.bottom, upright.left));
  // Cut to less than its paper.
  const PdfBox cut =
      annotations_in(with_notes(changed(two_pages().bytes(),
                                        [&](QPDF&, QPDFObjectHandle page) {
                                          page.replaceKey("/CropBox", QPDFObjectHandle::parse("[30 40 560 810]"));
                                        }),
                                quotes))[0]
          .boxes[0];
  BOOST_TEST((near(cut.left, upright.left) && near(cut.top, upright.top)));
}

BOOST_AUTO_TEST_CASE(annotations_that_are_there_stay) {
  const std::string before = changed(two_pages().bytes(), [](QPDF& pdf, QPDFObjectHandle page) {
    page.replaceKey("/Annots",
                    pdf.makeIndirectObject(QPDFObjectHandle::parse(
                        "[<< /Type /Annot /Subtype /Text /Rect [1 1 20 20] /T (Anna) /Contents (Ask IT.) >>]")));
  });
  const std::vector<PdfAnnotation> notes =
      annotations_in(with_notes(before, {"The customer accepts.", "not sell data."}));
  BOOST_REQUIRE(notes.size() == 3U);
  BOOST_TEST(notes[0].author == "Anna");
  BOOST_TEST(notes[0].contents == "Ask IT.");
  // The gravest, which comes first, lies uppermost.
  BOOST_TEST(notes[1].words == "not sell data.");
  BOOST_TEST(notes[2].words == "The customer accepts.");
}

BOOST_AUTO_TEST_CASE(words_that_the_page_does_not_show_are_quoted_in_its_corner) {
  DocumentReport document = reviewed_sample(two_pages().bytes(), "avtal.pdf");
  document.findings = {flag_on(document, {"The customer accepts."})};
  auto scanned = std::make_shared<ReviewedText>(*document.reviewed);
  scanned->bytes = PdfFile().picture(0, 0, 595, 842).bytes();
  document.reviewed = scanned;
  const std::vector<PdfAnnotation> notes = annotations_in(*add_pdf_notes(document, Language::en));
  BOOST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(!notes[0].highlight);
  BOOST_TEST((notes[0].contents.find("\n“The customer accepts.”\n") != std::string::npos), notes[0].contents);
}

BOOST_AUTO_TEST_CASE(hostile_words_stay_words) {
  DocumentReport document = reviewed_sample(two_pages().bytes(), "avtal.pdf");
  Finding finding = flag_on(document, {"The customer accepts."});
  finding.title.en = "(\\) >> endobj \x01\xC3(";
  finding.message.en = std::string(100'000, ')');
  document.findings = {finding};
  const std::vector<PdfAnnotation> notes = annotations_in(*add_pdf_notes(document, Language::en));
  BOOST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(notes[0].contents.starts_with("(\\) >> endobj \uFFFD\uFFFD("));
  BOOST_TEST(notes[0].contents.find(std::string(100'000, ')')) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_written_on_are_errors) {
  DocumentReport document = reviewed_sample(two_pages().bytes(), "avtal.pdf");
  BOOST_TEST(*add_pdf_notes(document, Language::en) == two_pages().bytes());
  document.findings = {flag_on(document, {"The customer accepts."})};
  const auto with_bytes = [&](std::string bytes) {
    auto reviewed = std::make_shared<ReviewedText>(*document.reviewed);
    reviewed->bytes = std::move(bytes);
    document.reviewed = reviewed;
    return add_pdf_notes(document, Language::en);
  };
  const Result<std::string> encrypted = with_bytes(two_pages().bytes("hemligt"));
  BOOST_REQUIRE(!encrypted.has_value());
  BOOST_TEST(encrypted.error().what.starts_with("avtal.pdf is encrypted, so no notes"));
  BOOST_TEST(error_in_swedish(encrypted.error().what).has_value());
  const Result<std::string> opened = add_pdf_notes(document, Language::en, "hemligt");
  BOOST_REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error().what));
  BOOST_TEST(!PdfDocument::open(*opened, "a.pdf", "", {}).has_value());
  BOOST_TEST(PdfDocument::open(*opened, "a.pdf", "hemligt", {})->read_page(1).comments == 1U);
  BOOST_TEST(!add_pdf_notes(document, Language::en, "fel").has_value());
  BOOST_TEST(!with_bytes("%PDF-1.4\nnothing").has_value());
  const std::string bytes = two_pages().bytes();
  for (std::size_t length = 0; length < bytes.size(); length += 37) BOOST_TEST_CONTEXT(length) {
      static_cast<void>(with_bytes(bytes.substr(0, length)).has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
