// Joins one target (KLAUSUL_FUZZ_TARGET) to libFuzzer. Built with -DKLAUSUL_FUZZ=ON; tools/fuzz runs it.

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/fuzz_targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const klausul::test::FuzzTarget* const target = klausul::test::find_fuzz_target(KLAUSUL_FUZZ_TARGET);
  target->run(std::string(reinterpret_cast<const char*>(bytes), size));
  return 0;
}
