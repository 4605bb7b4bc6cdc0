#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isolate/worker_limits.h"
#include "structure/block.h"

namespace CLI {
class App;
}

namespace klausul {

struct ReadOptions;

/// Options that several verbs share.
void add_knowledge_option(CLI::App& verb, std::string& folder);
void add_type_option(CLI::App& verb, std::string& type);
void add_only_option(CLI::App& verb, std::vector<std::string>& only);
void add_fail_on_option(CLI::App& verb, std::string& severity);
/// "sv" or "en"; `language` stays none without the option.
void add_report_language_option(CLI::App& verb, std::optional<Language>& language, const std::string& description);
void add_color_option(CLI::App& verb, std::string& when);
void add_read_options(CLI::App& verb, ReadOptions& options);
void add_limit_options(CLI::App& verb, WorkerLimits& limits);

}  // namespace klausul
