#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "support/annotation_lookup.h"
#include "support/repository_knowledge.h"

namespace klausul::test {

/// A Markdown text and the words in it that an annotator finds.
struct QuotedAnnotations {
  std::string text;
  std::vector<std::string> found;
};

/// Checks what the annotations of `concept_id` quote, in text order.
inline void check_quotes(const std::vector<QuotedAnnotations>& cases, ConceptId concept_id) {
  for (const QuotedAnnotations& sample : cases) {
    BOOST_TEST_CONTEXT(sample.text) {
      const Document document = document_of(sample.text, repository_lexicon(), "sample.md");
      std::vector<std::string> found;
      for (const Annotation* annotation : annotations_with(document, concept_id))
        found.emplace_back(document.text(document.span_of(*annotation)));
      BOOST_TEST(found == sample.found, boost::test_tools::per_element());
    }
  }
}

}  // namespace klausul::test
