// Reports as they cross from a worker to the program.

#include "isolate/outcome.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <memory>
#include <random>

#include "assess/assess.h"
#include "read/reader.h"
#include "report/reporter.h"
#include "structure/print_blocks.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

std::vector<Outcome> outcomes_of_corpus() {
  std::vector<Outcome> outcomes;
  for (const auto& folder : std::filesystem::directory_iterator(std::filesystem::path(KLAUSUL_ROOT) / "corpus")) {
    if (!folder.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
      if (file.path().stem() != "source") continue;
      const std::string bytes = *read_bytes(file.path().string(), {});
      Document document = document_of(bytes, repository_lexicon(), file.path());
      DocumentReport report = assess(document, repository_knowledge(), {}, file.path().string(), "0123");
      report.reviewed = std::make_shared<const ReviewedText>(
          ReviewedText{bytes, std::move(document.source), std::move(document.blocks)});
      outcomes.emplace_back(std::move(report));
    }
  }
  BOOST_REQUIRE(outcomes.size() >= 8U);
  return outcomes;
}

/// Everything that a person or a program may read of it, and all that stands in its text.
std::string told(const Outcome& outcome) {
  Report report{"1", "2", "3", {}, {}, {}, {}};
  std::string text;
  if (const auto* document = std::get_if<DocumentReport>(&outcome)) {
    report.documents.push_back(*document);
    if (const ReviewedText* reviewed = document->reviewed.get(); reviewed != nullptr) {
      text += reviewed->bytes + reviewed->source.text + print_blocks(reviewed->source, reviewed->blocks);
      for (const Paragraph& paragraph : reviewed->source.paragraphs) {
        const Place place = reviewed->source.map.place_of(paragraph.span.begin);
        text += paragraph.label + std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                std::to_string(place.source) + "\n";
      }
    }
  }
  if (const auto* error = std::get_if<FileError>(&outcome)) report.errors.push_back(*error);
  if (const auto* skipped = std::get_if<SkippedFile>(&outcome)) report.skipped.push_back(*skipped);
  return write_json(report) + write_text(report, {}) + text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(reports_arrive_as_they_were) {
  for (const Outcome& outcome : outcomes_of_corpus()) {
    const std::string bytes = encode(outcome);
    const std::optional<Outcome> arrived = decode_outcome(bytes);
    BOOST_REQUIRE(arrived.has_value());
    BOOST_TEST((told(*arrived) == told(outcome)));
    BOOST_TEST((encode(*arrived) == bytes));
  }
}

BOOST_AUTO_TEST_CASE(errors_and_texts_arrive_too) {
  const Error error{ErrorKind::damaged, "a\xFF.docx", "a\xFF.docx is damaged."};
  const std::optional<Outcome> arrived = decode_outcome(encode(Outcome(FileError{"a\xFF.docx", error})));
  BOOST_REQUIRE(arrived.has_value());
  BOOST_TEST((std::get<FileError>(*arrived).error.kind == ErrorKind::damaged));
  BOOST_TEST(std::get<FileError>(*arrived).error.what == error.what);
  BOOST_TEST(std::get<SkippedFile>(*decode_outcome(encode(Outcome(SkippedFile{"a.png", "an image"})))).what ==
             "an image");
  BOOST_TEST(**decode_text(encode(Result<std::string>("any \xFF bytes"))) == "any \xFF bytes");
  BOOST_TEST(decode_text(encode(Result<std::string>(error)))->error().where == error.where);
}

BOOST_AUTO_TEST_CASE(other_bytes_are_refused) {
  const std::string bytes = encode(outcomes_of_corpus().front());
  for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50)
    BOOST_TEST(!decode_outcome(std::string_view(bytes).substr(0, size)).has_value());
  BOOST_TEST(!decode_outcome(bytes + "y").has_value());
  BOOST_TEST(!decode_text("").has_value());
  BOOST_TEST(!decode_text(encode(Result<std::string>("x")) + "y").has_value());
  BOOST_TEST(!decode_text(bytes).has_value());
}

BOOST_AUTO_TEST_CASE(reports_of_another_text_are_refused) {
  DocumentReport report = std::get<DocumentReport>(outcomes_of_corpus().front());
  const ReviewedText good = *report.reviewed;
  const auto is_refused = [&](const auto& change) {
    ReviewedText changed = good;
    change(changed);
    report.reviewed = std::make_shared<const ReviewedText>(std::move(changed));
    return !decode_outcome(encode(Outcome(report))).has_value();
  };
  BOOST_TEST(!is_refused([](ReviewedText&) {}));
  BOOST_TEST(is_refused([](ReviewedText& text) { text.source.text.resize(10); }));
  BOOST_TEST(is_refused([](ReviewedText& text) { text.source.text[3] = '\xFF'; }));
  BOOST_TEST(is_refused([](ReviewedText& text) { text.blocks.back().end = 1'000'000; }));
  BOOST_TEST(is_refused([](ReviewedText& text) { text.blocks[2].parent = 2; }));
  BOOST_TEST(is_refused([](ReviewedText& text) { text.blocks[1].body = {5, 4}; }));
  BOOST_TEST(is_refused([](ReviewedText& text) { text.source.paragraphs[1].span.begin = 0; }));
}

/// Whatever comes, it can be reported or it is refused.
BOOST_AUTO_TEST_CASE(mutated_bytes_are_refused_or_harmless) {
  std::mt19937 random(11);
  std::size_t accepted = 0;
  std::size_t refused = 0;
  for (const Outcome& outcome : outcomes_of_corpus()) {
    const std::string bytes = encode(outcome);
    for (int round = 0; round < 150; ++round) {
      std::string mutated = bytes;
      for (std::size_t changes = 1 + random() % 3; changes > 0; --changes)
        mutated[random() % (round % 2 == 0 ? 400 : mutated.size())] = static_cast<char>(random());
      const std::optional<Outcome> arrived = decode_outcome(mutated);
      ++(arrived && !told(*arrived).empty() ? accepted : refused);
    }
  }
  BOOST_TEST(accepted > 10U);
  BOOST_TEST(refused > 10U);
}
