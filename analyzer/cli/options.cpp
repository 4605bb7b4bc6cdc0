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

void add_read_options(CLI::App& verb, ReadOptions& options) {
  verb.add_option("--password", options.password, "Opens encrypted PDF files")->option_text("PASSWORD");
  verb.add_flag("--ocr", options.ocr, "Read pages of PDF files that are pictures; needs tesseract with swe and eng");
}

}  // namespace klausul
