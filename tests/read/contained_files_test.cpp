#include "read/contained_files.h"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "cli/run_program.h"
#include "read/folder_files.h"
#include "support/docx_file.h"
#include "support/zip_file.h"

using namespace klausul;

namespace {

/// What was found, one a line: "path", "path: left out as an image", "path: encrypted".
std::string describe(const std::vector<ContainedFile>& files) {
  std::string lines;
  for (const ContainedFile& file : files) {
    lines += file.path;
    if (file.error) lines += std::string(": ") + name_of(file.error->kind);
    if (!file.left_out.empty()) lines += ": left out as " + file.left_out;
    lines += "\n";
  }
  return lines;
}

std::string found_in(const std::string& bytes, const ReadLimits& limits = {}) {
  return describe(documents_in(bytes, "a.zip", Origin::named, limits));
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; at += to.size())
    bytes.replace(at, from.size(), to);
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contained_files)

BOOST_AUTO_TEST_CASE(an_ordinary_file_is_itself) {
  BOOST_TEST(describe(documents_in("text", "a.txt", Origin::named, {})) == "a.txt\n");
  BOOST_TEST(describe(documents_in("\x89PNG\r\n", "a.txt", Origin::named, {})) == "a.txt\n");
  BOOST_TEST(describe(documents_in("\x89PNG\r\n", "a.txt", Origin::found, {})) == "a.txt: left out as an image\n");
  const std::string docx = DocxFile("<w:p/>").bytes();
  BOOST_TEST(describe(documents_in(docx, "a.docx", Origin::named, {})) == "a.docx\n");
}

BOOST_AUTO_TEST_CASE(an_archive_is_its_files_in_order) {
  ZipFile zip;
  zip.set_entry("b/avtal.txt", "b").set_entry("Å.md", "å").set_entry("a.docx", DocxFile("<w:p/>").bytes());
  zip.set_entry("b/", "").set_entry(".DS_Store", "x").set_entry("__MACOSX/b/._avtal.txt", "x");
  zip.set_entry("b/~$avtal.docx", "x").set_entry("b/.~lock.avtal.odt#", "x").set_entry("logo.PNG", "x");
  zip.set_entry("tom.txt", "");
  const auto files = documents_in(zip.bytes(), "mapp/a.zip", Origin::named, {});
  BOOST_TEST(describe(files) ==
             "mapp/a.zip/a.docx\nmapp/a.zip/b/avtal.txt\nmapp/a.zip/logo.PNG: left out as an image\n"
             "mapp/a.zip/tom.txt\nmapp/a.zip/Å.md\n");
  BOOST_TEST(files[1].bytes == "b");
}

BOOST_AUTO_TEST_CASE(archives_in_archives_up_to_a_depth) {
  std::string inner = ZipFile().set_entry("x.txt", "text").bytes();
  for (const char* name : {"1.zip", "2.zip"}) inner = ZipFile().set_entry(name, inner).bytes();
  BOOST_TEST(found_in(inner) == "a.zip/2.zip/1.zip/x.txt\n");
  BOOST_TEST(found_in(ZipFile().set_entry("3.zip", inner).bytes()) == "a.zip/3.zip/2.zip/1.zip: too-large\n");
}

BOOST_AUTO_TEST_CASE(paths_stay_within_and_are_all_different) {
  ZipFile zip;
  zip.set_entry("../../etc/passwd.txt", "1").set_entry("/abs.txt", "2").set_entry("win\\dows\\..\\c.txt", "3");
  zip.set_entry("d/./e\n.txt", "4").set_entry("..", "5");
  BOOST_TEST(found_in(zip.bytes()) ==
             "a.zip/abs.txt\na.zip/d/e_.txt\na.zip/etc/passwd.txt\na.zip/file\na.zip/win/dows/c.txt\n");
  const std::string twice =
      replaced(ZipFile().set_entry("same.txt", "1").set_entry("sama.txt", "2").bytes(), "sama.txt", "same.txt");
  const auto files = documents_in(twice, "a.zip", Origin::named, {});
  BOOST_TEST(describe(files) == "a.zip/same.txt\na.zip/same (2).txt\n");
  BOOST_TEST(files[1].bytes == "2");
}

