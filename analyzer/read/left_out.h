#pragma once

#include <cstddef>

#include "read/text_builder.h"

namespace klausul {

/// What was met in a word processor's file and is not read.
struct LeftOut {
  std::size_t hidden_runs = 0;
  std::size_t embedded_documents = 0;
  std::size_t diagrams = 0;
  std::size_t comments = 0;
};

/// Says in the coverage what was left out, and how tracked changes were read.
void note_left_out(TextBuilder& builder, const LeftOut& left_out);

}  // namespace klausul
