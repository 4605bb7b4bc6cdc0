// Input that is wrong, damaged or made to harm: every one of it gives a clear error or a note, and soon.

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "support/docx_file.h"
#include "support/read_sample.h"

using namespace klausul;

namespace {

/// A folder of its own for a test, gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("klausul-read-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

template <typename T>
void expect_error(const Result<T>& result, ErrorKind kind, const std::string& words) {
  BOOST_REQUIRE(!result);
  BOOST_TEST(std::string(name_of(result.error().kind)) == name_of(kind));
  const std::string& what = result.error().what;
  BOOST_TEST(what.find(words) != std::string::npos, "\"" << what << "\" holds \"" << words << "\"");
  BOOST_TEST(what.find('\n') == std::string::npos);
  BOOST_TEST(what.back() == '.');
}

void expect_read_error(std::string bytes, std::string_view name, ErrorKind kind, const std::string& words) {
  expect_error(read_document(std::move(bytes), name), kind, words);
}

/// Reads what may or may not be readable, but must be done soon and keep the promises.
void expect_soon(std::string bytes, std::string_view name) {
  const auto begin = std::chrono::steady_clock::now();
  const Result<SourceText> result = read_document(std::move(bytes), name);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  if (result) check_invariants(*result, std::string(name));
  BOOST_TEST(time.count() < 20.0, name << " takes " << time.count() << " s");
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_input)

BOOST_AUTO_TEST_CASE(what_is_not_a_file) {
  const TemporaryFolder folder;
  expect_error(read_bytes(folder / "no.txt", {}), ErrorKind::cannot_read, "does not exist");
  expect_error(read_bytes(folder / ".", {}), ErrorKind::cannot_read, "is a folder");
  expect_error(read_bytes("/dev/zero", {}), ErrorKind::cannot_read, "is a device");
  BOOST_REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  expect_error(read_bytes(folder / "pipe", {}), ErrorKind::cannot_read, "pipe");
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, (folder / "socket").c_str(), sizeof address.sun_path - 1);
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    BOOST_TEST(!read_bytes(folder / "socket", {}).has_value());
  ::close(socket);
  std::ofstream(folder / "empty.txt").close();
  expect_error(read_bytes(folder / "empty.txt", {}), ErrorKind::empty, "is empty");
  std::filesystem::create_symlink("loop", folder / "loop");
  expect_error(read_bytes(folder / "loop", {}), ErrorKind::cannot_read, "circle");
}

BOOST_AUTO_TEST_CASE(large_files_meet_the_limit) {
  const TemporaryFolder folder;
  std::ofstream(folder / "a.txt") << repeat("text ", 1000);
  ReadLimits limits;
  limits.file_bytes = 4999;
  expect_error(read_bytes(folder / "a.txt", limits), ErrorKind::too_large, "larger");
  limits.file_bytes = 5000;
  BOOST_TEST(read_bytes(folder / "a.txt", limits)->size() == 5000U);
  limits.text_bytes = 100;
  expect_error(read_document(repeat("text ", 1000), "a.txt", limits), ErrorKind::too_large, "");
}

BOOST_AUTO_TEST_CASE(no_text) {
  expect_read_error("", "a.txt", ErrorKind::empty, "is empty");
  expect_read_error(" \n\t\n\xEF\xBB\xBF", "a.txt", ErrorKind::empty, "no text");
  expect_read_error("<html><body><img src=x></body></html>", "a.html", ErrorKind::empty, "no text");
  expect_read_error(DocxFile("<w:p/>").bytes(), "a.docx", ErrorKind::empty, "no text");
}

