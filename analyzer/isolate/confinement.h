#pragma once

#include "isolate/worker_limits.h"

namespace klausul {

/// The status with which a worker ends that has met the limit on memory.
inline constexpr int worker_out_of_memory = 77;

/// Takes from this process, for good, what reviewing a file does not need: writing to files, more than a few open
/// files, child processes, memory beyond the limit, and (with a filter on system calls) the network and everything else
/// that is not on the list in confinement.cpp. False when the kernel refuses the filter; the limits hold all the same.
/// When memory runs out the process ends with the status above, whoever asked for it.
[[nodiscard]] bool confine_this_process(const WorkerLimits& limits);

/// Keeps this process and the programs that it runs from the network. False where the kernel cannot.
bool refuse_network();

/// Gives the process the whole time of `limits` from now on.
void start_processor_clock(const WorkerLimits& limits);

/// Whether this process still holds much of the memory that earlier files have asked for.
[[nodiscard]] bool has_grown(const WorkerLimits& limits);

}  // namespace klausul