BOOST_AUTO_TEST_CASE(links_and_encrypted_files_are_said) {
  BOOST_TEST(found_in(ZipFile().set_link("l.txt", "/etc/passwd").bytes()) == "a.zip/l.txt: left out as a link\n");
  BOOST_TEST(found_in(ZipFile().set_entry("x.txt", "text").bytes("hemligt")) == "a.zip/x.txt: encrypted\n");
}

BOOST_AUTO_TEST_CASE(bombs_meet_the_limits) {
  ZipFile bomb;
  bomb.set_entry("a.txt", std::string(8U << 20U, ' ')).set_entry("b.txt", "text");
  BOOST_TEST(found_in(bomb.bytes()) == "a.zip/a.txt: too-large\na.zip/b.txt\n");
  ReadLimits small;
  small.unpacked_bytes = 1000;
  ZipFile inner;
  inner.set_entry("1.txt", std::string(400, 'x')).set_entry("2.txt", std::string(400, 'x'));
  inner.set_entry("3.txt", std::string(400, 'x')).set_entry("4.txt", "x");
  BOOST_TEST(found_in(inner.bytes(), small) == "a.zip/1.txt\na.zip/2.txt\na.zip: too-large\n");
  // What an archive within uses counts for the whole.
  ZipFile outer;
  outer.set_entry("a.txt", std::string(600, 'x')).set_entry("b.zip", inner.bytes()).set_entry("c.txt", "x");
  BOOST_TEST(found_in(outer.bytes(), small).find("too-large") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(damaged_and_empty_archives) {
  const std::string good = ZipFile().set_entry("a.txt", "some text").bytes();
  BOOST_TEST(found_in(good.substr(0, good.size() - 30)) == "a.zip: damaged\n");
  BOOST_TEST(found_in(ZipFile().set_entry("x/", "").bytes()) == "a.zip: empty\n");
  // Word files that are stored in an archive without packing do not make it one.
  std::string docx = DocxFile("<w:p/>").bytes();
  BOOST_TEST(found_in(ZipFile().set_entry("mimetype", docx).bytes()) == "a.zip/mimetype\n");
}

BOOST_AUTO_TEST_CASE(a_folder_is_its_files_in_order) {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/2.md", "a/1.md", "a/.hidden", ".git/config", "a/~$1.docx", "style.css",
                           "b.review.md", "b.review.docx", "b.review.negotiation.docx", "klausul-accepted.json"})
    write_file(folder.path() / name, "text");
  std::filesystem::create_symlink("/", folder.path() / "root");
  std::filesystem::create_symlink("b.txt", folder.path() / "c.txt");
  std::filesystem::create_directories(folder.path() / "tom");
  const std::string top = folder.path().string();
  std::string lines;
  for (const InputPath& input : files_to_read({top, top + "/b.txt"}))
    lines += input.path.substr(top.size()) + (input.left_out.empty() ? "" : ": " + input.left_out) + "\n";
  BOOST_TEST(lines ==
             "/a/1.md\n/a/2.md\n/b.review.docx\n/b.review.md: a report of klausul\n"
             "/b.review.negotiation.docx: a report of klausul\n/b.txt\n/c.txt: a link\n/root: a link\n/style.css: part "
             "of a web page or program\n"
             "/b.txt\n");
  const auto empty = files_to_read({top + "/tom"});
  BOOST_REQUIRE(empty.size() == 1U);
  BOOST_TEST((empty[0].error && empty[0].error->kind == ErrorKind::empty));
}

BOOST_AUTO_TEST_CASE(paths_of_reports_can_be_read) {
  const TemporaryFolder folder;
  const std::string inner = ZipFile().set_entry("x/y.txt", "text").bytes();
  write_file(folder.path() / "a.zip", ZipFile().set_entry("b.zip", inner).bytes());
  const Result<std::string> bytes = read_contained((folder.path() / "a.zip/b.zip/x/y.txt").string(), {});
  BOOST_REQUIRE(bytes.has_value());
  BOOST_TEST(*bytes == "text");
  BOOST_TEST(!read_contained((folder.path() / "a.zip/c.txt").string(), {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
