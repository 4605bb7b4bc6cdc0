// Files of each format made to fill or fool its reader, through the whole program: one record or one line each, and the
// contract beside them is reviewed.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "support/zip_file.h"

namespace {

const std::string contract =
    "DATA PROCESSING AGREEMENT\n\nThe processor may engage sub-processors without notice to the customer.\n";

std::string repeat(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

std::string rows(std::size_t count, const std::function<std::string(const std::string& number)>& row) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += row(std::to_string(i));
  return text;
}

/// A PDF of these objects, the first of them the catalog, with a font as the last. No table of objects: readers find
/// them by themselves.
std::string pdf_of(std::vector<std::string> objects) {
  objects.emplace_back("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  std::string text = "%PDF-1.5\n";
  for (std::size_t i = 0; i < objects.size(); ++i)
    text += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  return text + "trailer<</Root 1 0 R/Size " + std::to_string(objects.size() + 1) + ">>\n%%EOF\n";
}

std::string stream_of(const std::string& content, const std::string& dictionary = "") {
  return "<</Length " + std::to_string(content.size()) + dictionary + ">>\nstream\n" + content + "\nendstream";
}

/// A page of `content`, whose font is object 5 or, with another object for its resources, object 6.
std::string page_pdf(const std::string& content, const std::string& resources, const std::string& object) {
  const std::string font = "/Font<</F1 6 0 R>>";
  return pdf_of(
      {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + font + resources + ">>>>",
       stream_of(content), object});
}

std::vector<std::pair<std::string, std::string>> hostile_files() {
  const std::string shown = "BT /F1 9 Tf 60 700 Td (The vendor shall not.) Tj ET ";
  const std::string form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>";
  return {
      {"tree.pdf", pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"})},
      {"form.pdf", page_pdf(shown + "/X Do", "/XObject<</X 5 0 R>>", stream_of("/X Do /X Do", form))},
      {"image.pdf", page_pdf("q 500 0 0 700 9 9 cm /X Do Q", "/XObject<</X 5 0 R>>",
                             stream_of("x",
                                       "/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000"
                                       "/BitsPerComponent 16/ColorSpace/DeviceRGB"))},
      {"filters.pdf", page_pdf(shown, "", stream_of("x", "/Filter[" + repeat("/FlateDecode ", 3000) + "]"))},
      {"letters.pdf", page_pdf("BT /F1 9 Tf 60 700 Td (" + std::string(1'500'000, 'a') + ") Tj ET", "", "null")},
      {"operands.pdf", page_pdf(repeat("[", 200'000), "", "null")},
      {"objects.pdf", page_pdf(shown, "", repeat("<</A 1>>\nendobj\n9 0 obj\n", 50'000) + "null")},
      {"rows.html", "<html><table>" + rows(40'000, [](const auto& n) { return "<tr><td>" + n + "<td>shall"; })},
      {"rows.md", "|a|b|\n|-|-|\n" + rows(40'000, [](const auto& n) { return "|" + n + "|shall|\n"; })},
      {"rows.csv", rows(40'000, [](const auto& n) { return n + ",\"The vendor shall\",EUR\n"; })},
      {"rows.rtf", "{\\rtf1 " + rows(20'000, [](const auto& n) { return "\\trowd\\cellx9 " + n + "\\cell\\row "; })},
      {"deep.html", "<html>" + repeat("<table><tr><td>", 50'000) + "shall"},
      {"deep.md", repeat("> - ", 50'000) + "shall\n"},
      {"deep.rtf", "{\\rtf1 " + repeat("{", 500'000) + "shall"},
      {"deep.fodt",
       "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
       "office:mimetype=\"application/vnd.oasis.opendocument.text\">" +
           repeat("<office:body>", 50'000)},
      {"deep.eml", "From: a\nDate: b\n" + repeat("Content-Type: message/rfc822\n\nFrom: a\nDate: b\n", 2'000) + "\nx"},
      {"parts.eml",
       "From: a\nDate: b\nContent-Type: multipart/mixed; boundary=b\n\n" + repeat("--b\n\nshall.\n", 5'000)},
      {"word.txt", std::string(2'000'000, 'a')},
  };
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

BOOST_AUTO_TEST_CASE(hostile_files_of_each_format_cost_one_record) {
  const TemporaryFolder folder;
  std::string names;
  std::size_t count = 0;
  for (const auto& [name, bytes] : hostile_files()) {
    write_file(folder.path() / name, bytes);
    names += " " + name;
    ++count;
  }
  write_file(folder.path() / "z.txt", contract);
  const ProgramRun run =
      run_program(folder.path(), "check --format json --fail-on never --type dpa --timeout 20" + names + " z.txt");
  BOOST_TEST(run.status == 3);
  const auto json = nlohmann::json::parse(run.out);
  std::map<std::string, std::size_t> records;
  for (const char* kind : {"documents", "errors"})
    for (const auto& record : json[kind]) {
      const std::string path = record["path"];
      ++records[path.substr(0, path.find('/'))];
    }
  BOOST_TEST(records.size() == count + 1);
  for (const auto& [path, number] : records) BOOST_TEST((number == 1 || path == "deep.eml"), path << ": " << number);
  for (const auto& error : json["errors"]) {
    const std::string kind = error["kind"];
    BOOST_TEST((kind == "damaged" || kind == "empty" || kind == "too-large"), error.dump());
  }
  BOOST_TEST(lines_in(run.err) == json["errors"].size(), run.err);
  const auto& last = json["documents"].back();
  BOOST_TEST(last["path"] == "z.txt");
  BOOST_TEST(!last["findings"].empty());
}

BOOST_AUTO_TEST_CASE(archives_within_archives_and_of_many_names) {
  const TemporaryFolder folder;
  std::string nested = klausul::ZipFile().set_entry("a.txt", contract).bytes();
  for (int depth = 0; depth < 5; ++depth) {
    klausul::ZipFile zip;
    for (const char* name : {"a.zip", "b.zip"}) zip.set_entry(name, nested);
    nested = zip.bytes();
  }
  write_file(folder.path() / "nested.zip", nested);
  klausul::ZipFile odd;
  for (const char* name : {"../../up.txt", "/top.txt", "c/../../d.txt", "\u202Egpj.txt"}) odd.set_entry(name, contract);
  write_file(folder.path() / "odd.zip", odd.bytes());
  const ProgramRun run = run_program(folder.path(), "check --format json --fail-on never nested.zip odd.zip --jobs 4");
  BOOST_TEST(run.status == 3);
  const auto json = nlohmann::json::parse(run.out);
  BOOST_TEST(json["documents"].size() == 4U);
  BOOST_TEST(json["errors"].size() == 1U);
  BOOST_TEST(json["skipped"].size() == 7U);
  BOOST_TEST(lines_in(run.err) == 1U, run.err);
  BOOST_TEST(run.out.find("\u202E") == std::string::npos);
  BOOST_TEST(run.out.find("..") == std::string::npos);
  // However many take part, the review is the same.
  BOOST_TEST(
      (run_program(folder.path(), "check --format json --fail-on never nested.zip odd.zip --jobs 1").out == run.out));
}