BOOST_AUTO_TEST_CASE(other_formats_are_named) {
  using namespace std::string_literals;
  expect_read_error("%!PS-Adobe-3.0\n...", "a.ps", ErrorKind::unsupported_format, "is PostScript");
  expect_read_error("%!PS-Adobe-3.0\n...", "a.txt", ErrorKind::unsupported_format, "klausul reads plain text");
  expect_read_error("\x89PNG\r\n\x1A\n...."s, "a.png", ErrorKind::unsupported_format, "PNG");
  expect_read_error("\xFF\xD8\xFF\xE0...", "a.jpg", ErrorKind::unsupported_format, "JPEG");
  expect_read_error(repeat("\x01\x02\x03\x00\x7F"s, 100), "a.txt", ErrorKind::unsupported_format, "binary");
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
  expect_read_error(ole + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, "a.doc", ErrorKind::unsupported_format, "doc");
  expect_read_error(ole + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "a.docx", ErrorKind::encrypted,
                    "password");
  DocxFile odt("");
  odt.remove_entry("[Content_Types].xml").remove_entry("_rels/.rels").remove_entry("word/document.xml");
  odt.set_entry("content.xml", "<x/>");
  expect_read_error(odt.bytes(), "a.zip", ErrorKind::unsupported_format, "zip archive");
}

BOOST_AUTO_TEST_CASE(damaged_pdf_files) {
  expect_read_error("%PDF-1.7\n...", "a.pdf", ErrorKind::damaged, "is a damaged PDF");
}

BOOST_AUTO_TEST_CASE(damaged_word_files) {
  DocxFile missing("<w:p/>");
  missing.remove_entry("word/document.xml").set_entry("word/other.xml", "<x/>");
  expect_read_error(missing.bytes(), "contract.docx", ErrorKind::damaged,
                    "contract.docx is damaged: word/document.xml is missing. Ask for a new copy.");
  const std::string good = DocxFile("<w:p><w:r><w:t>text</w:t></w:r></w:p>").bytes();
  expect_read_error(good.substr(0, good.size() - 60), "a.docx", ErrorKind::damaged, "damaged");
  DocxFile broken("");
  broken.set_entry("word/document.xml", "<w:document><w:body>");
  expect_read_error(broken.bytes(), "a.docx", ErrorKind::damaged, "is not XML");
  std::string flipped = good;
  flipped[flipped.find("word/document.xml") + 60] ^= 0x55;
  BOOST_TEST(!read_document(flipped, "a.docx").has_value());
}

BOOST_AUTO_TEST_CASE(encrypted_entries) {
  expect_read_error(DocxFile("<w:p><w:r><w:t>text</w:t></w:r></w:p>").bytes("hemligt"), "a.docx", ErrorKind::encrypted,
                    "encrypted");
}

BOOST_AUTO_TEST_CASE(hostile_word_files) {
  DocxFile entities("");
  entities.set_entry("word/document.xml",
                     "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document>&b;</w:document>");
  expect_read_error(entities.bytes(), "a.docx", ErrorKind::damaged, "entities");
  DocxFile deep(repeat("<w:sdt>", 5000) + repeat("</w:sdt>", 5000));
  expect_read_error(deep.bytes(), "a.docx", ErrorKind::too_large, "deeper");
  DocxFile bomb("<w:p><w:r><w:t>" + std::string(30U << 20U, 'a') + "</w:t></w:r></w:p>");
  expect_read_error(bomb.bytes(), "a.docx", ErrorKind::too_large, "zip bomb");
}

BOOST_AUTO_TEST_CASE(optional_parts_may_be_broken) {
  DocxFile file("<w:p><w:r><w:t>text</w:t></w:r></w:p>");
  file.add("footnotes", "footnotes.xml", "<w:footnotes");
  file.add("styles", "styles.xml", "");
  const SourceText text = read_sample(file.bytes(), "a.docx");
  BOOST_TEST(!text.coverage.complete);
  BOOST_TEST(text.coverage.limits.size() == 2U);
}

