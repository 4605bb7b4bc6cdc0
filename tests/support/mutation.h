#pragma once

#include <random>
#include <string>

namespace klausul::test {

/// `bytes` with one to eight changes: bytes changed, pieces doubled, cut out, moved or put in. The same random numbers
/// give the same changes on every machine.
std::string mutate(std::string bytes, std::mt19937& random);

}  // namespace klausul::test
