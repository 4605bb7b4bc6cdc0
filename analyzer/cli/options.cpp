#include "cli/options.h"

#include <CLI/CLI.hpp>

#include "read/reader.h"

namespace klausul {

void add_knowledge_option(CLI::App& verb, std::string& folder) {
  verb.add_option("--knowledge", folder,
                  "Folder with lexicons/ and clauses/ (default: $KLAUSUL_KNOWLEDGE, else built in)")
      ->option_text("DIR");
}

void add_type_option(CLI::App& verb, std::string& type) {
  verb.add_option("--type", type, "What kind of document it is: auto, dpa, terms, privacy, scc")
      ->option_text("TYPE")
      ->check(CLI::IsMember({"auto", "dpa", "terms", "privacy", "scc"}));
}

void add_only_option(CLI::App& verb, std::vector<std::string>& only) {
  verb.add_option("--only", only, "Only these entries or families, separated by commas")
      ->option_text("ID,...")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_fail_on_option(CLI::App& verb, std::string& severity) {
  verb.add_option("--fail-on", severity,
                  "Exit with 1 from this severity on: critical, high (default), medium, low, info, never")
      ->option_text("SEVERITY")
      ->check(CLI::IsMember({"critical", "high", "medium", "low", "info", "never"}));
}

void add_report_language_option(CLI::App& verb, std::optional<Language>& language, const std::string& description) {
  verb.add_option_function<std::string>(
          "--report-language",
          [&language](const std::string& name) { language = name == "sv" ? Language::sv : Language::en; }, description)
      ->option_text("LANGUAGE")
      ->check(CLI::IsMember({"sv", "en"}));
}

void add_color_option(CLI::App& verb, std::string& when) {
  verb.add_option("--color", when, "auto (default), always or never; NO_COLOR is honoured")
      ->option_text("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_read_options(CLI::App& verb, ReadOptions& options) {
  verb.add_option("--password", options.password, "Opens encrypted PDF files")->option_text("PASSWORD");
  verb.add_flag("--ocr", options.ocr, "Read pages of PDF files that are pictures; needs tesseract with swe and eng");
}

void add_limit_options(CLI::App& verb, WorkerLimits& limits) {
  verb.add_option_function<unsigned>(
          "--timeout", [&limits](const unsigned& seconds) { limits.time = std::chrono::seconds(seconds); },
          "Processor time that a file may take (default: 60); five times that by the clock")
      ->option_text("SECONDS")
      ->check(CLI::Range(1U, 86'400U));
  verb.add_option_function<std::size_t>(
          "--memory", [&limits](const std::size_t& megabytes) { limits.memory_bytes = megabytes << 20U; },
          "Memory that a file may take (default: 2048)")
      ->option_text("MB")
      ->check(CLI::Range(16U, 1'048'576U));
}

}  // namespace klausul
