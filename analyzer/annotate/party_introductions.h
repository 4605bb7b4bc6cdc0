#pragma once

#include "annotate/party_register.h"

namespace klausul {

/// Registers the parties that a sentence introduces: `Acme AB, org.nr 556677-8899 ("Leverantören")`,
/// `(the "Company" or "Controller")`, "between you and Acme Ltd". `opening`: the sentence is one of the document's
/// first, where brackets need no quotation marks and parties are told by contrast.
void find_introductions(const Document& document, const Lexicon& lexicon, const Sentence& sentence, bool opening,
                        PartyRegister& parties);

}  // namespace klausul
