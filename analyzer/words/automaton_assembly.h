#pragma once

#include <condition_variable>
#include <cstdint>
#include <future>
#include <mutex>
#include <string>
#include <vector>

#include "structure/block.h"
#include "text/problem.h"
#include "words/concept_automaton.h"

namespace klausul {

/// Forms of one concept in one language, and where they stand, for what is wrong with them.
struct ConceptForms {
  ConceptAutomaton::Output output;
  std::vector<std::string> forms;
  std::string file, path;
};

/// Builds the automaton in a thread of its own, in the order in which forms come, while others are still being read:
/// start-up waits for both.
class AutomatonAssembly {
 public:
  AutomatonAssembly();
  ~AutomatonAssembly();
  AutomatonAssembly(const AutomatonAssembly&) = delete;
  AutomatonAssembly& operator=(const AutomatonAssembly&) = delete;

  void add(std::vector<ConceptForms> forms);

  /// Waits for the automaton of all that was added. Called once; forms that are wrong are added to `problems`.
  ConceptAutomatonBuilder finish(std::vector<Problem>& problems);

 private:
  struct Assembled {
    ConceptAutomatonBuilder builder;
    std::vector<Problem> problems;
  };
  Assembled assemble();
  /// What has come since; nothing when no more will come.
  std::vector<ConceptForms> next();
  void close();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<ConceptForms> waiting_;
  bool closed_ = false;
  std::future<Assembled> assembled_;
};

}  // namespace klausul
