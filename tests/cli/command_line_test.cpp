// Help, completions and the manual page say the same, in both languages.
#include <re2/re2.h>

#include <boost/test/unit_test.hpp>
#include <set>
#include <sstream>

#include "cli/run_program.h"

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;

std::string output(const std::string& arguments, const std::string& before = "LC_ALL=C.UTF-8") {
  const ProgramRun run = run_program(root, arguments, before);
  BOOST_REQUIRE_MESSAGE(run.status == 0, arguments << ": " << run.err);
  return run.out;
}

std::set<std::string> all_matches(const std::string& text, const RE2& expression) {
  std::set<std::string> found;
  re2::StringPiece rest = text;
  std::string match;
  while (RE2::FindAndConsume(&rest, expression, &match)) found.insert(match);
  return found;
}

/// The verbs with their own: "check", "rules", "rules test" ...
std::set<std::string> verbs() {
  static const RE2 verb(R"((?m)^  ([a-z]+)  +)");
  static const RE2 section(R"((?s)Subcommands:\n(.*)\n\n)");
  std::set<std::string> found;
  for (const std::string& name : all_matches(output("--help"), verb)) {
    found.insert(name);
    std::string children;
    if (!RE2::PartialMatch(output(name + " --help") + "\n\n", section, &children)) continue;
    for (const std::string& child : all_matches(children, verb)) found.insert(name + " " + child);
  }
  return found;
}

std::set<std::string> options_of(const std::string& verb) {
  static const RE2 option(R"((?m)^  (?:-[a-z],)?--([a-z0-9-]+))");
  return all_matches(output(verb + " --help"), option);
}

bool has_program(const char* name) {
  return std::system(("command -v " + std::string(name) + " >/dev/null 2>&1").c_str()) == 0;
}

/// What bash would offer for the last of `words`.
std::string offered_by_bash(const std::string& words) {
  const TemporaryFolder folder;
  write_file(folder.path() / "completion", output("completions bash"));
  write_file(folder.path() / "ask", "source completion\nCOMP_WORDS=(" + words +
                                        ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_klausul\n"
                                        "printf '%s ' \"${COMPREPLY[@]}\" > answer\n");
  const std::string command = "cd '" + folder.path().string() + "' && bash ask";
  BOOST_REQUIRE(std::system(command.c_str()) == 0);
  return read_file(folder.path() / "answer");
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_verb_and_option_is_in_the_completions_and_the_manual) {
  const std::string bash = output("completions bash");
  const std::string zsh = output("completions zsh");
  const std::string fish = output("completions fish");
  const std::string manual = output("manual");
  const std::set<std::string> all = verbs();
  BOOST_REQUIRE(all.contains("check"));
  BOOST_REQUIRE(all.contains("rules test"));
  for (const std::string& verb : all) {
    BOOST_TEST(bash.find("    '" + verb + "')") != std::string::npos, verb);
    BOOST_TEST(manual.find("\\fBklausul " + verb) != std::string::npos, verb);
    for (const std::string& option : options_of(verb)) {
      BOOST_TEST(bash.find("--" + option) != std::string::npos, verb << " " << option);
      BOOST_TEST(zsh.find("--" + option) != std::string::npos, verb << " " << option);
      BOOST_TEST(fish.find("'__klausul_at " + verb + "'") != std::string::npos, verb);
      BOOST_TEST(fish.find(" -l " + option + " ") != std::string::npos, verb << " " << option);
      const std::string dashes = "\\-\\-" + option.substr(0, option.find('-'));
      BOOST_TEST((option == "help" || manual.find(dashes) != std::string::npos), verb << " " << option);
    }
  }
}

BOOST_AUTO_TEST_CASE(bash_offers_what_fits) {
  BOOST_TEST(offered_by_bash("klausul ch") == "check ");
  BOOST_TEST(offered_by_bash("klausul check --format s") == "sarif ");
  BOOST_TEST(offered_by_bash("klausul check --format = s") == "sarif ");
  BOOST_TEST(offered_by_bash("klausul check a.docx --no-a") == "--no-accepted ");
  BOOST_TEST(offered_by_bash("klausul rules te") == "test ");
  BOOST_TEST(offered_by_bash("klausul check rules -o x") == " ");  // files, which the shell offers itself
  BOOST_TEST(offered_by_bash("klausul completions f") == "fish ");
}

BOOST_AUTO_TEST_CASE(the_shells_read_their_completions) {
  const TemporaryFolder folder;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    if (!has_program(shell)) {
      BOOST_TEST_MESSAGE("skipped: " << shell << " is not installed");
      continue;
    }
    for (const char* locale : {"LC_ALL=C.UTF-8", "LC_ALL=sv_SE.UTF-8"}) {
      const auto file = folder.path() / shell;
      write_file(file, output(std::string("completions ") + shell, locale));
      const std::string command = std::string(shell) + " -n '" + file.string() + "'";
      BOOST_TEST(std::system(command.c_str()) == 0, command << " " << locale);
    }
  }
}

