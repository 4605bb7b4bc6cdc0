#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "support/pdf_file.h"
#include "support/zip_file.h"

namespace {

const std::filesystem::path corpus = std::filesystem::path(KLAUSUL_ROOT) / "corpus";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

BOOST_AUTO_TEST_CASE(findings_give_one_and_never_gives_zero) {
  const auto bad = corpus / "sv-dpa-bad";
  const ProgramRun run = run_program(bad, "check source.txt");
  BOOST_TEST(run.status == 1);
  BOOST_TEST(run.err == "");
  BOOST_TEST(has(run.out, "source.txt"));
  BOOST_TEST(run_program(bad, "check source.txt --fail-on never").status == 0);
}

BOOST_AUTO_TEST_CASE(the_level_decides) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.txt", "The weather is fine today and nothing else is said.\n");
  // A document of no known kind has nothing to be held against.
  BOOST_TEST(run_program(folder.path(), "check a.txt --fail-on critical").status == 0);
  BOOST_TEST(run_program(folder.path(), "check a.txt --type dpa --fail-on critical").status == 1);
}

BOOST_AUTO_TEST_CASE(wrong_use_gives_two_and_one_line) {
  const auto bad = corpus / "sv-dpa-bad";
  for (const char* arguments :
       {"", "check", "chek source.txt", "check source.txt --format pdf", "check source.txt --type lease",
        "check source.txt --fail-on sometimes", "check source.txt --only no.such-entry", "check - -", "print words x",
        "explain no.such-entry", "check source.txt --knowledge /nonexistent", "check source.txt --jobs 0"}) {
    const ProgramRun run = run_program(bad, arguments, "</dev/null");
    BOOST_TEST(run.status == 2, arguments << ": " << run.status);
    BOOST_TEST(lines_in(run.err) == 1U, arguments << ": " << run.err);
    BOOST_TEST(run.err.starts_with("klausul: "), run.err);
    BOOST_TEST(run.out == "");
  }
}

BOOST_AUTO_TEST_CASE(an_unreadable_file_gives_three_and_the_others_are_reviewed) {
  const TemporaryFolder folder;
  std::filesystem::copy_file(corpus / "sv-dpa-bad" / "source.txt", folder.path() / "avtal.txt");
  write_file(folder.path() / "empty.txt", "");
  write_file(folder.path() / "broken.docx", "PK\x03\x04 not a zip file at all");
  std::filesystem::create_directories(folder.path() / "mapp");
  const ProgramRun run =
      run_program(folder.path(), "check --format json empty.txt broken.docx avtal.txt mapp none.txt");
  BOOST_TEST(run.status == 3);
  const auto json = nlohmann::json::parse(run.out);
  BOOST_TEST(json["documents"].size() == 1U);
  BOOST_TEST(json["documents"][0]["path"] == "avtal.txt");
  BOOST_REQUIRE(json["errors"].size() == 4U);
  BOOST_TEST(json["errors"][0]["kind"] == "empty");
  BOOST_TEST(lines_in(run.err) == 4U);
  BOOST_TEST(has(run.err, "klausul: none.txt: "));
}

BOOST_AUTO_TEST_CASE(standard_input_is_a_file_too) {
  const ProgramRun run = run_program(corpus / "sv-dpa-bad", "check --format json -", "cat source.txt |");
  BOOST_TEST(run.status == 1);
  const auto json = nlohmann::json::parse(run.out);
  BOOST_TEST(json["documents"][0]["path"] == "-");
  BOOST_TEST(json["documents"][0]["sha256"].get<std::string>().size() == 64U);
}

BOOST_AUTO_TEST_CASE(an_input_is_never_overwritten) {
  const TemporaryFolder folder;
  const std::string text = "The parties agree.\n";
  write_file(folder.path() / "a.txt", text);
  std::filesystem::create_hard_link(folder.path() / "a.txt", folder.path() / "b.txt");
  for (const char* output : {"a.txt", "./a.txt", "b.txt"}) {
    const ProgramRun run = run_program(folder.path(), std::string("check a.txt -o ") + output);
    BOOST_TEST(run.status == 2, output);
    BOOST_TEST(lines_in(run.err) == 1U);
    BOOST_TEST(read_file(folder.path() / "a.txt") == text);
  }
}

BOOST_AUTO_TEST_CASE(a_report_goes_to_a_file_whole) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.txt", "The parties agree.\n");
  write_file(folder.path() / "report.json", "old");
  const ProgramRun run = run_program(folder.path(), "check a.txt --format json --fail-on never -o report.json");
  BOOST_TEST(run.status == 0, run.err);
  BOOST_TEST(run.out == "");
  BOOST_TEST(nlohmann::json::parse(read_file(folder.path() / "report.json"))["schema"] == "klausul.report/1");
  // Nothing else is left in the folder.
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
  BOOST_TEST(run_program(folder.path(), "check a.txt -o none/report.json").status == 2);
  BOOST_TEST(run_program(folder.path(), "check a.txt --fail-on never -o /dev/null").status == 0);
}

