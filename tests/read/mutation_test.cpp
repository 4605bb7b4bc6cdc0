// Properties that hold for every input: small seeds of each format, damaged at random (always the same way).

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <vector>

#include "support/docx_file.h"
#include "support/mutation.h"
#include "support/odt_file.h"
#include "support/pdf_file.h"
#include "support/read_sample.h"

using namespace klausul;
using klausul::test::mutate;

namespace {

struct Seed {
  std::string name;
  std::string bytes;
};

constexpr std::string_view kParagraphs =
    "<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    "<w:r><w:rPr><w:b/></w:rPr><w:t>Underbitr\u00E4den &amp; "
    "a\u030A</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>ny</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:hyperlink "
    "r:id=\"l\"><w:r><w:t>villkor</w:t></w:r></w:hyperlink>"
    "<w:r><w:footnoteReference "
    "w:id=\"2\"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p>"
    "<w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

constexpr std::string_view kMail =
    "From: =?utf-8?Q?=C3=85sa?= <a@exempel.se>\nTo: b@exempel.se\nSubject: Avtal\nDate: x\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=g\n\n--g\nContent-Type: text/plain; charset=iso-8859-1\n"
    "Content-Transfer-Encoding: quoted-printable\n\nK=F6p=\ner\n--g\nContent-Type: text/html\n"
    "Content-Transfer-Encoding: base64\n\nPGgxPlZpbGxrb3I8L2gxPg==\n--g\nContent-Type: text/plain; "
    "name=a.txt\n\nx\n--g--\n";

constexpr std::string_view kRtf =
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f3\\fcharset128 M;}}{\\stylesheet{\\s1 heading 1;}}"
    "{\\header h\\par}\\s1{\\listtext 1.\\tab}\\ls1 Ett\\par\\pard t\\'e5{\\f3\\'8f\\'91}\\u229?{\\footnote "
    "n}{\\shptxt i}"
    "{\\deleted d}{\\revised r}\\par{\\field{\\*\\fldinst HYPERLINK \"https://exempel.se\"}{\\fldrslt v}}\\par\\trowd"
    "\\intbl a\\cell b\\cell\\row\\pard\\itap2 c\\nestcell{\\*\\nesttableprops\\nestrow}{\\pict 00}{\\*\\x y}\\par}";

constexpr std::string_view kOdtStyles =
    "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
    "style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" loext:num-list-format=\"%1%.%2%\" "
    "style:num-format=\"a\"/></text:list-style>";

constexpr std::string_view kOdtBody =
    "<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region></text:tracked-changes>"
    "<text:h text:outline-level=\"1\">Ett &amp; <text:span>fler</text:span></text:h><text:list "
    "text:style-name=\"L\"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
    "</text:list-item></text:list></text:list-item></text:list><text:p>Se <text:a "
    "xlink:href=\"https://exempel.se/v\">villkor</text:a><text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>not</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>i</text:p>"
    "</draw:text-box></draw:frame></text:p><table:table><table:table-row><table:table-cell "
    "table:number-columns-spanned=\"2\"><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p>"
    "</table:table-cell></table:table-row></table:table>";

DocxFile docx_with(std::string body) {
  DocxFile file(body);
  file.add_link("l", "https://exempel.se/v");
  file.add("footnotes", "footnotes.xml",
           word_xml("footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>not</w:t></w:r></w:p></w:footnote>"));
  file.add("numbering", "numbering.xml",
           word_xml("numbering",
                    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                    "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
                    "<w:abstractNumId w:val=\"0\"/></w:num>"));
  return file;
}

std::string pdf_seed() {
  PdfFile file;
  file.text(60, 40, "Avtal 7").text(60, 90, "Bilaga 1", 16, true).rule(60, 100, 500, 100).rule(60, 100, 60, 200);
  file.rule(500, 100, 500, 200).rule(200, 100, 200, 200).rule(60, 200, 500, 200).text(65, 120, "a").text(210, 120, "b");
  file.field(60, 300, "Kunden").text(60, 400, "med person-").text(60, 413, "uppgifter");
  file.page().text(60, 40, "Avtal 7").picture(0, 60, 500, 600);
  return file.bytes();
}

