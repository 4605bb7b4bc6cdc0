#pragma once

namespace CLI {
class App;
}

namespace klausul {

/// Puts the help of `program` and all its verbs into Swedish. A description that is not known stays English.
void translate_help(CLI::App& program);

}  // namespace klausul
