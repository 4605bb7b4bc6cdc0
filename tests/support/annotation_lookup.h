#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/document.h"
#include "annotate/passes.h"
#include "words/lexicon.h"

namespace klausul::test {

/// The annotations of `concept_id` in text order, as pointers into the document.
inline std::vector<const Annotation*> annotations_with(const Document& document, ConceptId concept_id) {
  std::vector<const Annotation*> found;
  for (const Annotation& annotation : document.annotations)
    if (annotation.concept_id == concept_id) found.push_back(&annotation);
  return found;
}

/// The annotations of the concept named `id` whose words stand within an occurrence of `words` in the text, joined.
inline const Annotation& annotation_at(const Document& document, const Lexicon& lexicon, std::string_view id,
                                       std::string_view words) {
  const ConceptId concept_id = lexicon.find(id);
  BOOST_REQUIRE_MESSAGE(concept_id != no_concept, "the lexicon knows " << id);
  std::string seen;
  for (const Annotation* annotation : annotations_with(document, concept_id)) {
    const std::string_view text = document.text(document.span_of(*annotation));
    if (text == words) return *annotation;
    seen.append(" '").append(text).append("'");
  }
  BOOST_REQUIRE_MESSAGE(false, id << " stands at '" << words << "'; found only at" << seen);
  return document.annotations.front();
}

/// All annotations of the document, one a line, for messages: "not:engage@vendor  engage".
inline std::string print_annotations(const Document& document, const Lexicon& lexicon) {
  std::string lines;
  for (const Annotation& annotation : document.annotations) {
    lines += annotation.negated ? "not:" : "";
    lines += lexicon.concept_of(annotation.concept_id).id;
    if (annotation.actor != Actor::none) lines += std::string("@") + name_of(annotation.actor);
    lines += "  ";
    lines += document.text(document.span_of(annotation));
    lines += '\n';
  }
  return lines;
}

}  // namespace klausul::test
