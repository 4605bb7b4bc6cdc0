#pragma once

#include "rules/entry.h"
#include "rules/knowledge.h"
#include "rules/match.h"

namespace klausul {

struct TypeFinding {
  DocumentType type = DocumentType::other;
  Bilingual reason;
};

/// The type whose signs weigh most; `other` when none reaches the weight of 3.
TypeFinding find_document_type(const Matcher& matcher, const Knowledge& knowledge);

}  // namespace klausul
