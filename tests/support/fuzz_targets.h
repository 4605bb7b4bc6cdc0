#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klausul::test {

/// What is fed with bytes of any kind. Each checks what must hold whatever the bytes, and ends the program when it does
/// not. Used by the replay in the ordinary tests and by libFuzzer (tests/fuzz).
struct FuzzTarget {
  std::string_view name;
  void (*run)(const std::string& bytes);
};

const std::vector<FuzzTarget>& fuzz_targets();

/// Null when none is called that.
const FuzzTarget* find_fuzz_target(std::string_view name);

}  // namespace klausul::test
