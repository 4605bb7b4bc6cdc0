// What one call of the program costs: the time for a file of one page, from fork to exit (median; "start_cpu_ms"
// without the time that other programs took), the peak memory for a text of 10 MB, and what all formats at once cost
// for a contract full of findings, against JSON alone (processor time, medians).
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sample_text.h"

namespace {

struct Cost {
  double milliseconds = 0;      ///< from fork to exit
  double cpu_milliseconds = 0;  ///< of the processor, user and system
  double megabytes = 0;         ///< peak of the resident set
};

double milliseconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Reviews `file` into `output` in `formats`.
Cost run_program(const std::string& file, const std::string& formats = "json",
                 const std::string& output = "/dev/null") {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execl(KLAUSUL_PROGRAM, "klausul", "check", "--format", formats.c_str(), "-o", output.c_str(), "--fail-on", "never",
          "--type", "dpa", "--jobs", "1", file.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "The program failed on %s.\n", file.c_str());
    std::exit(EXIT_FAILURE);
  }
  return {taken.count(), milliseconds_of(usage.ru_utime) + milliseconds_of(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

std::string write_sample(const std::filesystem::path& folder, std::size_t bytes) {
  const std::string path = (folder / (std::to_string(bytes) + ".txt")).string();
  std::ofstream(path, std::ios::binary) << klausul::sample_text(std::string(KLAUSUL_KNOWLEDGE) + "/corpus", bytes);
  return path;
}

}  // namespace

int main() {
  std::string name = (std::filesystem::temp_directory_path() / "klausul-bench-XXXXXX").string();
  const std::filesystem::path folder = mkdtemp(name.data());
  constexpr std::size_t one_page = 3'000;
  constexpr std::size_t ten_megabytes = 10'000'000;

  const std::string page = write_sample(folder, one_page);
  const std::string contract = std::string(KLAUSUL_KNOWLEDGE) + "/corpus/en-dpa-bad/source.docx";
  std::vector<double> times, cpu_times, json_times, all_times;
  for (int run = 0; run < 21; ++run) {
    const Cost cost = run_program(page);
    times.push_back(cost.milliseconds);
    cpu_times.push_back(cost.cpu_milliseconds);
    json_times.push_back(run_program(contract).cpu_milliseconds);
    all_times.push_back(run_program(contract, "all", folder.string()).cpu_milliseconds);
  }
  std::printf("start_ms %.1f\n", median(times));
  std::printf("start_cpu_ms %.1f\n", median(cpu_times));
  std::printf("all_formats %.2f\n", median(all_times) / median(json_times));
  std::printf("peak_mb %.0f\n", run_program(write_sample(folder, ten_megabytes)).megabytes);
  std::filesystem::remove_all(folder);
  return EXIT_SUCCESS;
}
