#pragma once

#include <cstddef>
#include <string_view>

#include "read/text_builder.h"

namespace klausul {

/// The address in the instruction of a field of a word processor: HYPERLINK "https://..."; "" for other fields.
std::string_view address_in_field(std::string_view instruction);

/// Appends " (url)" to the open paragraph when what it holds from `text_begin` on does not show the address itself:
/// terms are incorporated that way. `at` is the place in the source.
void append_address(TextBuilder& builder, std::string_view url, std::size_t text_begin, std::size_t at);

}  // namespace klausul
