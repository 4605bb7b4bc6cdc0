// Every seed of every fuzz target, and mutations of it that are the same on every machine. A crash shows as the end of
// the test program; its last lines name the target, the seed and the mutation.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "isolate/worker_limits.h"
#include "support/fuzz_targets.h"
#include "support/mutation.h"

using namespace klausul::test;

namespace {

namespace fs = std::filesystem;

/// Two thousand; with sanitizers, which take ten times as long, fewer. KLAUSUL_MUTATIONS says otherwise.
unsigned mutations() {
  if (const char* said = std::getenv("KLAUSUL_MUTATIONS")) return static_cast<unsigned>(std::atoi(said));
  return klausul::limits_memory ? 2000 : 100;
}

struct Seed {
  std::string name;
  std::string bytes;
};

std::vector<Seed> seeds_of(std::string_view target) {
  std::vector<Seed> seeds;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(fs::path(KLAUSUL_ROOT) / "tests/fuzz/seeds" / target, error)) {
    std::ifstream stream(file.path(), std::ios::binary);
    seeds.push_back({file.path().filename().string(), {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::sort(seeds.begin(), seeds.end(), [](const Seed& one, const Seed& other) { return one.name < other.name; });
  return seeds;
}

}  // namespace

BOOST_AUTO_TEST_CASE(seeds_and_mutations_crash_nothing) {
  for (const FuzzTarget& target : fuzz_targets()) {
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Seed> seeds = seeds_of(target.name);
    BOOST_TEST(!seeds.empty(), "no seeds for " << target.name);
    for (const Seed& seed : seeds) {
      target.run(seed.bytes);
      std::mt19937 random(20240517);
      for (unsigned number = 0; number < mutations(); ++number) {
        const std::string mutated = mutate(seed.bytes, random);
        BOOST_TEST_CONTEXT(target.name << " " << seed.name << ", mutation " << number) { target.run(mutated); }
      }
    }
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    BOOST_TEST_MESSAGE(target.name << ": " << seeds.size() << " seeds in " << time.count() << " s");
  }
}
