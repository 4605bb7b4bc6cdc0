// What the review of a PDF costs beside pdftotext (poppler-utils) on the same file, over the files of ten pages or more
// below the folder given: whole reviews with the rules loaded once, as in a call with many files, and whole calls of
// the program with one file each.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "annotate/document.h"
#include "assess/assess.h"
#include "read/reader.h"
#include "rules/knowledge.h"

namespace {

using namespace klausul;

constexpr std::uint32_t kFewestPages = 10;
constexpr int kRuns = 7;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double milliseconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void run_program(std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "%s failed. Is it installed?\n", command[0].c_str());
    std::exit(EXIT_FAILURE);
  }
}

/// Reads, analyses and assesses the file; gives its pages.
std::uint32_t review(const std::string& path, const Knowledge& knowledge) {
  Result<std::string> bytes = read_bytes(path, {});
  if (!bytes) return 0;
  Result<SourceText> source = read_document(*std::move(bytes), path);
  if (!source) return 0;
  const Document document = prepare_document(*std::move(source), knowledge.lexicon);
  return assess(document, knowledge, AssessOptions{}, path, "").coverage.pages;
}

std::vector<std::string> pdf_files_below(const char* folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& item : std::filesystem::recursive_directory_iterator(folder, error))
    if (item.path().extension() == ".pdf") files.push_back(item.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "Usage: pdf_bench FOLDER\n");
    return EXIT_FAILURE;
  }
  const LoadedKnowledge loaded = load_knowledge(KLAUSUL_KNOWLEDGE);
  if (loaded.knowledge == nullptr) return EXIT_FAILURE;
  const Knowledge& knowledge = *loaded.knowledge;
  std::vector<double> review_ratios;
  std::vector<double> call_ratios;
  for (const std::string& path : pdf_files_below(arguments[1])) {
    if (review(path, knowledge) < kFewestPages) continue;
    std::vector<double> reviews;
    std::vector<double> calls;
    std::vector<double> texts;
    for (int run = 0; run < kRuns; ++run) {  // by turns, so that what else the machine does meets all three
      texts.push_back(milliseconds_of([&] { run_program({"pdftotext", path, "-"}); }));
      reviews.push_back(milliseconds_of([&] { review(path, knowledge); }));
      calls.push_back(milliseconds_of([&] { run_program({KLAUSUL_PROGRAM, "check", "--fail-on", "never", path}); }));
    }
    review_ratios.push_back(median(reviews) / median(texts));
    call_ratios.push_back(median(calls) / median(texts));
    std::fprintf(stderr, "%-60s %6.1f ms, pdftotext %6.1f ms\n", path.c_str(), median(reviews), median(texts));
  }
  if (review_ratios.empty()) return EXIT_SUCCESS;
  std::printf("pdf_files %zu\npdf_review %.2f\npdf_call %.2f\n", review_ratios.size(), median(review_ratios),
              median(call_ratios));
  return EXIT_SUCCESS;
}
