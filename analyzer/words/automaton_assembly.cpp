#include "words/automaton_assembly.h"

#include <iterator>
#include <utility>

#include "words/forms.h"

namespace klausul {

AutomatonAssembly::AutomatonAssembly() : assembled_(std::async(std::launch::async, [this] { return assemble(); })) {}

AutomatonAssembly::~AutomatonAssembly() { close(); }

void AutomatonAssembly::add(std::vector<ConceptForms> forms) {
  {
    const std::lock_guard lock(mutex_);
    std::move(forms.begin(), forms.end(), std::back_inserter(waiting_));
  }
  changed_.notify_one();
}

ConceptAutomatonBuilder AutomatonAssembly::finish(std::vector<Problem>& problems) {
  close();
  Assembled assembled = assembled_.get();
  problems.insert(problems.end(), assembled.problems.begin(), assembled.problems.end());
  return std::move(assembled.builder);
}

void AutomatonAssembly::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_one();
}

std::vector<ConceptForms> AutomatonAssembly::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
  return std::exchange(waiting_, {});
}

AutomatonAssembly::Assembled AutomatonAssembly::assemble() {
  Assembled assembled;
  for (std::vector<ConceptForms> batch = next(); !batch.empty(); batch = next()) {
    for (const ConceptForms& of_concept : batch) {
      for (std::size_t i = 0; i < of_concept.forms.size(); ++i) {
        const std::string& written = of_concept.forms[i];
        const auto complain = [&](std::string what) {
          assembled.problems.push_back({of_concept.file, of_concept.path + "/" + std::to_string(i), std::move(what)});
        };
        const Result<Form> form = parse_form(written);
        if (!form)
          complain(form.error().what);
        else if (!assembled.builder.add(*form, of_concept.output))
          complain("'" + written + "' holds no word");
      }
    }
  }
  return assembled;
}

}  // namespace klausul
