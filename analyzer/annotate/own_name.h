#pragma once

#include "annotate/party_register.h"

namespace klausul {

/// Registers the name that a vendor's own terms use as subject ("Acme may ...") and that also stands with a company
/// form, in an address or in the title.
void find_own_name(const Document& document, const Lexicon& lexicon, PartyRegister& parties);

}  // namespace klausul
