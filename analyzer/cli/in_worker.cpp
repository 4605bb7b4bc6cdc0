#include "cli/in_worker.h"

#include <optional>
#include <utility>

#include "cli/complain.h"
#include "cli/input_bytes.h"
#include "cli/programs_for_workers.h"
#include "isolate/outcome.h"
#include "isolate/worker_pool.h"
#include "read/contained_files.h"
#include "read/reader_error.h"

namespace klausul {

Result<std::string> write_in_worker(const std::string& path, const Knowledge& knowledge, const ReadOptions& read,
                                    const WorkerLimits& limits,
                                    const std::function<std::string(const Document&)>& write) {
  const InputBytes input({path});
  Result<std::string> text =
      reader_error(ErrorKind::crashed, path, "spoilt its review. The file is damaged or hostile.");
  WorkOrder order;
  order.names = {path};
  order.limits = limits;
  order.help = run_for_worker;
  order.work = [&](std::size_t, std::size_t, WorkVoice& voice) {
    run_programs_through(voice);
    Result<std::string> bytes = input.of(path);
    if (!bytes) return voice.give(encode(bytes));
    const ContainedFile file = converted_for_worker({path, *std::move(bytes), std::nullopt, {}}, voice);
    if (file.error) return voice.give(encode(Result<std::string>(*file.error)));
    Result<SourceText> source = read_contained_document(file, read);
    if (!source) return voice.give(encode(Result<std::string>(source.error())));
    voice.give(encode(Result<std::string>(write(prepare_document(*std::move(source), knowledge.lexicon)))));
  };
  order.deliver = [&](std::size_t, Result<std::string> answer) {
    if (!answer) {
      text = answer.error();
    } else if (std::optional<Result<std::string>> decoded = decode_text(*answer)) {
      text = *std::move(decoded);
    }
  };
  if (!work_in_processes(order)) complain_of_missing_filter();
  return text;
}

void complain_of_missing_filter() {
  complain(
      "The kernel refuses the filter on system calls, so nothing but klausul itself keeps a hostile file from the "
      "network and from writing. The limits on time, memory and files hold.");
}

}  // namespace klausul