BOOST_AUTO_TEST_CASE(hostile_pdf) {
  const auto pdf = [](const std::string& pages, const std::string& content) {
    const std::string length = std::to_string(content.size());
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj" + pages +
           "endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 "
           "5 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n4 0 obj<</Length " +
           length + ">>stream\n" + content +
           "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n6 0 "
           "obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 4>>stream\n/X Do"
           "\nendstream endobj\ntrailer<</Root 1 0 R/Size 7>>";
  };
  const std::string one_page = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
  expect_soon(pdf("<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 3>>", "BT /F1 9 Tf (a) Tj ET"), "loop.pdf");
  expect_soon(pdf("<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", "BT /F1 9 Tf (a) Tj ET"), "count.pdf");
  expect_soon(pdf(one_page, "/X Do"), "form.pdf");
  expect_soon(pdf(one_page, repeat("q ", 500'000)), "states.pdf");
  expect_soon(pdf(one_page, "BT /F1 9 Tf " + repeat("(word) Tj 1 0 Td ", 300'000) + "ET"), "words.pdf");
  expect_soon(pdf(one_page, "BT /F1 9 Tf " + repeat("(w) Tj 3 40 Td (w) Tj 3 -39 Td ", 100'000) + "ET"), "dust.pdf");
  expect_soon(pdf(one_page, repeat("0 0 m 500 500 l S 0 5 m 500 5 l S 5 0 m 5 500 l S ", 100'000)), "rules.pdf");
  expect_soon(pdf(one_page, "BT /F1 1e30 Tf (a) Tj 1e300 1e300 Td (b) Tj ET 1e300 0 m 0 1e300 l S"), "numbers.pdf");
}

BOOST_AUTO_TEST_CASE(hostile_html) {
  expect_soon("<html>" + repeat("<div>", 200000), "deep.html");
  expect_soon("<html>" + repeat("<p><b a=1><i a=2>", 20000), "reopened.html");
  std::string different = "<html>";
  for (int i = 0; i < 400; ++i) different += "<b a=" + std::to_string(i) + ">";
  expect_soon(different + repeat("<p>x", 50000), "clones.html");
  expect_soon("<html><p>" + different + "</p>" + repeat("<p>x</p>", 50000), "reconstructed.html");
  expect_soon("<html>" + repeat("<a><table><a>", 20000), "foster.html");
  expect_soon("<html><body " + repeat("a b=c ", 200000) + ">text", "attributes.html");
  expect_soon("<html>" + repeat("<!-- a", 100000), "comments.html");
  expect_soon("<html><table>" + repeat("<tr><td colspan=1000 rowspan=65000>x", 5000), "spans.html");
  expect_soon("<html>" + repeat("&amp", 500000) + repeat("&", 500000), "references.html");
  expect_soon("<html>" + repeat("<ul><li>", 400) + repeat("<ol><li>x", 100), "lists.html");
  expect_soon("<html>" + repeat("<table><td>", 300) + "x", "tables.html");
}

BOOST_AUTO_TEST_CASE(hostile_markdown) {
  for (const char* piece : {">",
                            "- ",
                            "* a\n",
                            "[",
                            "](",
                            "*a_ ",
                            "**a ",
                            "`",
                            "<a ",
                            "![[]()",
                            "a|",
                            "\\",
                            "&#1;",
                            "~~a",
                            "_",
                            "[a](<b",
                            "[a]: b\n\n",
                            "<!--",
                            "| a |\n|---|\n",
                            "> > a\n",
                            "http://",
                            "1. a\n   "})
    expect_soon(repeat(piece, 100000), std::string(piece) + ".md");
  expect_soon("|" + repeat("a|", 10000) + "\n|" + repeat("-|", 10000) + "\n" + repeat("a\n", 10000), "wide.md");
}

BOOST_AUTO_TEST_CASE(hostile_plain_text) {
  expect_soon(std::string(4U << 20U, 'a'), "one-word.txt");
  expect_soon(repeat(" ", 4U << 20U) + "x", "spaces.txt");
  expect_soon(repeat("\u0300", 1U << 19U), "marks.txt");
  expect_soon(repeat("a-\nb", 1U << 18U), "hyphens.txt");
  expect_soon(repeat("\f", 1U << 18U) + "x", "pages.txt");
  expect_soon(repeat("• ", 1U << 18U), "bullets.txt");
  expect_soon(repeat("\xFF\x80 a", 1U << 18U), "bytes.txt");
}

BOOST_AUTO_TEST_CASE(a_long_text_is_read) {
  const SourceText text = read_sample(
      repeat("Leverantören ska underrätta kunden om varje ändring av underbiträden i\ngod tid före ändringen.\n\n",
             110000),
      "lång.txt");
  BOOST_TEST(text.paragraphs.size() == 110000U);
}

BOOST_AUTO_TEST_SUITE_END()
