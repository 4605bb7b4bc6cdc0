#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annotate/document.h"
#include "assess/report.h"
#include "rules/match.h"

namespace klausul {

/// The passage that the sentences [first, last] make, with its place in the file.
Evidence make_evidence(const Document& document, std::uint32_t first, std::uint32_t last);

/// Evidence for sentences in ascending order: neighbours of one block become one passage.
std::vector<Evidence> make_evidence(const Document& document, const std::vector<std::uint32_t>& sentences);

/// 16 hexadecimal digits over the entry, the clause labels and the folded words of the clauses that `sentences` stand
/// in; independent of lines, pages and what stands elsewhere.
std::string fingerprint(const std::string& entry, const Matcher& matcher, const std::vector<std::uint32_t>& sentences);

}  // namespace klausul
