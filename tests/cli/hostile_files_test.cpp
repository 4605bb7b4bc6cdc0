// Files made to hang, fill or fool the program, through the whole of it. What readers refuse by themselves is tested in
// read/bad_input_test.cpp.
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/run_program.h"
#include "isolate/worker_limits.h"
#include "text/unicode.h"

namespace {

const std::string contract =
    "DATA PROCESSING AGREEMENT\n\nThe processor may engage sub-processors without notice to the customer.\n";

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Texts that make careless code take the square of their length.
std::vector<std::pair<std::string, std::string>> slow_texts(std::size_t bytes) {
  std::string numbers;
  for (int depth = 1; numbers.size() < bytes; depth = depth % 300 + 1) {
    for (int step = 0; step < depth; ++step) numbers += "1.";
    numbers += " text\n\n";
  }
  std::string terms;
  for (int number = 0; terms.size() < bytes; ++number)
    terms += "\"Term" + std::to_string(number) + "\" means the customer.\n\n";
  std::string parties;
  for (int number = 0; parties.size() < bytes; ++number)
    parties += "Foo" + std::to_string(number) + " AB (the \"Vendor" + std::to_string(number) + "\") shall. ";
  std::vector<std::pair<std::string, std::string>> texts{
      {"numbers.txt", numbers}, {"terms.txt", terms}, {"parties.txt", parties}};
  for (const char* piece : {"(",
                            ")",
                            "\"",
                            "[",
                            "a ",
                            ". ",
                            "1 ",
                            "shall ",
                            "ska\n\n",
                            "not ",
                            "inte ",
                            "SHALL NOT ",
                            "30 days ",
                            "a-\n",
                            "P e r s o n  ",
                            "(a) the vendor shall (b) may ",
                            "The vendor shall:\n\n- notify:\n\n",
                            "Annex 1\n\nsee Annex 9. ",
                            "the vendor shall notify the customer within 30 days and ",
                            "GDPR Art. 28(2) ",
                            "[insert name] ",
                            "____ ",
                            "1. Heading ........ 3\n",
                            "Om inte Kunden inom trettio (30) dagar ",
                            "https://a.example/c ",
                            "\u0300a",
                            "Acme AB, nedan kallad \"Leverantören\", ",
                            "we may ",
                            "\f",
                            "| a | b |\n"})
    texts.emplace_back("t" + std::to_string(texts.size()) + ".txt", repeat(piece, bytes));
  for (const char* piece : {"# Heading\n\n", "> ", "- a\n  ", "| a | b |\n", "[a](b) ", "*a_ "})
    texts.emplace_back("t" + std::to_string(texts.size()) + ".md", repeat(piece, bytes));
  texts.emplace_back("table.md", "| a | b |\n|---|---|\n" + repeat("| shall | not |\n", bytes));
  texts.emplace_back("table.html", "<html><table>" + repeat("<tr><td>shall<td>not</tr>", bytes));
  texts.emplace_back("nested.html", "<html>" + repeat("<div><p>shall", bytes));
  texts.emplace_back("rtf.rtf", "{\\rtf1 " + repeat("{\\b a", bytes));
  texts.emplace_back("line.txt", repeat("The vendor shall notify the customer. ", bytes));
  return texts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_time_grows_with_the_length) {
  const TemporaryFolder folder;
  // With sanitizers everything takes ten times as long.
  const std::size_t bytes = klausul::limits_memory ? 500'000 : 50'000;
  std::string names;
  for (const auto& [name, text] : slow_texts(bytes)) {
    write_file(folder.path() / name, text);
    names += " " + name;
  }
  // A second each, and the kernel gives one more: the square of these lengths takes minutes.
  const ProgramRun run =
      run_program(folder.path(), "check --format json --fail-on never --timeout 3 --type dpa" + names);
  BOOST_TEST(!nlohmann::json::parse(run.out)["documents"].empty());
  BOOST_TEST(run.err.find("was stopped") == std::string::npos, run.err);
  BOOST_TEST(run.err.find("crashed") == std::string::npos, run.err);
}

BOOST_AUTO_TEST_CASE(odd_names_are_names) {
  const TemporaryFolder folder;
  for (const std::string name : {"a\nb.txt", "\xFF\xFE.txt", "-x.txt", "--help", "\x1B[31mred.txt", "räksmörgås.txt",
                                 "%s%n.txt", "$(touch x).txt", "a'b\"c.txt"})
    write_file(folder.path() / name, contract);
  write_file(folder.path() / (std::string(251, 'x') + ".txt"), contract);
  const ProgramRun all = run_program(folder.path(), "check --format json .");
  const auto json = nlohmann::json::parse(all.out);
  BOOST_TEST(json["documents"].size() == 10U);
  BOOST_TEST(all.err == "");
  const ProgramRun text = run_program(folder.path(), "check .");
  BOOST_TEST(text.out.find('\x1B') == std::string::npos);
  BOOST_TEST(klausul::find_ill_formed_utf8(text.out) == text.out.size());
  BOOST_TEST(run_program(folder.path(), "check -q --fail-on never -- -x.txt --help").status == 0);
  // One line for each file that is not there, whatever it is called.
  const ProgramRun none =
      run_program(folder.path(), "check -q 'no\nfile\x1b[31m.txt' \"$(printf '%5000s' x)\" a/b/c", "");
  BOOST_TEST(none.status == 3);
  BOOST_TEST(lines_in(none.err) == 3U, none.err);
  BOOST_TEST(none.err.find('\x1B') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_file_costs_one_line) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.txt", contract);
  BOOST_REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_symlink("a.txt", folder.path() / "link.txt");
  std::filesystem::create_symlink("loop", folder.path() / "loop");
  std::filesystem::create_symlink(".", folder.path() / "self");
  const ProgramRun run =
      run_program(folder.path(), "check --format json pipe link.txt loop /dev/zero /dev/tty /proc/self/mem");
  const auto json = nlohmann::json::parse(run.out);
  BOOST_TEST(run.status == 3);
  BOOST_TEST(json["documents"].size() == 1U);
  BOOST_TEST(json["errors"].size() == 5U);
  BOOST_TEST(lines_in(run.err) == 5U, run.err);
  // A link named is followed, links met in a folder are not: no folder within itself.
  BOOST_TEST(nlohmann::json::parse(run_program(folder.path(), "check --format json .").out)["documents"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(large_files_are_refused_soon) {
  const TemporaryFolder folder;
  for (const auto& [name, megabytes] : {std::pair{"large.txt", 600}, std::pair{"zeros.txt", 300}}) {
    write_file(folder.path() / name, contract);
    std::filesystem::resize_file(folder.path() / name, static_cast<std::uintmax_t>(megabytes) << 20U);
  }
  write_file(folder.path() / "a.txt", contract);
  const ProgramRun run = run_program(folder.path(), "check --format json --memory 1024 large.txt zeros.txt a.txt");
  const auto json = nlohmann::json::parse(run.out);
  BOOST_TEST(json["documents"].size() == 1U);
  BOOST_TEST(json["errors"].size() == 2U);
  BOOST_TEST(json["errors"][0]["kind"] == "too-large");
  BOOST_TEST(lines_in(run.err) == 2U, run.err);
}

/// Whoever writes the file while it is read gives one record, of what was there or of what was wrong with it.
BOOST_AUTO_TEST_CASE(files_that_change_while_they_are_read) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.txt";
  const std::string text = repeat(contract, 200'000);
  write_file(path, text);
  {
    const std::jthread writer([&](const std::stop_token& stop) {
      for (std::uintmax_t round = 0; !stop.stop_requested(); ++round) {
        std::error_code error;
        std::filesystem::resize_file(path, round * 7919 % text.size(), error);
        if (round % 3 == 0) write_file(path, text);
        if (round % 50 == 0) std::filesystem::remove(path, error);
      }
    });
    for (int round = 0; round < 10; ++round) {
      const ProgramRun run = run_program(folder.path(), "check --format json --fail-on never a.txt");
      const auto json = nlohmann::json::parse(run.out);
      BOOST_TEST(json["documents"].size() + json["errors"].size() == 1U);
      BOOST_TEST((run.status == 0 || run.status == 3), run.err);
    }
  }
}
