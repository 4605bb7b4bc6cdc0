// How fast a plain text is reviewed (reading, structure, words, annotations and all entries), beside ICU's word
// segmentation of the same text in the same run: ICU is the yardstick that makes machines comparable.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "assess/assess.h"
#include "read/reader.h"
#include "rules/knowledge.h"
#include "sample_text.h"

namespace {

const char* const root = KLAUSUL_KNOWLEDGE;

const std::string& text_of(std::int64_t bytes) {
  static std::string text;
  if (static_cast<std::int64_t>(text.size()) < bytes || static_cast<std::int64_t>(text.size()) > bytes + 100000) {
    text = klausul::sample_text(std::string(root) + "/corpus", static_cast<std::size_t>(bytes));
  }
  return text;
}

const klausul::Knowledge& knowledge() {
  static const klausul::LoadedKnowledge loaded = klausul::load_knowledge(root);
  return *loaded.knowledge;
}

void review(benchmark::State& state) {
  const std::string& text = text_of(state.range(0));
  for (auto _ : state) {
    auto source = klausul::read_document(text, "sample.txt");
    const klausul::Document document = klausul::prepare_document(*std::move(source), knowledge().lexicon);
    klausul::AssessOptions options;
    options.type = klausul::DocumentType::dpa;
    benchmark::DoNotOptimize(klausul::assess(document, knowledge(), options, "sample.txt", ""));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void icu_words(benchmark::State& state) {
  const std::string& text = text_of(state.range(0));
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("sv"), error));
  for (auto _ : state) {
    UText* view = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error);
    words->setText(view, error);
    std::int64_t count = 0;
    while (words->next() != icu::BreakIterator::DONE) ++count;
    benchmark::DoNotOptimize(count);
    utext_close(view);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

constexpr std::int64_t small = 50'000;
constexpr std::int64_t medium = 1'000'000;
constexpr std::int64_t large = 50'000'000;

}  // namespace

BENCHMARK(icu_words)->Arg(small)->Arg(medium)->Unit(benchmark::kMillisecond);
BENCHMARK(review)->Arg(small)->Arg(medium)->Unit(benchmark::kMillisecond);
BENCHMARK(icu_words)->Arg(large)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(review)->Arg(large)->Iterations(1)->Unit(benchmark::kMillisecond);

int main(int argument_count, char** arguments) {
  if (text_of(small).empty() || klausul::load_knowledge(root).knowledge == nullptr) return EXIT_FAILURE;
  benchmark::Initialize(&argument_count, arguments);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return EXIT_SUCCESS;
}
