#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

ProgramRun run(const std::string& arguments) { return run_program(root, arguments); }

}  // namespace

BOOST_AUTO_TEST_CASE(version_and_help_are_not_errors) {
  BOOST_TEST(run("--version").status == 0);
  BOOST_TEST(run("--version").out.starts_with("klausul "));
  for (const char* verb : {"", "check ", "explain ", "rules ", "why ", "print ", "score "}) {
    const ProgramRun help = run(std::string(verb) + "--help");
    BOOST_TEST(help.status == 0, verb);
    BOOST_TEST(has(help.out, "Exit status"), verb);
  }
}

BOOST_AUTO_TEST_CASE(an_entry_can_be_explained) {
  const ProgramRun page = run("explain subprocessor.notice");
  BOOST_TEST(page.status == 0, page.err);
  for (const char* part : {"subprocessor.notice", "title sv", "severity", "basis", "Full form (strong)", "all: "}) {
    BOOST_TEST(has(page.out, part), part);
  }
}

BOOST_AUTO_TEST_CASE(rules_can_be_listed) {
  const ProgramRun list = run("rules");
  BOOST_TEST(list.status == 0, list.err);
  BOOST_TEST(has(list.out, "subprocessor.notice"));
  BOOST_TEST(run("rules list").out == list.out);
}

BOOST_AUTO_TEST_CASE(a_broken_rule_stops_the_program_and_is_named) {
  const TemporaryFolder folder;
  for (const char* part : {"lexicons", "clauses"}) {
    std::filesystem::copy(root / part, folder.path() / part, std::filesystem::copy_options::recursive);
  }
  write_file(folder.path() / "clauses" / "breach" / "nonsense.json", "{ \"id\": \"breach.nonsense\", \"colour\": 1 }");
  const std::string knowledge = " --knowledge '" + folder.path().string() + "'";
  for (const std::string arguments : {"check corpus/sv-dpa-bad/source.txt", "rules check", "rules test"}) {
    const ProgramRun broken = run(arguments + knowledge);
    BOOST_TEST(broken.status == 2, arguments);
    BOOST_TEST(has(broken.err, "clauses/breach/nonsense.json: "), broken.err);
    BOOST_TEST(broken.out == "");
  }
}

BOOST_AUTO_TEST_CASE(the_environment_names_the_knowledge) {
  const ProgramRun none = run_program(root, "rules", "KLAUSUL_KNOWLEDGE=/nonexistent");
  BOOST_TEST(none.status == 2);
  BOOST_TEST(has(none.err, "/nonexistent"));
}

BOOST_AUTO_TEST_CASE(why_shows_what_came_near) {
  const ProgramRun why = run("why subprocessor.notice corpus/sv-dpa-bad/source.txt");
  BOOST_TEST(why.status == 0, why.err);
  BOOST_TEST(has(why.out, "subprocessor.notice: "));
  BOOST_TEST(run("why subprocessor.notice none.txt").status == 3);
}

BOOST_AUTO_TEST_CASE(every_stage_can_be_printed) {
  for (const char* view : {"text", "blocks", "tokens", "annotations", "sentences"}) {
    const ProgramRun printed = run(std::string("print ") + view + " corpus/sv-dpa-bad/source.txt");
    BOOST_TEST(printed.status == 0, view << ": " << printed.err);
    BOOST_TEST(!printed.out.empty(), view);
  }
}

BOOST_AUTO_TEST_CASE(offsets_of_the_report_are_those_of_the_printed_text) {
  const std::string text = run("print text corpus/en-dpa-bad/source.docx").out;
  const auto json = nlohmann::json::parse(run("check --format json corpus/en-dpa-bad/source.docx").out);
  std::size_t quotes = 0;
  for (const auto& entry : json["documents"][0]["entries"]) {
    for (const auto& evidence : entry["evidence"]) {
      const std::size_t begin = evidence["begin"];
      const std::size_t end = evidence["end"];
      BOOST_TEST(text.substr(begin, end - begin) == evidence["quote"].get<std::string>());
      ++quotes;
    }
  }
  BOOST_TEST(quotes > 0U);
}

BOOST_AUTO_TEST_CASE(figures_against_labels) {
  const ProgramRun score = run("score corpus --format json");
  BOOST_TEST(score.status == 0, score.err);
  const auto json = nlohmann::json::parse(score.out);
  BOOST_TEST(json["schema"] == "klausul.score/1");
  BOOST_TEST(!json["tables"]["Totals"].empty());
  BOOST_TEST(run("score corpus --list --only breach --format markdown").status == 0);
  BOOST_TEST(run("score /nonexistent").status == 3);
  BOOST_TEST(run("score").status == 2);
}
