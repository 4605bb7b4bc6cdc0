// Damaged files of all formats through the real program: it never ends before its time, has one record for each file,
// and stays within the memory that a file may take. KLAUSUL_MUTATED_FILES says how many (normally 500; tools/fuzz
// --files).
#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "cli/run_program.h"
#include "isolate/worker_limits.h"
#include "support/docx_file.h"
#include "support/mutation.h"

namespace {

struct Sample {
  std::string extension;
  std::string bytes;
};

/// The seeds of the readers. What a Word file holds is mutated too, and packed then.
std::vector<Sample> samples() {
  std::vector<Sample> samples;
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(KLAUSUL_ROOT) / "tests/fuzz/seeds"))
    if (file.path().parent_path().filename().string().starts_with("read_"))
      samples.push_back({file.path().extension().string(), read_file(file.path())});
  std::sort(samples.begin(), samples.end(), [](const Sample& one, const Sample& other) {
    return std::tie(one.extension, one.bytes) < std::tie(other.extension, other.bytes);
  });
  return samples;
}

std::string mutated(const Sample& sample, std::mt19937& random) {
  const std::string bytes = klausul::test::mutate(sample.bytes, random);
  return sample.extension == ".xml" ? klausul::DocxFile(bytes).bytes() : bytes;
}

/// The most memory that a process of a finished call has had, in MB.
long peak_of_children() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

struct Tally {
  std::size_t files = 0;
  std::size_t documents = 0;
  std::map<std::string, std::size_t> errors;  ///< by kind
};

void review(const std::filesystem::path& folder, const std::set<std::string>& names, Tally& tally) {
  std::string files;
  for (const std::string& name : names) files += " " + name;
  const ProgramRun run = run_program(folder, "check --format json --fail-on never --timeout 20 --memory 512" + files);
  BOOST_TEST((run.status == 0 || run.status == 3), run.status << ": " << run.err);
  const auto json = nlohmann::json::parse(run.out, nullptr, false);
  BOOST_REQUIRE(!json.is_discarded());
  std::set<std::string> missing = names;
  const auto note = [&](const std::string& path) { missing.erase(path.substr(0, path.find('/'))); };
  for (const auto& document : json["documents"]) note(document["path"]);
  for (const auto& error : json["errors"]) {
    note(error["path"]);
    const std::string kind = error["kind"];
    ++tally.errors[kind];
    // None of these may be of our making.
    BOOST_TEST(kind != "internal", error["message"]);
    BOOST_TEST(kind != "crashed", error["message"]);
    BOOST_TEST(kind != "stopped", error["message"]);
  }
  if (json.contains("skipped"))
    for (const auto& skipped : json["skipped"]) note(skipped["path"]);
  BOOST_TEST(missing.empty(), missing.size()
                                  << " files have no record, such as " << (missing.empty() ? "" : *missing.begin()));
  tally.files += names.size();
  tally.documents += json["documents"].size();
}

}  // namespace

BOOST_AUTO_TEST_CASE(mutated_files) {
  const char* const said = std::getenv("KLAUSUL_MUTATED_FILES");
  const std::size_t wanted = said != nullptr ? static_cast<std::size_t>(std::atoi(said)) : 500;
  const std::vector<Sample> all = samples();
  std::mt19937 random(20261124);
  Tally tally;
  for (std::size_t made = 0; made < wanted;) {
    const TemporaryFolder folder;
    std::set<std::string> names;
    for (std::size_t count = 0; count < 250 && made < wanted; ++count, ++made) {
      const Sample& sample = all[made % all.size()];
      const std::string name = "f" + std::to_string(made) + (sample.extension == ".xml" ? ".docx" : sample.extension);
      write_file(folder.path() / name, mutated(sample, random));
      names.insert(name);
    }
    review(folder.path(), names, tally);
  }
  BOOST_TEST(tally.files == wanted);
  BOOST_TEST(tally.documents > wanted / 4);
  // 512 MB a file and what the program itself takes; address space and not memory is limited with sanitizers off only.
  const long peak = peak_of_children();
  if (klausul::limits_memory) BOOST_TEST(peak < 512 + 200);
  std::string errors;
  for (const auto& [kind, count] : tally.errors) errors += " " + std::to_string(count) + " " + kind;
  BOOST_TEST_MESSAGE(tally.files << " files: " << tally.documents << " documents; errors:" << errors
                                 << "; peak memory of a process " << peak << " MB");
}
