// Contracts of the corpus that LibreOffice has written in other formats are judged as in their own.

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "assess/assess.h"
#include "cli/run_program.h"
#include "read/reader.h"
#include "support/repository_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

std::map<std::string, Status> statuses(const std::filesystem::path& file) {
  Result<SourceText> source = read_document(read_file(file), file.filename().string());
  BOOST_REQUIRE_MESSAGE(source.has_value(), (source ? std::string() : source.error().what));
  const Document document = prepare_document(std::move(*source), repository_lexicon());
  std::map<std::string, Status> result;
  for (const EntryResult& entry : assess(document, repository_knowledge(), {}, "", "").entries)
    result[entry.id] = entry.status;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_contract_is_judged_alike_in_every_format) {
  const std::filesystem::path root(KLAUSUL_ROOT);
  std::size_t compared = 0;
  for (const auto& sample : std::filesystem::directory_iterator(root / "tests" / "property" / "samples")) {
    const auto original = statuses(root / "corpus" / sample.path().stem() / "source.docx");
    for (const auto& [id, status] : statuses(sample.path()))
      BOOST_TEST((original.at(id) == status), sample.path().filename().string() << ": " << id);
    ++compared;
  }
  BOOST_TEST(compared == 2U);
}
