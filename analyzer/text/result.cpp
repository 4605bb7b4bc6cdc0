#include "text/result.h"

#include <cstdio>
#include <cstdlib>

namespace klausul {

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::cannot_read: return "cannot-read";
    case ErrorKind::empty: return "empty";
    case ErrorKind::unsupported_format: return "unsupported-format";
    case ErrorKind::encrypted: return "encrypted";
    case ErrorKind::damaged: return "damaged";
    case ErrorKind::too_large: return "too-large";
    case ErrorKind::bad_knowledge: return "bad-knowledge";
    case ErrorKind::wrong_use: return "wrong-use";
    case ErrorKind::stopped: return "stopped";
    case ErrorKind::crashed: return "crashed";
    case ErrorKind::internal: return "internal";
  }
  return "internal";
}

void require(bool condition, const char* sentence) {
  if (condition) return;
  std::fprintf(stderr, "klausul: broken invariant: %s\n", sentence);
  std::abort();
}

}  // namespace klausul