BOOST_AUTO_TEST_CASE(fish_offers_what_fits) {
  if (!has_program("fish")) {
    BOOST_TEST_MESSAGE("skipped: fish is not installed");
    return;
  }
  const TemporaryFolder folder;
  write_file(folder.path() / "c.fish", output("completions fish"));
  const std::string command = "cd '" + folder.path().string() +
                              "' && fish -c 'source c.fish; complete -C \"klausul check --format sa\"; "
                              "complete -C \"klausul rules t\"; complete -C \"klausul check --no-\"' > answer";
  BOOST_REQUIRE(std::system(command.c_str()) == 0);
  const std::string answer = read_file(folder.path() / "answer");
  BOOST_TEST(answer.find("sarif") != std::string::npos, answer);
  BOOST_TEST(answer.find("test") != std::string::npos, answer);
  BOOST_TEST(answer.find("--no-accepted") != std::string::npos, answer);
}

BOOST_AUTO_TEST_CASE(man_reads_the_manual_without_warnings) {
  if (!has_program("man")) {
    BOOST_TEST_MESSAGE("skipped: man is not installed");
    return;
  }
  const TemporaryFolder folder;
  for (const char* locale : {"LC_ALL=C.UTF-8", "LC_ALL=sv_SE.UTF-8"}) {
    write_file(folder.path() / "klausul.1", output("manual", locale));
    const std::string command =
        "cd '" + folder.path().string() + "' && LC_ALL=C.UTF-8 man --warnings -l klausul.1 > page 2> warnings";
    BOOST_TEST(std::system(command.c_str()) == 0);
    BOOST_TEST(read_file(folder.path() / "warnings") == "");
    BOOST_TEST(read_file(folder.path() / "page").find("subprocessor.notice") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(everything_that_help_says_is_there_in_swedish) {
  static const RE2 about(R"((?m) -d (\'.*)$)");
  const std::set<std::string> english = all_matches(output("completions fish"), about);
  const std::set<std::string> swedish = all_matches(output("completions fish", "LC_ALL=sv_SE.UTF-8"), about);
  BOOST_TEST(english.size() > 20U);
  for (const std::string& sentence : english)
    BOOST_TEST(!swedish.contains(sentence), sentence << ": add it to analyzer/cli/swedish_help.cpp");
  const std::string help = output("check --help", "LANG=sv_SE.UTF-8");
  for (const char* word : {"Granska handlingar", "Användning:", "Flaggor:", "Argument:", "Slutstatus:"})
    BOOST_TEST(help.find(word) != std::string::npos, word);
  for (const char* word : {"Usage", "Options", "Positionals", "REQUIRED", "Exit status", "Subcommands"})
    BOOST_TEST(help.find(word) == std::string::npos, word);
}

BOOST_AUTO_TEST_CASE(messages_are_in_the_language_of_the_report_or_the_locale) {
  const auto first_line = [](const std::string& arguments, const std::string& before) {
    return run_program(root, arguments, before).err;
  };
  const std::string file = "check none.txt";
  BOOST_TEST(first_line(file, "LC_ALL=C.UTF-8") == "klausul: none.txt: does not exist. Check the path.\n");
  BOOST_TEST(first_line(file, "LC_ALL= LC_MESSAGES= LANG=sv_SE.UTF-8") ==
             "klausul: none.txt: finns inte. Kontrollera sökvägen.\n");
  BOOST_TEST(first_line(file, "LC_ALL= LC_MESSAGES=en_GB.UTF-8 LANG=sv_SE.UTF-8") ==
             "klausul: none.txt: does not exist. Check the path.\n");
  BOOST_TEST(first_line(file + " --report-language sv", "LC_ALL=C.UTF-8") ==
             "klausul: none.txt: finns inte. Kontrollera sökvägen.\n");
  BOOST_TEST(first_line(file + " --report-language=en", "LC_ALL=sv_SE.UTF-8") ==
             "klausul: none.txt: does not exist. Check the path.\n");
}

/// What the library that parses the command line says, in Swedish.
BOOST_AUTO_TEST_CASE(wrong_use_is_told_in_swedish) {
  for (const char* arguments :
       {"", "check", "chek x", "check x --format pptx", "check x --type lease", "check x --jobs 0", "check x --jobs y",
        "check x --only", "accept a b --reason x --until 2027-02-30", "check - -", "print words x", "score",
        "explain no.such-entry", "check x --knowledge /nonexistent", "check x --accepted none.json",
        "check x --format json,text"}) {
    const ProgramRun run = run_program(root, arguments, "</dev/null LC_ALL=sv_SE.UTF-8");
    const ProgramRun english = run_program(root, arguments, "</dev/null LC_ALL=C.UTF-8");
    BOOST_TEST(run.status == 2, arguments);
    BOOST_TEST(run.err != english.err, arguments << ": " << run.err);
    static const RE2 english_word(R"(\b(is|was|not|required|the|The|of|and|to)\b)");
    BOOST_TEST(!RE2::PartialMatch(run.err, english_word), arguments << ": " << run.err);
  }
}
