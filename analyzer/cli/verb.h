#pragma once

namespace CLI {
class App;
}

namespace klausul {

/// What the program says to the shell.
enum ExitStatus : int {
  exit_clean = 0,  ///< nothing at or above --fail-on
  exit_findings = 1,
  exit_wrong_use = 2,  ///< of the command line, or of the rules
  exit_unreadable = 3  ///< some file could not be read; stronger than findings
};

/// Each adds its verb to `program`; running it sets `status`. A new verb is a file, a line here and a line in main.cpp.
void add_check(CLI::App& program, int& status);
void add_compare(CLI::App& program, int& status);
void add_accept(CLI::App& program, int& status);
void add_baseline(CLI::App& program, int& status);
void add_explain(CLI::App& program, int& status);
void add_rules(CLI::App& program, int& status);
void add_why(CLI::App& program, int& status);
void add_print(CLI::App& program, int& status);
void add_score(CLI::App& program, int& status);
void add_completions(CLI::App& program, int& status);
void add_manual(CLI::App& program, int& status);

}  // namespace klausul
