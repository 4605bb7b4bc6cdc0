#include "assess/placement.h"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>

#include "read/reader.h"
#include "structure/build_blocks.h"

using namespace klausul;

namespace {

constexpr const char* agreement =
    "# Agreement\n\nAlpha.\n\n## 1. Security\n\n1.1 Beta.\n\n## 2. Sub-processors\n\n2.1 Gamma.\n\n2.2 Delta.\n";

DocumentReport document_of(const std::string& markdown) {
  Result<SourceText> source = read_document(markdown, "a.md");
  BOOST_REQUIRE(source.has_value());
  std::vector<Block> blocks = build_blocks(*source);
  DocumentReport document;
  document.reviewed =
      std::make_shared<const ReviewedText>(ReviewedText{markdown, *std::move(source), std::move(blocks)});
  return document;
}

std::uint32_t offset_of(const DocumentReport& document, const std::string& words) {
  return static_cast<std::uint32_t>(document.reviewed->source.text.find(words));
}

Evidence at(const DocumentReport& document, const std::string& words) {
  const std::uint32_t begin = offset_of(document, words);
  Evidence evidence;
  evidence.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
  evidence.quote = words;
  return evidence;
}

std::string heading(const DocumentReport& document, std::optional<std::uint32_t> block) {
  return block ? std::string(slice(document.reviewed->source.text, document.reviewed->blocks[*block].heading)) : "none";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_passage_stands_in_the_innermost_section_with_a_heading) {
  const DocumentReport document = document_of(agreement);
  const auto at_words = [&](const char* words) {
    return heading(document, section_at(*document.reviewed, offset_of(document, words)));
  };
  BOOST_TEST(at_words("Beta") == "1. Security");
  BOOST_TEST(at_words("Delta") == "2. Sub-processors");
  BOOST_TEST(at_words("2. Sub") == "2. Sub-processors");
  BOOST_TEST(at_words("Alpha") == "Agreement");
}

BOOST_AUTO_TEST_CASE(a_missing_provision_belongs_where_its_family_is_dealt_with) {
  DocumentReport document = document_of(agreement);
  EntryResult present;
  present.id = "subprocessor.authorisation";
  present.status = Status::present;
  present.evidence = {at(document, "Gamma."), at(document, "Delta.")};
  document.entries = {present};
  Finding missing;
  missing.id = "subprocessor.notice";
  missing.nearest = true;
  missing.evidence = {at(document, "Beta.")};
  BOOST_TEST(heading(document, section_for(missing, document)) == "2. Sub-processors");
  missing.id = "audit.right";
  BOOST_TEST(heading(document, section_for(missing, document)) == "1. Security");
  missing.evidence.clear();
  BOOST_TEST(heading(document, section_for(missing, document)) == "none");
  document.reviewed = nullptr;
  missing.id = "subprocessor.notice";
  BOOST_TEST(!section_for(missing, document).has_value());
}
