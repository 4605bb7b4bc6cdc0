#pragma once

#include "assess/evaluate_entry.h"

namespace klausul {

/// Adds to `result` the sentences that cite an article of the entry's act that does not exist, and those that are about
/// one of its topics and cite only articles that deal with others. Silent where an article of the topic is among those
/// cited, where another act is named, and where a sentence is about several topics.
void find_wrong_citations(const Entry& entry, const Matcher& matcher, Evaluation& result);

}  // namespace klausul
