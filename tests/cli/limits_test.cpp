// What a file may cost, and what the others get when it costs too much.
#include <seccomp.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "isolate/worker_limits.h"

namespace {

const std::filesystem::path corpus = std::filesystem::path(KLAUSUL_ROOT) / "corpus";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

/// Three files, of which the middle one is larger than the limits of these tests allow.
class ThreeFiles {
 public:
  explicit ThreeFiles(std::size_t bytes) {
    for (const char* name : {"a.txt", "z.txt"})
      std::filesystem::copy_file(corpus / "sv-dpa-bad" / "source.txt", folder_.path() / name);
    write_file(folder_.path() / "large.txt",
               repeat("The vendor may not engage a sub-processor without notice to the customer. \n\n", bytes));
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

void expect_one_error(const ProgramRun& run, const std::string& kind, const std::string& words) {
  BOOST_TEST(run.status == 3);
  BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
  BOOST_TEST(has(run.err, "klausul: large.txt: " + words), run.err);
  const auto json = nlohmann::json::parse(run.out);
  BOOST_TEST(json["documents"].size() == 2U);
  BOOST_REQUIRE(json["errors"].size() == 1U);
  BOOST_TEST(json["errors"][0]["kind"] == kind);
  BOOST_TEST(json["errors"][0]["path"] == "large.txt");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_that_takes_too_long_is_stopped) {
  const ThreeFiles files(40'000'000);
  expect_one_error(run_program(files.path(), "check --format json --timeout 1 a.txt large.txt z.txt"), "stopped",
                   "was stopped after ");
}

BOOST_AUTO_TEST_CASE(a_file_that_needs_too_much_memory_is_stopped) {
  if (!klausul::limits_memory) {
    std::cout << "skipped: no limit on memory with AddressSanitizer\n";
    return;
  }
  const ThreeFiles files(30'000'000);
  for (const char* jobs : {"1", "3"})
    expect_one_error(
        run_program(files.path(), std::string("check --format json --memory 32 a.txt large.txt z.txt --jobs ") + jobs),
        "too-large", "needed more than 32 MB of memory. Split it, or allow more with --memory.");
  const ProgramRun print = run_program(files.path(), "print tokens --memory 32 large.txt");
  BOOST_TEST(print.status == 3);
  BOOST_TEST(print.out == "");
  BOOST_TEST(has(print.err, "large.txt: needed more than 32 MB"), print.err);
}

BOOST_AUTO_TEST_CASE(reviews_do_not_depend_on_the_jobs) {
  std::string all;
  for (const auto& folder : std::filesystem::directory_iterator(corpus)) {
    if (!folder.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder.path()))
      if (file.path().stem() == "source") all += " " + std::filesystem::relative(file.path(), corpus).string();
  }
  const ProgramRun one = run_program(corpus, "check --format json --jobs 1" + all);
  BOOST_TEST(one.out.size() > 100'000U);
  BOOST_TEST((run_program(corpus, "check --format json --jobs 5" + all).out == one.out));
}

BOOST_AUTO_TEST_CASE(limits_hold_where_the_kernel_refuses_the_filter) {
  const ThreeFiles files(40'000'000);
  // A shell whose children may not filter their system calls: some containers are like that.
  const std::string script = files.path() / "script";
  write_file(script, std::string("cd '") + files.path().string() + "' && exec '" + KLAUSUL_PROGRAM +
                         "' check --format json --timeout 1 --jobs 3 a.txt large.txt z.txt >out 2>err");
  const pid_t child = ::fork();
  if (child == 0) {
    const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
    ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0);
    ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, 22));
    if (::seccomp_load(filter) != 0) ::_exit(99);
    ::execl("/bin/sh", "sh", script.c_str(), nullptr);
    ::_exit(98);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 99) {
    std::cout << "skipped: the kernel refuses every filter\n";
    return;
  }
  ProgramRun run{WEXITSTATUS(status), read_file(files.path() / "out"), read_file(files.path() / "err")};
  const std::size_t end = run.err.find('\n') + 1;
  BOOST_TEST(has(run.err.substr(0, end), "The kernel refuses the filter on system calls"), run.err);
  run.err.erase(0, end);
  expect_one_error(run, "stopped", "");
}
