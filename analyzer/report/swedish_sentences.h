#pragma once

#include <string>

namespace klausul {

/// Readers and the assessment say in English what could not be read or decided; this is the Swedish of such a sentence.
/// A sentence that is not known stays as it is: better English than silence.
std::string in_swedish(const std::string& sentence);

}  // namespace klausul
