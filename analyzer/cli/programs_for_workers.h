#pragma once

#include <string>

#include "isolate/worker.h"
#include "read/contained_files.h"

namespace klausul {

/// Has the programs that readers run (OCR) run by the process that answers the worker's requests. Called in a worker.
void run_programs_through(WorkVoice& voice);

/// An old Word file with what another program made of it (cli/old_word.h), or the error; any other file as it is.
/// Called in a worker.
ContainedFile converted_for_worker(ContainedFile file, WorkVoice& voice);

/// The answer to such requests: runs the program, if it is one that readers use.
std::string run_for_worker(const std::string& request);

}  // namespace klausul
