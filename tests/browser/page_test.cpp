// The web page in a real browser: Chromium and the npm package playwright-core (found by node, e.g. through NODE_PATH).
// Skipped, and said so, where they are not installed.
#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "cli/run_program.h"

namespace {

const std::filesystem::path root = KLAUSUL_ROOT;

/// What a vendor who knows that klausul reads the contract might write.
constexpr const char* hostile_terms =
    "Data Processing Agreement\n\n1. <script>window.hostile = 1</script> The Processor may change these terms at any "
    "time without notice. <img src=x onerror=\"window.hostile = 2\">\n\n2. \"><iframe "
    "src=javascript:alert(1)></iframe> "
    "The Processor may engage sub-processors at its sole discretion. </section></main></body>\n\n3. "
    "&lt;script&gt; <link rel=stylesheet href=https://example.test/x.css> <a href=\"javascript:alert(2)\">more</a>\n";

}  // namespace

BOOST_AUTO_TEST_CASE(a_reader_can_use_the_page_in_a_browser) {
  const TemporaryFolder folder;
  const std::string source = (root / "corpus" / "sv-dpa-bad" / "source.txt").string();
  write_file(folder.path() / "hostile.txt", hostile_terms);
  const std::string check = "check --fail-on never --format html,json -o reviews ";
  BOOST_REQUIRE(run_program(folder.path(), check + source).status == 0);
  BOOST_REQUIRE(run_program(folder.path(), check + "hostile.txt").status == 0);
  const std::string log = (folder.path() / "log").string();
  const std::string command = "cd '" + (folder.path() / "reviews").string() +
                              "' && { command -v node >/dev/null || exit 77; } && node '" +
                              (root / "tests/browser/check_page.cjs").string() +
                              "' source.review.html source.review.json hostile.review.html >'" + log + "' 2>&1";
  const int status = std::system(("sh -c \"" + command + "\"").c_str());
  constexpr int not_there = 77;
  if (WEXITSTATUS(status) == not_there) {
    BOOST_TEST_MESSAGE("skipped: " + read_file(log));
    std::printf("The page is not tried in a browser: %s\n", read_file(log).c_str());
    return;
  }
  BOOST_TEST(WEXITSTATUS(status) == 0, read_file(log));
}