BOOST_AUTO_TEST_CASE(quiet_says_nothing_but_the_status) {
  const ProgramRun run = run_program(corpus / "sv-dpa-bad", "check -q source.txt");
  BOOST_TEST(run.status == 1);
  BOOST_TEST(run.out == "");
  BOOST_TEST(run.err == "");
}

BOOST_AUTO_TEST_CASE(only_some_entries_are_asked_for) {
  const ProgramRun run =
      run_program(corpus / "sv-dpa-bad", "check --format json --only breach,subprocessor.notice source.txt");
  const auto json = nlohmann::json::parse(run.out);
  for (const auto& finding : json["documents"][0]["findings"]) {
    const std::string id = finding["id"];
    BOOST_TEST((id.starts_with("breach.") || id == "subprocessor.notice"), id);
  }
}

BOOST_AUTO_TEST_CASE(contract_text_cannot_command_the_terminal) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.txt",
             "Data Processing Agreement\n\nWe may change\x1b[2J these terms at any time without notice.\n");
  for (const char* arguments : {"check a.txt", "check --format json a.txt", "check --color never a.txt",
                                "why change.no-notice a.txt", "check 'a\x1b[2J.txt'"}) {
    const ProgramRun run = run_program(folder.path(), arguments);
    BOOST_TEST(!has(run.out, "\x1b"), arguments);
    BOOST_TEST(!has(run.err, "\x1b"), arguments);
  }
}

BOOST_AUTO_TEST_CASE(colours_are_for_terminals_or_on_demand) {
  const auto bad = corpus / "sv-dpa-bad";
  BOOST_TEST(!has(run_program(bad, "check source.txt").out, "\x1b["));
  BOOST_TEST(has(run_program(bad, "check --color always source.txt").out, "\x1b["));
  BOOST_TEST(!has(run_program(bad, "check source.txt", "NO_COLOR=1").out, "\x1b["));
}

BOOST_AUTO_TEST_CASE(the_language_of_the_report_can_be_chosen) {
  const auto bad = corpus / "sv-dpa-bad";
  BOOST_TEST(has(run_program(bad, "check source.txt").out, "Iakttagelser"));
  BOOST_TEST(has(run_program(bad, "check --report-language en source.txt").out, "Findings"));
}

BOOST_AUTO_TEST_CASE(folders_and_archives_are_their_documents) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "mapp");
  const auto source = corpus / "sv-dpa-bad" / "source.txt";
  std::filesystem::copy_file(source, folder.path() / "mapp" / "b.txt");
  klausul::ZipFile zip;
  zip.set_entry("avtal.txt", read_file(source))
      .set_entry("tabell.xlsx", "PK\x03\x04 no table")
      .set_entry("logo.png", "x");
  write_file(folder.path() / "mapp" / "a.zip", zip.bytes());
  const ProgramRun run = run_program(folder.path(), "check --format json mapp");
  BOOST_TEST(run.status == 3);
  const auto json = nlohmann::json::parse(run.out);
  BOOST_REQUIRE(json["documents"].size() == 2U);
  BOOST_TEST(json["documents"][0]["path"] == "mapp/a.zip/avtal.txt");
  BOOST_TEST(json["documents"][1]["path"] == "mapp/b.txt");
  BOOST_TEST(json["documents"][0]["sha256"] == json["documents"][1]["sha256"]);
  BOOST_TEST(json["errors"][0]["path"] == "mapp/a.zip/tabell.xlsx");
  BOOST_TEST(json["skipped"][0]["path"] == "mapp/a.zip/logo.png");
  BOOST_TEST(run_program(folder.path(), "check --format json mapp --jobs 7").out == run.out);
  BOOST_TEST(has(run_program(folder.path(), "check --report-language sv mapp").out, "logo.png: en bild"));
  // A file of the folder is an input, and a report's path can be asked about.
  BOOST_TEST(run_program(folder.path(), "check mapp -o mapp/b.txt").status == 2);
  BOOST_TEST(run_program(folder.path(), "print text mapp/a.zip/avtal.txt").out ==
             run_program(folder.path(), "print text mapp/b.txt").out);
  BOOST_TEST(has(run_program(folder.path(), "print text mapp/a.zip").err, "klausul check"));
}