std::vector<Seed> seeds() {
  return {
      {"seed.txt",
       "AVTAL\n\n1. Parter\nKunden och leverantören, som anlitar underbi\u00ADträden för person-\nuppgifter enligt "
       "punkt\n"
       "7.2 ovan.\n\n- ett\n  – två\n\n12 § a\u030Atgärder \u201Cx\u201D\n=====\n\f2.1 Sida två | tabell\t\tx\n"},
      {"seed.md",
       "---\ntitle: \"Avtal\"\n---\n# 1\\. Rubrik &amp; mer\n\nText *i* **två**\nrader [länk](https://exempel.se/a "
       "\"t\") ![b](c)\n\n"
       "1. ett\n2. två\n   - tre\n\n| a | b |\n|---|---|\n| c | `d` |\n\n<div>x<br>y</div>\n\n> cit ~~a~~\n\n    "
       "kod\n\n"
       "[r][s] o\u0308\n\n[s]: https://exempel.se\n"},
      {"seed.html",
       "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title></head><body><nav>m</nav><main><h1>Avtal &amp; "
       "mer</h1><p>K&ouml;p <b>nu</b><br>2. x <a href='https://exempel.se/v'>villkor</a></p><ol type=a><li>ett<li>två"
       "</ol><table><tr><td colspan=2>a<td>b</tr></table><pre>r\n\ns</pre></main><footer><a "
       "href=/>x</a></footer></body>"},
      {"seed.docx", docx_with(std::string(kParagraphs)).bytes()},
      {"seed.rtf", std::string(kRtf)},
      {"seed.eml", std::string(kMail)},
      {"seed.odt", flat_odt(kOdtBody, kOdtStyles)},
      {"seed.pdf", pdf_seed()},
  };
}

void check_one(const std::string& bytes, const std::string& name) {
  const Result<SourceText> result = read_document(bytes, name);
  if (!result) {
    BOOST_TEST(!result.error().what.empty());
    BOOST_TEST((result.error().kind != ErrorKind::internal));
    return;
  }
  for (const std::string& sentence : broken_invariants(*result))
    BOOST_ERROR(name << ": broken: " << sentence << "\n" << bytes);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mutation)

BOOST_AUTO_TEST_CASE(seeds_are_read) {
  for (const Seed& seed : seeds()) BOOST_TEST(read_sample(seed.bytes, seed.name).format == seed.name.substr(5));
}

BOOST_AUTO_TEST_CASE(mutated_files_keep_the_promises) {
  for (const Seed& seed : seeds()) {
    std::mt19937 random(20240517);
    for (int round = 0; round < 1500; ++round) {
      check_one(mutate(seed.bytes, random), seed.name);
      if (round % 3 == 0) check_one(mutate(seed.bytes, random), "");
    }
  }
}

BOOST_AUTO_TEST_CASE(mutated_xml_keeps_the_promises) {
  std::mt19937 random(4711);
  for (int round = 0; round < 800; ++round)
    check_one(docx_with(mutate(std::string(kParagraphs), random)).bytes(), "seed.docx");
}

BOOST_AUTO_TEST_CASE(cut_off_files_keep_the_promises) {
  for (const Seed& seed : seeds())
    for (std::size_t size = 1; size < seed.bytes.size(); size += 7) check_one(seed.bytes.substr(0, size), seed.name);
}

BOOST_AUTO_TEST_CASE(same_bytes_give_the_same_text) {
  for (const Seed& seed : seeds()) {
    const SourceText one = read_sample(seed.bytes, seed.name);
    const SourceText two = read_sample(seed.bytes, seed.name);
    BOOST_TEST(describe(one) == describe(two));
    BOOST_TEST(one.map.segments().size() == two.map.segments().size());
  }
}

/// Real documents, when they are there.
BOOST_AUTO_TEST_CASE(real_documents_keep_the_promises) {
  const char* const folder = std::getenv("KLAUSUL_SHARED");
  const std::filesystem::path shared =
      folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path(KLAUSUL_ROOT) / ".." / "shared";
  std::size_t read = 0;
  for (const std::filesystem::path& part : {shared / "corpora", shared / "gold" / "documents"}) {
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(part, error)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".txt" && extension != ".md" && extension != ".html" && extension != ".docx" &&
          extension != ".pdf")
        continue;
      Result<std::string> bytes = read_bytes(entry.path().string(), {});
      BOOST_REQUIRE(bytes.has_value());
      BOOST_TEST(read_sample(std::move(*bytes), entry.path().string()).format == extension.substr(1));
      ++read;
    }
  }
  if (read == 0) std::cout << "skipped: shared/ is not here\n";
}

BOOST_AUTO_TEST_SUITE_END()
