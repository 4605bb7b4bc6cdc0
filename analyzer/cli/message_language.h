#pragma once

#include "structure/block.h"

namespace klausul {

/// The language of what the program says on standard error and in its help: sv or en. One for the process, as the
/// locale is: chosen before anything is said.
Language message_language();

/// Chooses it: the one that --report-language among `arguments` names, else Swedish when LC_ALL, LC_MESSAGES or LANG
/// (the first that is set) is a Swedish locale, else English.
void choose_message_language(int argument_count, const char* const* arguments);

}  // namespace klausul