BOOST_AUTO_TEST_CASE(old_word_files_are_converted_or_say_what_to_install) {
  const TemporaryFolder folder;
  const std::string doc = read_file(std::filesystem::path(KLAUSUL_ROOT) / "tests" / "cli" / "samples" / "villkor.doc");
  write_file(folder.path() / "villkor.doc", doc);
  std::string encrypted = doc;
  char& flags = encrypted[encrypted.find("\xEC\xA5\x01\x01") + 11];
  flags = static_cast<char>(flags | 1);
  write_file(folder.path() / "hemligt.doc", encrypted);
  write_file(folder.path() / "trasigt.doc", doc.substr(0, 4000));
  const bool installed = std::filesystem::exists("/usr/bin/soffice") || std::filesystem::exists("/usr/bin/antiword");
  const auto json =
      nlohmann::json::parse(run_program(folder.path(), "check --format json hemligt.doc trasigt.doc villkor.doc").out);
  BOOST_TEST(json["errors"][0]["kind"] == "encrypted");
  BOOST_TEST(json["errors"].size() + json["documents"].size() == 3U);
  if (installed) {
    BOOST_REQUIRE(json["documents"].size() >= 1U);
    const auto& document = json["documents"].back();
    BOOST_TEST(document["path"] == "villkor.doc");
    BOOST_TEST(document["format"] == "doc");
    BOOST_TEST(has(document["coverage"]["limits"].dump(), "The file was converted with"));
  } else {
    BOOST_TEST_MESSAGE("skipped: neither LibreOffice nor antiword is here");
    BOOST_TEST(has(json["errors"].back()["message"].get<std::string>(), "Install LibreOffice"));
  }
}

BOOST_AUTO_TEST_CASE(an_encrypted_pdf_opens_with_its_password_and_findings_name_pages) {
  const TemporaryFolder folder;
  klausul::PdfFile file;
  file.text(60, 100, "Personuppgiftsbiträdesavtal", 18, true);
  file.text(60, 140,
            "Detta avtal gäller mellan Kommunen (personuppgiftsansvarig) och Bolaget (personuppgiftsbiträde).");
  file.page().text(60, 100, "Biträdet får anlita underbiträden utan att underrätta den personuppgiftsansvarige.");
  write_file(folder.path() / "avtal.pdf", file.bytes("hemligt"));
  const ProgramRun closed = run_program(folder.path(), "check avtal.pdf");
  BOOST_TEST(closed.status == 3);
  BOOST_TEST(has(closed.err, "is encrypted"));
  const ProgramRun wrong = run_program(folder.path(), "check avtal.pdf --password gissat");
  BOOST_TEST(wrong.status == 3);
  BOOST_TEST(!has(wrong.err + wrong.out, "gissat"));

  const ProgramRun open = run_program(folder.path(), "check avtal.pdf --password hemligt --format json");
  const auto json = nlohmann::json::parse(open.out);
  const auto& document = json["documents"][0];
  BOOST_TEST(document["coverage"]["pages"] == 2);
  BOOST_TEST(!has(open.out, "hemligt"));
  bool on_second_page = false;
  for (const auto& entry : document["entries"])
    for (const auto& evidence : entry["evidence"]) on_second_page = on_second_page || evidence["page"] == 2;
  BOOST_TEST(on_second_page);
  BOOST_TEST(has(run_program(folder.path(), "check avtal.pdf --password hemligt").out, "s. 2"));
  BOOST_TEST(has(run_program(folder.path(), "print text avtal.pdf --password hemligt").out, "Biträdet får anlita"));
}

BOOST_AUTO_TEST_CASE(what_an_unread_page_may_hold_is_undetermined_and_not_missing) {
  const TemporaryFolder folder;
  klausul::PdfFile file;
  file.text(60, 100, "Personuppgiftsbiträdesavtal", 18, true);
  file.text(60, 140,
            "Detta avtal gäller mellan Kommunen (personuppgiftsansvarig) och Bolaget (personuppgiftsbiträde).");
  write_file(folder.path() / "hel.pdf", file.bytes());
  file.page().picture(0, 0, 595, 842);
  write_file(folder.path() / "skannad.pdf", file.bytes());
  const auto statuses = [&](const std::string& name) {
    const ProgramRun run = run_program(folder.path(), "check --type dpa --format json " + name);
    std::map<std::string, int> counts;
    const auto json = nlohmann::json::parse(run.out);
    for (const auto& entry : json["documents"][0]["entries"]) ++counts[entry["status"]];
    return counts;
  };
  std::map<std::string, int> whole = statuses("hel.pdf");
  std::map<std::string, int> scanned = statuses("skannad.pdf");
  BOOST_TEST(whole["missing"] > 20);
  BOOST_TEST(scanned["missing"] == 0);
  BOOST_TEST(scanned["undetermined"] >= whole["missing"]);
}
