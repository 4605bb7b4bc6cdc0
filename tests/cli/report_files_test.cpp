#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/run_program.h"

namespace {

const std::filesystem::path corpus = std::filesystem::path(KLAUSUL_ROOT) / "corpus";

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) names.push_back(file.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string one_contract(const TemporaryFolder& folder) {
  write_file(folder.path() / "avtal.txt", read_file(corpus / "sv-dpa-bad" / "source.txt"));
  return "check --fail-on never avtal.txt ";
}

}  // namespace

BOOST_AUTO_TEST_CASE(several_formats_go_to_a_folder_with_the_name_of_the_file) {
  const TemporaryFolder folder;
  const std::string check = one_contract(folder);
  for (const std::string formats : {"--format json,text", "--format json --format text,json"}) {
    const ProgramRun run = run_program(folder.path(), check + formats + " -o ut/granskning");
    BOOST_TEST(run.status == 0, run.err);
    BOOST_TEST(run.out == "");
    const std::vector<std::string> expected{"avtal.review.json", "avtal.review.txt"};
    BOOST_TEST(names_in(folder.path() / "ut/granskning") == expected, boost::test_tools::per_element());
  }
  // The same as each alone.
  BOOST_TEST(read_file(folder.path() / "ut/granskning/avtal.review.json") ==
             run_program(folder.path(), check + "--format json").out);
  BOOST_TEST(read_file(folder.path() / "ut/granskning/avtal.review.txt") == run_program(folder.path(), check).out);
}

BOOST_AUTO_TEST_CASE(one_format_goes_to_a_folder_when_one_is_named) {
  const TemporaryFolder folder;
  const std::string check = one_contract(folder);
  BOOST_TEST(run_program(folder.path(), check + "--format json -o new/").status == 0);
  BOOST_TEST(std::filesystem::exists(folder.path() / "new/avtal.review.json"));
  BOOST_TEST(run_program(folder.path(), "check --fail-on never --format json - -o .", "<avtal.txt").status == 0);
  BOOST_TEST(std::filesystem::exists(folder.path() / "stdin.review.json"));
}

BOOST_AUTO_TEST_CASE(several_files_share_one_report_of_a_format_that_holds_them) {
  const TemporaryFolder folder;
  const std::string check = one_contract(folder);
  write_file(folder.path() / "b.txt", "The parties agree.\n");
  BOOST_TEST(run_program(folder.path(), check + "b.txt --format json,text -o ut").status == 0);
  const auto json = nlohmann::json::parse(read_file(folder.path() / "ut/klausul.review.json"));
  BOOST_TEST(json["documents"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(where_several_reports_cannot_go_is_wrong_use) {
  const TemporaryFolder folder;
  const std::string check = one_contract(folder);
  write_file(folder.path() / "file", "old");
  for (const char* arguments :
       {"--format json,text", "--format json,text -o file", "--format all", "--format json,x"}) {
    const ProgramRun run = run_program(folder.path(), check + arguments);
    BOOST_TEST(run.status == 2, arguments);
    BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
    BOOST_TEST(run.out == "");
  }
  BOOST_TEST(read_file(folder.path() / "file") == "old");
}

BOOST_AUTO_TEST_CASE(no_report_in_a_folder_replaces_an_input) {
  const TemporaryFolder folder;
  const std::string text = "The parties agree.\n";
  write_file(folder.path() / "a.txt", text);
  std::filesystem::create_hard_link(folder.path() / "a.txt", folder.path() / "a.review.json");
  const ProgramRun run = run_program(folder.path(), "check a.txt --format json,text -o .");
  BOOST_TEST(run.status == 2);
  BOOST_TEST(read_file(folder.path() / "a.txt") == text);
  BOOST_TEST(!std::filesystem::exists(folder.path() / "a.review.txt"));
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_named_once_by_formats_that_write_on_it) {
  const TemporaryFolder folder;
  write_file(folder.path() / "avtal.docx", "PK\x03\x04 word/document.xml");
  const ProgramRun run = run_program(folder.path(), "check --format docx -o ut.docx avtal.docx");
  BOOST_TEST(run.status == 3);
  BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
  BOOST_TEST(!std::filesystem::exists(folder.path() / "ut.docx"));
  write_file(folder.path() / "avtal.md", "# Avtal\n\nLeverantören bestämmer.\n");
  const ProgramRun other = run_program(folder.path(), "check --format pdf -o ut.pdf avtal.md");
  BOOST_TEST(other.status == 2);
  BOOST_TEST((other.err.find("html") != std::string::npos), other.err);
}
