#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "structure/block_tree.h"
#include "structure/build_blocks.h"
#include "structure/print_blocks.h"
#include "structure/sample_text.h"

namespace klausul {
namespace {

using test::SampleText;

/// Pieces that a contract is made of, and some that no contract should contain.
constexpr std::array<std::string_view, 44> starts{"",
                                                  "1. ",
                                                  "2. ",
                                                  "3 ",
                                                  "1.1 ",
                                                  "1.2 ",
                                                  "2.1.1 ",
                                                  "7.2 (b) ",
                                                  "(a) ",
                                                  "(b) ",
                                                  "(i) ",
                                                  "(ii) ",
                                                  "(h) ",
                                                  "a) ",
                                                  "iv) ",
                                                  "A. ",
                                                  "B. ",
                                                  "I. ",
                                                  "II. ",
                                                  "(1) ",
                                                  "1) ",
                                                  "• ",
                                                  "- ",
                                                  "12 § ",
                                                  "§ 13 ",
                                                  "Bilaga 1 ",
                                                  "Bilaga 2 – ",
                                                  "Annex II ",
                                                  "Schedule A: ",
                                                  "Article 5 ",
                                                  "Section 4 ",
                                                  "Avsnitt 2 ",
                                                  "2 kap. ",
                                                  "Bilaga: ",
                                                  "“Data” ",
                                                  "3.2.2023 ",
                                                  "10 000 ",
                                                  "A.1. ",
                                                  "B.3.a. ",
                                                  "____",
                                                  "Namn: ",
                                                  "Innehåll",
                                                  "Med ”X” avses ",
                                                  "v) "};
constexpr std::array<std::string_view, 12> rests{"",
                                                 "Underbiträden",
                                                 "SECURITY MEASURES",
                                                 "The processor shall:",
                                                 "biträdet ska",
                                                 "Kunden ska betala i förskott varje månad enligt prislistan.",
                                                 "means personal data;",
                                                 "innehåller instruktionen.",
                                                 "Pris ........ 12",
                                                 "Instruktion 3",
                                                 "och",
                                                 "\xE2\x80\x9C"};

SampleText random_text(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  const auto below = [&random](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  SampleText sample;
  std::uint32_t table = 1;
  for (std::size_t i = 0; i < size; ++i) {
    const std::string text = std::string(starts[below(starts.size())]) + std::string(rests[below(rests.size())]);
    switch (below(12)) {
      case 0: sample.heading(static_cast<std::uint8_t>(1 + below(9)), text); break;
      case 1: sample.item(static_cast<std::uint8_t>(1 + below(5)), text, below(2) == 0 ? "" : "2."); break;
      case 2: sample.bold(text); break;
      case 3: sample.add(text, ParagraphKind::footnote); break;
      case 4: sample.add(text, ParagraphKind::page_header); break;
      case 5: sample.add(text, ParagraphKind::title); break;
      case 6:
        if (below(3) == 0) ++table;
        for (std::size_t cell = below(5); cell-- > 0;)
          sample.cell(static_cast<std::uint32_t>(table - below(2)), static_cast<std::uint32_t>(1 + below(2)),
                      static_cast<std::uint32_t>(1 + below(2)), text);
        break;
      default: sample.add(text);
    }
  }
  return sample;
}

void check_nesting(const std::vector<Block>& blocks) {
  BOOST_TEST_REQUIRE(!blocks.empty());
  BOOST_TEST((blocks[0].kind == BlockKind::document));
  BOOST_TEST(blocks[0].end == blocks.size());
  for (std::uint32_t i = 1; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const Block& parent = blocks[block.parent];
    BOOST_TEST_REQUIRE(block.parent < i);
    BOOST_TEST_REQUIRE(block.end > i);
    BOOST_TEST_REQUIRE(block.end <= parent.end);
    BOOST_TEST_REQUIRE(block.level == parent.level + 1);
    BOOST_TEST_REQUIRE(block.level <= BlockTree::deepest + 8);
    BOOST_TEST((block.heading.empty() || block.body.empty()));
    BOOST_TEST((block.kind != BlockKind::row || parent.kind == BlockKind::table));
    BOOST_TEST((block.kind != BlockKind::cell || parent.kind == BlockKind::row));
    BOOST_TEST((block.kind != BlockKind::annex || block.parent == 0));
  }
}

/// Blocks stand in text order, and every paragraph is in exactly one of them.
void check_cover(const SourceText& source, const std::vector<Block>& blocks) {
  std::vector<Span> spans;
  for (const Block& block : blocks) {
    const Span span = block.heading.empty() ? block.body : block.heading;
    if (span.empty()) continue;
    BOOST_TEST_REQUIRE((spans.empty() || spans.back().end <= span.begin));
    spans.push_back(span);
  }
  std::size_t at = 0;
  for (const Paragraph& paragraph : source.paragraphs) {
    if (paragraph.span.empty()) continue;
    while (at < spans.size() && spans[at].end < paragraph.span.end) ++at;
    const bool covered =
        at < spans.size() && spans[at].begin < paragraph.span.end && spans[at].end >= paragraph.span.end;
    // A paragraph that is nothing but a number or bullet leaves no text over.
    const bool number_alone = paragraph.span.length() <= 20;
    BOOST_TEST_REQUIRE((covered || number_alone), slice(source.text, paragraph.span));
  }
}

BOOST_AUTO_TEST_SUITE(block_invariants)

BOOST_AUTO_TEST_CASE(random_texts) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      const SampleText sample = random_text(seed, 1 + seed % 90);
      const std::vector<Block> blocks = build_blocks(sample.source());
      check_nesting(blocks);
      check_cover(sample.source(), blocks);
      BOOST_TEST(!print_blocks(sample.source(), blocks).empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(same_text_same_tree) {
  const SampleText sample = random_text(7, 200);
  BOOST_TEST(print_blocks(sample.source(), build_blocks(sample.source())) ==
             print_blocks(sample.source(), build_blocks(sample.source())));
}

BOOST_AUTO_TEST_CASE(deep_nesting_ends) {
  SampleText lists;
  for (int i = 0; i < 400; ++i) lists.item(static_cast<std::uint8_t>(std::min(i + 1, 255)), "ett led:");
  check_nesting(build_blocks(lists.source()));
  SampleText numbers;
  std::string number = "1";
  for (int i = 0; i < 200; ++i) {
    numbers.heading(1, number + " Del");
    number += ".1";
  }
  check_nesting(build_blocks(numbers.source()));
  SampleText tables;
  for (std::uint32_t i = 1; i <= 300; ++i) tables.cell(i, 1, 1, "yttre");
  for (std::uint32_t i = 300; i >= 1; --i) tables.cell(i, 1, 2, "efter");
  check_nesting(build_blocks(tables.source()));
  check_cover(tables.source(), build_blocks(tables.source()));
}

BOOST_AUTO_TEST_CASE(long_texts_are_read_to_the_end) {
  const SampleText sample = random_text(11, 50000);
  const std::vector<Block> blocks = build_blocks(sample.source());
  check_nesting(blocks);
  check_cover(sample.source(), blocks);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace klausul
