#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "cli/run_program.h"

/// What a validator that is not ours (python3-jsonschema) says; `status` is 0 when all files keep to the schema.
struct Verdict {
  static constexpr int not_there = 77;
  int status = -1;
  std::string said;
};

/// Holds `files` against `schema`, both as check_schema.py takes them. Where there is no validator it says so.
inline Verdict check_schema(const std::string& schema, const std::string& files) {
  const TemporaryFolder folder;
  const std::string log = (folder.path() / "log").string();
  const std::string command = std::string("python3 '") + KLAUSUL_ROOT + "/tests/formats/check_schema.py' " + schema +
                              " " + files + " >'" + log + "' 2>&1";
  const int status = std::system(command.c_str());
  Verdict verdict{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(log)};
  if (verdict.status == 127) verdict = {Verdict::not_there, "python3 is not there"};
  if (verdict.status == Verdict::not_there)
    std::printf("Reports are not held against the schema: %s\n", verdict.said.c_str());
  return verdict;
}
